"""``convert``: DOCX in, checked PDF out; ``pictures``: its pages as PNG."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from generator.choices import Engine
from generator.errors import ConversionError, Problem
from generator.fingerprints import blank_mark, mark_pdf, mark_png
from generator.layout import Document, read
from generator.layout.workload import check_workload
from generator.logs import get_logger
from generator.particulars import PROGRAM, from_properties
from generator.pdf.finishing.inspection import inspect
from generator.pdf.finishing.metadata import replace_metadata
from generator.pdf.finishing.xmp import add_particulars
from generator.pdf.parts.length import has_long_table
from generator.pdf.result import PdfResult
from generator.pdf.running.job import Typst
from generator.pdf.seen.refusing import BeyondError, refuse_beyond, told_cut
from generator.pdf.settling import settled
from generator.pdf.typst import engine as typst_engine
from generator.pdf.typst.cells.growing import may_grow
from generator.pdf.typst.engine import Attachment
from generator.pdf.typst.source import Source, write_source
from generator.pdf.uncollected import uncollected

_LOG = get_logger(__name__)
DPI = 144.0
LEAST_DPI, MOST_DPI = 18.0, 600.0
_SHOWN = 5  # constructs named in a note
_SIGNED = "tệp Word có chữ ký số: chữ ký không chuyển sang PDF, cần ký lại trên PDF"
_EDITED = (
    "tệp Word đã sửa ngoài vanthu: số, ngày, trích yếu trong siêu dữ liệu lấy từ thuộc tính của tệp "
    "(Tệp → Thông tin → Thuộc tính nâng cao), hãy sửa ở đó nếu đã đổi trong văn bản"
)


class Office(Protocol):
    """LibreOffice at hand: an ``OfficePool``, or what makes one when it is needed."""

    def convert(self, docx: bytes) -> bytes:
        """The PDF LibreOffice makes of a DOCX."""


def convert(
    docx: bytes,
    *,
    engine: Engine = "typst",
    bundled_fonts: bool = False,
    office: Office | None = None,
    attachments: Sequence[Attachment] = (),
    typst: Typst | None = None,
    word_lines: bool = False,
    keep_layout: bool = False,
) -> PdfResult:
    """The PDF of a DOCX, drawn faithfully or refused.

    ``auto`` draws with Typst, and with LibreOffice where the document holds what Typst cannot draw. ``office`` is
    the pool to convert in, else one job's own. ``bundled_fonts`` ignores the fonts of the machine, for output equal
    on every machine. ``attachments`` make the file PDF/A-3a; only Typst takes them. ``typst`` is where Typst runs, else
    in this process: ``ConfinedTypst`` for files whose makers are not known. ``word_lines`` ends justified lines where
    Word 2013 and later do, their spaces narrowed for one more word, else where LibreOffice 7 does.
    ``keep_layout`` hands the layout over with the PDF, for a judgement of the file; not where drawing changes it, as
    columns that grow do.
    Raises ``ConversionError`` that lists every construct the engine cannot draw and every character the font
    does not have.
    """
    with uncollected():
        started = time.perf_counter()
        document = read(docx, origins=keep_layout)
        document.settings.squeezes = word_lines
        stays = keep_layout and not any(may_grow(section.blocks) for section in document.sections)
        result = _convert(docx, document, started, engine, bundled_fonts, office, attachments, typst)
    _LOG.info("PDF converted: %s, %d pages, %.2f s", result.engine, result.pages, result.seconds)
    return replace(result, layout=document) if stays else result


def _convert(
    docx: bytes,
    document: Document,
    started: float,
    engine: Engine,
    bundled_fonts: bool,
    office: Office | None,
    attachments: Sequence[Attachment],
    typst: Typst | None,
) -> PdfResult:
    word_lines = document.settings.squeezes
    if engine == "libreoffice" and attachments:
        raise ConversionError(Problem("LibreOffice", "không đính kèm được tệp vào PDF", "dùng --engine typst"))
    if engine == "libreoffice" and word_lines:
        raise ConversionError(
            Problem("LibreOffice", "không ngắt dòng như Word được (--word-lines)", "dùng --engine typst")
        )
    if engine == "libreoffice":
        return _by_libreoffice(docx, document, started, office)
    check_workload(document)
    try:
        return _by_typst(document, started, bundled_fonts, attachments, typst)
    except ConversionError as error:
        if engine == "typst" or attachments:
            raise
        undrawn = error
        _LOG.info("PDF not drawn by Typst, handed to LibreOffice: %d constructs", len(error.problems))
    return _instead(docx, document, started, office, undrawn)


def pictures(
    docx: bytes,
    dpi: float = DPI,
    *,
    bundled_fonts: bool = False,
    typst: Typst | None = None,
    word_lines: bool = False,
) -> list[bytes]:
    """The pages of a DOCX as PNG images of ``dpi`` dots an inch, from the same tree as its PDF.

    Raises ``ConversionError`` as ``convert`` with Typst does.
    """
    if not LEAST_DPI <= dpi <= MOST_DPI:
        what = f"độ phân giải {dpi:g} ngoài khoảng {LEAST_DPI:g}–{MOST_DPI:g} dpi"
        raise ConversionError(Problem("Ảnh trang", what, "chọn 96 đến 300"))
    with uncollected():
        document = read(docx)
        document.settings.squeezes = word_lines
        check_workload(document)
        pages = settled(document, lambda: _pictures(document, dpi, bundled_fonts, typst))
    return [mark_png(page) for page in pages]


def set_plainly(document: Document, *, bundled_fonts: bool = False, typst: Typst | None = None) -> bytes:
    """The PDF of a layout that is to be looked into, not handed out: unchecked, without particulars.

    Raises ``ConversionError`` as ``convert`` with Typst does.
    """
    with uncollected():
        check_workload(document)
        return settled(
            document,
            lambda: typst_engine.compile_source(write_source(document, bundled_only=bundled_fonts), (), typst),
        )


def drawings(document: Document, *, bundled_fonts: bool = False, typst: Typst | None = None) -> list[bytes]:
    """The pages of a layout as SVG, to be looked at while it is written: unchecked.

    Raises ``ConversionError`` as ``convert`` with Typst does.
    """
    with uncollected():
        check_workload(document)
        return settled(
            document,
            lambda: typst_engine.compile_drawings(
                write_source(document, bundled_only=bundled_fonts, titled=False), typst
            ),
        )


def _pictures(document: Document, dpi: float, bundled_fonts: bool, typst: Typst | None) -> list[bytes]:
    source = write_source(document, bundled_only=bundled_fonts)
    source, _ = _beyond(source, typst)
    pages = typst_engine.compile_pictures(source, dpi, typst)
    refuse_beyond(typst_engine.compile_source(source, (), typst), document)
    return pages


def _by_typst(
    document: Document, started: float, bundled_fonts: bool, attachments: Sequence[Attachment], typst: Typst | None
) -> PdfResult:
    return settled(document, lambda: _drawn(document, started, bundled_fonts, attachments, typst))


def _drawn(
    document: Document, started: float, bundled_fonts: bool, attachments: Sequence[Attachment], typst: Typst | None
) -> PdfResult:
    source = write_source(document, bundled_only=bundled_fonts)
    source, beyond = _beyond(source, typst)
    made = _set(document, source, bundled_fonts, attachments, typst)
    refuse_beyond(made, document)
    cut = told_cut(made, document) if source.cuts else []
    pdf = _finished(made, document)
    inside = inspect(pdf, "Typst", strict=True)
    return PdfResult(
        pdf, inside.pages, source.asked, inside.fonts, "typst", time.perf_counter() - started,
        fonts_missing=source.missing,
        fonts_equal=source.equal,
        standards=typst_engine.STANDARDS_WITH_FILES if attachments else typst_engine.STANDARDS,
        notes=(*source.loans, *beyond, *cut, *_notes(document)),
        empty=source.empty,
    )  # fmt: skip


def _beyond(source: Source, typst: Typst | None) -> tuple[Source, list[str]]:
    """The source with those boxes cut off whose text would cover anything, and which have text over their end."""
    if not source.overfull:
        return source, []
    from generator.pdf.typst.sheets.overfull import DPI as LOW  # here: few documents have such boxes
    from generator.pdf.typst.sheets.overfull import cut, probes, told

    bare, patched = (
        typst_engine.compile_pictures(replace(source, text=text), LOW, typst) for text in probes(source.text)
    )
    notes, covering = told(source.overfull, bare, patched, missing=[asked for asked, _ in source.missing])
    return (replace(source, text=cut(source.text, covering), cuts=True) if covering else source), notes


def _set(
    document: Document, source: Source, bundled_fonts: bool, attachments: Sequence[Attachment], typst: Typst | None
) -> bytes:
    """The PDF of the source, a very long table in parts where that gives the same pages."""
    if has_long_table(document) and not document.paged:
        from generator.pdf.parts.conversion import compile_in_parts  # here: few documents are that long

        made = compile_in_parts(document, source, attachments, bundled_only=bundled_fonts, typst=typst)
        if made is not None:
            return made
    return typst_engine.compile_source(source, attachments, typst)


def _by_libreoffice(docx: bytes, document: Document, started: float, office: Office | None, why: str = "") -> PdfResult:
    from generator.pdf.office import libreoffice  # here, with the next two: Typst draws nearly all
    from generator.pdf.office.fonts_asked import fonts_asked, fonts_replaced
    from generator.pdf.office.pool import OfficePool

    if office is None:
        with OfficePool() as own:
            pdf = own.convert(docx)
    else:
        pdf = office.convert(docx)
    pdf = _finished(pdf, document)
    inside = inspect(pdf, "LibreOffice")
    asked = fonts_asked(document)
    missing, equal = fonts_replaced(asked, inside.fonts)
    return PdfResult(
        pdf, inside.pages, asked, inside.fonts, "libreoffice", time.perf_counter() - started,
        fonts_missing=missing,
        fonts_equal=equal,
        standards=libreoffice.STANDARDS,
        notes=(*((f"{why}{inside.producer or 'LibreOffice'} vẽ thay",) if why else ()), *_notes(document)),
    )  # fmt: skip


def _instead(
    docx: bytes, document: Document, started: float, office: Office | None, undrawn: ConversionError
) -> PdfResult:
    """The PDF by LibreOffice, saying what Typst could not draw; both engines' problems when that fails too."""
    shown = "; ".join(_told(problem) for problem in undrawn.problems[:_SHOWN])
    rest = len(undrawn.problems) - _SHOWN
    why = f"{shown}{f'; và {rest} chỗ khác' if rest > 0 else ''}: "
    try:
        made = _by_libreoffice(docx, document, started, office, why)
    except ConversionError as error:
        raise ConversionError([*undrawn.problems, *error.problems]) from error
    if isinstance(undrawn, BeyondError):
        from generator.pdf.seen.lacking import lacks  # here: few documents have text beyond the paper

        if lacks(made.pdf, document, undrawn.texts):
            raise undrawn
    return made


def _told(problem: Problem) -> str:
    return f"{problem.place}: {problem.what}" if problem.place else problem.what


def _finished(pdf: bytes, document: Document) -> bytes:
    particulars = from_properties(document.properties.custom)
    return mark_pdf(replace_metadata(pdf, lambda packet: blank_mark(add_particulars(packet, particulars))))


def _notes(document: Document) -> tuple[str, ...]:
    said = document.properties
    notes = list(document.notes)
    if said.signed:
        notes.append(_SIGNED)
    if said.modified_by != PROGRAM and any(from_properties(said.custom).said()):
        notes.append(_EDITED)
    return tuple(notes)
