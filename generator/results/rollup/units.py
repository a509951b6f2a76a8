"""Whose dossier each is: units by the names the office has for them, other spellings joined only where it says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from generator.dossier.model import Dossier
from generator.dossier.quality.target_lines import lines_of
from generator.errors import Problem
from generator.records import record
from generator.results.rollup.model import Taken, Unit, UnitDossier
from generator.typed.source import Path_
from generator.wording.naming.likeness import Likeness, likeness, name_key, sketches

_LIST = "don_vi_bao_cao"
_Any = TypeVar("_Any")


@record(frozen=True)
class _Known:
    """A unit the office names, and where it does; ``listed`` where it stands in the office's list of units."""

    name: str
    place: str
    listed: bool


class Roster:
    """The units that an office expects to hear from, and what else they are called.

    ``problems`` is what is wrong with the names the office itself has given.
    """

    def __init__(self, own: UnitDossier, others: Mapping[str, str]) -> None:
        self.problems: list[Problem] = []
        self._own = own
        self._known: dict[str, _Known] = {}
        self._called: dict[str, str] = {}
        for index, listed in enumerate(own.dossier.agency.listed_units):
            path: Path_ = ("co_quan", _LIST, index)
            self._know(listed.name, path, listed=True)
            for other in listed.others:
                self._call(other, listed.name, own.at(path))
        self._is_listed = bool(self._known)
        for name, path in _bound(own.dossier):
            self._know(self._called.get(name_key(name), name), path, listed=False)
        for other, name in others.items():
            known = self._known.get(name_key(name))
            self._call(other, known.name if known else name, "--la")
        self._hold_apart()
        self._near: dict[str, list[_Known]] = {}
        for one in self._known.values():
            for sketch in sketches(one.name):
                self._near.setdefault(sketch, []).append(one)

    def _know(self, name: str, path: Path_, *, listed: bool) -> None:
        self._known.setdefault(name_key(name), _Known(name, self._own.at(path), listed))

    def _call(self, other: str, name: str, place: str) -> None:
        key = name_key(other)
        before = self._called.setdefault(key, name)
        if name_key(before) != name_key(name):
            what = f"«{other}» được ghi là tên khác của cả «{before}» và «{name}»"
            self.problems.append(Problem(place, what, "giữ một"))
        elif key in self._known and self._known[key].listed and key != name_key(name):
            what = f"«{other}» là tên khác của «{name}», mà cũng là một đơn vị riêng ở {self._known[key].place}"
            self.problems.append(Problem(place, what, "giữ một"))

    def _hold_apart(self) -> None:
        """Two spellings among the names of the office's own targets; what its list has apart is apart."""
        for one, other in _pairs(list(self._known.values()), lambda known: (known.name,)):
            if (one.listed and other.listed) or likeness(one.name, other.name) is not Likeness.ASK:
                continue
            what = f"«{other.name}» ở đây và «{one.name}» ở {one.place}: có phải là một đơn vị?"
            fix = f"phải thì ghi một tên; không phải thì ghi cả hai tên vào {_LIST} của hồ sơ này"
            self.problems.append(Problem(other.place, what, fix))

    def unit_of(self, unit: UnitDossier) -> Unit:
        """Whose dossier it is; a name the office does not know stands as it is written."""
        agency = unit.dossier.agency
        called = tuple(dict.fromkeys(name for name in (agency.full_name, agency.short_name) if name))
        place = unit.at(("co_quan", "ten"))
        for name in called:
            key = name_key(name)
            meant = self._called.get(key) or (self._known[key].name if key in self._known else None)
            if meant:
                known = self._known.get(name_key(meant))
                return Unit(known.name if known else meant, called, unit.label, place, known=True)
        meant = next((name for name in self._called.values() if name_key(name) in map(name_key, called)), None)
        return Unit(meant or called[0], called, unit.label, place, known=meant is not None)

    def missing(self, units: Iterable[Unit]) -> tuple[str, ...]:
        """The units the office expects that sent nothing."""
        sent = {name_key(unit.name) for unit in units}
        return tuple(known.name for key, known in self._known.items() if key not in sent)

    def doubts(self, taken: Sequence[Taken]) -> Iterator[tuple[Problem, tuple[Unit, ...]]]:
        """What must be settled before anything is counted, with the units whose dossiers cannot be taken till then."""
        first: dict[str, Unit] = {}
        for unit in (one.unit for one in taken):
            key = name_key(unit.name)
            if key in first:
                what = f"hồ sơ thứ hai của «{unit.name}», đã có {first[key].place}"
                yield Problem(unit.place, what, "mỗi đơn vị chỉ đưa vào một hồ sơ"), (unit, first[key])
            elif self._is_listed and not unit.known:
                what = f"«{unit.name}» không có trong danh sách đơn vị báo cáo ({_LIST}) của {self._own.label}"
                if not any(True for _ in self._like(unit)):
                    yield Problem(unit.place, what, f'thêm vào danh sách, hoặc --la "{unit.name}=TÊN"'), (unit,)
            first.setdefault(key, unit)
        yield from self._questions(list(first.values()))

    def _like(self, unit: Unit) -> Iterator[_Known]:
        near = {id(known): known for name in unit.called for key in sketches(name) for known in self._near.get(key, ())}
        for known in near.values():
            if any(likeness(name, known.name) is Likeness.ASK for name in unit.called):
                yield known

    def _questions(self, units: list[Unit]) -> Iterator[tuple[Problem, tuple[Unit, ...]]]:
        sent = {name_key(unit.name) for unit in units}
        silent = [known for key, known in self._known.items() if key not in sent]
        items: list[_Known | Unit] = [*silent, *units]
        for one, other in _pairs(items, _names):
            if isinstance(other, _Known) or (other.known and (isinstance(one, _Known) or one.known)):
                continue
            if isinstance(one, _Known):
                yield from _asked_of_silent(one, other)
            elif any(likeness(a, b) is Likeness.ASK for a in _full(one) for b in _full(other)):
                what = f"«{other.called[0]}» ở đây và «{one.called[0]}» ở {one.place}: có phải là một đơn vị?"
                fix = f"phải thì chỉ đưa vào một hồ sơ; không phải thì ghi cả hai tên vào {_LIST} của hồ sơ cấp trên"
                yield Problem(other.place, what, fix), tuple(unit for unit in (one, other) if not unit.known)


