"""Records behave as the dataclasses of the standard library they stand for."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import KW_ONLY, FrozenInstanceError, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from typing import Any

import pytest

from generator.records import record

KINDS = pytest.mark.parametrize("kind", [dataclass, record], ids=["dataclass", "record"])


@record(frozen=True)
class Kept:
    """At module level, where pickle finds it."""

    name: str
    items: tuple[int, ...] = ()


def _line(kind: Callable[..., Any], **options: Any) -> Any:
    @kind(**options)
    class Line:
        """A class of every kind of field."""

        name: str
        size: float = 1.5
        items: list[int] = field(default_factory=list)
        hidden: object = field(default=None, compare=False, repr=False)
        made: str = field(init=False)
        _: KW_ONLY
        last: str = ""

        def __post_init__(self) -> None:
            object.__setattr__(self, "made", self.name * 2)

    return Line


@KINDS
@pytest.mark.parametrize("frozen", [True, False])
def test_is_made_shown_compared_and_replaced(kind: Callable[..., Any], frozen: bool) -> None:
    cls = _line(kind, frozen=frozen)
    one = cls("a", items=[1], hidden=object(), last="z")
    assert (one.name, one.size, one.items, one.made, one.last) == ("a", 1.5, [1], "aa", "z")
    assert repr(one) == f"{cls.__qualname__}(name='a', size=1.5, items=[1], made='aa', last='z')"
    assert one == cls("a", 1.5, [1], last="z") != cls("b", 1.5, [1], last="z")
    assert one != "a"
    assert cls("a").items is not cls("a").items
    assert replace(one, name="b").made == "bb"
    assert is_dataclass(cls)
    assert is_dataclass(one)
    assert [item.name for item in fields(cls)] == ["name", "size", "items", "hidden", "made", "last"]
    assert asdict(one)["items"] == [1]
    assert astuple(one)[0] == "a"
    assert cls.__match_args__ == ("name", "size", "items", "hidden")


@KINDS
@pytest.mark.parametrize("given", [((), {}), (("a", 1.0, [], None, "z"), {}), (("a",), {"mane": 1})])
def test_refuses_what_does_not_fit(kind: Callable[..., Any], given: tuple[tuple[Any, ...], dict[str, Any]]) -> None:
    with pytest.raises(TypeError, match=r"Line\.__init__\(\)"):
        _line(kind)(*given[0], **given[1])


@KINDS
def test_frozen_ones_keep_their_values_and_are_keys(kind: Callable[..., Any]) -> None:
    @kind(frozen=True)
    class Point:
        x: int
        y: int = 0

    point = Point(1)
    with pytest.raises(FrozenInstanceError):
        point.x = 2
    with pytest.raises(FrozenInstanceError):
        del point.x
    assert {Point(1, 0): "here"}[point] == "here"
    assert hash(Point(1)) != hash(Point(2))
    with pytest.raises(TypeError):
        hash(_line(kind)("a"))


@KINDS
def test_eq_false_compares_by_identity(kind: Callable[..., Any]) -> None:
    @kind(eq=False)
    class Node:
        name: str

    node = Node("a")
    assert node != Node("a")
    assert {node: 1}[node] == 1


def test_a_record_is_copied_and_pickled() -> None:
    kept = Kept("a", (1, 2))
    assert pickle.loads(pickle.dumps(kept)) == copy.deepcopy(kept) == copy.copy(kept) == kept


def test_a_record_has_nothing_but_its_fields() -> None:
    assert not hasattr(Kept("a"), "__dict__")
    with pytest.raises(AttributeError):
        _line(record)("a").other = 1


@KINDS
def test_what_was_worked_out_is_kept(kind: Callable[..., Any]) -> None:
    @kind(frozen=True)
    class Text:
        """A class with a value that is worked out once."""

        words: tuple[str, ...]

        @cached_property
        def joined(self) -> list[str]:
            """The words as one text, in a list, which tells whether it is the same."""
            return [" ".join(self.words)]

    one = Text(("a", "b"))
    assert one.joined == ["a b"]
    assert one.joined is one.joined
    assert one == Text(("a", "b"))
    assert hash(one) == hash(Text(("a", "b")))
    assert copy.copy(one).joined == ["a b"]
    assert replace(one, words=("c",)).joined == ["c"]
    with pytest.raises(FrozenInstanceError):
        one.words = ()
