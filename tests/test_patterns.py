"""Patterns compiled when first used are right, and answer as compiled ones do."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module

import pytest

import generator
from generator.patterns import Late, late


def _held(value: object) -> Iterator[Late]:
    if isinstance(value, Late):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _held(item)
    elif isinstance(value, dict):
        yield from _held(tuple(value.values()))
    elif hasattr(value, "pattern"):
        yield from _held(value.pattern)


def test_every_pattern_held_by_a_module_compiles() -> None:
    names = [item.name for item in pkgutil.walk_packages(generator.__path__, "generator.")]
    found = [late for name in names for late in _held(tuple(vars(import_module(name)).values()))]
    assert len(found) > 50
    for pattern in found:
        re.compile(pattern.pattern, pattern.flags)


def test_answers_as_the_compiled_pattern() -> None:
    pattern = late(r"(?P<day>\d+)/(?P<month>\d+)", re.IGNORECASE)
    match = pattern.search("ngày 02/9")
    assert match is not None
    assert (match["day"], match["month"], pattern.groups) == ("02", "9", 2)
    assert [found[0] for found in pattern.finditer("1/2 3/4")] == ["1/2", "3/4"]
    assert pattern.sub("x", "1/2") == "x"


def test_knows_nothing_else() -> None:
    with pytest.raises(AttributeError):
        late("a").scaner  # noqa: B018 – asked for, to be refused
