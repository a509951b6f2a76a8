"""The results of one period judged: every objective, target and unit, and what the dossier still owes the report."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier.model import Dossier
from generator.dossier.quality.objectives import Objective
from generator.errors import Problem
from generator.findings import Finding
from generator.records import record
from generator.results.amounts import Figure, Missing, Places, SourceRef, added
from generator.results.judging.judgement import Verdict
from generator.results.ledger import Ledger
from generator.results.periods import months_in
from generator.results.plausibility import implausible
from generator.results.progress import PlanProgress, progress_of
from generator.results.row import Row
from generator.results.rows import Rows
from generator.results.telling import shown_amount
from generator.targets.measure import Adding
from generator.typed.source import Path_
from generator.wording.times.periods import Period


@record(frozen=True)
class ObjectiveAssessment:
    """One objective: met when all its targets are, missed when one is, else as far as it can be told.

    ``together`` is the sum of its units' fractions, where its targets differ by unit and figure alone.
    """

    objective: Objective
    number: int
    verdict: Verdict
    rows: tuple[Row, ...]
    together: Figure | None

    @property
    def state(self) -> str:
        """Where the objective stands, in the words a report has for it."""
        judged = [row for row in self.rows if row.verdict is not None]
        if self.verdict is Verdict.NO_DATA and judged:
            states = {row.state for row in judged if row.verdict is Verdict.NO_DATA}
            return states.pop() if len(states) == 1 else "Chưa đánh giá được"
        return str(self.verdict)


@record(frozen=True)
class Assessment:
    """All a report on the period needs; ``problems`` is what must be put right before it can be issued.

    Every objective is counted once: ``met``, ``missed``, ``undecided`` (no figures, or none that can be judged),
    ``not_due`` or ``at_year_end``. ``findings`` is what the clerk should know of it; a document prints none of them.
    """

    period: Period
    objectives: tuple[ObjectiveAssessment, ...]
    total: Figure
    met: Figure
    missed: Figure
    undecided: Figure
    not_due: Figure
    at_year_end: Figure
    progress: PlanProgress
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all objectives, units below a common target left inside their row."""
        return tuple(row for objective in self.objectives for row in objective.rows)

    @property
    def misses(self) -> tuple[Row, ...]:
        """The rows whose target is missed."""
        return tuple(row for row in self.rows if row.verdict is Verdict.MISSED)

    def figures(self) -> Iterator[tuple[str, Figure]]:
        """Every figure with a label that says what it is, for a list of where each comes from."""
        yield "Tổng số mục tiêu", self.total
        yield "Số mục tiêu đạt", self.met
        yield "Số mục tiêu không đạt", self.missed
        yield "Số mục tiêu chưa có số liệu", self.undecided
        yield "Số mục tiêu chưa đến hạn", self.not_due
        yield "Số mục tiêu đánh giá cuối năm", self.at_year_end
        for objective in self.objectives:
            for row in objective.rows:
                yield from row.figures()
            if objective.together:
                yield f"Mục tiêu {objective.number}: chung các đơn vị", objective.together
        yield "Công việc đã hoàn thành", self.progress.done
        yield "Công việc chậm", self.progress.late
        yield "Công việc chưa đến hạn", self.progress.not_due
        yield "Công việc không xác định được hạn", self.progress.no_deadline


def assess(dossier: Dossier, period: Period, place: Places | None = None) -> Assessment:
    """The dossier's results judged for the period (the dossier's year where it says none).

    ``place`` names where the value at a path of keys was read; without it results are named by their order.
    """
    place = place or _by_order
    period = period.within(dossier.year)
    ledger = Ledger(dossier, place)
    rows = Rows(ledger, period, place)
    objectives: list[ObjectiveAssessment] = []
    for number, objective in enumerate(dossier.objectives, start=1):
        of_objective = rows.of(objective, number)
        verdict, together = _overall(of_objective), _together(of_objective)
        objectives.append(ObjectiveAssessment(objective, number, verdict, of_objective, together))
    progress = progress_of(dossier, period, place)
    total, met, missed, undecided, not_due, at_year_end = (
        _count(verdict, objectives, place) for verdict in (None, *Verdict)
    )
    ledger.check(frozenset({period.days()[1].year, period.days()[1].year - 1}))
    return Assessment(
        period,
        tuple(objectives),
        total,
        met,
        missed,
        undecided,
        not_due,
        at_year_end,
        progress,
        (*ledger.problems, *rows.problems),
        tuple(
            dict.fromkeys(
                (*implausible(dossier, ledger.line_of, place), *_told(rows, dossier, period), *progress.findings)
            )
        ),
    )


def _told(rows: Rows, dossier: Dossier, period: Period) -> Iterator[Finding]:
    """What was found of the rows; where nothing at all was reported, that is said once, by the report's own rule."""
    first, last = period.days()
    spans = (result.period_in(dossier.year).days() for result in dossier.results if result.says_figure)
    some = any(first <= start and end <= last for start, end in spans)
    targets = (target for objective in dossier.objectives for target in objective.targets)
    by_levels = months_in(period) < 12 and all(target.measure.value is None for target in targets)
    return (finding for finding in rows.findings if some or by_levels or finding.rule != "thieu-so-lieu")


def _overall(rows: tuple[Row, ...]) -> Verdict:
    """Met when every target is; a target on which nothing arose in the period does not stand in the way."""
    verdicts = {row.verdict for row in rows if row.verdict is not None and not row.nothing_arisen}
    for verdict in (Verdict.MISSED, Verdict.NO_DATA, Verdict.NOT_DUE, Verdict.YEAR_END):
        if verdict in verdicts:
            return verdict
    return Verdict.MET if verdicts else Verdict.NO_DATA


def _together(rows: tuple[Row, ...]) -> Figure | None:
    """Numerators and denominators of all units added; None unless every unit reports the same kind of fraction."""
    same = all(row.target and not row.target.typed and row.target.measure.unit == "%" for row in rows)
    if len({row.unit for row in rows} - {None}) < len(rows) or len(rows) < 2 or not same:
        return None
    amounts = [row.amount for row in rows if row.amount is not None and row.amount.is_fraction]
    if len(amounts) < len(rows):
        return None
    total = added(amounts, Adding.PARTS)
    if isinstance(total, Missing) or total.value is None:
        return None
    rate = shown_amount(total, None)
    return Figure(rate, f"{total.formula} = {rate}", tuple(s for row in rows if row.result for s in row.result.sources))


def _count(verdict: Verdict | None, objectives: list[ObjectiveAssessment], place: Places) -> Figure:
    counted = [found for found in objectives if verdict is None or found.verdict is verdict]
    formula = f"đếm mục tiêu «{verdict}»" if verdict else "đếm mục tiêu"
    sources = (SourceRef(place(("muc_tieu", o.number - 1)), f"mục tiêu {o.objective.id}") for o in counted)
    return Figure.count(len(counted), formula, tuple(sources))


def _by_order(path: Path_) -> str:
    names = {"ket_qua": "kết quả", "muc_tieu": "mục tiêu", "ke_hoach": "kế hoạch"}
    if len(path) > 1 and isinstance(path[1], int):
        return f"{names.get(str(path[0]), path[0])} thứ {path[1] + 1}"
    return str(path[0]) if path else ""