def _asked_of_silent(known: _Known, unit: Unit) -> Iterator[tuple[Problem, tuple[Unit, ...]]]:
    found = {likeness(name, known.name) for name in unit.called}
    if found & {Likeness.ASK, Likeness.NEAR}:
        what = f"«{unit.called[0]}» ở đây và «{known.name}» ở {known.place}: có phải là một đơn vị?"
        fix = (
            f'phải thì thêm --la "{unit.called[0]}={known.name}", hoặc ghi «{known.name} = {unit.called[0]}» '
            f"vào {_LIST} của hồ sơ cấp trên; không phải thì ghi cả hai tên vào đó, mỗi tên một dòng"
        )
        yield Problem(unit.place, what, fix), (unit,)


def _full(unit: Unit) -> tuple[str, ...]:
    return tuple(dict.fromkeys((unit.called[0], unit.name)))


def _names(one: _Known | Unit) -> tuple[str, ...]:
    return (one.name,) if isinstance(one, _Known) else (*one.called, one.name)


def _pairs(items: Sequence[_Any], names: Callable[[_Any], tuple[str, ...]]) -> Iterator[tuple[_Any, _Any]]:
    """The pairs of items whose names are worth comparing, in order, each once."""
    by_sketch: dict[str, list[int]] = {}
    for at, item in enumerate(items):
        keys = {key for name in names(item) for key in sketches(name)}
        near = {before for key in keys for before in by_sketch.get(key, ())}
        for before in sorted(near):
            yield items[before], item
        for key in keys:
            by_sketch.setdefault(key, []).append(at)


def _bound(dossier: Dossier) -> Iterator[tuple[str, Path_]]:
    """The units that targets bind, one by one, and where they are named."""
    for number, objective in enumerate(dossier.objectives):
        for line in lines_of(objective):
            for name in line.units:
                yield name, ("muc_tieu", number, "chi_tieu", line.position, "don_vi")
