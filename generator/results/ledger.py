"""All results of a dossier by target, unit and period, and what they come to over any period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from generator.dossier.model import Dossier
from generator.dossier.quality.results import Result
from generator.dossier.quality.target_lines import Misfit, TargetLine, TargetLines
from generator.errors import DataError, Problem
from generator.records import record
from generator.results.amounts import Amount, Missing, Places, added, amount_of, unaddable
from generator.results.periods import last_piece, splits
from generator.targets.measure import Adding
from generator.wording.times.dates import short_date
from generator.wording.times.periods import Period

_SUMS_ITSELF = "sửa số liệu sai, hoặc xóa dòng tổng: chương trình tự cộng"
_Key = tuple[str, int | None]  # objective and position of its target; no target: None


@record()
class Series:
    """What one unit reported on one target, by period.

    ``averaged``: fractions are sums of scores over their number; ``within`` their parts: a whole is among its parts,
    as a rate or a mean is.
    """

    unit: str | None
    averaged: bool = False
    within: bool = False
    entries: dict[Period, tuple[int, Result]] = field(default_factory=dict)
    years: set[int] = field(default_factory=set)
    has_months: bool = False
    ends: dict[date, list[Period]] = field(default_factory=dict)
    sums: dict[Period, Amount | Missing] = field(default_factory=dict)


@record(frozen=True)
class Total:
    """What a line's target came to, and what each unit below it reported."""

    amount: Amount | Missing
    parts: tuple[tuple[Series, Amount | Missing], ...]


