"""The fields that a form declares of its own, as its template reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.compose.reach.kinds import Kind, Shape
from generator.compose.reach.reading import Reading
from generator.typed.source import Path_
from generator.values import Blank, Group, Items, Texts, at


def undeclared(values: Mapping[str, Any]) -> tuple[Shape, ...]:
    """What fields seem to be that no form declares: texts, lists of them, groups, lists of groups."""
    return tuple(_seeming(values))


def _seeming(values: Mapping[str, Any]) -> Iterator[Shape]:
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield Shape(key, Kind.GROUP, key, inside=undeclared(value))
        elif isinstance(value, list | tuple) and value and all(isinstance(item, Mapping) for item in value):
            together = {name: inner for item in reversed(value) for name, inner in item.items()}
            yield Shape(key, Kind.LIST, key, inside=undeclared(together))
        else:
            yield Shape(key, Kind.LINES if isinstance(value, list | tuple) else Kind.RICH, key)


def free_group(reading: Reading, shapes: Sequence[Shape], values: Mapping[str, Any], path: Path_, said: str) -> Group:
    """The values as a group of the declared fields; what is declared and not typed is blank."""
    by_key = {shape.key: shape for shape in shapes}

    def read(key: str) -> object:
        return _value(reading, by_key[key], values.get(key), (*path, key), said)

    return Group(tuple(by_key), read, f"{said}{at(path)}")


def _value(reading: Reading, shape: Shape, found: Any, path: Path_, said: str) -> object:
    what = f"{said} chưa ghi «{shape.label}»{at(path)}"
    if shape.kind is Kind.LIST:
        called = shape.label[:1].lower() + shape.label[1:]
        return Items(
            (
                free_group(reading, shape.inside, item, (*path, n), f"{called}, mục {n + 1}")
                for n, item in enumerate(found or ())
            ),
            what,
        )
    if found is None or found == ():
        return Blank(what)
    match shape.kind:
        case Kind.GROUP:
            return free_group(reading, shape.inside, found, path, shape.label)
        case Kind.LINES:
            return Texts(reading.text(str(line)) for line in found)
        case Kind.RICH | Kind.TEXT:
            return reading.text(str(found))
    return found
