"""Models: fields declared once, checked by pydantic's engine, frozen, written again."""

from __future__ import annotations

import pickle
from copy import deepcopy
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from pydantic_core import ValidationError

from generator.typed.models.declaring import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    WithJsonSchema,
    WrapValidator,
    field_validator,
    model_validator,
)
from generator.typed.models.json_schema import json_schema
from generator.typed.models.model import BaseModel

Stripped = Annotated[str, AfterValidator(str.strip)]
Words = Annotated[tuple[str, ...], BeforeValidator(lambda value: value.split() if isinstance(value, str) else value)]
Shout = Annotated[str, PlainSerializer(str.upper, only_json=True)]
Twice = Annotated[int, WrapValidator(lambda value, check: check(value) * 2)]


class Colour(StrEnum):
    """A colour."""

    RED = "do"
    BLUE = "xanh"


class Part(BaseModel):
    """A part, which may have parts."""

    name: Annotated[Stripped, Field(max_length=3)] = Field(alias="ten", title="Tên")
    words: Annotated[Words, Field(min_length=2)] | None = Field(None, alias="chu")
    parts: tuple[Part, ...] = Field((), alias="phan")
    colour: Colour = Field(Colour.RED, alias="mau")
    count: int | None = Field(None, alias="so", ge=1, le=9)
    side: Literal["trai", "phai"] = Field("trai", alias="ben")
    shout: Shout = Field("a")
    twice: Twice = Field(2)

    @model_validator(mode="before")
    @classmethod
    def _short(cls, data: Any) -> Any:
        return {"ten": data} if isinstance(data, str) else data

    @model_validator(mode="after")
    def _not_itself(self) -> Part:
        if any(part.name == self.name for part in self.parts):
            raise ValueError("itself")
        return self

    @classmethod
    def other_forms(cls) -> list[dict[str, Any]]:
        return [{"type": "string"}]


class Narrow(Part):
    """A part that must say its side, and how many."""

    side: Literal["trai", "phai"] = Field(alias="ben")
    total: int = Field(0, alias="tong")

    @field_validator("total")
    @classmethod
    def _after_count(cls, value: Any, info: Any) -> Any:
        return info.data["count"] if value == "so" else value


class Loose(BaseModel):
    """Takes keys it does not know."""

    extra_fields = "ignore"

    name: str = Field()


def _faults(model: type[BaseModel], data: Any) -> list[tuple[str, tuple[int | str, ...]]]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(data)
    return [(error["type"], error["loc"]) for error in caught.value.errors()]


def test_values_are_read_by_key_and_what_is_left_out_has_its_default() -> None:
    part = Part.model_validate({"ten": " a ", "chu": "x y", "phan": ["b", {"ten": "c", "so": "7"}], "twice": 3})
    assert (part.name, part.words, part.colour, part.side, part.twice) == ("a", ("x", "y"), Colour.RED, "trai", 6)
    assert [(inner.name, inner.count) for inner in part.parts] == [("b", None), ("c", 7)]
    assert part.model_fields_set == {"name", "words", "parts", "twice"}


@pytest.mark.parametrize(
    ("data", "kind", "at"),
    [
        ({}, "missing", ("ten",)),
        ({"ten": "a", "x": 1}, "extra_forbidden", ("x",)),
        ({"name": "a", "ten": "a"}, "extra_forbidden", ("name",)),
        ({"ten": "abcd"}, "string_too_long", ("ten",)),
        ({"ten": "a", "chu": "x"}, "too_short", ("chu",)),
        ({"ten": "a", "so": 0}, "greater_than_equal", ("so",)),
        ({"ten": "a", "so": 10}, "less_than_equal", ("so",)),
        ({"ten": "a", "mau": "đen"}, "enum", ("mau",)),
        ({"ten": "a", "ben": "giua"}, "literal_error", ("ben",)),
        ({"ten": "a", "phan": [{"ten": "b"}, {"ten": "c", "phan": [5]}]}, "model_type", ("phan", 1, "phan", 0)),
        ({"ten": "a", "phan": ["a"]}, "value_error", ()),
    ],
)
def test_what_is_wrong_is_told_with_its_place(data: Any, kind: str, at: tuple[int | str, ...]) -> None:
    assert (kind, at) in _faults(Part, data)


