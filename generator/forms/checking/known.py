"""What a form may read, as a tree of names: what each holds, and what is inside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

from generator.compose.reach.catalogue import Entry
from generator.compose.reach.kinds import Kind, Shape
from generator.records import record
from generator.wording.nearest import did_you_mean


@record()
class Value:
    """What an expression stands for: its kind (None: not known), the fields in it or, of a list, in each item.

    ``path`` is where it stands in the catalogue, empty for what a tag works out.
    """

    kind: Kind | None = None
    path: str = ""
    inside: dict[str, Value] = field(default_factory=dict)

    @classmethod
    def of(cls, shape: Shape, path: str) -> Value:
        """The value of a field that a form declares of its own."""
        around = f"{path}[]" if shape.kind is Kind.LIST else path
        return cls(shape.kind, path, {one.key: cls.of(one, f"{around}.{one.key}") for one in shape.inside})

    @property
    def item(self) -> Value | None:
        """What each item of it is, of what can be gone through; None where that is not known."""
        match self.kind:
            case Kind.LIST:
                return Value(Kind.GROUP, f"{self.path}[]", self.inside)
            case Kind.LINES | Kind.PARAGRAPHS:
                return Value(Kind.RICH, f"{self.path}[]")
        return None

    @property
    def is_said_whole(self) -> bool:
        """Whether it is a list of targets or one of them, the one group that is printed as it is typed."""
        return self.path.removesuffix("[]").endswith("chi_tieu")


TEXT, NUMBER, FLAG = Value(Kind.TEXT), Value(Kind.NUMBER), Value(Kind.FLAG)


@record()
class Known:
    """The names a form may read; ``open_`` are those inside which any name may stand, as their form says nothing."""

    names: dict[str, Value]
    open_: frozenset[str] = frozenset()

    @classmethod
    def of(cls, catalogues: Iterable[Sequence[Entry]], open_: Iterable[str] = ()) -> Known:
        """The names of all the catalogues; what two of them have of different kinds is of no known kind."""
        names: dict[str, Value] = {}
        for entries in catalogues:
            for entry in entries:
                _put(names, entry)
        return cls(names, frozenset(open_))

    def seen(self, paths: Iterable[str]) -> Known:
        """The same, with what the paths go into as the fields of those names inside which any may stand."""
        names = dict(self.names)
        for path in sorted(paths, reverse=True):  # what lies inside comes before what it lies in
            first, *keys = path.split(".")
            if first in self.open_:
                _see(names.setdefault(first, Value(Kind.GROUP, first)), keys)
        return Known(names, frozenset())

    def nearest(self, name: str, here: Iterable[str] = ()) -> str:
        """The field most like a name that is none, as a tag writes it: «ten_co_quan» is ``co_quan.ten``; or empty.

        ``here`` are the names that the place itself gives.
        """
        called = {one: one for one in (*here, *self.names)}
        for group, value in self.names.items():
            for key in value.inside if value.kind is not Kind.LIST else ():
                for alias in (f"{key}_{group}", f"{group}_{key}", key):
                    called.setdefault(alias, f"{group}.{key}")
        close = did_you_mean(name, called)
        return called[close[0]] if close else ""

    def lists_with(self, key: str) -> list[str]:
        """The paths of the lists whose items have a field of the name."""
        return list(_lists(self.names.values(), key))


def _lists(values: Iterable[Value], key: str) -> Iterator[str]:
    for value in values:
        if value.kind is Kind.LIST and key in value.inside:
            yield value.path
        yield from _lists(value.inside.values(), key)


def _see(around: Value, keys: Sequence[str]) -> None:
    """Makes the value one that has fields of those names in each other, as they are read."""
    if not keys:
        return
    key, *rest = keys
    name = key.removesuffix("[]")
    kind = (Kind.LIST if rest else Kind.LINES) if key.endswith("[]") else (Kind.GROUP if rest else Kind.RICH)
    path = f"{around.path}[].{name}" if around.kind is Kind.LIST else f"{around.path}.{name}"
    _see(around.inside.setdefault(name, Value(kind, path)), rest)


def _put(names: dict[str, Value], entry: Entry) -> None:
    *around, last = entry.path.split(".")
    level = names
    for key in around:
        level = level[key.removesuffix("[]")].inside
    known = level.get(last)
    if known is None:
        level[last] = Value(entry.kind, entry.path)
    elif known.kind is not entry.kind:
        rich = {known.kind, entry.kind} <= {Kind.TEXT, Kind.RICH}
        known.kind = Kind.RICH if rich else None
