"""Units that report on one common target, best first."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.dossier.quality.objectives import Objective
from generator.dossier.quality.target_lines import unit_key
from generator.records import record
from generator.results.assessment import Assessment
from generator.results.row import Row
from generator.results.telling import lower_is_better
from generator.targets.measure import Measure

FEWEST_UNITS = 3  # of fewer, the table of results shows the order


@record(frozen=True)
class Ranking:
    """The units of one target with their places, equals sharing one; ``without`` had nothing to count or no figures.

    ``target`` is empty where each unit has its own figure to reach.
    """

    objective: Objective
    number: int
    target: str
    ranked: tuple[tuple[int, Row], ...]
    without: tuple[Row, ...]


def rankings(report: Assessment) -> tuple[Ranking, ...]:
    """A ranking for each target that three units or more have reported a number on, in the order of the report."""
    return tuple(found for objective in report.objectives for found in _of_objective(objective.rows))


def _of_objective(rows: tuple[Row, ...]) -> Iterator[Ranking]:
    for row in rows:
        if row.target and len(row.parts) >= FEWEST_UNITS:
            yield from _ranking(row, row.target.measure, row.parts)
    same: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:  # what is asked of each unit may differ in its figure, not in what is counted
        if row.target and row.unit and not row.parts:
            measure = row.target.measure
            same.setdefault((measure.unit, measure.adding, lower_is_better(measure)), []).append(row)
    for group in same.values():
        if len({unit_key(row.unit or "") for row in group}) == len(group) >= FEWEST_UNITS and group[0].target:
            yield from _ranking(group[0], group[0].target.measure, tuple(group))


def _ranking(row: Row, measure: Measure, lines: tuple[Row, ...]) -> Iterator[Ranking]:
    numbered = [(line.exact, line) for line in lines if line.exact is not None]
    if len(numbered) < FEWEST_UNITS or measure.is_change or row.target is None:
        return
    low = lower_is_better(measure)

    def order(pair: tuple[Fraction, Row]) -> Fraction:
        return pair[0] if low else -pair[0]

    ranked: list[tuple[int, Row]] = []
    numbered.sort(key=order)
    for position, (value, line) in enumerate(numbered, start=1):
        equal = position > 1 and numbered[position - 2][0] == value
        ranked.append((ranked[-1][0] if equal else position, line))
    if ranked[-1][0] == 1:
        return  # all equal: the table of results shows it
    without = tuple(line for line in lines if line.exact is None)
    texts = {line.target.text for line in lines if line.target} or {row.target.text}
    target = texts.pop() if len(texts) == 1 else ""
    yield Ranking(row.objective, row.number, target, tuple(ranked), without)
