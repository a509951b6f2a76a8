"""Whether two dossiers mean one thing by the same objective: its words, its targets, what they ask for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.dossier.quality.objectives import Objective
from generator.dossier.quality.target_lines import TargetLine
from generator.dossier.quality.targets import Target
from generator.errors import Problem
from generator.patterns import late
from generator.results.rollup.model import UnitDossier
from generator.targets.measure import Adding, Comparison, Measure
from generator.targets.reading import parse_measure
from generator.targets.saying import said
from generator.wording.naming.likeness import name_key

_NOUGHTS = late(r"(?<![\d.,])0+(?=\d)")
_AROUND = late(r"\s*([-,;:./%≥≤<>=()])\s*")
_BULLET = late(r"^[-+*•]\s*")
_ASKED = ("comparison", "value", "upper", "months", "out_of", "above", "below", "adding")
_FIX = "sửa cho khớp hồ sơ cấp trên; mục tiêu khác thì đặt mã khác"
Asked = tuple[object, ...]


def matter_key(text: str) -> str:
    """What is equal of two wordings of one matter: without capitals, spaces, kinds of dash, full stop, 05 for 5."""
    return _NOUGHTS.sub("", _AROUND.sub(r"\1", _BULLET.sub("", name_key(text)))).strip(" .;:,")


def asked_of(target: Target) -> Asked:
    """What is equal of two targets that ask for the same, however they are worded."""
    return _asked(target.typed or target.text, target.adding)


@lru_cache(maxsize=4096)
def _asked(text: str, adding: Adding | None) -> Asked:
    measure = parse_measure(text)
    words = measure.comparison in (Comparison.LEVEL, Comparison.UNREAD)
    parts = [getattr(measure, name) for name in _ASKED]
    parts[-1] = adding or measure.adding
    return (*parts, matter_key(_unit(measure)), matter_key(measure.against), matter_key(text) if words else "")


def _unit(measure: Measure) -> str:
    return measure.noun or measure.unit


def asked_by(line: TargetLine) -> tuple[object, ...]:
    """The same of a line: what it asks for, and since when where that changed in the year."""
    return tuple((target.since, asked_of(target)) for target in line.targets)


def other_words(own: UnitDossier, mine: Objective, unit: UnitDossier, theirs: Objective) -> Iterator[Problem]:
    """A problem where the unit's objective under this id has other words or points than the office's."""
    at, there = _path(own, mine), _path(unit, theirs)
    parts = [("noi_dung", mine.text, theirs.text)]
    if theirs.points:  # a unit's copy may leave the points out
        parts.append(("diem", " ".join(mine.points), " ".join(theirs.points)))
    for key, one, other in parts:
        if matter_key(one) != matter_key(other):
            what = (
                f"mục tiêu {mine.id} là «{_short(other)}», ở hồ sơ cấp trên là «{_short(one)}» ({own.at((*at, key))})"
            )
            yield unit.problem((*there, key), what, _FIX)


def other_target(
    own: UnitDossier, mine: tuple[TargetLine, ...], unit: UnitDossier, theirs: Objective, line: TargetLine
) -> Problem:
    """The problem of a unit's target that asks for something else than the office's."""
    at = ("muc_tieu", own.dossier.objective_numbers[theirs.id] - 1, "chi_tieu")
    asked = "; ".join(f"{_said(one.targets[-1])} ({own.at((*at, one.position))})" for one in mine[:3])
    what = f"mục tiêu {theirs.id}: chỉ tiêu {_said(line.targets[-1])} khác hồ sơ cấp trên, ở đó là {asked}"
    return unit.problem((*_path(unit, theirs), "chi_tieu", line.position), what, _FIX)


def no_target(own: UnitDossier, mine: tuple[TargetLine, ...], unit: UnitDossier, theirs: Objective) -> Problem:
    """The problem of a unit's objective without the target the office has."""
    what = f"mục tiêu {theirs.id} không ghi chỉ tiêu, ở hồ sơ cấp trên là {_said(mine[0].targets[-1])}"
    return unit.problem(_path(unit, theirs), f"{what} ({own.label})", "ghi chỉ tiêu như hồ sơ cấp trên")


def _said(target: Target) -> str:
    return f"«{_short(target.text)}» (hiểu là: {said(target.measure)})"


def _path(unit: UnitDossier, objective: Objective) -> tuple[str, int]:
    return ("muc_tieu", unit.dossier.objective_numbers[objective.id] - 1)


def _short(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:99].rstrip()}…"
