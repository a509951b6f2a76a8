"""What a field says of itself, and what is done to its value, as they are declared in a model."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

from generator.records import record

_Method = TypeVar("_Method")
_REQUIRED: Any = object()
_HOOK = "__validates__"


class FieldInfo:
    """One field of a model: how it is typed, called and explained, what it is when left out, the limits of its value.

    The limits are ``min_length``, ``max_length``, ``pattern``, ``ge``, ``gt`` and ``le``.
    """

    __slots__ = ("alias", "default", "description", "limits", "module", "title", "typed")

    def __init__(
        self, default: Any, alias: str | None, title: str | None, description: str | None, limits: dict[str, Any]
    ) -> None:
        self.default = default
        self.alias = alias
        self.title = title
        self.description = description
        self.limits = limits
        self.typed = self.module = ""  # its type as written, and where: said by the model that holds it

    @property
    def annotation(self) -> Any:
        """The type of its value; worked out when asked, for it may name what its module defines further down."""
        return _evaluated(self.module, self.typed)

    def is_required(self) -> bool:
        """Whether it may not be left out."""
        return self.default is _REQUIRED


@cache
def _evaluated(module: str, annotation: str) -> Any:
    return eval(annotation, vars(sys.modules[module]))


def Field(  # noqa: N802 – as pydantic's
    default: Any = _REQUIRED,
    *,
    alias: str | None = None,
    title: str | None = None,
    description: str | None = None,
    **limits: Any,
) -> Any:
    """A field as a model declares it, or inside ``Annotated`` the limits of a kind of value (see FieldInfo)."""
    return FieldInfo(default, alias, title, description, limits)


@record(frozen=True, eq=False)
class BeforeValidator:
    """Inside ``Annotated``: called with what was typed; what it returns is then checked."""

    function: Callable[[Any], Any]


@record(frozen=True, eq=False)
class AfterValidator:
    """Inside ``Annotated``: called with the checked value; returns the one to keep, or raises a Fault."""

    function: Callable[[Any], Any]


@record(frozen=True, eq=False)
class WrapValidator:
    """Inside ``Annotated``: called with what was typed and with the check itself."""

    function: Callable[[Any, Callable[[Any], Any]], Any]


@record(frozen=True, eq=False)
class PlainSerializer:
    """Inside ``Annotated``: what the value is written as; with ``only_json`` not where Python values are asked for."""

    function: Callable[[Any], str]
    only_json: bool = False


@record(frozen=True, eq=False)
class WithJsonSchema:
    """Inside ``Annotated``: what a JSON Schema says of the value, in place of what follows from its type."""

    schema: Mapping[str, Any]


def model_validator(*, mode: str) -> Callable[[_Method], _Method]:
    """A method that checks a whole record: ``before``, a class method given what was typed, or ``after``, given it."""
    return _marked((mode, None))


def field_validator(name: str) -> Callable[[_Method], _Method]:
    """A class method given what was typed for one field, and what is known of the fields before it."""
    return _marked(("field", name))


def _marked(said: tuple[str, str | None]) -> Callable[[_Method], _Method]:
    def mark(method: _Method) -> _Method:
        setattr(getattr(method, "__func__", method), _HOOK, said)
        return method

    return mark


def validators(cls: type) -> dict[str, tuple[str, str | None]]:
    """The methods that check, as the class and those it comes from declare them: what each was marked with."""
    found = {}
    for kind in reversed(cls.__mro__):
        for name, value in vars(kind).items():
            said = getattr(getattr(value, "__func__", value), _HOOK, None)
            if said is not None:
                found[name] = said
    return found
