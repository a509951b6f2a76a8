"""The parts of a report made of the results of its period, and where every figure they print comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.compose.inline import Inline
from generator.compose.report import corrective, review, units
from generator.compose.report.charts import target_chart, trend_chart
from generator.compose.report.context import ReportContext
from generator.compose.report.overview import overview
from generator.compose.report.plan_progress import progress
from generator.compose.report.tables import figures_table, verdict_table
from generator.compose.report.tracing import Trace
from generator.compose.report.year_plan import cumulated
from generator.content import Block, Rich
from generator.dossier import Dossier
from generator.dossier.documents.blocks import ResultsPart
from generator.dossier.documents.document import Document
from generator.errors import Problem
from generator.findings import Finding
from generator.results import assess
from generator.results.periods import pieces
from generator.results.remarks import Remark, nothing_sent
from generator.results.reporting.sending import late_units
from generator.typed.source import Path_
from generator.wording.times.periods import Period


def results_printer(
    dossier: Dossier,
    document: Document,
    period: Period,
    inline: Inline,
    trace: Trace,
    place: Callable[[Path_], str] | None,
    source: str,
    *,
    arranged: bool,
) -> tuple[ResultsPrinter, tuple[Problem, ...]]:
    """What prints the results of the period, and what they still owe the report."""
    report = assess(dossier, period, place)
    parts = pieces(report.period, "quý")
    quarters = [assess(dossier, quarter, place) for quarter in parts] if len(parts) > 1 else []
    named = place or (lambda path: f"kết quả thứ {path[1] + 1}" if isinstance(path[1], int) else str(path[0]))
    context = ReportContext(dossier, document, report, quarters, inline, trace, named, source, arranged=arranged)
    # Of units that targets bind, the judgement of each target says it.
    if dossier.agency.listed_units and context.sending.silent:
        context.find(nothing_sent(context.sending.silent, context.sending.unlisted))
    return ResultsPrinter(context), report.problems


class ResultsPrinter:
    """Prints the parts of one report.

    ``findings`` is what the clerk should know of the results and of the parts printed so far.
    """

    def __init__(self, context: ReportContext) -> None:
        self._context = context

    @property
    def findings(self) -> list[Finding]:
        """What the clerk should know."""
        return self._context.findings

    def has(self, part: ResultsPart) -> bool:
        """Whether a part that a report may do without has something to say of this one."""
        context = self._context
        match part:
            case "luy_ke":
                return bool(context.year_plans[1])
            case "xep_hang":
                return bool(context.rankings)
            case "don_vi_thieu":
                late = late_units(context.dossier, context.report, context.document.results_due)
                owing = context.sending.silent or context.sending.owing
                return bool(late or owing or context.document.results_due)
            case "hanh_dong":
                return bool(context.earlier_actions)
            case "xem_xet":
                return bool(context.document.review)
        return True

    def blocks(self, part: ResultsPart) -> Iterator[Block]:
        """The blocks of one part."""
        context = self._context
        match part:
            case "tong_hop":
                yield from overview(context)
            case "bang":
                yield verdict_table(context)
                yield from corrective.notes_of_corrections(context)
            case "khong_dat":
                yield from corrective.misses(context)
            case "tien_do":
                yield from progress(context)
            case "bieu_do" | "xu_huong":
                yield from self._chart(part)
            case "so_lieu":
                yield figures_table(context)
            case "luy_ke":
                yield from cumulated(context)
            case "xep_hang":
                yield from units.ranked(context)
            case "don_vi_thieu":
                yield from units.owing(context)
            case "hanh_dong":
                yield from corrective.earlier(context)
            case "dinh_chinh":
                yield from corrective.corrections(context)
            case "xem_xet":
                yield from review.inputs(context)

    def _chart(self, part: ResultsPart) -> Iterator[Block]:
        context = self._context
        chart = target_chart(context) if part == "bieu_do" else trend_chart(context)
        if chart is None:
            if context.arranged:
                why = (
                    "chỉ tiêu nào tính bằng phần trăm có số liệu" if part == "bieu_do" else "số liệu từ hai quý trở lên"
                )
                name = "biểu đồ so với chỉ tiêu" if part == "bieu_do" else "biểu đồ qua các quý"
                fix = f"ghi thêm số liệu, hoặc bỏ phần in {name}"
                context.find(Remark("khong-co-bieu-do", f"phần {name} không in gì: không có {why}", fix))
            return
        caption = "Kết quả so với chỉ tiêu" if part == "bieu_do" else "Kết quả qua các quý"
        number = context.next_chart()
        for label, figure in chart.figures:
            context.trace.note(figure, f"Biểu đồ {number}, {label}")
        yield from (Block("bang", bang=picture) for picture in chart.pictures)
        said = f"Biểu đồ {number}. {caption}, {context.report.period}"
        yield Block("doan_giua", chu=Rich.plain(said, italic=True))
