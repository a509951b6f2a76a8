"""The fingerprint a finished file carries of itself, so that a later run knows whether anyone has changed it since.

It stands inside the file, because a manifest beside it is lost when one file is copied or sent: in the core properties
of a DOCX or XLSX and in the XMP of a PDF as ``dc:identifier``, which Word and PDF readers show nowhere and other
programs carry along when they save; in a text chunk of a PNG. Nothing but the content goes into it, so that the same
dossier gives the same bytes.
"""

from __future__ import annotations

from generator.fingerprints import packages, pdfs, pngs
from generator.fingerprints.mark import Mark
from generator.fingerprints.packages import mark_parts
from generator.fingerprints.pdfs import blank_mark, mark_pdf
from generator.fingerprints.pngs import mark_png, unmarked_png

__all__ = ["Mark", "blank_mark", "examine", "mark_parts", "mark_pdf", "mark_png", "unmarked_png"]


def examine(data: bytes) -> Mark:
    """Whether the file carries a fingerprint, and whether it is still that of its content."""
    if data.startswith(b"%PDF-"):
        return pdfs.examine(data)
    if data.startswith(pngs.SIGNATURE):
        return pngs.examine(data)
    if data.startswith(b"PK"):
        return packages.examine(data)
    return Mark.ABSENT
