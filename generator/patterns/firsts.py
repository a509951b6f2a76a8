"""By which letters the matches of a pattern begin: a search need only try the places where one of them stands.

``re`` works that out for patterns that begin with letters. Most of ours begin with what stands before them (no letter,
the end of a word) or are read without case; its engine can search them by first letters as well, once it is told.
This is done where patterns are kept, never while a command runs.
"""

from __future__ import annotations

import re
from functools import cache
from re import _compiler, _parser  # type: ignore[attr-defined]
from re._constants import (  # type: ignore[import-not-found]
    ASSERT,
    ASSERT_NOT,
    AT,
    ATOMIC_GROUP,
    BRANCH,
    CATEGORY,
    IN,
    LITERAL,
    MAX_REPEAT,
    MIN_REPEAT,
    NEGATE,
    POSSESSIVE_REPEAT,
    RANGE,
    SRE_INFO_CHARSET,
    SUBPATTERN,
)
from typing import Any

_MANY = 0.4  # of the letters of a text: to look for them costs as much as it saves
_ORDINARY = (
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư; giao các phòng, "
    "ban, đơn vị và Ủy ban nhân dân các xã, phường phối hợp thực hiện, báo cáo kết quả trước ngày 15/6/2026."
)
_MOST = 2_000  # letters of a range that are told one by one where case does not count
_BEFORE = (AT, ASSERT, ASSERT_NOT)  # these take no letter
_REPEATS = (MAX_REPEAT, MIN_REPEAT, POSSESSIVE_REPEAT)
_Items = list[tuple[Any, Any]]


def told(code: list[int], pattern: _parser.SubPattern, flags: int) -> list[int]:
    """The compiled form of the pattern with its first letters told; as it is where they are known, or cannot be.

    The form begins with a note: its mark, its length, what it tells, the least and the most letters of a match.
    """
    length, tells, least, most = code[1:5]
    if tells or not least or isinstance(pattern.state.str, bytes):
        return code
    letters, _ = _firsts(pattern, flags)
    if letters is None or _share(letters, pattern.state, flags) > _MANY:
        return code
    note: list[int] = []
    _compiler._compile_charset(_compiler._optimize_charset(letters)[0], flags, note)
    return [code[0], 4 + len(note), SRE_INFO_CHARSET, least, most, *note, *code[1 + length :]]


def _share(letters: _Items, state: _parser.State, flags: int) -> float:
    """How many of the letters of an ordinary text are among them."""
    one = _compiler.compile(_parser.SubPattern(state, [(IN, letters)]), flags & ~re.IGNORECASE)
    return sum(1 for _ in one.finditer(_ORDINARY)) / len(_ORDINARY)


def _firsts(items: Any, flags: int) -> tuple[_Items | None, bool]:
    """The letters by which a match of the items begins, None for any, and whether they may match nothing."""
    found: list[_Items | None] = []
    for op, what in items:
        if op in _BEFORE:
            continue
        letters, may_be_empty = _of_one(op, what, flags)
        found.append(letters)
        if not may_be_empty:
            return _joined(found), False
    return _joined(found), True


def _of_one(op: Any, what: Any, flags: int) -> tuple[_Items | None, bool]:
    if op is LITERAL:
        return _without_case([(op, what)], flags), False
    if op is IN:
        return _without_case(what, flags), False
    if op is SUBPATTERN:
        _, added, removed, inner = what
        return _firsts(inner, _compiler._combine_flags(flags, added, removed))
    if op is ATOMIC_GROUP:
        return _firsts(what, flags)
    if op in _REPEATS:
        least, _, inner = what
        letters, may_be_empty = _firsts(inner, flags)
        return letters, may_be_empty or not least
    if op is BRANCH:
        each = [_firsts(inner, flags) for inner in what[1]]
        return _joined([letters for letters, _ in each]), any(may_be_empty for _, may_be_empty in each)
    return None, False


def _joined(sets: list[_Items | None]) -> _Items | None:
    """The sets as one; None where one of them is any letter, or says which it does not hold."""
    if len(sets) == 1:
        return sets[0]
    found: _Items = []
    for letters in sets:
        if letters is None or any(op is NEGATE for op, _ in letters):
            return None
        found += letters
    return found


def _without_case(letters: _Items, flags: int) -> _Items | None:
    """The letters in capitals and small ones, where the pattern takes both."""
    if not flags & re.IGNORECASE:
        return letters
    found: _Items = []
    for op, what in letters:
        if op is LITERAL:
            found += ((LITERAL, ord(char)) for char in _alike(chr(what)))
        elif op is RANGE and what[1] - what[0] < _MOST:
            found += ((LITERAL, ord(char)) for code in range(what[0], what[1] + 1) for char in _alike(chr(code)))
        elif op is CATEGORY:
            found.append((op, what))
        else:
            return None
    return found


@cache
def _alike(char: str) -> list[str]:
    """The letters that ``re`` takes for the letter where case does not count."""
    return re.findall(re.escape(char), _CASED, re.IGNORECASE) or [char]


_CASED = "".join(char for char in map(chr, range(0x20000)) if char.lower() != char or char.upper() != char)
