"""The two tables of a report: each target with its verdict, and the full figures behind them for the annex."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import repeat

from generator.compose.inline import Inline
from generator.compose.report.cells import NONE, centred, counted, left, paths_of, paths_of_row
from generator.compose.report.context import ReportContext, is_corrected, is_estimated, reached
from generator.compose.tables import block_of, header_cell, kept_together
from generator.content import Block, Cell, Column, Rich, Table
from generator.content import Row as TableRow
from generator.results import Assessment, Comparison, Figure, Row, Trend, Verdict
from generator.results.periods import year_ago
from generator.wording.characters import capitalise_first
from generator.wording.times.dates import short_date

RESULT_FIELDS = ("don_vi", "chi_tieu", "ket_qua", "chenh_lech", "ky_truoc", "cung_ky", "danh_gia", "tu_so", "mau_so",
                 "cach_tinh", "bao_cao", "minh_chung")  # fmt: skip
"""The fields that the columns of the tables of results show, each only where some row fills it."""

_FEW = 3  # rows of an objective that stay on one page; more would leave half of it empty
_MOST_DAYS = 2
_Kind = tuple[str, str, float, Callable[[Row, str], Cell]]  # field, heading, width, what a row printed at a place says


def verdict_table(context: ReportContext) -> Block:
    """Each target with unit, result, difference, trend and verdict; columns nobody fills are left out."""
    report, inline, trace = context.report, context.inline, context.trace

    rows = report.rows
    in_points = all(row.difference.in_points for row in rows if row.difference)

    def short(found: Figure) -> str:
        if not found.in_points:
            return found.text
        return found.shown.digits if in_points else f"{found.shown.digits} điểm\u00a0%"

    def figure(name: str, of: Callable[[Row], Figure | None]) -> Callable[[Row, str], Cell]:
        def cell(row: Row, where: str) -> Cell:
            found = of(row)
            if found is None:
                return centred(NONE)
            trace.note(found, f"Bảng kết quả, {where}, cột {name}")
            return centred(short(found), of=paths_of(found))

        return cell

    def trend(name: str, of: Callable[[Row], Comparison | None]) -> Callable[[Row, str], Cell]:
        def cell(row: Row, where: str) -> Cell:
            found = of(row)
            if found is None:
                return centred(NONE)
            of_both = paths_of(row.result, found.result)
            if found.change is None:
                return centred(found.trend, of=of_both)
            trace.note(found.change, f"Bảng kết quả, {where}, cột {name}")
            if found.trend is Trend.SAME:
                return centred(found.trend, of=of_both)
            if found.relative is None:
                return centred(short(found.change), of=of_both)
            trace.note(found.relative, f"Bảng kết quả, {where}, cột {name}")
            return centred(short(found.change), f"({found.relative.text})", of=of_both)

        return cell

    kinds: list[_Kind] = [
        ("chi_tieu", "Chỉ tiêu", 2.6, lambda row, _: left(inline, row.target.text if row.target else NONE))
    ]
    if any(row.unit for row in rows):
        kinds.insert(0, ("don_vi", "Đơn vị", 3.4, lambda row, _: left(inline, row.unit or "Chung")))

    def result(row: Row, where: str) -> Cell:
        if row.result is None:
            return centred(NONE, of=paths_of_row(row))
        trace.note(row.result, f"Bảng kết quả, {where}, cột Kết quả")
        text = reached(row, row.result.text) + (" (*)" if is_corrected(row) else "")
        if row.in_period is None:
            return centred(text, of=paths_of(row.result))
        trace.note(row.in_period, f"Bảng kết quả, {where}, cột Kết quả, trong kỳ")  # the result is of the span so far
        so_far = counted(Rich.plain(f"lũy kế {text}"), paths_of(row.result))
        return Cell(
            (so_far, counted(Rich.plain(f"trong kỳ {row.in_period.text}"), paths_of(row.in_period))), align="center"
        )

    kinds.append(("ket_qua", "Kết quả", 1.8, result))
    heading = "Chênh lệch (điểm %)" if in_points else "Chênh lệch"
    kinds.append(("chenh_lech", heading, 1.7, figure(heading, lambda row: row.difference)))
    before = next((row.previous.period for row in rows if row.previous), None)
    if before is not None and before != year_ago(report.period):
        heading = f"So với {before}"
        kinds.append(("ky_truoc", heading, 1.8, trend(heading, lambda row: row.previous)))
    if any(row.year_ago for row in rows):
        kinds.append(("cung_ky", "So với cùng kỳ", 1.7, trend("So với cùng kỳ", lambda row: row.year_ago)))
    kinds.append(("danh_gia", "Đánh giá", 2.4, lambda row, _: _verdict(row)))
    return _table("ket_qua", report, inline, kinds, "Kết quả thực hiện từng chỉ tiêu", lambda row: [row])


def figures_table(context: ReportContext) -> Block:
    """Every target with numerator, denominator, computation, who reported when and the evidence; parts below."""
    report, inline, trace = context.report, context.inline, context.trace

    def result(row: Row, where: str) -> Cell:
        if row.result is None:
            return centred(NONE, of=paths_of_row(row))
        trace.note(row.result, f"Phụ lục số liệu, {where}, cột Kết quả")
        return centred(reached(row, row.result.text) + (" (*)" if is_corrected(row) else ""), of=paths_of(row.result))

    def part(name: str, key: str, of: Callable[[Row], int | None]) -> Callable[[Row, str], Cell]:
        def cell(row: Row, where: str) -> Cell:
            number = of(row)
            if number is None or row.result is None:
                return centred(NONE, of=paths_of_row(row))
            figure = Figure.count(number, row.amount.formula if row.amount else "", row.result.sources)
            trace.note(figure, f"Phụ lục số liệu, {where}, cột {name}")
            return centred(figure.text, of=(path for path in paths_of(row.result) if path[-1] == key))

        return cell

    kinds: list[_Kind] = [
        ("chi_tieu", "Chỉ tiêu", 2.6, lambda row, _: left(inline, row.target.text if row.target else NONE)),
        ("tu_so", "Tử số", 1.2, part("Tử số", "tu_so", lambda row: row.numerator)),
        ("mau_so", "Mẫu số", 1.2, part("Mẫu số", "mau_so", lambda row: row.denominator)),
        ("ket_qua", "Kết quả", 1.5, result),
        ("cach_tinh", "Cách tính, đánh giá", 4.2, lambda row, _: _computed(row)),
        ("bao_cao", "Người, ngày báo cáo", 2.4, lambda row, _: _reported(row)),
        ("minh_chung", "Minh chứng", 3.2, lambda row, _: Cell(tuple(inline.cell(text) for text in row.evidence))),
    ]
    if any(line.unit for row in report.rows for line in (row, *row.parts)):
        kinds.insert(0, ("don_vi", "Đơn vị", 3.0, lambda row, _: left(inline, row.unit or "Chung")))
    return _table("so_lieu", report, inline, kinds, "Số liệu chi tiết của từng chỉ tiêu", lambda row: [row, *row.parts])


def _table(
    source: str,
    report: Assessment,
    inline: Inline,
    kinds: list[_Kind],
    description: str,
    rows_of: Callable[[Row], list[Row]],
) -> Block:
    groups: list[tuple[TableRow, list[TableRow]]] = []
    for objective in report.objectives:
        title = Rich.plain(f"{objective.number}. ", bold=True) + inline.rich(objective.objective.text, bold=True)
        heading = TableRow((Cell((title,), columns=len(kinds)),), keep_with_next=True)
        lines = [line for row in objective.rows for line in rows_of(row)]
        rows = [
            TableRow(tuple(cell(line, f"mục tiêu {objective.number}, dòng {n}") for *_, cell in kinds))
            for n, line in enumerate(lines, start=1)
        ]
        groups.append((heading, kept_together(rows) if len(rows) <= _FEW else rows))
    table = Table(
        columns=tuple(Column(width) for _, _, width, _ in kinds),
        header=(TableRow(tuple(header_cell(Rich.plain(heading)) for _, heading, *_ in kinds)),),
        body=tuple(row for heading, rows in groups for row in (heading, *rows)),
        description=f"{description}, {report.period}",
    )
    headings = [(key, heading) for key, heading, *_ in kinds]
    fixed = [heading for key, heading in headings if key in ("chenh_lech", "ky_truoc")]
    return block_of(source, table, headings, groups, fixed, repeat(dict.fromkeys(RESULT_FIELDS, ())))


def _verdict(row: Row) -> Cell:
    if row.verdict is None or (row.verdict is Verdict.NO_DATA and row.reason):
        return centred(capitalise_first(row.reason or "không xét"), of=paths_of_row(row))
    said = row.state
    if is_estimated(row) and row.verdict in (Verdict.MET, Verdict.MISSED):
        said = f"Ước {said.lower()}"
    return centred(said, bold=row.verdict is Verdict.MISSED, of=paths_of_row(row))


def _computed(row: Row) -> Cell:
    # With spaces, so that every program breaks the line in the same places.
    assessed = f"đánh giá theo mức: {str(row.verdict).lower()}" if row.verdict and row.target is None else ""
    texts = [(row.arithmetic or row.reason or assessed).replace(")/(", ") / ("), *row.notes]
    if is_estimated(row) and row.amount:
        periods = dict.fromkeys(str(replace(term.result.period, year=None)) for term in row.amount.estimated)
        texts.append(f"ước thực hiện: {', '.join(periods)}")
    return Cell(tuple(counted(Rich.plain(text), paths_of_row(row)) for text in texts if text))


def _reported(row: Row) -> Cell:
    terms = row.amount.terms if row.amount else ()
    paths = [("ket_qua", term.index, "ngay_bao_cao") for term in terms if term.result.reported]
    return Cell(tuple(counted(Rich.plain(text), paths) for text in _who_and_when(row)))


def _who_and_when(row: Row) -> Iterator[str]:
    results = [term.result for term in row.amount.terms] if row.amount else []
    days = sorted({result.reported for result in results if result.reported})
    if len(days) > _MOST_DAYS and not any(result.reporter for result in results):
        yield f"từ {short_date(days[0])} đến {short_date(days[-1])}"
        return
    lines = (
        ", ".join(part for part in (result.reporter, short_date(result.reported) if result.reported else "") if part)
        for result in results
    )
    yield from dict.fromkeys(line for line in lines if line)
