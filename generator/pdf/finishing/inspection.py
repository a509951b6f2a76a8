"""Whether a PDF opens, and what is in it: the only proof that an engine has made one."""

from __future__ import annotations

from generator.errors import ConversionError, Problem
from generator.pdf.finishing.plain import NotPlainError, PlainPdf
from generator.records import record

_START, _END = b"%PDF-", b"%%EOF"
_NEAR = 1024  # bytes; a file that stops earlier was not written to its end


@record(frozen=True)
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
        found = _plain(pdf)
    except NotPlainError:  # not written as Typst does, or damaged: for a reader of any PDF to say
        from generator.pdf.finishing.any_pdf import UnreadableError, read  # here: its import takes long

        try:
            found = Inspection(*read(pdf, strict=strict))
        except UnreadableError as error:
            raise _unreadable(engine) from error
    if not found.pages:
        raise ConversionError(Problem("PDF", f"bộ dựng {engine} tạo ra PDF không có trang nào", "kiểm tra tệp DOCX"))
    return found


def _unreadable(engine: str) -> ConversionError:
    what = f"bộ dựng {engine} tạo ra tệp PDF không mở được"
    return ConversionError(Problem("PDF", what, "mở và lưu lại tệp DOCX bằng Word, hoặc thử bộ dựng kia (--engine)"))


def _plain(pdf: bytes) -> Inspection:
    """The same by the file's one table of objects, each line of which is held against the object it names."""
    file = PlainPdf.read(pdf)
    file.check_table()
    pages = file.pages()
    names = {name.rpartition("+")[2] for name in file.font_names(pages)}
    return Inspection(len(pages), tuple(sorted(names)), file.producer())
