"""Units side by side: their places on a common target, and those whose figures are missing or came late."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose.report.cells import centred, left, paths_of, plain_table
from generator.compose.report.context import ReportContext, dash, paragraph, reached
from generator.content import Block, Cell, Table
from generator.content import Row as TableRow
from generator.results import Figure, Row
from generator.results.reporting.ranking import Ranking
from generator.results.reporting.sending import late_units
from generator.wording.numerals.figures import thousands
from generator.wording.times.dates import short_date

_MOST_RANKED = 40  # more than a page of units: the first and the last say what is to be said
_ENDS_SHOWN = 15


def ranked(context: ReportContext) -> Iterator[Block]:
    """A table of places for each target that several units report on."""
    found = context.rankings
    if not found:
        yield paragraph("Không có chỉ tiêu chung nào có số liệu của từ 03 đơn vị trở lên để xếp hạng.")
    for ranking in found:
        asked = context.inline.plain(ranking.target) if ranking.target else "giao riêng cho từng đơn vị"
        yield paragraph(f"{context.called(ranking.objective)} (chỉ tiêu {asked}):")
        yield Block("bang", bang=_table(context, ranking))
        yield from _unranked(context, ranking)


def _table(context: ReportContext, ranking: Ranking) -> Table:
    lines = list(ranking.ranked)
    cut = len(lines) > _MOST_RANKED
    shown = [*lines[:_ENDS_SHOWN], *lines[-_ENDS_SHOWN:]] if cut else lines
    where = f"Xếp hạng, mục tiêu {ranking.number}"
    fractions = any(row.denominator for _, row in shown)
    body = []
    for n, (place, row) in enumerate(shown):
        if cut and n == _ENDS_SHOWN:
            hidden = f"… ({len(lines) - len(shown)} đơn vị khác)"
            body.append(TableRow((Cell((centred(hidden).paragraphs), columns=4 if fractions else 3, align="center"),)))
        body.append(TableRow(tuple(_cells(context, place, row, where, fractions=fractions))))
    kinds = [("Hạng", 0.8), ("Đơn vị", 4.2), *([("Số liệu", 1.8)] if fractions else []), ("Kết quả", 1.8)]
    return plain_table(kinds, body, f"Xếp hạng các đơn vị, {context.name(ranking.objective)}, {context.report.period}")


def _cells(context: ReportContext, place: int, row: Row, where: str, *, fractions: bool) -> Iterator[Cell]:
    sources = row.result.sources if row.result else ()
    unit = context.unit(row)
    context.trace.note(Figure.count(place, "xếp thứ tự theo kết quả", sources), f"{where}, {unit}, cột Hạng")
    yield centred(str(place))
    yield left(context.inline, row.unit or "")
    if fractions:
        said = f"{thousands(row.numerator or 0)}/{thousands(row.denominator or 0)}" if row.denominator else "–"
        yield centred(said, of=paths_of(row.result))
    if row.result:
        text = reached(row, context.noted(row.result, f"{where}, {unit}, cột Kết quả"))
        yield centred(text, of=paths_of(row.result))


def _unranked(context: ReportContext, ranking: Ranking) -> Iterator[Block]:
    nothing = [context.unit(row) for row in ranking.without if row.nothing_arisen]
    lacking = [context.unit(row) for row in ranking.without if not row.nothing_arisen]
    texts = [f"không phát sinh trong kỳ: {', '.join(nothing)}"] if nothing else []
    texts += [f"chưa đủ số liệu: {', '.join(lacking)}"] if lacking else []
    if texts:
        yield paragraph(f"Đơn vị không xếp hạng: {'; '.join(texts)}.")


def owing(context: ReportContext) -> Iterator[Block]:
    """The units without the figures of the period, by what they owe, and those that reported after the day due."""
    report, where = context.report, "Đơn vị thiếu số liệu"
    silent, missing = context.sending.silent, context.sending.owing
    late = late_units(context.dossier, report, context.document.results_due)
    if not missing and not late and not silent:
        yield paragraph("Các đơn vị đã gửi đủ số liệu của kỳ báo cáo.")
        return
    if silent:
        total = context.count(Figure.count(len(silent), "đếm đơn vị chưa gửi báo cáo", ()), "Đơn vị chưa gửi báo cáo")
        named = ", ".join(map(context.inline.plain, silent))
        yield paragraph(f"Đến thời điểm lập báo cáo chưa nhận được báo cáo của {total} đơn vị: {named}.")
    if missing:
        total = context.count(Figure.count(len(missing), "đếm đơn vị thiếu số liệu", ()), where)
        yield paragraph(f"Đến thời điểm lập báo cáo còn {total} đơn vị chưa gửi đủ số liệu.")
        names = {objective.number: context.name(objective.objective) for objective in report.objectives}
        by_debt: dict[tuple[tuple[int, str], ...], list[str]] = {}
        for unit in missing:
            by_debt.setdefault(unit.owed, []).append(context.inline.plain(unit.unit))
        for owed, units in by_debt.items():
            said = "; ".join(f"mục tiêu {number} - {names[number]} ({reason})" for number, reason in owed)
            yield dash(f"{', '.join(units)}: {said}.")
    if late and context.document.results_due:
        total = context.count(Figure.count(len(late), "đếm đơn vị báo cáo chậm", ()), "Đơn vị báo cáo chậm")
        due = short_date(context.document.results_due)
        yield paragraph(f"Có {total} đơn vị gửi số liệu sau hạn (ngày {due}).")
        for sent in late:
            numbers = ", ".join(map(str, sent.objectives))
            said = f"gửi ngày {short_date(sent.reported)}, chậm {sent.days_late} ngày (mục tiêu {numbers})"
            yield dash(f"{context.inline.plain(sent.unit)}: {said}.")
