"""A value read out of a document: what it is, where it stands, in which words, and how sure the reading is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeAlias

from generator.parts.lines import Line
from generator.parts.model import Sure
from generator.patterns import late
from generator.records import record
from generator.wording.characters import fold

Path: TypeAlias = tuple[str | int, ...]
Tree: TypeAlias = Any
"""Values as a dossier's files nest them: fields, lists, and ``Said`` or what follows from one at the ends."""


_MARKS = late(r"\{(?:dam|nghieng): ?|\}|\[\d{1,3}\]")


@record(frozen=True)
class Said:
    """One value of the dossier and the words it was read from; ``why`` tells what makes it less than sure."""

    value: Any
    place: str
    words: str
    sure: Sure = Sure.SURE
    why: str = ""
    file: str = ""


@record(frozen=True)
class Reading:
    """A value of the dossier at its path of keys, with the words it came from."""

    path: Path
    said: Said


def said(line: Line, value: Any, words: str = "", sure: Sure = Sure.SURE, why: str = "") -> Said:
    """The value as read from the line; its words are those of the line unless told."""
    return Said(value, line.place, words or line.text, sure, why)


def plain(tree: Tree) -> Any:
    """The values alone, as a dossier is typed."""
    return _each(tree, lambda one: one.value)


def unmarked(said: Said | None) -> str:
    """The words read, without marks of emphasis and of notes; empty for none."""
    return _MARKS.sub("", str(said.value)) if said is not None else ""


def filed(tree: Tree, file: str) -> Tree:
    """The values, each with the file it was read from."""
    return _each(tree, lambda one: one if one.file else replace(one, file=file))


def doubted(tree: Tree, why: str) -> Tree:
    """The values, likely at most for the reason given."""

    def made(one: Said) -> Said:
        return replace(one, sure=Sure.LIKELY if one.sure is Sure.SURE else one.sure, why=one.why or why)

    return _each(tree, made)


def _each(tree: Tree, change: Callable[[Said], Any]) -> Tree:
    match tree:
        case Said():
            return change(tree)
        case dict():
            return {key: _each(value, change) for key, value in tree.items()}
        case list() | tuple():
            return [_each(value, change) for value in tree]
        case _:
            return tree


def words_held(tree: Tree) -> str:
    """All words that values were read from, and the values themselves, folded, to look a line's words up in."""
    found = [one.said for one in readings(tree)]
    return " ".join([*(fold(one.words) for one in found), *(fold(str(one.value)) for one in found)])


def readings(tree: Tree, path: Path = ()) -> Iterator[Reading]:
    """Every value with its path, in the order it would be typed."""
    match tree:
        case Said():
            yield Reading(path, tree)
        case dict():
            for key, value in tree.items():
                yield from readings(value, (*path, key))
        case list() | tuple():
            for number, value in enumerate(tree):
                yield from readings(value, (*path, number))
