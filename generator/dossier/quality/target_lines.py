"""Which target a result belongs to: an objective's targets as lines, one for each unit and matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from datetime import date

from generator.dossier.quality.objectives import Objective
from generator.dossier.quality.results import Result
from generator.dossier.quality.targets import Target
from generator.faults import Code, Fault, Path_, Words, worded, words
from generator.records import record
from generator.wording.naming.likeness import numbers_of
from generator.wording.nearest import SURE, did_you_mean


def unit_key(name: str) -> str:
    """The name of a unit or a target for comparing: without case, repeated spaces, kinds of dash."""
    text = " ".join(name.casefold().replace("–", "-").split())
    return re.sub(r"\s*([-%])\s*", r"\1", text)


def members_of(unit: str | None) -> tuple[str, ...]:
    """The units that are named together; empty where one or none is named."""
    parts = tuple(part.strip() for part in re.split(r"[,;\n]", unit or "") if part.strip())
    return parts if len(parts) > 1 else ()


def keys_of(unit: str | None, key: Callable[[str], str] = unit_key) -> tuple[str, ...]:
    """What to compare a unit by, and each of those it names together; empty where none is named."""
    return tuple(key(one) for one in ((unit, *members_of(unit)) if unit else ()))


def has_column(unit: str | None, columns: Collection[str], key: Callable[[str], str] = unit_key) -> bool:
    """Whether the targets of a unit stand in columns of these units (by their keys): its own, or all that it names."""
    whole, *members = keys_of(unit, key) or ("",)
    return whole in columns or (bool(members) and all(one in columns for one in members))


def whose(objective: object, unit: str | None) -> str:
    """Whose result or target is spoken of, by the objective's id or number: ``mục tiêu 1, Phòng Nội vụ``."""
    return f"mục tiêu {objective}" + (f", {unit}" if unit else "")


@record(frozen=True)
class TargetLine:
    """One target of an objective, of one unit or of the whole agency, with the targets that replaced it in the year.

    ``position`` is the place of the first among the objective's targets, from 0.
    """

    objective: Objective
    position: int
    targets: tuple[Target, ...]

    @property
    def unit(self) -> str | None:
        """The unit the target binds as the agency wrote it, perhaps several (``Phòng A, Phòng B``); None for all."""
        return self.targets[0].unit

    @property
    def members(self) -> tuple[str, ...]:
        """The units named together in ``unit``; empty when it names one or none."""
        return members_of(self.unit)

    @property
    def units(self) -> tuple[str, ...]:
        """The units the target binds, one by one; none where it binds the whole agency."""
        return self.members or ((self.unit,) if self.unit else ())

    def on(self, day: date) -> Target | None:
        """The target that binds on the day; None before the first one does."""
        binding = [target for target in self.targets if target.since is None or target.since <= day]
        return binding[-1] if binding else None


@record(frozen=True)
class Misfit:
    """Why a result belongs to no target: the field at fault (its key), what is wrong and what to do (Vietnamese)."""

    key: str
    code: Code
    said: str
    advice: Words

    @property
    def what(self) -> str:
        """What is wrong, as files say it."""
        return self.said

    @property
    def fix(self) -> str:
        """What to do, as files say it."""
        return worded(self.advice)

    def fault(self, path: Path_) -> Fault:
        """The same as a fault of the value at the path."""
        return Fault(self.code, self.said, self.advice, path)


def lines_of(objective: Objective) -> tuple[TargetLine, ...]:
    """The lines of an objective's targets; one that says since when replaces the one just before it."""
    lines: list[TargetLine] = []
    for position, target in enumerate(objective.targets):
        before = lines[-1] if lines else None
        if target.since and before and before.targets[-1].unit == target.unit:
            lines[-1] = TargetLine(objective, before.position, (*before.targets, target))
        else:
            lines.append(TargetLine(objective, position, (target,)))
    return tuple(lines)


class _Lines:
    """Some lines of one objective, found by position; ``common`` are those that bind the whole agency."""

    def __init__(self) -> None:
        self.by_position: dict[int, TargetLine] = {}
        self.common: list[TargetLine] = []

    def add(self, line: TargetLine) -> None:
        if line.position not in self.by_position:
            self.by_position[line.position] = line
            self.common += [line] if line.unit is None else []


class _OfObjective:
    """The lines of one objective, found by unit, by member unit and by what names a target."""

    def __init__(self, objective: Objective, key: Callable[[str], str]) -> None:
        self.all = _Lines()
        self.by_unit: dict[str, list[TargetLine]] = {}
        self.by_member: dict[str, list[TargetLine]] = {}
        self.by_name: dict[str, _Lines] = {}
        for line in lines_of(objective):
            self.all.add(line)
            if line.unit:
                self.by_unit.setdefault(key(line.unit), []).append(line)
            for member in line.members:
                self.by_member.setdefault(key(member), []).append(line)
            for number, target in enumerate(line.targets, start=line.position + 1):
                for name in (str(number), target.printed, target.typed):
                    if name:
                        self.by_name.setdefault(unit_key(name), _Lines()).add(line)


