"""The results that the rows of a table tell of one target: figures, of which time, why and what is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generator.dossier.quality.objectives import Objective
from generator.dossier.quality.results import Result
from generator.dossier.quality.target_lines import TargetLine, TargetLines
from generator.patterns import late
from generator.recovering.quality.headings import OTHER
from generator.recovering.quality.kept_columns import SAME_TIME, Known
from generator.recovering.said import Said, Tree, plain
from generator.recovering.tables.grid import Grid, Slot
from generator.targets.fractions import rate_of_fraction
from generator.targets.measure import Comparison
from generator.wording.characters import fold
from generator.wording.times.periods import parse_period

_FRACTION = late(r"(?P<part>\d[\d.]*)\s*/\s*(?P<whole>\d[\d.]*)(?:\s+[^\d\W]\D*)?")
_NUMBER = late(r"\d[\d.,]*\s*%?")
_YEAR_BEFORE = late(r"năm\s+(?:trước|ngoái)", 2)


def reported_of_rows(
    grid: Grid, known: Sequence[Known], target: str, rows: range, period: Said | None, year: int | None
) -> list[dict[str, Tree]]:
    """The results that the rows tell of one target, whose words these are, each with its time."""
    made = []
    for at, column in enumerate(known):
        slots = {id(slot): slot for row in rows if (slot := grid.at(row, at)) is not None and slot.texts}
        if column.key != "ket_qua" or column.unit is not None or len(slots) != 1:
            continue
        slot = next(iter(slots.values()))
        when = _when(column, period, year)
        if when is None or slot.columns > 1:
            continue
        made.append({**when, **_figures(slot, target)})
    made = _of_one_time(made)
    fraction = _counted(grid, known, rows[0]) if not made else {}
    when = _when(next(one for one in known if one.key == "tu_so"), period, year) if fraction else None
    if when is not None:
        made.append({**when, **fraction})
    return _explained(made, grid, known, rows[0], period)


def _of_one_time(results: list[dict[str, Tree]]) -> list[dict[str, Tree]]:
    """The results without those of one time that say different figures: which of them is the result is not told."""

    def when(one: dict[str, Tree]) -> tuple[Any, Any]:
        return parse_period(str(plain(one["ky"]))), plain(one.get("nam"))

    def figures(one: dict[str, Tree]) -> dict[str, Any]:
        return {key: plain(value) for key, value in one.items() if key not in ("ky", "nam")}

    return [
        one
        for one in results
        if all(when(one) != when(other) or figures(one) == figures(other) or not figures(other) for other in results)
    ]


def reported_by_unit(
    grid: Grid, known: Sequence[Known], targets: Sequence[dict[str, Tree]], rows: range, period: Said | None,
    year: int | None,
) -> list[dict[str, Tree]]:  # fmt: skip
    """The results of each unit that has columns of its own, held against its own target, else against the common one.

    Why and what is done, told once for the row, is of no one of them.
    """
    made = []
    for unit in {id(one.unit): one.unit for one in known if one.unit is not None}.values():
        own = [replace(one, unit=None) if one.unit is unit else replace(one, key=OTHER) for one in known]
        units = [one for one in targets if fold(str(plain(one.get("don_vi", "")))) == fold(unit.words)]
        fitting = units or [one for one in targets if "don_vi" not in one]
        if len(fitting) != 1:
            continue
        told = reported_of_rows(grid, own, str(plain(fitting[0]["in_ra"])), rows, period, year)
        made += [{**one, "don_vi": Said(unit.text, unit.place, unit.words)} for one in told]
    return made


def _counted(grid: Grid, known: Sequence[Known], row: int) -> dict[str, Tree]:
    """How many were reached and of how many, in a column each; the rate beside must be theirs."""
    slots = {key: grid.at(row, at) for at, one in enumerate(known) if (key := one.key) in ("tu_so", "mau_so")}
    part, whole = slots.get("tu_so"), slots.get("mau_so")
    if [one.key for one in known].count("tu_so") != 1 or [one.key for one in known].count("mau_so") != 1:
        return {}
    if part is None or whole is None or not (_NUMBER.fullmatch(part.words) and _NUMBER.fullmatch(whole.words)):
        return {}
    rates = [
        slot.words if slot.words.endswith("%") else f"{slot.words}%"
        for at, one in enumerate(known)
        if one.key in ("danh_gia", OTHER)
        and (slot := grid.at(row, at)) is not None
        and (slot.words.endswith("%") or ("%" in one.heading and _NUMBER.fullmatch(slot.words)))
    ]
    agree = [rate_of_fraction(f"{rate} ({part.words}/{whole.words})") for rate in rates]
    if any(one is None or not one.agrees for one in agree):
        return {}
    return {"tu_so": Said(part.words, part.place, part.words), "mau_so": Said(whole.words, whole.place, whole.words)}


def _when(column: Known, period: Said | None, year: int | None) -> dict[str, Tree] | None:
    """The period and, where it is another, the year of a column of results; None where these are not told.

    Papers that set objectives say what was reached in a year before, and what is expected is no result yet.
    """
    if column.slot is None or "ước" in column.heading.casefold().split():
        return None
    if period is None and not (column.year and year and column.year < year):
        return None
    if SAME_TIME in fold(column.heading):
        return _same_time(column, period, year)
    own = column.period
    if own is not None and not (own.kind == "năm" and column.year == 0):
        words = column.said
        when = Said(words[:1].lower() + words[1:], column.slot.place, column.heading)
    elif column.year:
        when = Said("năm", column.slot.place, column.heading)
    elif period is not None:
        when = period
    else:
        return None
    made: dict[str, Tree] = {"ky": when}
    if column.year and column.year != year:
        made["nam"] = Said(column.year, column.slot.place, column.heading)
    return made


def _same_time(column: Known, period: Said | None, year: int | None) -> dict[str, Tree] | None:
    """The report's own period a year before: «Cùng kỳ năm 2025», «Cùng kỳ năm trước»; None where no year is told."""
    before = column.year or (year - 1 if year and _YEAR_BEFORE.search(column.heading) else 0)
    if column.slot is None or period is None or not before or before == year:
        return None
    when = Said(column.said, column.slot.place, column.heading) if column.of_part else period
    return {"ky": when, "nam": Said(before, column.slot.place, column.heading)}


