"""The kinds of value a dossier is made of, each strict, each with its Vietnamese complaint."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Annotated, Any, ClassVar

from generator.faults import Code, Fault, Key, Label
from generator.faults import Field as FieldRef
from generator.typed.models.declaring import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator
from generator.typed.models.model import BaseModel
from generator.wording.characters import describe, forbidden_characters
from generator.wording.hygiene import tidy
from generator.wording.markers import parse_markers
from generator.wording.times.dates import parse_date
from generator.wording.times.moments import parse_moment

_SHORT = 200  # characters of a text that is likely to come again, and small enough to be kept


class Record(BaseModel):
    """The base of all that is typed: Vietnamese keys only, unknown keys refused, frozen once read."""


class Model(Record):
    """The base of every part of a dossier, whose fields are named in messages."""

    @classmethod
    def shown_by(cls, around: Any) -> type[BaseModel] | None:
        """The model whose fields are meant, which the values typed around the part may tell; None when they do not."""
        return cls

    @classmethod
    def ref(cls, name: str) -> FieldRef:
        """The field, by its attribute's name, for messages."""
        field = cls.model_fields[name]
        return FieldRef(field.alias or name, field.title or "")

    @classmethod
    def label(cls, name: str) -> Label:
        """The same, called by its title."""
        ref = cls.ref(name)
        return Label(ref.key, ref.title)

    @classmethod
    def key(cls, name: str) -> Key:
        """The same, where its title has just been said."""
        return Key(cls.ref(name).key)


class Shorthand(Model):
    """A part that may also be typed short: a bare string, or a list, stands for the one field that matters most."""

    short_string: ClassVar[str] = ""
    short_list: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _lengthen(cls, data: Any) -> Any:
        if isinstance(data, str) and cls.short_string:
            return cls.from_string(data)
        if isinstance(data, list | tuple) and cls.short_list:
            return {cls.short_list: data}
        return data

    @classmethod
    def from_string(cls, text: str) -> dict[str, Any]:
        """The fields a bare string stands for."""
        return {cls.short_string: text}

    @classmethod
    def other_forms(cls) -> list[dict[str, Any]]:
        """The short forms, so that editors accept them beside the long one."""
        forms = [(cls.short_string, "string"), (cls.short_list, "array")]
        return [{"type": kind} for field, kind in forms if field]


def clean_text(value: str) -> str:
    """The text put right (LV01 to LV04); raises Fault when it is blank, unprintable, or a marker is broken.

    Each is an object of its own, so that two fields of the same words are told apart by where they were typed.
    """
    made = _known(value) if len(value) <= _SHORT else _cleaned(value)
    return made[:1] + made[1:]


@lru_cache(maxsize=4096)  # units report in the same words, period after period, dossier after dossier
def _known(value: str) -> str:
    return _cleaned(value)


def _cleaned(value: str) -> str:
    value = tidy(value)
    bad = forbidden_characters(value)
    if bad:
        listed = ", ".join(describe(char) for char in bad[:5])
        fix = "xóa ký tự đó rồi gõ lại chữ ở chỗ ấy"
        raise Fault(Code.UNPRINTABLE, f"có ký tự không in được: {listed}", fix)
    if not value.strip():
        raise Fault(Code.EMPTY, "đang để trống", "điền nội dung hoặc xóa cả dòng nếu không dùng")
    parse_markers(value)
    return value.removesuffix("\n")


def _date(value: Any) -> Any:
    return parse_date(value) if isinstance(value, str) else value


def _moment(value: Any) -> Any:
    return parse_moment(value) if isinstance(value, str) else value


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


_YES = {"có", "co", "true", "yes", "1"}
_NO = {"không", "khong", "false", "no", "0"}


def _flag(value: Any) -> Any:
    if isinstance(value, str):
        word = value.strip().casefold()
        if word in _YES | _NO:
            return word in _YES
        raise Fault(Code.BAD_FLAG, f"«{value}» không hiểu được", "viết «có» hoặc «không»")
    return value


Text = Annotated[str, AfterValidator(clean_text)]
"""Text as typed but for what is certainly a slip (LV01 to LV04), never blank; what prints nothing is refused."""

TEXT_OR_TEXTS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}

Lines = Annotated[tuple[Text, ...], BeforeValidator(_as_list), Field(min_length=1), WithJsonSchema(TEXT_OR_TEXTS)]
"""One text, or several as a list: each becomes a line or paragraph of its own."""

Day = Annotated[
    date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "examples": ["22/3/2024"], "description": "ngày/tháng/năm"}),
]
"""A calendar day typed as ngày/tháng/năm."""

Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "examples": ["14:00 20/11/2026"], "description": "giờ:phút ngày/tháng/năm"}),
]
"""An hour of a calendar day typed as giờ:phút ngày/tháng/năm."""

Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"enum": ["có", "không", True, False]})]
"""Yes or no, typed «có» or «không»."""

Year = Annotated[int, Field(ge=1945, le=2100)]
Ident = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", max_length=60)]
"""A short name other parts refer to: ASCII letters, digits, dot, hyphen, underscore."""
