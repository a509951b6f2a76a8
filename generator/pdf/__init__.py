"""DOCX to PDF, by the bundled engine (Typst) or by LibreOffice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.pdf.convert import convert, pictures
from generator.pdf.result import PdfResult
from generator.pdf.typst.engine import Attachment

if TYPE_CHECKING:
    from generator.pdf.office.pool import OfficePool

__all__ = ["Attachment", "OfficePool", "PdfResult", "convert", "pictures"]


def __getattr__(name: str) -> Any:
    # Loaded on first use: what Typst draws needs no LibreOffice.
    if name == "OfficePool":
        from generator.pdf.office.pool import OfficePool

        return OfficePool
    raise AttributeError(name)
