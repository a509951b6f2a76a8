"""What the rules of law are given to read: a citation, a document's force, the bases together, what a text names."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import field
from datetime import date
from functools import cached_property
from typing import Literal

from generator.findings import Level
from generator.law.bases import LegalDocument, Registry
from generator.law.citations import UPPER, Citation, has_lead, title_text
from generator.law.comparing import TitleReading, read_name, read_title, unknown_label
from generator.law.force import Law, is_too_new, lapsed
from generator.law.order import Item
from generator.law.paragraphs import Head, Paragraph
from generator.law.territory import Territory
from generator.patterns import late
from generator.records import record

_NAMED_LAST = late(rf"(?:của|do)\s+[{UPPER}][^,;.]*$")
_ISSUED_WITH = late(r"(?:kèm theo|theo|tại|bằng)\s+$", re.I)
NameRole = Literal["parent", "issuer", "authority", "signer", "basis", "addressee", "recipient", "body"]
"""As what a unit is named."""

ROLE_WORDS: dict[NameRole, str] = {
    "parent": "cơ quan chủ quản",
    "issuer": "cơ quan ban hành",
    "authority": "thẩm quyền ban hành",
    "signer": "người ký",
    "basis": "căn cứ",
    "addressee": "kính gửi",
    "recipient": "nơi nhận",
    "body": "nội dung",
}


@record(frozen=True)
class Cited:
    """One citation of a text: as printed, where, and the document it means; ``document`` None when not known.

    ``before`` and ``after`` are the text of the paragraph in front of it and behind it; ``source`` is where the
    paragraph was typed.
    """

    text: str
    place: str
    is_basis: bool
    document: LegalDocument | None
    citation: Citation
    nested: bool = False
    before: str = ""
    after: str = ""
    source: str = ""


@record(frozen=True)
class Options:
    """What an audit takes for granted: whether laws carry numbers, and whether the author's order is to be kept.

    ``decree`` is whether the form NĐ 30 gives to bases is asked of the text: not of ``normative`` documents, nor before
    the decree; ``elsewhere`` whether the text is a file made elsewhere, of which no other rule reads the words.
    """

    law_numbers: bool = False
    keep_order: bool = False
    decree: bool = True
    normative: bool = False
    elsewhere: bool = False


@record(frozen=True)
class CitationReading:
    """One citation in its paragraph; ``shared`` where it leaves issuer and title to the citation joined to it.

    A citation the registry does not hold comes here too, with no document: only its own parts can be compared.
    """

    one: Cited
    text: str
    registry: Registry
    options: Options
    shared: bool = False

    @property
    def citation(self) -> Citation:
        """The parts of the citation as typed."""
        return self.one.citation

    @property
    def document(self) -> LegalDocument | None:
        """The document it means; None when the registry does not hold it."""
        return self.one.document

    @property
    def label(self) -> str:
        """What messages call the document."""
        return self.one.document.label if self.one.document else unknown_label(self.one.citation)

    @property
    def is_by_name(self) -> bool:
        """Whether it is a law cited by its name, not by a number."""
        return bool(self.one.citation.name)

    @property
    def is_written_in_full(self) -> bool:
        """Whether it has to have its word «số» and its long day: a basis, or what a file cites with its day."""
        in_text = self.options.elsewhere and self.options.decree and self.one.citation.day_text
        return not self.one.nested and bool(self.one.is_basis or in_text)

    @property
    def if_missing(self) -> Level:
        """How grave a missing part is: a basis has all; in running text only a citation begun in full should."""
        if self.one.nested:
            return Level.FINE
        if self.one.is_basis:
            return Level.WARNING
        begun = self.one.citation.issuer or self.one.citation.day_text
        return Level.NOTE if begun and not self.is_by_name else Level.FINE

    @property
    def rest(self) -> str:
        """What follows the citation's day and issuer, up to the next semicolon."""
        return title_text(self.text, self.citation.title_at).strip(" ,")

    @property
    def begins_title(self) -> bool:
        """Whether a title, or the end, follows where the issuer should stand."""
        if self.citation.type in ("Công văn", "Thông báo", "Kế hoạch", "Báo cáo") and _NAMED_LAST.search(self.rest):
            return False  # «Công văn số … ngày … về việc … của Sở Nội vụ»
        return has_lead(self.rest) or not self.rest.strip(" .")

    @property
    def lacks_title(self) -> bool:
        """Whether a basis that is not known ends before its title."""
        one = self.one
        if self.is_by_name or self.shared or one.nested or not one.is_basis or not self.citation.type:
            return False
        if _ISSUED_WITH.search(one.before):
            return False  # «Quy chế … ban hành kèm theo Quyết định số …»: what it is about stands before it
        return not self.rest.strip(" .")

    @cached_property
    def title(self) -> TitleReading:
        """The title as printed beside the document's own; «right» where none is looked for."""
        document = self.one.document
        if document is None:
            return TitleReading("right")
        if self.is_by_name:
            return read_name(self.one.citation, document)
        if self.shared or self.one.nested:
            return TitleReading("right")
        return read_title(self.one.citation, document, self.text, self.registry, is_basis=self.one.is_basis)