def _figures(slot: Slot, target: str) -> dict[str, Tree]:
    words = slot.words.strip(" .;")
    fraction = _FRACTION.fullmatch(words)
    if fraction:
        return {
            "tu_so": Said(fraction["part"].strip("."), slot.place, words),
            "mau_so": Said(fraction["whole"].strip("."), slot.place, words),
        }
    both = rate_of_fraction(words)
    if both is not None and both.agrees:
        return {"tu_so": Said(str(both.part), slot.place, words), "mau_so": Said(str(both.whole), slot.place, words)}
    if _NUMBER.fullmatch(words) or both is not None:
        return {"gia_tri": Said(words, slot.place, words)}
    first, _, rest = words.partition(" ")
    if _NUMBER.fullmatch(first) and rest and fold(rest) in fold(target):
        return {"gia_tri": Said(first, slot.place, words)}
    return {"muc": Said(words, slot.place, words)} if _says_words(words) else {}


def _says_words(words: str) -> bool:
    """Whether the cell says a level: words, no figure, and no dash for what is not told."""
    return any(map(str.isalpha, words)) and not any(map(str.isdigit, words))


def _explained(
    results: list[dict[str, Tree]], grid: Grid, known: Sequence[Known], row: int, period: Said | None
) -> list[dict[str, Tree]]:
    """The results, that of the period reported on with what the row tells of it: why, what is done, what proves it.

    Beside a column of one quarter and one of all so far, the words are of what the report is about.
    """
    said: dict[str, Tree] = {}
    for at, column in enumerate(known):
        slot = grid.at(row, at)
        if column.key not in ("nguyen_nhan", "khac_phuc", "minh_chung") or slot is None or slot.row != row:
            continue
        if any(map(str.isalpha, slot.words)):
            said[column.key] = Said(slot.text, slot.place, slot.words)
    own = [one for one in results if "nam" not in one]
    wanted = str(period.value) if period is not None else ""
    named = [one for one in own if wanted and parse_period(str(one["ky"].value)) == parse_period(wanted)]
    told = (named or own)[-1:]
    return [{**one, **said} if any(one is had for had in told) else one for one in results]


def fits(result: dict[str, Tree], objective: dict[str, Tree]) -> bool:
    """Whether the dossier would take the figure as a result of this target."""
    if not result.keys() & {"tu_so", "gia_tri", "muc"}:
        return False
    try:
        own: Any = Objective.model_validate(
            {key: plain(objective.get(key, [])) for key in ("noi_dung", "chi_tieu")} | {"id": "mt"}
        )
        typed: Any = Result.model_validate({**plain(result), "muc_tieu": "mt"})
    except ValueError:
        return False
    line = TargetLines([own]).find(typed)
    if not isinstance(line, TargetLine):
        return False
    measure = line.targets[-1].measure
    if typed.level is not None:
        return measure.comparison is Comparison.LEVEL
    if measure.comparison in (Comparison.LEVEL, Comparison.UNREAD) or measure.is_change:
        return False
    percent = "%" in str(plain(result.get("gia_tri", "")))
    if typed.value is not None and percent is not measure.is_rate:
        return False
    return typed.value is None or 1 <= typed.value < 1000 or typed.value == 0 or not measure.is_rate
