"""A record whose fields are declared: read from what was typed, frozen once read, written again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NoReturn, Self

from generator.typed.models.declaring import Field, FieldInfo

if TYPE_CHECKING:
    from generator.typed.models.core import Engine


class BaseModel:
    """The base of every model: its fields are what it and the models it comes from annotate, each declared by Field."""

    __slots__ = ("__dict__", "__pydantic_extra__", "__pydantic_fields_set__", "__pydantic_private__")  # the engine's

    model_fields: ClassVar[dict[str, FieldInfo]] = {}
    extra_fields: ClassVar[Literal["forbid", "ignore"]] = "forbid"
    __pydantic_fields_set__: set[str]
    _defaults: ClassVar[dict[str, Any]] = {}
    _engine: ClassVar[Engine]

    def __init_subclass__(cls) -> None:
        own = vars(cls)
        annotated: dict[str, str] = own.get("__annotations__", {})
        names = [name for name, kind in annotated.items() if name[0] != "_" and not kind.startswith("ClassVar")]
        cls.model_fields = dict(cls.model_fields)
        for name in names:
            field: FieldInfo = own[name] if name in own else Field()
            field.typed, field.module = annotated[name], cls.__module__
            cls.model_fields[name] = field
            if name in own:
                delattr(cls, name)
        fields = cls.model_fields.items()
        cls._defaults = {name: field.default for name, field in fields if not field.is_required()}

    @classmethod
    def other_forms(cls) -> list[dict[str, Any]]:
        """What a JSON Schema lets stand in its place besides its fields."""
        return []

    @classmethod
    def model_validate(cls, data: Any) -> Self:
        """The record these values make; raises ValidationError, which holds all that is wrong."""
        made: Self = cls._checking().validator.validate_python(data)
        return made

    @classmethod
    def model_validate_json(cls, data: str | bytes) -> Self:
        """The same, of values in JSON."""
        made: Self = cls._checking().validator.validate_json(data)
        return made

    @classmethod
    def model_construct(cls, **values: Any) -> Self:
        """A record of values that need no check, named as the attributes are."""
        made = cls.__new__(cls)
        made.__setstate__(({**cls._defaults, **values}, set(values)))
        return made

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """The same record with some values changed, which are not checked."""
        values, given = self.__getstate__()
        made = type(self).__new__(type(self))
        made.__setstate__(({**values, **update}, given | update.keys()))
        return made

    def model_dump(self, *, mode: str = "python", by_alias: bool = False, exclude_defaults: bool = False) -> Any:
        """The values by name, or by key as typed; in the mode ``json`` none that JSON does not know."""
        write = self._checking().serializer.to_python
        return write(self, mode=mode, by_alias=by_alias, exclude_defaults=exclude_defaults)

    def model_dump_json(self, *, by_alias: bool = False, exclude_none: bool = False, indent: int | None = None) -> str:
        """The same as JSON."""
        write = self._checking().serializer.to_json
        return write(self, by_alias=by_alias, exclude_none=exclude_none, indent=indent).decode()

    @classmethod
    def _checking(cls) -> Engine:
        if "_engine" not in vars(cls):
            from generator.typed.models.core import engine_of  # here: what is kept as read is not checked again

            cls._engine = engine_of(cls)
        return cls._engine

    @property
    def model_fields_set(self) -> set[str]:
        """The fields that were typed, by name."""
        return self.__pydantic_fields_set__

    def __getstate__(self) -> tuple[dict[str, Any], set[str]]:
        values = vars(self)
        return {name: values[name] for name in self.model_fields if name in values}, self.model_fields_set

    def __setstate__(self, state: tuple[dict[str, Any], set[str]]) -> None:
        values, given = state
        for name, value in (("__dict__", values), ("__pydantic_fields_set__", given)):
            object.__setattr__(self, name, value)
        for name in ("__pydantic_extra__", "__pydantic_private__"):
            object.__setattr__(self, name, None)

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: {name}")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.__getstate__()[0] == other.__getstate__()[0]

    def __hash__(self) -> int:
        return hash(tuple(self.__getstate__()[0].values()))

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in self.__getstate__()[0].items())
        return f"{type(self).__name__}({values})"
