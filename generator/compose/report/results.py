"""The parts of a report made of the results of its period, and where every figure they print comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.compose.inline import Inline, sentence
from generator.compose.report.charts import target_chart, trend_chart
from generator.compose.report.tables import figures_table, verdict_table
from generator.compose.report.tracing import Trace
from generator.content import Block, Rich
from generator.dossier import Dossier
from generator.dossier.documents.blocks import ResultsPart
from generator.errors import Problem
from generator.findings import Finding
from generator.results import Assessment, Figure, ObjectiveAssessment, Row, TaskProgress, TaskState, Verdict, assess
from generator.results.periods import pieces
from generator.results.printing import Shown
from generator.results.remarks import Remark
from generator.typed.source import Path_
from generator.wording.characters import capitalise_first
from generator.wording.numerals.figures import thousands
from generator.wording.numerals.ordinals import padded
from generator.wording.times.dates import short_date
from generator.wording.times.periods import Period

_MOST_NAMED = 12  # tasks named one by one; the annexed plan shows the rest


def results_printer(
    dossier: Dossier,
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
    return ResultsPrinter(report, quarters, inline, trace, source, arranged=arranged), report.problems


class ResultsPrinter:
    """Prints the parts of one report; what it prints in figures is noted in ``trace``.

    ``findings`` is what the clerk should know of the results and of the parts printed so far; ``source`` is where the
    document itself was read, ``arranged`` whether its author chose the parts.
    """

    def __init__(
        self,
        report: Assessment,
        quarters: Sequence[Assessment],
        inline: Inline,
        trace: Trace,
        source: str,
        *,
        arranged: bool,
    ) -> None:
        self.findings: list[Finding] = list(report.findings)
        self._report = report
        self._quarters = quarters
        self._inline = inline
        self._trace = trace
        self._source = source
        self._arranged = arranged

    def blocks(self, part: ResultsPart) -> Iterator[Block]:
        """The blocks of one part."""
        match part:
            case "tong_hop":
                yield from self._overall()
            case "bang":
                yield Block("bang", bang=verdict_table(self._report, self._inline, self._trace))
            case "khong_dat":
                yield from self._misses()
            case "tien_do":
                yield from self._progress()
            case "bieu_do" | "xu_huong":
                yield from self._chart(part)
            case "so_lieu":
                yield Block("bang", bang=figures_table(self._report, self._inline, self._trace))

    def _chart(self, part: ResultsPart) -> Iterator[Block]:
        chart = target_chart(self._report) if part == "bieu_do" else trend_chart(self._quarters)
        if chart is None:
            if self._arranged:
                why = (
                    "chỉ tiêu nào tính bằng phần trăm có số liệu" if part == "bieu_do" else "số liệu từ hai quý trở lên"
                )
                name = "biểu đồ so với chỉ tiêu" if part == "bieu_do" else "biểu đồ qua các quý"
                fix = f"ghi thêm số liệu, hoặc bỏ phần in {name}"
                self._find(Remark("khong-co-bieu-do", f"phần {name} không in gì: không có {why}", fix))
            return
        caption = "Kết quả so với chỉ tiêu" if part == "bieu_do" else "Kết quả qua các quý"
        for label, figure in chart.figures:
            self._trace.note(figure, f"Biểu đồ {caption}, {label}")
        yield Block("bang", bang=chart.picture)
        yield Block("doan_giua", chu=Rich.plain(f"Biểu đồ: {caption}, {self._report.period}", italic=True))

    def _overall(self) -> Iterator[Block]:
        report, where = self._report, "Kết quả chung"
        total = self._count(report.total, f"{where}: tổng số mục tiêu")
        if not report.total.number:
            yield _paragraph("Chưa có mục tiêu chất lượng để đánh giá kết quả thực hiện.")
            what = "chưa có mục tiêu nào để tổng hợp kết quả"
            self._find(Remark("chua-co-muc-tieu", what, "thêm mục tiêu"))
            return
        if report.undecided.number == report.total.number:
            self._count(report.undecided, f"{where}: mục tiêu chưa có số liệu")
            yield _paragraph(
                f"{capitalise_first(str(report.period))}, chưa đánh giá được mục tiêu nào trong {total} mục tiêu chất "
                "lượng vì chưa có đủ số liệu."
            )
        else:
            met = self._count(report.met, f"{where}: mục tiêu đạt")
            text = f"{capitalise_first(str(report.period))}, {met}/{total} mục tiêu chất lượng đạt"
            if report.missed.number:
                missed = self._count(report.missed, f"{where}: mục tiêu không đạt")
                text += f"; {missed}/{total} mục tiêu không đạt"
            if report.undecided.number:
                undecided = self._count(report.undecided, f"{where}: mục tiêu chưa đánh giá được")
                text += f"; {undecided}/{total} mục tiêu chưa đánh giá được"
            yield _paragraph(f"{text}. Cụ thể:")
        for objective in report.objectives:
            yield Block("gach", "-", chu=self._of_objective(objective))

    def _of_objective(self, objective: ObjectiveAssessment) -> Rich:
        where = f"Kết quả chung, mục tiêu {objective.number}"
        judged = [row for row in objective.rows if row.target]
        text = f"Mục tiêu {objective.number}: {str(objective.verdict).lower()}"
        if objective.rows and not objective.objective.targets:
            text = f"Mục tiêu {objective.number}: chưa xác định chỉ tiêu để đánh giá"
        elif judged and all(row.nothing_arisen for row in judged):
            text = f"Mục tiêu {objective.number}: không phát sinh trong kỳ"
        elif len(judged) == 1 and judged[0].result and judged[0].target:
            shown = self._noted(judged[0].result, f"{where}: kết quả")
            text += f"; kết quả {shown}, chỉ tiêu {_inside(judged[0].target.text)}"
        elif len(judged) == 1:
            text += f" ({judged[0].reason})" if judged[0].reason else ""
        elif judged:
            text += f"; {self._shares(judged, where)}"
        if objective.together:
            text += f"; tính chung {self._noted(objective.together, f'{where}: tính chung các đơn vị')}"
        return Rich.plain(f"{text}.")

    def _shares(self, rows: list[Row], where: str) -> str:
        parts = []
        kinds = (
            ("đạt", [row for row in rows if row.verdict is Verdict.MET]),
            ("không đạt", [row for row in rows if row.verdict is Verdict.MISSED]),
            ("không phát sinh", [row for row in rows if row.nothing_arisen]),
            ("chưa đủ số liệu", [row for row in rows if row.verdict is Verdict.NO_DATA and not row.nothing_arisen]),
        )
        total = self._count(_counted(rows, "của mục tiêu"), f"{where}: tổng số chỉ tiêu")
        for words, counted in kinds:
            figure = _counted(counted, words)
            if figure.number:
                parts.append(f"{self._count(figure, f'{where}: chỉ tiêu {words}')}/{total} chỉ tiêu {words}")
        return ", ".join(parts)

    def _misses(self) -> Iterator[Block]:
        misses = self._report.misses
        if not misses:
            some = any(row.verdict is Verdict.MET for row in self._report.rows)
            text = "Trong kỳ không có chỉ tiêu nào không đạt."
            yield _paragraph(text if some else "Chưa có số liệu để đánh giá chỉ tiêu không đạt.")
            return
        for row in misses:
            target = _inside(row.target.text) if row.target else ""
            where = f"Chỉ tiêu không đạt, mục tiêu {row.number}" + (f", {row.unit}" if row.unit else "")
            shown = self._noted(row.result, where) if row.result else ""
            unit = f", {row.unit}" if row.unit else ""
            fraction = f" ({_fraction(row)})" if row.denominator else ""
            head = f"Mục tiêu {row.number}{unit}: chỉ tiêu {target}, kết quả {shown}{fraction}."
            yield Block("gach", "-", chu=Rich.plain(head))
            yield from self._explained("Nguyên nhân", row.causes)
            yield from self._explained("Biện pháp khắc phục", row.actions)

    def _explained(self, name: str, texts: tuple[str, ...]) -> Iterator[Block]:
        for text in texts:
            yield Block("cong", "+", chu=Rich.plain(f"{name}: ") + sentence(self._inline.rich(text)))

    def _progress(self) -> Iterator[Block]:
        progress, where = self._report.progress, "Tiến độ kế hoạch"
        if not progress.tasks:
            yield _paragraph("Chưa có kế hoạch thực hiện mục tiêu chất lượng.")
            fix = "thêm kế hoạch thực hiện, hoặc bỏ phần in tiến độ"
            self._find(Remark("chua-co-ke-hoach", "in tiến độ mà chưa có kế hoạch nào", fix))
            return
        sources = tuple(task.source for task in progress.tasks)
        total = Figure.count(len(progress.tasks), "đếm công việc của kế hoạch", sources)
        end = short_date(self._report.period.days()[1])
        counts = (
            ("đã hoàn thành", progress.done),
            ("chậm so với hạn", progress.late),
            ("chưa đến hạn", progress.not_due),
            ("thường xuyên hoặc không có hạn cụ thể", progress.no_deadline),
        )
        parts = [
            f"{self._count(figure, f'{where}: công việc {words}')} công việc {words}"
            for words, figure in counts
            if figure.number
        ]
        number = self._count(total, f"{where}: tổng số công việc")
        yield _paragraph(f"Kế hoạch có {number} công việc; tính đến hết ngày {end}: {', '.join(parts)}.")
        late = [task for task in progress.tasks if task.state is TaskState.LATE]
        done_late = [task for task in progress.tasks if task.state is TaskState.DONE and task.late_days]
        for heading, tasks in (("Công việc chậm:", late), ("Công việc hoàn thành chậm:", done_late)):
            if tasks:
                yield _paragraph(heading)
                yield from (Block("gach", "-", chu=self._task(task)) for task in tasks[:_MOST_NAMED])
                if len(tasks) > _MOST_NAMED:
                    yield Block("gach", "-", chu=Rich.plain(f"Và {len(tasks) - _MOST_NAMED} công việc khác."))

    def _task(self, task: TaskProgress) -> Rich:
        lead = f"; chủ trì: {self._inline.plain(', '.join(task.task.lead))}" if task.task.lead else ""
        text = self._inline.plain(" ".join(task.task.text)).rstrip(" .;:,")
        figure = Figure(Shown(task.reason), "so ngày hoàn thành với hạn", (task.source,))
        self._trace.note(figure, f"Tiến độ kế hoạch: {text}")
        return Rich.plain(f"{text} ({task.reason}{lead}).")

    def _find(self, remark: Remark) -> None:
        finding = remark.finding(self._source)
        if finding not in self.findings:
            self.findings.append(finding)

    def _noted(self, figure: Figure, where: str) -> str:
        self._trace.note(figure, where)
        return figure.text

    def _count(self, figure: Figure, where: str) -> str:
        self._trace.note(figure, where)
        return padded(int(figure.number or 0))  # as offices write counts below ten


def _paragraph(text: str) -> Block:
    return Block("doan", chu=Rich.plain(text))


def _inside(text: str) -> str:
    """A target's words inside a sentence: ``Đạt 95%`` as ``đạt 95%``, ``TTHC …`` as it stands."""
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"


def _counted(rows: list[Row], words: str) -> Figure:
    sources = tuple(source for row in rows if row.result for source in row.result.sources)
    return Figure.count(len(rows), f"đếm chỉ tiêu {words}", sources)


def _fraction(row: Row) -> str:
    return f"{thousands(row.numerator or 0)}/{thousands(row.denominator or 0)}"