def test_limits_hold_for_what_functions_return() -> None:
    assert Part.model_validate({"ten": "  abc  "}).name == "abc"


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert len(_faults(Part, {"ten": 5, "so": 0, "x": 1})) == 3


def test_a_model_that_comes_from_another_has_its_fields_and_checks() -> None:
    assert list(Narrow.model_fields)[:2] == ["name", "words"]
    assert Narrow.model_fields["side"].is_required()
    assert not Part.model_fields["side"].is_required()
    assert Narrow.model_validate({"ten": "a", "ben": "phai", "so": 4, "tong": "so"}).total == 4
    assert ("missing", ("ben",)) in _faults(Narrow, "a")


def test_unknown_keys_are_passed_over_where_a_model_says_so() -> None:
    assert Loose.model_validate({"name": "a", "x": 1}).model_dump() == {"name": "a"}


def test_a_record_is_frozen_and_compared_by_its_fields() -> None:
    one, same, other = (Part.model_validate({"ten": name, "phan": ["x"]}) for name in ("a", "a", "b"))
    assert (one == same, one == other, one == "a", hash(one) == hash(same)) == (True, False, False, True)
    with pytest.raises(AttributeError):
        one.name = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del one.name
    changed = one.model_copy(update={"name": "b"})
    assert (changed, one.name, changed.model_fields_set) == (other, "a", {"name", "parts"})


def test_a_record_passes_between_processes() -> None:
    part = Part.model_validate({"ten": "a", "phan": ["b"]})
    for again in (pickle.loads(pickle.dumps(part)), deepcopy(part)):
        assert again == part
        assert again.model_fields_set == {"name", "parts"}


def test_values_are_written_as_they_are_read() -> None:
    part = Part.model_validate({"ten": "a", "mau": "xanh", "phan": [{"ten": "b", "shout": "b"}]})
    typed = part.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    assert typed == {"ten": "a", "mau": "xanh", "phan": [{"ten": "b", "shout": "B"}]}
    assert part.model_dump()["parts"][0]["shout"] == "b"
    assert Part.model_validate_json(part.model_dump_json(by_alias=True)).parts[0].shout == "B"
    assert "null" not in part.model_dump_json(exclude_none=True)


def test_what_needs_no_check_is_made_by_name() -> None:
    made = Part.model_construct(name="a", count=0)
    assert (made.name, made.count, made.colour, made.model_fields_set) == ("a", 0, Colour.RED, {"name", "count"})
    assert made.model_dump(exclude_defaults=True) == {"name": "a", "count": 0}


def test_a_schema_says_what_is_read() -> None:
    whole = json_schema(Part)
    long, short = whole["$defs"]["Part"]["anyOf"]
    assert short == {"type": "string"}
    assert (long["required"], long["additionalProperties"]) == (["ten"], False)
    fields = long["properties"]
    assert fields["ten"] == {"type": "string", "title": "Tên", "maxLength": 3}
    assert fields["chu"]["anyOf"] == [{"type": "array", "items": {"type": "string"}, "minItems": 2}, {"type": "null"}]
    assert fields["phan"] == {"type": "array", "items": {"$ref": "#/$defs/Part"}, "default": []}
    assert fields["mau"] == {"$ref": "#/$defs/Colour", "default": "do"}
    assert whole["$defs"]["Colour"]["enum"] == ["do", "xanh"]
    assert fields["so"] == {
        "anyOf": [{"type": "integer", "minimum": 1, "maximum": 9}, {"type": "null"}],
        "default": None,
    }


def test_a_kind_of_value_may_say_its_own_schema() -> None:
    class Free(BaseModel):
        """One field."""

        value: Annotated[Words, WithJsonSchema({"type": "string"}), Field(max_length=3)] | None = Field(None)

    assert json_schema(Free)["properties"]["value"]["anyOf"] == [{"type": "string"}, {"type": "null"}]
