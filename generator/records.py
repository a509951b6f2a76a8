"""Records: dataclasses whose methods are written when they are first needed.

The standard library writes and compiles up to six methods for each dataclass when its module is imported, a millisecond
a class, and a third of those classes a command never makes. Here comparing, hashing and showing are shared functions,
and ``__init__`` is compiled for a class of which more than a few are made.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["kept", "record"]

_Value = TypeVar("_Value")
_UNSET = object()
_BY_HAND = 12  # instances made before compiling pays: of the classes a command makes, three quarters have fewer


class kept(cached_property[_Value]):  # noqa: N801 – used as its base is
    """A ``cached_property`` without a lock, which costs more than most of what is kept: two threads may both work."""

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        """What was worked out of the instance, the property itself for its class."""
        if instance is None:
            return self
        value = instance.__dict__[self.attrname] = self.func(instance)
        return value


def _record(*, frozen: bool = False, eq: bool = True) -> Callable[[type], type]:
    """A class made a dataclass with slots: compared by its fields, hashed by them when ``frozen``.

    ``fields``, ``replace`` and ``asdict`` of ``dataclasses`` take its instances. Fields are what is annotated in the
    class itself, in a module whose annotations are not evaluated: no inheritance, no ClassVar, no order. What a
    ``cached_property`` worked out is kept with the instance, and goes where it is copied.
    """
    return lambda cls: _made(cls, frozen, eq)


def _made(cls: type, frozen: bool, eq: bool) -> type:
    annotated: dict[str, Any] = vars(cls).get("__annotations__", {})
    given = {name: cls.__dict__[name] for name in annotated if name in cls.__dict__}
    inside = {name: value for name, value in cls.__dict__.items() if name not in given}
    inside.pop("__dict__", None)
    inside.pop("__weakref__", None)
    names = tuple(name for name, kind in annotated.items() if kind != "KW_ONLY")
    by_place = len(names) if len(names) == len(annotated) else list(annotated.values()).index("KW_ONLY")
    keeps = any(isinstance(value, cached_property) for value in inside.values())
    inside["__slots__"] = (*names, "__dict__") if keeps else names
    inside["__match_args__"] = tuple(name for name in names[:by_place] if _said(given.get(name), "init"))
    inside["__dataclass_fields__"] = _Fields(given)
    inside["__init__"] = _unwritten(names, by_place, given, frozen)
    inside.setdefault("__repr__", _shown(tuple(name for name in names if _said(given.get(name), "repr"))))
    if frozen:
        inside |= {"__setattr__": _no_setting, "__delattr__": _no_deleting}
        inside |= {"__getstate__": _state, "__setstate__": _set_state}
    if eq:
        inside |= _compared(tuple(name for name in names if _said(given.get(name), "compare")), frozen)
    made = type(cls)(cls.__name__, cls.__bases__, inside)
    made.__qualname__ = cls.__qualname__
    return made


def _said(given: Any, what: str) -> bool:
    return not isinstance(given, Field) or bool(getattr(given, what))


class _Fields:
    """``__dataclass_fields__`` as the standard library makes them, of a twin without methods, when it first asks."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.given = given

    def __get__(self, instance: object, owner: type) -> dict[str, Field[Any]]:
        # The twin says something of itself, or a signature would be made up for it.
        inside = self.given | {"__annotations__": owner.__annotations__, "__doc__": owner.__name__}
        twin = type(owner.__name__, (), inside | {"__module__": owner.__module__})
        bare: Any = dataclasses.dataclass(init=False, repr=False, eq=False)(twin)
        found: dict[str, Field[Any]] = bare.__dataclass_fields__
        type.__setattr__(owner, "__dataclass_fields__", found)
        return found