class Ledger:
    """The results of a dossier; ``problems`` grows as sums are asked for that contradict what was typed.

    ``line_of`` is the line each result belongs to, in the order of the results.
    """

    def __init__(self, dossier: Dossier, place: Places) -> None:
        self.lines = TargetLines(dossier.objectives, dossier.agency.unit_key)
        self.problems: list[Problem] = []
        self.line_of: list[TargetLine | None] = []
        self._key = dossier.agency.unit_key
        self._place = place
        self._year = dossier.year
        self._positions = {objective.id: index for index, objective in enumerate(dossier.objectives)}
        self._series: dict[_Key, dict[str, Series]] = {}
        self._means: dict[_Key, tuple[bool, bool]] = {}
        for index, result in enumerate(dossier.results):
            line = self.lines.find(result)
            if isinstance(line, Misfit):
                raise DataError(Problem(place(("ket_qua", index)), line.what, line.fix))
            self.line_of.append(line)
            unit = result.unit or (line.unit if line else None)
            group = self._series.setdefault((result.objective, line.position if line else None), {})
            key = self._key(unit or "")
            if key not in group:
                group[key] = self._begun(unit, line)
            series = group[key]
            period = result.period_in(dossier.year)
            series.entries[period] = (index, result)
            series.years |= _years(period)
            series.has_months |= period.kind == "tháng"
            if result.says_figure:
                series.ends.setdefault(period.days()[1], []).append(period)

    def _begun(self, unit: str | None, line: TargetLine | None) -> Series:
        key = (line.objective.id, line.position) if line else ("", 0)
        if key not in self._means:
            measure = line.targets[-1].measure if line else None
            averaged = measure is not None and measure.out_of is not None
            self._means[key] = averaged, averaged or (measure is not None and measure.is_rate)
        return Series(unit, *self._means[key])

    def own(self, line: TargetLine) -> Series | None:
        """What the unit the target binds reported itself, or the agency on a common target."""
        return self._series.get((line.objective.id, line.position), {}).get(self._key(line.unit or ""))

    def position(self, objective: str) -> int:
        """The place of the objective among the dossier's, from 0."""
        return self._positions[objective]

    def without_target(self, objective: str) -> tuple[Series, ...]:
        """What units without a target reported on an objective."""
        return tuple(self._series.get((objective, None), {}).values())

    def total(self, line: TargetLine, period: Period, adding: Adding) -> Total:
        """What a target came to: as its own unit reported it, or as the sum of the units below it."""
        group = self._series.get((line.objective.id, line.position), {})
        own_key = self._key(line.unit or "")
        own = self.over(group[own_key], period, adding) if own_key in group else None
        parts = [(series, self.over(series, period, adding)) for series in self._below(line, group, period)]
        if not parts:
            return Total(own or Missing((period,)), ())
        summed = self._sum(parts, adding)
        if isinstance(own, Amount):
            of_all = len(parts) > 1 or adding in (Adding.SUM, Adding.PARTS)  # one unit's score is not the agency's
            if isinstance(summed, Amount) and of_all and not own.equals(summed):
                self._contradiction(own, summed, f"{period}, cộng các đơn vị được")
            return Total(summed if isinstance(summed, Amount) and of_all else own, tuple(parts))
        return Total(summed, tuple(parts))

    def _below(self, line: TargetLine, group: dict[str, Series], period: Period) -> Iterable[Series]:
        """The units whose results make up the line: those it names, or those that report in these years."""
        if line.members and len(group) > (self._key(line.unit or "") in group):
            return [group.get(self._key(name)) or Series(name) for name in line.members]
        years = _years(period)
        return [series for key, series in group.items() if key != self._key(line.unit or "") and series.years & years]

    def _sum(self, parts: list[tuple[Series, Amount | Missing]], adding: Adding) -> Amount | Missing:
        lacking = tuple(f"của {series.unit}" for series, amount in parts if isinstance(amount, Missing))
        amounts = [amount for _, amount in parts if isinstance(amount, Amount)]
        if lacking:
            partly = bool(amounts) or any(m.partly for _, m in parts if isinstance(m, Missing))
            return Missing(lacking, partly)  # why a unit's own cannot be added up is said with that unit
        return added(amounts, adding, "kết quả chung của cơ quan vào một dòng không ghi đơn vị")

    def over(self, series: Series, period: Period, adding: Adding) -> Amount | Missing:
        """What the unit's results come to over the period: shorter periods added up, else as typed for the period."""
        known = series.sums.get(period)
        if known is None:
            at_end = adding is Adding.LAST
            known = self._at_end(series, period) if at_end else self._over(series, period, adding)
            series.sums[period] = known
        return known

    def check(self, years: frozenset[int]) -> None:
        """Hold every total typed for these years against its parts, whether a report asks for it or not."""
        lines = {(line.objective.id, line.position): line for line in self.line_of if line}
        for key, group in self._series.items():
            line = lines.get((key[0], key[1])) if key[1] is not None else None
            adding = line.targets[-1].measure.adding if line else Adding.PARTS
            for series in group.values():
                for period, (_, result) in list(series.entries.items()):
                    if result.says_figure and _years(period) & years and splits(period):
                        self.over(series, period, adding)

    def _at_end(self, series: Series, period: Period) -> Amount | Missing:
        """What there was on the last day of the period, by whichever entry ends on it; earlier ones do not stand in."""
        first, last = period.days()
        found = [
            amount_of(*series.entries[one], averaged=series.averaged)
            for one in sorted(series.ends.get(last, ()), key=lambda one: one.days()[0], reverse=True)
        ]
        if not found:
            within = any(first <= day <= last for day in series.ends)
            return Missing((last_piece(period, months=series.has_months),) if within else (period,), within)
        for other in found[1:]:
            if not other.equals(found[0]):
                self._contradiction(
                    other, found[0], f"cùng đến hết {short_date(last)}, nơi khác ghi", "sửa số liệu sai"
                )
        own = series.entries.get(period)
        return amount_of(*own, averaged=series.averaged) if own and own[1].says_figure else found[0]

    def _over(self, series: Series, period: Period, adding: Adding) -> Amount | Missing:
        if not series.years & _years(period):
            return Missing((period,))
        index, result = series.entries.get(period, (0, None))
        typed = amount_of(index, result, averaged=series.averaged) if result and result.says_figure else None
        computed: list[Amount] = []
        missing: list[Missing] = []
        for split in splits(period) if period.kind != "quý" or series.has_months else ():
            parts = [self.over(series, part, adding) for part in split]
            lacking = [part for part in parts if isinstance(part, Missing)]
            known = [part for part in parts if isinstance(part, Amount)]
            if lacking and known and adding is Adding.NEVER and not all(part.is_fraction for part in known):
                missing.append(unaddable(known, adding, _whole(period)))
                continue
            if lacking:
                missing.append(_lacking(parts, lacking))
                continue
            total = added(known, adding, _whole(period))
            if isinstance(total, Amount):
                computed.append(total)
                continue
            missing.append(total)
        if not computed:
            if typed and series.within:
                self._hold_within(series, typed, period)
            return typed or next((found for found in missing if found.partly), Missing((period,)))
        for other in [*computed[1:], *([typed] if typed else [])]:
            if not other.equals(computed[0]):
                self._contradiction(other, computed[0], f"{period}, cộng các kỳ ngắn hơn được")
        return computed[0]

    def _hold_within(self, series: Series, typed: Amount, period: Period) -> None:
        """A rate or a mean of the whole lies among those of its parts, whatever their weights, once all are there."""
        first, last = period.days()
        parts = [
            (one, amount_of(*entry, averaged=series.averaged))
            for one, entry in series.entries.items()
            if one != period and entry[1].says_figure and first <= one.days()[0] and one.days()[1] <= last
        ]
        covered = {month for one, _ in parts for month in _months(one)}
        known = [amount for _, amount in parts if amount.value is not None]
        if typed.value is None or not known or not covered >= _months(period):
            return
        values = [amount.value or Fraction(0) for amount in known]
        if min(values) <= typed.value <= max(values):
            return
        over = typed.value > max(values)
        said = (max if over else min)(known, key=lambda amount: amount.value or 0)
        word = "cao nhất" if over else "thấp nhất"
        self._contradiction(typed, said, f"{period}, các kỳ ngắn hơn {word} là", "sửa số liệu sai")

    def reports(self, line: TargetLine, period: Period) -> bool:
        """Whether anything was reported on the target of a part of the years of the period, whatever the part."""
        group = self._series.get((line.objective.id, line.position), {})
        years = _years(period)
        return any(
            own.kind != "năm" and _years(own) & years and entry[1].says_figure
            for series in group.values()
            for own, entry in series.entries.items()
        )

    def period_of(self, amount: Amount) -> Period:
        """The period the last of the amount's results was reported of."""
        return amount.terms[-1].result.period_in(self._year)

    def earlier(self, line: TargetLine, entry: Result) -> list[tuple[Period, Result]]:
        """What the same unit reported on the target of periods that were over before that of the entry began."""
        group = self._series.get((line.objective.id, line.position), {})
        series = group.get(self._key(entry.unit or line.unit or ""))
        first = entry.period_in(self._year).days()[0]
        entries = series.entries.items() if series else ()
        return [(period, one) for period, (_, one) in entries if period.days()[1] < first]

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

    def _contradiction(self, typed: Amount, summed: Amount, whence: str, fix: str = _SUMS_ITSELF) -> None:
        term = typed.terms[-1]
        key = "tu_so" if typed.is_fraction else "gia_tri"
        what = f"mục tiêu {term.result.objective}: ghi {typed}, nhưng {whence} {summed}"
        problem = Problem(self._place(("ket_qua", term.index, key)), what, fix)
        if problem not in self.problems:
            self.problems.append(problem)


def _whole(period: Period) -> str:
    return f"kết quả của {period} vào một dòng riêng"


@lru_cache(maxsize=512)
def _years(period: Period) -> frozenset[int]:
    return frozenset(day.year for day in period.days())


def _months(period: Period) -> set[tuple[int, int]]:
    """The months wholly in the period, each with its year."""
    first, last = period.days()
    return {
        (year, month)
        for year in range(first.year, last.year + 1)
        for month in range(1, 13)
        if first <= date(year, month, 1) and date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1) <= last
    }


def _lacking(parts: list[Amount | Missing], lacking: list[Missing]) -> Missing:
    partly = len(lacking) < len(parts) or any(part.partly for part in lacking)
    names = tuple(name for part in lacking for name in part.lacking)
    at_fault = next((part for part in lacking if part.remark), None)
    return Missing(names, partly, at_fault.remark, at_fault.index) if at_fault else Missing(names, partly)
