"""Tables with a column for each unit or time: every target, every time of a task must stand in one of the columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.dossier.documents.tables import ColumnChoice
from generator.dossier.quality.objectives import Objective, PlanGroup
from generator.dossier.quality.target_lines import has_column, keys_of, unit_key
from generator.faults import Code, Column, Fault, Path_, Place, words
from generator.wording.naming.likeness import numbers_of
from generator.wording.nearest import did_you_mean

Key = Callable[[str], str]
_Said = dict[str | None, list[str]]  # the unit of targets, None for all units → each target with its objective


def unit_column_problems(
    columns: Sequence[ColumnChoice], objectives: Iterable[Objective], path: Path_, key_of: Key = unit_key
) -> Iterator[Fault]:
    """Each unit with two columns, each column of a unit that nothing is asked of, each target without a column.

    Units with the same ``key_of`` are one.
    """
    own = {index: key_of(column.unit) for index, column in enumerate(columns) if column.unit}
    if not own:
        return
    first: dict[str, int] = {}
    for index, key in own.items():
        if first.setdefault(key, index) != index:
            what = words(f"đơn vị «{columns[index].unit}» đã có cột ở ", Place((*path, first[key])))
            yield Fault(Code.DUPLICATE, what, "bỏ một cột, hoặc sửa tên đơn vị", (*path, index, "don_vi"))
    bound, left = _targets(objectives, first, key_of)
    meant = set()
    for index, key in own.items():
        near = None if key in bound else _near(key, left)
        if near is not None or (key not in bound and any(left)):
            meant.add(near)
            others = ", ".join(unit for unit in left if unit)
            fix = words(f"có phải ý bạn là «{near}»?" if near else f"đơn vị chưa có cột: {others}")
            what = words(f"không có chỉ tiêu nào của đơn vị «{columns[index].unit}»")
            yield Fault(Code.UNKNOWN, what, fix, (*path, index, "don_vi"))
    for unit in [unit for unit in left if unit is None or unit not in meant]:
        yield from _without_column(unit, left[unit], columns, path)


def _targets(objectives: Iterable[Objective], columns: Mapping[str, int], key_of: Key) -> tuple[set[str], _Said]:
    """The units that have targets, by their keys, and the targets that no column of a unit prints."""
    bound: set[str] = set()
    left: _Said = {}
    for objective in objectives:
        for target in objective.targets:
            bound |= {*keys_of(target.unit, key_of)}
            if not has_column(target.unit, columns, key_of):
                left.setdefault(target.unit, []).append(f"«{target.text}» của mục tiêu {objective.id}")
    return bound, left


def _near(key: str, left: Iterable[str | None]) -> str | None:
    """The unit without a column that the name was probably meant to be."""
    alike = (unit for unit in left if unit and numbers_of(unit_key(unit)) == numbers_of(key))  # Phòng 1 is not Phòng 2
    return next(iter(did_you_mean(key, alike)), None)


def _without_column(
    unit: str | None, targets: Sequence[str], columns: Sequence[ColumnChoice], path: Path_
) -> Iterator[Fault]:
    """What is lost of the targets of a unit that has no column of its own."""
    more = f" và {len(targets) - 1} chỉ tiêu nữa" if len(targets) > 1 else ""
    common = any(column.field == "chi_tieu" and not column.unit for column in columns)
    if not common:
        whose = f"của đơn vị «{unit}»" if unit else "chung của cả cơ quan"
        what = f"không cột nào in chỉ tiêu {whose}: {targets[0]}{more}"
        fix = words("thêm cột ", Column("chi_tieu"))
        if unit:
            fix = words(fix, " có ", columns[0].ref("unit"), f": {unit}")
        yield Fault(Code.NOT_PRINTED, what, fix, path)
    elif unit and not any(column.field == "don_vi" for column in columns):
        what = f"cột chỉ tiêu chung in mà không nói là của đơn vị «{unit}»: {targets[0]}{more}"
        fix = words("thêm cột ", Column("don_vi"), ", hoặc cột ", Column("chi_tieu"), " riêng của đơn vị ấy")
        yield Fault(Code.NOT_PRINTED, what, fix, path)


def time_column_problems(columns: Sequence[ColumnChoice], plan: Iterable[PlanGroup], path: Path_) -> Iterator[Fault]:
    """The times of tasks that no column of a time marks and no common one prints."""
    own = {unit_key(column.time) for column in columns if column.time}
    if not own or any(column.field == "thoi_gian" and not column.time for column in columns):
        return
    lines = [line for group in plan for task in group.tasks for line in task.time or ()]
    left = dict.fromkeys(line for line in lines if unit_key(line) not in own)
    if left:
        what = f"không cột nào in thời gian: {', '.join(f'«{one}»' for one in left)}"
        yield Fault(Code.NOT_PRINTED, what, words("thêm cột ", Column("thoi_gian")), path)
