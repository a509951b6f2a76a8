"""Problems of many dossiers, so told that none hides another's: a message holds only so many."""

from __future__ import annotations

from collections.abc import Sequence

from generator.errors import Problem

_MOST = 200
_LINE = 1_200  # characters of one list of names


def all_named(problems: Sequence[Problem]) -> list[Problem]:
    """The problems as given where they are few; else the first of each dossier, and the names of those beyond."""
    if len(problems) <= _MOST:
        return list(problems)
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(_file(problem), []).append(problem)
    names = list(by_file)
    rest = _listed(names[_MOST // 2 :])
    told = names[: _MOST - len(rest)] if len(names) > _MOST // 2 else names
    rest = _listed(names[len(told) :])
    each = max(1, (_MOST - len(rest) - len(told)) // len(told))
    found = []
    for name in told:
        of_file = by_file[name]
        found += of_file[:each]
        if len(of_file) > each:
            last = found[-1]
            found[-1] = Problem(last.place, f"{last.what} (hồ sơ này còn {len(of_file) - each} lỗi nữa)", last.fix)
    return [*found, *(Problem("", f"hồ sơ khác cũng có lỗi: {names}", "chạy lại riêng từng hồ sơ") for names in rest)]


def _file(problem: Problem) -> str:
    return problem.place.split(": ")[0]


def _listed(names: Sequence[str]) -> list[str]:
    lines: list[str] = []
    for name in names:
        if lines and len(lines[-1]) + len(name) < _LINE:
            lines[-1] += f", {name}"
        else:
            lines.append(name)
    return lines
