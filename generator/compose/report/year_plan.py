"""The year's plan: what numbers asked for in a year came to so far, beside the plan and beside the year before."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose.report.cells import NONE, centred, left, paths_of, plain_table
from generator.compose.report.context import ReportContext, paragraph, reached
from generator.content import Block, Cell
from generator.content import Row as TableRow
from generator.results import Figure
from generator.results.periods import year_ago
from generator.results.reporting.year_plan import YearPlan
from generator.wording.characters import capitalise_first


def cumulated(context: ReportContext) -> Iterator[Block]:
    """A table of the targets that ask for a number in the year: plan, so far, share of the plan, a year ago."""
    period, plans = context.year_plans
    if period is None or not plans:
        yield paragraph("Không có chỉ tiêu tính theo số lượng của cả năm để so với kế hoạch năm.")
        return
    yield paragraph(f"{capitalise_first(str(period))}, lũy kế thực hiện các chỉ tiêu tính theo số lượng của cả năm:")
    units = any(plan.row.unit for plan in plans)
    ago = any(plan.to_date.year_ago for plan in plans)
    kinds = [("Chỉ tiêu", 4.2), ("Kế hoạch năm", 1.9), ("Lũy kế", 1.6), ("So với kế hoạch năm", 1.7)]
    kinds += [("Lũy kế cùng kỳ", 1.6), ("So với cùng kỳ", 1.9)] if ago else []
    kinds.insert(1, ("Đơn vị", 2.6)) if units else None
    body = [TableRow(tuple(_cells(context, plan, units=units, ago=ago))) for plan in plans]
    description = f"Lũy kế so với kế hoạch năm, {period}" + (f", cùng kỳ là {year_ago(period)}" if ago else "")
    yield Block("bang", bang=plain_table(kinds, body, description))


def _cells(context: ReportContext, plan: YearPlan, *, units: bool, ago: bool) -> Iterator[Cell]:
    row, to_date = plan.row, plan.to_date
    where = f"Lũy kế, mục tiêu {row.number}" + (f", {context.unit(row)}" if row.unit else "")

    def cell(figure: Figure | None, column: str) -> Cell:
        if figure is None:
            return centred(NONE)
        text = context.noted(figure, f"{where}, cột {column}")
        return centred(text if column == "Lũy kế cùng kỳ" else reached(to_date, text), of=paths_of(figure))

    yield left(context.inline, f"{row.number}. {context.name(row.objective)}")
    if units:
        yield left(context.inline, row.unit or "Chung")
    yield left(context.inline, row.target.text if row.target else NONE)
    yield cell(to_date.result, "Lũy kế") if to_date.result else centred(to_date.reason or NONE)
    yield cell(plan.share, "So với kế hoạch năm")
    if ago:
        before = to_date.year_ago
        yield cell(before.result if before else None, "Lũy kế cùng kỳ")
        if before is None or before.change is None:
            yield centred(NONE)
        else:
            change = context.noted(before.change, f"{where}, cột So với cùng kỳ")
            relative = before.relative
            rate = (f"({context.noted(relative, f'{where}, cột So với cùng kỳ')})",) if relative else ()
            yield centred(change, *rate, of=paths_of(to_date.result, before.result))
