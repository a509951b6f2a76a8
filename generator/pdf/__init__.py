"""DOCX to PDF, by the bundled engine (Typst) or by LibreOffice."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.pdf.converting import convert, drawings, pictures, set_plainly
    from generator.pdf.finishing.links import links_of
    from generator.pdf.office.pool import OfficePool
    from generator.pdf.result import PdfResult
    from generator.pdf.running.confined import ConfinedTypst
    from generator.pdf.running.job import Typst
    from generator.pdf.typst.engine import Attachment

_EXPORTS = {
    "Attachment": "generator.pdf.typst.engine",
    "ConfinedTypst": "generator.pdf.running.confined",
    "OfficePool": "generator.pdf.office.pool",
    "PdfResult": "generator.pdf.result",
    "Typst": "generator.pdf.running.job",
    "convert": "generator.pdf.converting",
    "drawings": "generator.pdf.converting",
    "links_of": "generator.pdf.finishing.links",
    "pictures": "generator.pdf.converting",
    "set_plainly": "generator.pdf.converting",
}
__all__ = [
    "Attachment",
    "ConfinedTypst",
    "OfficePool",
    "PdfResult",
    "Typst",
    "convert",
    "drawings",
    "links_of",
    "pictures",
    "set_plainly",
]


def __getattr__(name: str) -> Any:
    # Loaded on first use: what Typst draws needs no LibreOffice, and Typst's child is to start before the rest is read.
    if name in _EXPORTS:
        return getattr(import_module(_EXPORTS[name]), name)
    raise AttributeError(name)
