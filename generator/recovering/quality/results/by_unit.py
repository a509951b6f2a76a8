"""Tables with a row for each unit: its targets below the names of objectives, or its results on the one named above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.parts.model import Sure
from generator.patterns import late
from generator.recovering.quality.headings import NUMBERS, field_called, levels_of
from generator.recovering.quality.kept_columns import Known, known_columns, says_figures
from generator.recovering.quality.kept_tables import KeptObjectives, with_head
from generator.recovering.quality.results.rows import reported_of_rows
from generator.recovering.quality.results.told import named_with_target
from generator.recovering.quality.units import names_a_unit
from generator.recovering.said import Said, Tree, plain
from generator.recovering.tables.grid import Grid, Slot
from generator.wording.characters import fold
from generator.wording.naming.totals import is_no_unit, is_total
from generator.wording.times.periods import is_period

_NAMED = 0.8  # share of the cells of a column of units that must name one
_LEAST = 2
_WORDS = 3  # of the name of an objective in a heading
_IN_PERCENT = late(r"\s*\((?:tỷ lệ\s*)?%\)\s*$", 2)
_BARE = late(r"(?:[≥≤<>=]\s*)?\d+(?:[.,]\d+)?")
_OF_TARGETS = ("muctieu", "chitieu", "mtcl")
_TOLD_OF = ("ketqua", "thuchien", "tongso", "datduoc", "sosanh", "xeploai", "danhgia", "luyke", "uoc")
_HEADS_ONLY = ("ketqua", "tinhhinh", "noidung", "bang", "bieu", "phuluc", "danhgia", "tonghop", "solieu", "thuchien")
"""How words begin that head what a report tells and name no objective: «1. Kết quả thực hiện»."""
_WHY = "tên mục tiêu ở tiêu đề cột, đơn vị ở đầu hàng"


def _units_of(grid: Grid) -> int | None:
    """The column whose cells name the unit of each row."""
    for at in range(min(2, grid.columns)):
        levels = levels_of(grid, at)
        heading = fold(levels[-1].text) if levels else ""
        cells = [slot.words for slot in grid.cells(at) if not is_total(slot.words)]
        if heading in NUMBERS or not cells:
            continue
        named = sum(names_a_unit(cell) for cell in cells) >= _NAMED * len(cells)
        told = field_called(heading) == "don_vi" and "tinh" not in heading and not any(map(_figured, cells))
        return at if (named or told) and len(cells) >= _LEAST else None
    return None


def _figured(words: str) -> bool:
    return any(map(str.isdigit, words)) and not any(map(str.isalpha, words))


def objectives_above_units(grid: Grid, lead: str) -> KeptObjectives | None:
    """The objectives that head the columns of a table of units, with a target for each; None for other tables."""
    grid = with_head(grid)
    units = _units_of(grid)
    if units is None:
        return None
    made: list[dict[str, Tree]] = []
    for at in range(units + 1, grid.columns):
        levels = levels_of(grid, at)
        own = " ".join(slot.text for slot in levels if not _only_says_targets(slot.text))
        folded = fold(" ".join(slot.text for slot in levels))
        if any(word in folded for word in _TOLD_OF) or is_period(own):
            return None
        if len(own.split()) < _WORDS or field_called(own) not in ("", "chi_tieu", "noi_dung"):
            continue
        if not says_figures(grid, at):
            continue
        percent = _IN_PERCENT.search(own) is not None
        name = _IN_PERCENT.sub("", own)
        targets = [_target(grid, row, at, units, percent=percent) for row in range(grid.heading, len(grid.rows))]
        found = [one for one in targets if one is not None]
        if found:
            said = Said(name, levels[-1].place, own, Sure.LIKELY, _WHY)
            made.append({"id": f"mt{len(made) + 1}", "noi_dung": said, "chi_tieu": found})
    heads = fold(lead + " ".join(slot.text for row in grid.rows[: grid.heading] for slot in row))
    if not made or not any(word in heads for word in _OF_TARGETS):
        return None
    return KeptObjectives(made, [])


def _only_says_targets(heading: str) -> bool:
    """Whether the heading over others is no part of their names: «Chỉ tiêu năm 2026», «Mục tiêu chất lượng»."""
    return field_called(heading) in ("chi_tieu", "noi_dung") and fold(heading).startswith((*_OF_TARGETS, "cac"))


def _unit(grid: Grid, row: int, units: int) -> Slot | None:
    slot = grid.at(row, units)
    if slot is None or not slot.texts or slot.columns > 1 or is_total(slot.words) or is_no_unit(slot.words):
        return None
    return slot


def _target(grid: Grid, row: int, at: int, units: int, *, percent: bool) -> dict[str, Tree] | None:
    slot, unit = grid.at(row, at), _unit(grid, row, units)
    if slot is None or unit is None or slot.columns > 1 or not any(map(str.isalnum, slot.words)):
        return None
    value = slot.text + ("%" if percent and _BARE.fullmatch(slot.words) else "")
    return {"in_ra": Said(value, slot.place, slot.words), "don_vi": Said(unit.text, unit.place, unit.words)}


def results_below_objectives(grid: Grid, objectives: Sequence[dict[str, Tree]], period: Said | None) -> KeptObjectives:
    """What each unit reached, in a table of units whose columns are headed by the objectives, of which two at least."""
    grid = with_head(grid)
    units = _units_of(grid)
    found = KeptObjectives([], [])
    for at in range(units + 1, grid.columns) if units is not None and period is not None else ():
        levels = levels_of(grid, at)
        own = " ".join(slot.text for slot in levels if not _only_says_targets(slot.text))
        name = _IN_PERCENT.sub("", own)
        if not any(fold(str(plain(one["noi_dung"]))) in (fold(name), fold(own)) for one in objectives):
            continue
        percent = "%" if _IN_PERCENT.search(own) else ""
        found.objectives.append({"noi_dung": Said(name, levels[-1].place, own, Sure.LIKELY, _WHY)})
        for row in range(grid.heading, len(grid.rows)):
            slot, unit = grid.at(row, at), _unit(grid, row, units or 0)
            if slot is None or unit is None or not _BARE.fullmatch(slot.words.rstrip(" %")):
                continue
            value = slot.words if slot.words.endswith("%") else slot.words + percent
            result: dict[str, Tree] = {"ky": period, "gia_tri": Said(value, slot.place, slot.words)}
            result["don_vi"] = Said(unit.text, unit.place, unit.words)
            found.results.append((len(found.objectives) - 1, result))
    return found


def results_of_units(grid: Grid, above: Said | None, *, period: Said | None, year: int | None) -> KeptObjectives | None:
    """What each unit reached of the objective that the words above the table name, with their target or the rows'."""
    grid = with_head(grid)
    units = _units_of(grid)
    if units is None or above is None or period is None:
        return None
    known = known_columns(grid)
    if any(one.key == "noi_dung" for at, one in enumerate(known) if at != units):
        return None
    name, target = named_with_target(above.words)
    if not target and fold(name).startswith(_HEADS_ONLY):
        return None
    objective: dict[str, Tree] = {"id": "mt1", "noi_dung": Said(name, above.place, above.words, Sure.LIKELY, _WHY)}
    own = [at for at, one in enumerate(known) if one.key == "chi_tieu" and says_figures(grid, at)]
    if target:
        objective["chi_tieu"] = [{"in_ra": Said(target, above.place, above.words)}]
    elif len(own) == 1:
        rows = [_target(grid, row, own[0], units, percent=False) for row in range(grid.heading, len(grid.rows))]
        objective["chi_tieu"] = [one for one in rows if one is not None]
    known = _percents(known)
    results = []
    for row in range(grid.heading, len(grid.rows)):
        unit = _unit(grid, row, units)
        if unit is None:
            continue
        told = reported_of_rows(grid, known, target, range(row, row + 1), period, year)
        results += [(0, {**one, "don_vi": Said(unit.text, unit.place, unit.words)}) for one in told]
    return KeptObjectives([objective], results) if results and name else None


