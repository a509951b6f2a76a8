"""``convert``: DOCX in, checked PDF out."""

from __future__ import annotations

import io
import time

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from generator.choices import Engine
from generator.errors import ConversionError, Problem
from generator.layout import Document, read
from generator.layout.tree import Block, Field, Paragraph, Run, Tab
from generator.pdf.libreoffice import convert_with_libreoffice
from generator.pdf.result import PdfResult
from generator.pdf.typst_engine import compile_source
from generator.pdf.typst_source import write_source


def convert(docx: bytes, *, engine: Engine = "typst", bundled_fonts: bool = False) -> PdfResult:
    """The PDF of a DOCX, drawn faithfully or refused.

    Raises ``ConversionError`` that lists every construct the engine cannot draw and every character the font
    does not have. ``bundled_fonts`` ignores the fonts of the machine, for output equal on every machine.
    """
    started = time.perf_counter()
    document = read(docx)
    asked: tuple[str, ...]
    if engine == "typst":
        source = write_source(document, bundled_only=bundled_fonts)
        pdf, asked = compile_source(source), source.asked
    else:
        pdf, asked = convert_with_libreoffice(docx), _asked(document)
    pages, embedded = _inspect(pdf, engine)
    return PdfResult(pdf, pages, asked, embedded, engine, time.perf_counter() - started)


def _asked(document: Document) -> tuple[str, ...]:
    found: set[str] = set()

    def walk(blocks: list[Block]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                found.update(i.format.font for i in block.items if isinstance(i, Run | Tab | Field))
            else:
                for row in block.rows:
                    for cell in row.cells:
                        walk(cell.blocks)

    for section in document.sections:
        walk(section.blocks)
        for blocks in (*section.headers.values(), *section.footers.values()):
            walk(blocks)
    return tuple(sorted(found))


def _inspect(pdf: bytes, engine: Engine) -> tuple[int, tuple[str, ...]]:
    """The page count and the embedded font names of a finished PDF, which proves that it opens."""
    try:
        reader = PdfReader(io.BytesIO(pdf))
        names: set[str] = set()
        seen: set[object] = set()
        for page in reader.pages:
            fonts = page.get("/Resources", {}).get_object().get("/Font", {}).get_object()
            for font in fonts.values():
                reference = getattr(font, "indirect_reference", None) or font
                number = getattr(reference, "idnum", id(font))
                if number not in seen:
                    seen.add(number)
                    names.add(str(font.get_object().get("/BaseFont", ""))[1:].rpartition("+")[2])
        count = len(reader.pages)
    except (PyPdfError, OSError, ValueError, AttributeError) as error:
        raise ConversionError(
            Problem("PDF", f"bộ dựng {engine} tạo ra tệp PDF không mở được", "thử bộ dựng kia (--engine)")
        ) from error
    if not count:
        raise ConversionError(Problem("PDF", f"bộ dựng {engine} tạo ra PDF không có trang nào", "kiểm tra tệp DOCX"))
    return count, tuple(sorted(name for name in names if name))
