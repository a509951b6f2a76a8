"""What rules are given to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from generator.compose.document import ComposedDocument
from generator.compose.printed import PrintedText
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.law.paragraphs import Role
from generator.records import record
from generator.typed.source import Path_


@record(frozen=True)
class DocumentReading:
    """One document as it is printed, and what it was made from.

    ``day`` is the day it is judged on, ``today`` the clock's; ``place_of`` names where a path of keys was typed.
    """

    name: str
    index: int
    dossier: Dossier
    document: Document
    composed: ComposedDocument
    texts: tuple[PrintedText, ...]
    day: date
    today: date
    place_of: Callable[[Path_], str]

    def of(self, *roles: Role) -> Iterator[PrintedText]:
        """The texts of these parts of the document, in order."""
        return (text for text in self.texts if text.role in roles)

    def source_of(self, text: PrintedText) -> str:
        """Where the words of a printed text were typed; empty for words the program set itself."""
        return self.place_of(text.origin) if text.origin else ""

    def typed_at(self, *path: str | int) -> str:
        """Where a field of the document was typed, e.g. ``typed_at("ky_hieu")``."""
        return self.place_of(("van_ban", self.index, *path))


@record(frozen=True)
class DossierReading:
    """All documents that are judged together, and their dossier."""

    dossier: Dossier
    documents: tuple[DocumentReading, ...]
    today: date
    place_of: Callable[[Path_], str]
