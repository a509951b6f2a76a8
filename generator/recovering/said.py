"""A value read out of a document: what it is, where it stands, in which words, and how sure the reading is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeAlias

from generator.parts.lines import Line
from generator.parts.model import Sure
from generator.records import record
from generator.wording.characters import fold

Path: TypeAlias = tuple[str | int, ...]
Tree: TypeAlias = Any
"""Values as a dossier's files nest them: fields, lists, and ``Said`` or what follows from one at the ends."""


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
    match tree:
        case Said():
            return tree.value
        case dict():
            return {key: plain(value) for key, value in tree.items()}
        case list() | tuple():
            return [plain(value) for value in tree]
        case _:
            return tree


def filed(tree: Tree, file: str) -> Tree:
    """The values, each with the file it was read from."""
    match tree:
        case Said():
            return tree if tree.file else replace(tree, file=file)
        case dict():
            return {key: filed(value, file) for key, value in tree.items()}
        case list() | tuple():
            return [filed(value, file) for value in tree]
        case _:
            return tree


def doubted(tree: Tree, why: str) -> Tree:
    """The values, likely at most for the reason given."""
    match tree:
        case Said():
            return replace(tree, sure=Sure.LIKELY if tree.sure is Sure.SURE else tree.sure, why=tree.why or why)
        case dict():
            return {key: doubted(value, why) for key, value in tree.items()}
        case list() | tuple():
            return [doubted(value, why) for value in tree]
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
