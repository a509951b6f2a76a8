"""Two people's changes to one dossier put together: what both changed differently is left to be chosen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from generator.faults import Path_
from generator.records import record

NOTHING: Any = type("Nothing", (), {"__repr__": lambda _: "NOTHING", "__bool__": lambda _: False})()
"""Stands for a value that is not there."""
_NAMED = ("id", "ten_tep")


@record(frozen=True)
class Clash:
    """A value that both changed: where it stands in what was put together, and its three forms; None for not there."""

    path: Path_
    base: Any
    mine: Any
    theirs: Any


def merged(base: Any, mine: Any, theirs: Any) -> tuple[Any, list[Clash]]:
    """The changes of both upon the base; where they clash theirs stands, and the clash is told."""
    clashes: list[Clash] = []
    return _merged(base, mine, theirs, (), clashes), clashes


def _merged(base: Any, mine: Any, theirs: Any, path: Path_, clashes: list[Clash]) -> Any:
    if mine in (theirs, base):
        return theirs
    if theirs == base:
        return mine
    if isinstance(mine, dict) and isinstance(theirs, dict):
        was = base if isinstance(base, dict) else {}
        found = {}
        for key in dict.fromkeys([*theirs, *mine]):
            one = _merged(
                was.get(key, NOTHING), mine.get(key, NOTHING), theirs.get(key, NOTHING), (*path, key), clashes
            )
            if one is not NOTHING:
                found[key] = one
        return found
    if isinstance(base, list) and isinstance(mine, list) and isinstance(theirs, list):
        return _lists(base, mine, theirs, path, clashes)
    clashes.append(Clash(path, *(None if one is NOTHING else one for one in (base, mine, theirs))))
    return theirs


def _lists(base: list[Any], mine: list[Any], theirs: list[Any], path: Path_, clashes: list[Clash]) -> list[Any]:
    own, other = _aligned(base, mine), _aligned(base, theirs)
    found: list[Any] = []
    for n in range(len(base) + 1):
        theirs_new, mine_new = other.new.get(n, []), own.new.get(n, [])
        found += theirs_new + [one for one in mine_new if one not in theirs_new]
        if n < len(base):
            one = _merged(base[n], own.kept.get(n, NOTHING), other.kept.get(n, NOTHING), (*path, len(found)), clashes)
            if one is NOTHING and clashes and clashes[-1].path == (*path, len(found)):
                one = clashes[-1].mine  # they took out what I changed: it stays until somebody decides
            if one is not NOTHING:
                found.append(one)
    return found


@record(frozen=True)
class _Side:
    """What became of each place of the base, and what is new before each."""

    kept: dict[int, Any]
    new: dict[int, list[Any]]


def _aligned(base: list[Any], side: list[Any]) -> _Side:
    kept: dict[int, Any] = {}
    new: dict[int, list[Any]] = {}
    for a, b in _pairs(base, side):
        if a is not None and b is not None:
            kept[a] = side[b]
    after = 0
    for a, b in _pairs(base, side):
        if a is not None:
            after = a + 1
        elif b is not None:
            new.setdefault(after, []).append(side[b])
    return _Side(kept, new)


def _pairs(base: list[Any], side: list[Any]) -> Iterator[tuple[int | None, int | None]]:
    """Places of both that are the same one: by name where they have names, else by what stands there and around."""
    match = SequenceMatcher(None, [_name(one) for one in base], [_name(one) for one in side], autojunk=False)
    for kind, a, a_end, b, b_end in match.get_opcodes():
        if kind == "replace" and a_end - a != b_end - b and not _like(base[a], side[b]):
            # As many as there are in both were changed, from the end: a row put before others changes none of them.
            more = (a_end - a) - (b_end - b)
            yield from ((n, None) for n in range(a, a + max(more, 0)))
            yield from ((None, n) for n in range(b, b + max(-more, 0)))
            a, b = a + max(more, 0), b + max(-more, 0)
        both = min(a_end - a, b_end - b)
        yield from ((a + n, b + n) for n in range(both))
        yield from ((n, None) for n in range(a + both, a_end))
        yield from ((None, n) for n in range(b + both, b_end))


def _like(one: Any, other: Any) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return any(one[key] == other.get(key) for key in one)
    return isinstance(one, str) and isinstance(other, str) and SequenceMatcher(None, one, other).ratio() > 0.5


def _name(value: Any) -> str:
    if isinstance(value, dict):
        named = next((value[key] for key in _NAMED if isinstance(value.get(key), str)), None)
        if named is not None:
            return f"#{named}"
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