def _percents(known: Sequence[Known]) -> list[Known]:
    """The columns; rates alone beside no other result are what was reached."""
    if any(one.key in ("ket_qua", "tu_so") for one in known):
        return list(known)
    return [replace(one, key="ket_qua") if one.key == "danh_gia" and "%" in one.heading else one for one in known]


def results_in_groups(grid: Grid, period: Said, year: int | None) -> KeptObjectives | None:
    """What was reached in a table where each objective has a row with its target, and below it one for each unit.

    None where a row is neither, nor a sum: nothing is then certain of the others.
    """
    grid = with_head(grid)
    known = _percents(known_columns(grid))
    named = next((at for at, one in enumerate(known) if one.key in ("noi_dung", "don_vi")), None)
    targets = [at for at, one in enumerate(known) if one.key == "chi_tieu" and not one.of_part]
    if named is None or len(targets) != 1 or not says_figures(grid, targets[0]):
        return None
    found = KeptObjectives([], [])
    units = 0
    for row in range(grid.heading, len(grid.rows)):
        slot, target = grid.at(row, named), grid.at(row, targets[0])
        if slot is None or not slot.texts or is_total(slot.words):
            continue
        says = target is not None and target.row == row and any(map(str.isdigit, target.words))
        if names_a_unit(slot.words):
            if not found.objectives or says:
                return None
            units += 1
        elif target is None or not says or slot.columns > 1:
            return None
        else:
            said = {"in_ra": Said(target.text, target.place, target.words)}
            found.objectives.append(
                {"id": f"mt{len(found.objectives) + 1}", "noi_dung": Said(slot.text, slot.place, slot.words),
                 "chi_tieu": [said]}
            )  # fmt: skip
        own = str(plain(found.objectives[-1]["chi_tieu"][0]["in_ra"]))
        told = reported_of_rows(grid, known, own, range(row, row + 1), period, year)
        if names_a_unit(slot.words):
            told = [{**one, "don_vi": Said(slot.text, slot.place, slot.words)} for one in told]
        found.results += [(len(found.objectives) - 1, one) for one in told]
    return found if units >= _LEAST else None