@record(frozen=True)
class ForceReading:
    """A document as a basis on a day. ``beside`` are the ids of all documents cited with it.

    Of one the registry does not hold (``document`` None) only what the citation says is known: ``issued``.
    """

    label: str
    document: LegalDocument | None
    day: date
    law: Law
    beside: Collection[str] = ()
    issued: date | None = None

    @cached_property
    def in_force(self) -> LegalDocument | None:
        """The document where nothing says that it is not in force on the day."""
        known = self.document
        if known is None or is_too_new(known, self.day) or lapsed(known, self.day, self.law.registry):
            return None
        return known


@record(frozen=True)
class Typed:
    """A line as it was typed, where a reader finds it, and where it was typed."""

    text: str
    place: str
    source: str = ""


@record(frozen=True)
class BasesReading:
    """The bases of a document together: one list of items a line.

    ``decides`` is whether the document must show the authority it rests on, ``collective`` whether its agency is a
    people's committee or council, or the head of one, ``issuers`` the names of any other, folded. ``typed`` are the
    lines as typed, proposals with them; ``follows`` is what comes after them, ``undated`` the day judged by where the
    text does not say when it was signed, ``unnumbered`` the bases that name no document: «Điều lệ …».
    """

    lines: Sequence[Sequence[Item]]
    keep_order: bool = False
    decides: bool = False
    collective: bool = False
    issuers: Sequence[str] = ()
    typed: Sequence[Typed] = ()
    follows: str = ""
    options: Options = Options()
    undated: date | None = None
    unnumbered: Sequence[str] = ()


@record(frozen=True)
class NamesReading:
    """What a text in NFC names as issuer, signer, addressee … on a day."""

    text: str
    role: NameRole
    day: date
    territory: Territory

    @property
    def level(self) -> Level:
        """An error where the document is issued or signed under the name, a warning where it is sent to it."""
        if self.role in ("parent", "issuer", "authority", "signer"):
            return Level.ERROR
        return Level.WARNING if self.role == "addressee" else Level.NOTE

    @property
    def quoted(self) -> str:
        """The role and the text, as messages begin."""
        text = " ".join(self.text.split()).strip(" -+*;.,")
        short = text if len(text) <= 70 else f"{text[:70].rsplit(' ', 1)[0]}…"
        return f"{ROLE_WORDS[self.role]} «{short}»"


@record(frozen=True)
class ParagraphReading:
    """A paragraph; ``covered`` are the spans of its citations and their titles."""

    text: str
    day: date
    registry: Registry
    covered: Sequence[tuple[int, int]] = field(default=())
    role: str = "body"
    head: Head = Head()
    decree: bool = True


@record(frozen=True)
class WholeReading:
    """All paragraphs of a document in order, as they stand, each with what part of it they are."""

    paragraphs: Sequence[Paragraph]
    head: Head = Head()
    day: date | None = None
    decree: bool = True

    @property
    def is_judged(self) -> bool:
        """Whether the form NĐ 30 gives is asked of it: a file made elsewhere, under the decree, not normative."""
        return self.head.elsewhere and self.decree and not self.head.normative

    def of(self, *roles: str) -> list[Paragraph]:
        """The paragraphs of these parts."""
        return [one for one in self.paragraphs if one.role in roles]
