"""A Word file with the changes of a case made in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from generator.defects.changes import NotApplicableError, edits_of
from generator.editing.applying import apply
from generator.layout.tree import Document
from generator.opc import WORD, Package
from generator.parts.model import Part, Parts


def changed(
    docx: bytes, changes: Sequence[Mapping[str, Any]], document: Document, parts: Parts, moment: datetime
) -> bytes:
    """The file, which was read as ``document`` and ``parts``, with the changes made.

    A change with ``tep`` is of the text of that part of the package: ``tim`` becomes ``thay`` wherever it stands
    (``{so}`` in them is the line of the document's number).
    Raises NotApplicableError for a file that lacks what a change is of.
    """
    made = apply(docx, edits_of(changes, document, parts), tracked=False, moment=moment)
    written = [change for change in changes if "tep" in change]
    if not written:
        return made
    package = Package.open(made, WORD)
    for change in written:
        old, new = (change[key].replace("{so}", parts.text(Part.NUMBER)).encode() for key in ("tim", "thay"))
        if old not in package.parts.get(change["tep"], b""):
            raise NotApplicableError(change["tep"])
        package.parts[change["tep"]] = package.parts[change["tep"]].replace(old, new)
    return package.to_bytes()
