"""The two tables of a report: each target with its verdict, and the full figures behind them for the annex."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.compose.inline import Inline
from generator.compose.report.tracing import Trace
from generator.compose.tables import header_cell, kept_together
from generator.content import Cell, Column, Rich, Table
from generator.content import Row as TableRow
from generator.results import Assessment, Comparison, Figure, Row, Trend, Verdict
from generator.results.periods import year_ago
from generator.wording.characters import capitalise_first
from generator.wording.times.dates import short_date

_NONE = "–"
_Kind = tuple[str, float, Callable[[Row, str], Cell]]  # heading, width, what it prints of a row printed at a place


def verdict_table(report: Assessment, inline: Inline, trace: Trace) -> Table:
    """Each target with unit, result, difference, trend and verdict; columns nobody fills are left out."""

    rows = report.rows
    in_points = all(row.difference.in_points for row in rows if row.difference)

    def short(found: Figure) -> str:
        if not found.in_points:
            return found.text
        return found.shown.digits if in_points else f"{found.shown.digits} điểm %"

    def figure(name: str, of: Callable[[Row], Figure | None]) -> Callable[[Row, str], Cell]:
        def cell(row: Row, where: str) -> Cell:
            found = of(row)
            if found is None:
                return _centred(_NONE)
            trace.note(found, f"Bảng kết quả, {where}, cột {name}")
            return _centred(short(found))

        return cell

    def trend(name: str, of: Callable[[Row], Comparison | None]) -> Callable[[Row, str], Cell]:
        def cell(row: Row, where: str) -> Cell:
            found = of(row)
            if found is None:
                return _centred(_NONE)
            if found.change is None:
                return _centred(found.trend)
            trace.note(found.change, f"Bảng kết quả, {where}, cột {name}")
            return _centred(found.trend if found.trend is Trend.SAME else short(found.change))

        return cell

    kinds: list[_Kind] = [("Chỉ tiêu", 2.6, lambda row, _: _left(inline, row.target.text if row.target else _NONE))]
    if any(row.unit for row in rows):
        kinds.insert(0, ("Đơn vị", 3.4, lambda row, _: _left(inline, row.unit or "Chung")))
    kinds.append(("Kết quả", 1.8, figure("Kết quả", lambda row: row.result)))
    heading = "Chênh lệch (điểm %)" if in_points else "Chênh lệch"
    kinds.append((heading, 1.7, figure(heading, lambda row: row.difference)))
    before = next((row.previous.period for row in rows if row.previous), None)
    if before is not None and before != year_ago(report.period):
        heading = f"So với {before}"
        kinds.append((heading, 1.8, trend(heading, lambda row: row.previous)))
    if any(row.year_ago for row in rows):
        kinds.append(("So với cùng kỳ", 1.7, trend("So với cùng kỳ", lambda row: row.year_ago)))
    kinds.append(("Đánh giá", 2.4, lambda row, _: _verdict(row)))
    return _table(report, inline, kinds, "Kết quả thực hiện từng chỉ tiêu", lambda row: [row])


def figures_table(report: Assessment, inline: Inline, trace: Trace) -> Table:
    """Every target with numerator, denominator, computation, who reported when and the evidence; parts below."""

    def result(row: Row, where: str) -> Cell:
        if row.result is None:
            return _centred(_NONE)
        trace.note(row.result, f"Phụ lục số liệu, {where}, cột Kết quả")
        return _centred(row.result.text)

    def part(name: str, of: Callable[[Row], int | None]) -> Callable[[Row, str], Cell]:
        def cell(row: Row, where: str) -> Cell:
            number = of(row)
            if number is None or row.result is None:
                return _centred(_NONE)
            figure = Figure.count(number, row.amount.formula if row.amount else "", row.result.sources)
            trace.note(figure, f"Phụ lục số liệu, {where}, cột {name}")
            return _centred(figure.text)

        return cell

    kinds: list[_Kind] = [
        ("Chỉ tiêu", 2.6, lambda row, _: _left(inline, row.target.text if row.target else _NONE)),
        ("Tử số", 1.2, part("Tử số", lambda row: row.numerator)),
        ("Mẫu số", 1.2, part("Mẫu số", lambda row: row.denominator)),
        ("Kết quả", 1.5, result),
        ("Cách tính, đánh giá", 4.2, lambda row, _: _computed(row)),
        ("Người, ngày báo cáo", 2.4, lambda row, _: Cell(tuple(map(Rich.plain, _reported(row))))),
        ("Minh chứng", 3.2, lambda row, _: Cell(tuple(inline.rich(text) for text in row.evidence))),
    ]
    if any(line.unit for row in report.rows for line in (row, *row.parts)):
        kinds.insert(0, ("Đơn vị", 3.0, lambda row, _: _left(inline, row.unit or "Chung")))
    return _table(report, inline, kinds, "Số liệu chi tiết của từng chỉ tiêu", lambda row: [row, *row.parts])


def _table(
    report: Assessment, inline: Inline, kinds: list[_Kind], description: str, rows_of: Callable[[Row], list[Row]]
) -> Table:
    body: list[TableRow] = []
    for objective in report.objectives:
        title = Rich.plain(f"{objective.number}. ", bold=True) + inline.rich(objective.objective.text, bold=True)
        body.append(TableRow((Cell((title,), columns=len(kinds)),), keep_with_next=True))
        lines = [line for row in objective.rows for line in rows_of(row)]
        body += kept_together(
            TableRow(tuple(cell(line, f"mục tiêu {objective.number}, dòng {n}") for _, _, cell in kinds))
            for n, line in enumerate(lines, start=1)
        )
    return Table(
        columns=tuple(Column(width) for _, width, _ in kinds),
        header=(TableRow(tuple(header_cell(Rich.plain(heading)) for heading, _, _ in kinds)),),
        body=tuple(body),
        description=f"{description}, {report.period}",
    )


def _left(inline: Inline, text: str) -> Cell:
    return Cell((inline.rich(text),))


def _centred(text: str) -> Cell:
    return Cell((Rich.plain(text),), align="center")


def _verdict(row: Row) -> Cell:
    if row.verdict is None or (row.verdict is Verdict.NO_DATA and row.reason):
        return _centred(capitalise_first(row.reason or "không xét"))
    return Cell((Rich.plain(str(row.verdict), bold=row.verdict is Verdict.MISSED),), align="center")


def _computed(row: Row) -> Cell:
    # With spaces, so that every program breaks the line in the same places.
    texts = [(row.arithmetic or row.reason).replace(")/(", ") / ("), *row.notes]
    return Cell(tuple(Rich.plain(text) for text in texts if text))


def _reported(row: Row) -> Iterator[str]:
    results = [term.result for term in row.amount.terms] if row.amount else []
    lines = (
        ", ".join(part for part in (result.reporter, short_date(result.reported) if result.reported else "") if part)
        for result in results
    )
    yield from dict.fromkeys(line for line in lines if line)