class TargetLines:
    """The lines of all objectives, and the line each result belongs to; units with the same ``key`` are one."""

    def __init__(self, objectives: Iterable[Objective], key: Callable[[str], str] = unit_key) -> None:
        self._key = key
        self._objectives = {objective.id: _OfObjective(objective, key) for objective in objectives}
        self._units = {
            key(name): name
            for found in self._objectives.values()
            for line in found.all.by_position.values()
            for name in ([line.unit, *line.members] if line.unit else [])
        }
        self._near: dict[str, list[str]] = {}

    def of(self, objective: str) -> tuple[TargetLine, ...]:
        """The lines of the objective with this id, in the order of its targets."""
        return tuple(self._objectives[objective].all.by_position.values())

    def find(self, result: Result) -> TargetLine | Misfit | None:
        """The line the result belongs to, None when its unit has no target here, or why it cannot be told."""
        found = self._objectives.get(result.objective)
        if found is None:
            return _unknown("muc_tieu", f"không có mục tiêu «{result.objective}»", result.objective, self._objectives)
        lines = found.all
        if result.target is not None:
            named = found.by_name.get(unit_key(result.target))
            if named is None:
                texts = [f"{line.position + 1} ({line.targets[0].text})" for line in self.of(result.objective)]
                what = f"mục tiêu {result.objective} không có chỉ tiêu «{result.target}»"
                return _unknown("chi_tieu", what, result.target, texts)
            lines = named
        if result.unit is None:
            return _of_agency(result, lines)
        return self._of_unit(result, result.unit, found, lines)

    def _of_unit(self, result: Result, unit: str, found: _OfObjective, lines: _Lines) -> TargetLine | Misfit | None:
        key = self._key(unit)
        for bound in (found.by_unit.get(key, []), found.by_member.get(key, [])):
            candidates = [line for line in bound if line.position in lines.by_position]
            if candidates:
                return candidates[0] if len(candidates) == 1 else _ambiguous(result, candidates)
        near = self._near_units(key)
        if near or (key not in self._units and found.all.by_position and not lines.common):
            what = f"không có chỉ tiêu nào của đơn vị «{unit}»"
            fix = f"có phải ý bạn là «{near[0]}»?" if near else f"đang có: {_listed(self._units.values())}"
            return Misfit("don_vi", Code.UNKNOWN, what, words(fix))
        if len(lines.common) > 1:
            return _ambiguous(result, lines.common)
        if result.target and not lines.common:
            what = f"chỉ tiêu «{result.target}» không giao cho «{unit}»"
            return Misfit("chi_tieu", Code.WHICH_TARGET, what, words("bỏ trống hoặc sửa lại"))
        return lines.common[0] if lines.common else None

    def _near_units(self, key: str) -> list[str]:
        """The known unit a name that is not known was probably meant to be."""
        if key in self._units:
            return []
        if key not in self._near:
            numbers = numbers_of(key)
            known = (name for name in self._units if numbers_of(name) == numbers)  # Sở Số 05 is not Sở Số 06
            close = did_you_mean(key, known, likeness=SURE)
            self._near[key] = [self._units[name] for name in close]
        return self._near[key]


def _of_agency(result: Result, lines: _Lines) -> TargetLine | Misfit | None:
    candidates = lines.common or list(lines.by_position.values())
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    if lines.common:
        return _ambiguous(result, candidates)
    fix = words("ghi ", result.ref("unit"), f", một trong: {_listed(line.unit or '' for line in candidates)}")
    return Misfit("don_vi", Code.WHICH_TARGET, f"mục tiêu {result.objective} giao chỉ tiêu cho từng đơn vị", fix)


def _ambiguous(result: Result, lines: list[TargetLine]) -> Misfit:
    numbers = _listed(f"{line.position + 1} ({line.targets[0].text})" for line in lines)
    what = f"mục tiêu {result.objective} có {len(lines)} chỉ tiêu ở đây, chưa rõ kết quả này của chỉ tiêu nào"
    return Misfit("chi_tieu", Code.WHICH_TARGET, what, words("ghi ", result.ref("target"), f", một trong: {numbers}"))


def _unknown(key: str, what: str, name: str, known: Iterable[str]) -> Misfit:
    known = list(known)
    close = did_you_mean(name, known)
    fix = f"có phải ý bạn là «{close[0]}»?" if close else f"đang có: {_listed(known) or 'chưa khai mục nào'}"
    return Misfit(key, Code.UNKNOWN, what, words(fix))


def _listed(names: Iterable[str]) -> str:
    names = list(names)
    return ", ".join(names[:12]) + (f" và {len(names) - 12} mục nữa" if len(names) > 12 else "")