def _unwritten(names: tuple[str, ...], by_place: int, given: dict[str, Any], frozen: bool) -> Callable[..., None]:
    made = 0
    slots: list[_Slot] = []

    def __init__(self: Any, *values: Any, **named: Any) -> None:  # noqa: N807 – it becomes a method
        nonlocal made, slots
        made += 1
        slots = slots or _slots(names, by_place, given)
        if made <= _BY_HAND and (found := _taken(slots, values, named)) is not None:
            for name, value in found.items():
                object.__setattr__(self, name, value)
            if hasattr(self, "__post_init__"):
                self.__post_init__()
            return
        cls = next(kind for kind in type(self).__mro__ if kind.__dict__.get("__init__") is __init__)
        written = _written(cls, names, by_place, given, frozen)
        type.__setattr__(cls, "__init__", written)
        written(self, *values, **named)

    return __init__


_Slot = tuple[str, bool, bool, Any, Any]  # a field's name, whether a call gives it, by place too, default, factory


def _slots(names: tuple[str, ...], by_place: int, given: dict[str, Any]) -> list[_Slot]:
    found: list[_Slot] = []
    for place, name in enumerate(names):
        field = given.get(name, MISSING)
        default, factory = (field.default, field.default_factory) if isinstance(field, Field) else (field, MISSING)
        asked = _said(field, "init")
        found.append((name, asked, asked and place < by_place, default, factory))
    return found


def _taken(slots: list[_Slot], values: tuple[Any, ...], named: dict[str, Any]) -> dict[str, Any] | None:
    """The values of the fields by name; None where the call does not fit, which the written method says best."""
    said = dict(zip([name for name, _, placed, _, _ in slots if placed], values, strict=False)) if values else {}
    if len(said) < len(values):
        return None
    said |= named
    if len(said) < len(values) + len(named):
        return None
    found: dict[str, Any] = {}
    for name, asked, _, default, factory in slots:
        if asked and name in said:
            found[name] = said.pop(name)
        elif factory is not MISSING:
            found[name] = factory()
        elif default is not MISSING:
            found[name] = default
        elif asked:
            return None
    return None if said else found


def _written(
    cls: Any, names: tuple[str, ...], by_place: int, given: dict[str, Any], frozen: bool
) -> Callable[..., None]:
    known: dict[str, Any] = {"_unset": _UNSET}
    parameters, lines = [], []
    for place, name in enumerate(names):
        if place == by_place:
            parameters.append("*")
        field = given.get(name, MISSING)
        default: Any = field
        factory: Any = MISSING
        asked = True
        if isinstance(field, Field):
            default, factory, asked = field.default, field.default_factory, field.init
        value = name
        if factory is not MISSING:
            known[f"_make_{name}"] = factory
            value = f"_make_{name}() if {name} is _unset else {name}" if asked else f"_make_{name}()"
        elif default is not MISSING:
            known[f"_default_{name}"] = default
            value = name if asked else f"_default_{name}"
        if asked:
            optional = "=_unset" if factory is not MISSING else f"=_default_{name}" if default is not MISSING else ""
            parameters.append(f"{name}{optional}")
        elif default is MISSING and factory is MISSING:
            continue  # set by __post_init__
        # A slot is set by its descriptor where the class forbids setting.
        known[f"_set_{name}"] = cls.__dict__[name].__set__
        lines.append(f"_set_{name}(self, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    body = "\n  ".join(lines or ["pass"])
    exec(f"def __init__(self, {', '.join(parameters)}):\n  {body}", known)
    written: Callable[..., None] = known["__init__"]
    written.__qualname__ = f"{cls.__qualname__}.__init__"
    return written


def _compared(names: tuple[str, ...], frozen: bool) -> dict[str, Any]:
    values: Callable[[Any], Any] = attrgetter(*names) if names else lambda _: ()

    def __eq__(self: object, other: object) -> bool:  # noqa: N807 – it becomes a method
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807 – it becomes a method
        return hash(values(self))

    return {"__eq__": __eq__, "__hash__": __hash__ if frozen else None}


def _shown(names: tuple[str, ...]) -> Callable[[object], str]:
    def __repr__(self: object) -> str:  # noqa: N807 – it becomes a method
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return __repr__


def _no_setting(self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_deleting(self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__slots__]


def _set_state(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__slots__, state, strict=True):
        object.__setattr__(self, name, value)


if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    record = _record
