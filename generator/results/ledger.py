"""All results of a dossier by target, unit and period, and what they come to over any period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from functools import lru_cache

from generator.dossier.model import Dossier
from generator.dossier.quality.results import Result
from generator.dossier.quality.target_lines import Misfit, TargetLine, TargetLines, unit_key
from generator.errors import DataError, Problem
from generator.records import record
from generator.results.amounts import Amount, Missing, Places, added, amount_of
from generator.results.periods import splits
from generator.wording.times.periods import Period

_Key = tuple[str, int | None]  # objective and position of its target; no target: None


@record()
class Series:
    """What one unit reported on one target, by period."""

    unit: str | None
    entries: dict[Period, tuple[int, Result]] = field(default_factory=dict)
    years: set[int] = field(default_factory=set)
    has_months: bool = False
    sums: dict[Period, Amount | Missing] = field(default_factory=dict)


@record(frozen=True)
class Total:
    """What a line's target came to, and what each unit below it reported."""

    amount: Amount | Missing
    parts: tuple[tuple[Series, Amount | Missing], ...]


class Ledger:
    """The results of a dossier; ``problems`` grows as sums are asked for that contradict what was typed."""

    def __init__(self, dossier: Dossier, place: Places) -> None:
        self.lines = TargetLines(dossier.objectives)
        self.problems: list[Problem] = []
        self._place = place
        self._positions = {objective.id: index for index, objective in enumerate(dossier.objectives)}
        self._series: dict[_Key, dict[str, Series]] = {}
        for index, result in enumerate(dossier.results):
            line = self.lines.find(result)
            if isinstance(line, Misfit):
                raise DataError(Problem(place(("ket_qua", index)), line.what, line.fix))
            unit = result.unit or (line.unit if line else None)
            group = self._series.setdefault((result.objective, line.position if line else None), {})
            series = group.setdefault(unit_key(unit or ""), Series(unit))
            period = result.period_in(dossier.year)
            series.entries[period] = (index, result)
            series.years |= _years(period)
            series.has_months |= period.kind == "tháng"

    def own(self, line: TargetLine) -> Series | None:
        """What the unit the target binds reported itself, or the agency on a common target."""
        return self._series.get((line.objective.id, line.position), {}).get(unit_key(line.unit or ""))

    def position(self, objective: str) -> int:
        """The place of the objective among the dossier's, from 0."""
        return self._positions[objective]

    def without_target(self, objective: str) -> tuple[Series, ...]:
        """What units without a target reported on an objective."""
        return tuple(self._series.get((objective, None), {}).values())

    def total(self, line: TargetLine, period: Period, *, counted: bool) -> Total:
        """What a target came to: as its own unit reported it, or as the sum of the units below it."""
        group = self._series.get((line.objective.id, line.position), {})
        own_key = unit_key(line.unit or "")
        own = self.over(group[own_key], period, counted=counted) if own_key in group else None
        parts = [(series, self.over(series, period, counted=counted)) for series in self._below(line, group, period)]
        if not parts:
            return Total(own or Missing((period,)), ())
        summed = self._sum(parts, counted=counted)
        if isinstance(own, Amount):
            if isinstance(summed, Amount) and not own.equals(summed):
                self._contradiction(own, summed, f"{period}, cộng các đơn vị")
            return Total(own if isinstance(summed, Missing) else summed, tuple(parts))
        return Total(summed, tuple(parts))

    def _below(self, line: TargetLine, group: dict[str, Series], period: Period) -> Iterable[Series]:
        """The units whose results make up the line: those it names, or those that report in these years."""
        if line.members and len(group) > (unit_key(line.unit or "") in group):
            return [group.get(unit_key(name)) or Series(name) for name in line.members]
        years = _years(period)
        return [series for key, series in group.items() if key != unit_key(line.unit or "") and series.years & years]

    def _sum(self, parts: list[tuple[Series, Amount | Missing]], *, counted: bool) -> Amount | Missing:
        lacking = tuple(f"của {series.unit}" for series, amount in parts if isinstance(amount, Missing))
        amounts = [amount for _, amount in parts if isinstance(amount, Amount)]
        if lacking:
            partly = bool(amounts) or any(m.partly for _, m in parts if isinstance(m, Missing))
            return Missing(lacking, partly)  # why a unit's own cannot be added up is said with that unit
        return added(amounts, counted=counted)

    def over(self, series: Series, period: Period, *, counted: bool) -> Amount | Missing:
        """What the unit's results come to over the period: shorter periods added up, else as typed for the period."""
        known = series.sums.get(period)
        if known is None:
            known = series.sums[period] = self._over(series, period, counted=counted)
        return known

    def _over(self, series: Series, period: Period, *, counted: bool) -> Amount | Missing:
        if not series.years & _years(period):
            return Missing((period,))
        index, result = series.entries.get(period, (0, None))
        typed = amount_of(index, result) if result and result.says_figure else None
        computed: list[Amount] = []
        missing: list[Missing] = []
        for split in splits(period) if period.kind != "quý" or series.has_months else ():
            parts = [self.over(series, part, counted=counted) for part in split]
            lacking = [part for part in parts if isinstance(part, Missing)]
            if lacking:
                missing.append(_lacking(parts, lacking))
                continue
            total = added([part for part in parts if isinstance(part, Amount)], counted=counted)
            if isinstance(total, Amount):
                computed.append(total)
            else:
                missing.append(total)
        if not computed:
            return typed or next((found for found in missing if found.partly), Missing((period,)))
        for other in [*computed[1:], *([typed] if typed else [])]:
            if not other.equals(computed[0]):
                self._contradiction(other, computed[0], f"{period}, cộng các kỳ ngắn hơn")
        return computed[0]

    def explained(self, series: Series, period: Period) -> list[tuple[int, Result]]:
        """The entries that may explain the period: its own, else all within it, earliest first."""
        own = series.entries.get(period)
        if own and (own[1].cause or own[1].action):
            return [own]
        first, last = period.days()
        within = [
            (days[0], entry) for p, entry in series.entries.items() if first <= (days := p.days())[0] <= days[1] <= last
        ]
        return [entry for _, entry in sorted(within, key=lambda item: item[0])]

    def _contradiction(self, typed: Amount, summed: Amount, whence: str) -> None:
        term = typed.terms[-1]
        key = "tu_so" if typed.is_fraction else "gia_tri"
        what = f"mục tiêu {term.result.objective}: ghi {typed}, nhưng {whence} được {summed}"
        fix = "sửa số liệu sai, hoặc xóa dòng tổng: chương trình tự cộng"
        self.problems.append(Problem(self._place(("ket_qua", term.index, key)), what, fix))


@lru_cache(maxsize=512)
def _years(period: Period) -> frozenset[int]:
    return frozenset(day.year for day in period.days())


def _lacking(parts: list[Amount | Missing], lacking: list[Missing]) -> Missing:
    partly = len(lacking) < len(parts) or any(part.partly for part in lacking)
    names = tuple(name for part in lacking for name in part.lacking)
    at_fault = next((part for part in lacking if part.remark), None)
    return Missing(names, partly, at_fault.remark, at_fault.index) if at_fault else Missing(names, partly)
