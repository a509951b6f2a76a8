"""``compile_in_parts``: the PDF of a document with a very long table, a few thousand of its cells at a time."""

from __future__ import annotations

from collections.abc import Sequence

from generator.layout.tree import Document
from generator.logs import get_logger
from generator.pdf.finishing.plain import NotPlainError
from generator.pdf.parts.cutting import PART, Cutter, Overlap, Part, Start, Tail
from generator.pdf.parts.fitness import may_be_cut
from generator.pdf.parts.joining import Joiner, Kept
from generator.pdf.parts.length import LONG
from generator.pdf.parts.memory import give_back
from generator.pdf.parts.part_pdf import PartPdf
from generator.pdf.parts.rows import page_starts
from generator.pdf.running.job import Typst
from generator.pdf.typst.engine import Attachment, compile_source, here
from generator.pdf.typst.source import Source, write_source
from generator.records import record

_LOG = get_logger(__name__)
_TIMES = (1, 3, 9)  # as large as usual: few rows to a page, or many that part at its end, leave few places to cut


@record(frozen=True)
class _Cut:
    """Where a part ends: before ``page``, which row ``row`` begins; row ``before`` begins the page before it."""

    page: int
    row: int
    before: int


def compile_in_parts(
    document: Document,
    source: Source,
    attachments: Sequence[Attachment] = (),
    *,
    bundled_only: bool = False,
    typst: Typst | None = None,
    long: int = LONG,
    part: int = PART,
) -> bytes | None:
    """The PDF, page for page what Typst makes of ``source``; ``None`` for a document to be made in one run.

    ``long`` and ``part`` are in cells: of a table that is cut, and of one part of it.
    """
    cutter = Cutter(document, long, part)
    if not may_be_cut(document, source.text, cutter, long):
        return None
    try:
        return _compile(cutter, document, attachments, bundled_only, typst or here())
    except NotPlainError:
        _LOG.info("PDF not made in parts: a page or an element goes from one into the next")
        return None


def _compile(
    cutter: Cutter, document: Document, attachments: Sequence[Attachment], bundled_only: bool, typst: Typst
) -> bytes:
    give_back()
    start: Start | None = Start(0, document.sections[0].number_start or 1)
    joiner: Joiner | None = None
    while start is not None:
        part, made, cut = _set(cutter, start, () if joiner else attachments, bundled_only, typst)
        joiner = joiner or Joiner(made.objects.version)
        joiner.add(made, _kept(part, made, cut))
        start = _next(part, made, cut, document)
    if joiner is None:
        raise NotPlainError
    return joiner.finish()


def _set(
    cutter: Cutter, start: Start, attachments: Sequence[Attachment], bundled_only: bool, typst: Typst
) -> tuple[Part, PartPdf, _Cut | None]:
    """The part that begins there, its PDF, and where it ends; larger where its pages give no place to end it."""
    for times in _TIMES:
        part = cutter.part(start, times)
        if start.section == 0 and not start.overlap and part.tail is None and part.then is None:  # nowhere to cut
            raise NotPlainError
        made = PartPdf(compile_source(write_source(part.document, bundled_only=bundled_only), attachments, typst))
        typst.forget()
        cut = _cut(part, made, part.tail) if part.tail else None
        if cut is not None or part.tail is None:
            return part, made, cut
    raise NotPlainError


def _cut(part: Part, made: PartPdf, tail: Tail) -> _Cut | None:
    """The last page of the part that begins with a row at which a part may begin, as does the page before it."""
    rows = made.rows(last=True)
    if len(rows) != tail.count:
        raise NotPlainError
    down = tail.first - tail.heads
    at = {
        page: row + down
        for page, row in page_starts(rows).items()
        if row + down < tail.end and row + down in tail.begins
    }
    first_kept = 1 if part.start.overlap else 0
    for page in range(len(made.pages) - 1, first_kept, -1):
        if page in at and page - 1 in at:
            return _Cut(page, at[page], at[page - 1])
    return None


def _kept(part: Part, made: PartPdf, cut: _Cut | None) -> Kept:
    overlap, tail = part.start.overlap, part.tail
    skipped = down = 0
    if overlap is not None:
        skipped, down = part.heads + overlap.fresh - overlap.first, overlap.first - part.heads
        if page_starts(made.rows(last=False)).get(1) != skipped:  # the page both parts hold is not the same
            raise NotPlainError
    kept = Kept(1 if overlap else 0, len(made.pages), skipped, part.heads, down)
    if cut is None or tail is None:
        return kept
    limit = cut.row - tail.first + tail.heads
    return Kept(kept.first, cut.page, skipped, part.heads, down, limit, cut.row - cut.before)


def _next(part: Part, made: PartPdf, cut: _Cut | None, document: Document) -> Start | None:
    start = part.start
    if cut is not None and part.tail is not None:
        return Start(start.section, start.number + cut.page - 1, Overlap(part.tail.block, cut.before, cut.row))
    if part.then is None:
        return None
    number = document.sections[part.then].number_start
    if number is None:
        if any(section.number_start is not None for section in part.document.sections[1:]):
            raise NotPlainError
        number = start.number + len(made.pages)
    return Start(part.then, number)
