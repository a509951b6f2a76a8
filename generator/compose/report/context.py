"""What every part of a report is printed with: the judged results, names, and the notes taken while it is printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from generator.compose.inline import Inline
from generator.compose.report.cells import counted
from generator.compose.report.tracing import Trace
from generator.content import Block, Rich
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.dossier.quality.objectives import Objective
from generator.dossier.quality.results import Result
from generator.findings import Finding
from generator.patterns import late
from generator.results import Assessment, Figure, Row
from generator.results.remarks import Remark
from generator.results.reporting.actions import CorrectiveAction, earlier_actions, is_followed
from generator.results.reporting.ranking import Ranking, rankings
from generator.results.reporting.sending import Sending, sending
from generator.results.reporting.year_plan import YearPlan, year_plans
from generator.typed.source import Path_
from generator.wording.characters import capitalise_first
from generator.wording.numerals.ordinals import padded
from generator.wording.times.periods import Period

_LEAD = late(r"^(?:phấn đấu|bảo đảm|đảm bảo|về)\s+(?:đạt\s+)?(?=\S)", re.I)
_ENDS = (";", ":", ". ", " (")  # a comma ends no name: «Nhiệm vụ UBND tỉnh, Chủ tịch UBND tỉnh giao»
_LONGEST_NAME, _LEAST = 80, 20


class ReportContext:
    """The results of one report and what prints them; what is printed in figures is noted in the trace.

    ``findings`` is what the clerk should know of the results and of the parts printed so far.
    """

    def __init__(
        self,
        dossier: Dossier,
        document: Document,
        report: Assessment,
        quarters: Sequence[Assessment],
        inline: Inline,
        trace: Trace,
        place: Callable[[Path_], str],
        source: str,
        *,
        arranged: bool,
    ) -> None:
        self.dossier = dossier
        self.document = document
        self.report = report
        self.quarters = quarters
        self.inline = inline
        self.trace = trace
        self.place = place
        self.arranged = arranged
        self.findings: list[Finding] = list(report.findings)
        self._source = source
        self._charts = 0

    @cached_property
    def year_plans(self) -> tuple[Period | None, tuple[YearPlan, ...]]:
        """The numbers asked for in the year, and the part of the year they are told of."""
        return year_plans(self.dossier, self.report, self.place)

    @cached_property
    def rankings(self) -> tuple[Ranking, ...]:
        """The places of units on common targets."""
        return rankings(self.report)

    @cached_property
    def sending(self) -> Sending:
        """Which units sent nothing of the period, or not all."""
        return sending(self.dossier, self.report)

    @cached_property
    def earlier_actions(self) -> tuple[CorrectiveAction, ...]:
        """The corrective actions of earlier periods."""
        return earlier_actions(self.dossier, self.report.period, self.place)

    @cached_property
    def followed(self) -> dict[str, list[Result]]:
        """The results of the period whose actions can be followed, by objective."""
        first, last = self.report.period.days()
        found: dict[str, list[Result]] = {}
        for result in self.dossier.results:
            if is_followed(result):
                start, end = result.period_in(self.dossier.year).days()
                if first <= start and end <= last:
                    found.setdefault(result.objective, []).append(result)
        return found

    def find(self, remark: Remark, source: str = "") -> None:
        """Take down what the clerk should know, at the document or where something was typed."""
        finding = remark.finding(source or self._source)
        if finding not in self.findings:
            self.findings.append(finding)

    def noted(self, figure: Figure, where: str) -> str:
        """The figure's text, noted as printed there."""
        self.trace.note(figure, where)
        return figure.text

    def count(self, figure: Figure, where: str) -> str:
        """A number of things as offices write it (two digits below ten), noted as printed there."""
        self.trace.note(figure, where)
        return padded(int(figure.number or 0))

    def next_chart(self) -> int:
        """The number of the next chart of the document."""
        self._charts += 1
        return self._charts

    def name(self, objective: Objective) -> str:
        """What a report calls the objective: its own short name, else words it begins with."""
        if objective.name:
            return self.inline.plain(objective.name).strip(" .;:,")
        return short_name(self.inline.plain(objective.text))

    def called(self, objective: Objective) -> str:
        """The objective by number and name, at the head of a line: ``Mục tiêu 1 - Tỷ lệ hồ sơ đúng hạn``."""
        return f"Mục tiêu {self.dossier.objective_numbers[objective.id]} - {self.name(objective)}"

    def unit(self, row: Row) -> str:
        """The unit of a row as running text prints it; empty for the whole agency."""
        return self.inline.plain(row.unit) if row.unit else ""


def short_name(text: str) -> str:
    """The first words of an objective that can stand alone, without what it strives for in general."""
    whole = " ".join(text.split()).strip(" .;:,")
    name = _LEAD.sub("", whole)
    for end in _ENDS:
        if len(name) <= _LONGEST_NAME:
            break
        head = name[: name.rfind(end, _LEAST, _LONGEST_NAME + 1)] if end in name[_LEAST:_LONGEST_NAME] else ""
        name = head.strip(" .;:,-") or name
    return capitalise_first(name)


def paragraph(text: str, of: Iterable[Path_] = ()) -> Block:
    """A paragraph of words the program sets; ``of`` is what its figures were worked out of."""
    return Block("doan", chu=counted(Rich.plain(text), of))


def dash(text: str, of: Iterable[Path_] = ()) -> Block:
    """A line that begins with a dash."""
    return Block("gach", "-", chu=counted(Rich.plain(text), of))


def inside(text: str) -> str:
    """Words inside a sentence: ``Đạt 95%`` as ``đạt 95%``, ``TTHC …`` as it stands."""
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"


def is_estimated(row: Row) -> bool:
    """Whether the row's result is, or contains, an estimate (ước thực hiện)."""
    return bool(row.amount and row.amount.estimated)


def is_corrected(row: Row) -> bool:
    """Whether the row's result corrects a figure that was published, or contains one that does."""
    return bool(row.amount and any(term.result.corrected for term in row.amount.terms))


def reached(row: Row, text: str) -> str:
    """A printed result, told as an estimate where it is one: ``ước 95,00%``."""
    return f"ước {text}" if is_estimated(row) else text
