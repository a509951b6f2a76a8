"""Typst source in, PDF/A-2a and PDF/UA-1 out; the same source gives the same bytes."""

from __future__ import annotations

import typst

from generator.errors import ConversionError, Problem
from generator.pdf.typefaces import font_book
from generator.pdf.typst_source import Source

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]


def compile_source(source: Source) -> bytes:
    """The PDF of the source; ``ConversionError`` when Typst refuses it."""
    try:
        made = typst.compile(
            source.text.encode(),
            font_paths=font_book(list(source.faces)),
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=STANDARDS,
            timestamp=source.moment,
        )
    except (typst.TypstError, RuntimeError) as error:
        message = getattr(error, "message", "") or str(error)
        raise ConversionError(
            Problem("Bộ dựng PDF", f"không dựng được văn bản: {message}", "thử --engine libreoffice và báo lỗi này")
        ) from error
    return made
