"""Whether a PDF opens, and what is in it: the only proof that an engine has made one."""

from __future__ import annotations

import io
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from generator.errors import ConversionError, Problem

_START, _END = b"%PDF-", b"%%EOF"
_NEAR = 1024  # bytes; a file that stops earlier was not written to its end
_BROKEN = (PyPdfError, OSError, ValueError, AttributeError, KeyError, TypeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Inspection:
    """The page count, the names of the embedded typefaces, and the program that the PDF names as its maker."""

    pages: int
    fonts: tuple[str, ...]
    producer: str


def inspect(pdf: bytes, engine: str, *, strict: bool = False) -> Inspection:
    """What a finished PDF holds; ``ConversionError`` when it does not open, is cut short or has no pages.

    ``strict`` forgives no fault that a reader could mend, and takes half the time.
    """
    if not pdf.startswith(_START) or _END not in pdf[-_NEAR:]:
        raise _unreadable(engine)
    try:
        reader = PdfReader(io.BytesIO(pdf), strict=strict)
        count = len(reader.pages)
        fonts = _fonts(reader)
        said = reader.metadata
        producer = str(said.producer or "") if said is not None else ""
    except _BROKEN as error:
        raise _unreadable(engine) from error
    if not count:
        raise ConversionError(Problem("PDF", f"bộ dựng {engine} tạo ra PDF không có trang nào", "kiểm tra tệp DOCX"))
    return Inspection(count, fonts, producer)


def _unreadable(engine: str) -> ConversionError:
    what = f"bộ dựng {engine} tạo ra tệp PDF không mở được"
    return ConversionError(Problem("PDF", what, "mở và lưu lại tệp DOCX bằng Word, hoặc thử bộ dựng kia (--engine)"))


def _fonts(reader: PdfReader) -> tuple[str, ...]:
    names: set[str] = set()
    seen: set[int] = set()
    for page in reader.pages:
        resources = page.get("/Resources")
        fonts = resources.get_object().get("/Font") if resources is not None else None
        if fonts is None:  # a blank page
            continue
        for font in fonts.get_object().values():
            reference = getattr(font, "indirect_reference", None) or font
            number = getattr(reference, "idnum", id(font))
            if number not in seen:
                seen.add(number)
                names.add(str(font.get_object().get("/BaseFont", ""))[1:].rpartition("+")[2])
    return tuple(sorted(name for name in names if name))
