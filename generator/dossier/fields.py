"""The kinds of value a dossier is made of, each strict, each with its Vietnamese complaint."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from generator.wording.characters import describe, forbidden_characters, normalise
from generator.wording.dates import parse_date
from generator.wording.markers import parse_markers


class Model(BaseModel):
    """The base of every part of a dossier: Vietnamese keys only, unknown keys refused, frozen once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=False)


def _text(value: str) -> str:
    value = normalise(value)
    bad = forbidden_characters(value)
    if bad:
        listed = ", ".join(describe(char) for char in bad[:5])
        raise ValueError(f"có ký tự không in được: {listed}; xóa ký tự đó rồi gõ lại chữ ở chỗ ấy")
    if not value.strip():
        raise ValueError("đang để trống; điền nội dung hoặc xóa cả dòng nếu không dùng")
    parse_markers(value)
    return value.removesuffix("\n")


def _date(value: Any) -> Any:
    return parse_date(value) if isinstance(value, str) else value


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


_YES = {"có", "co", "true", "yes", "1"}
_NO = {"không", "khong", "false", "no", "0"}


def _flag(value: Any) -> Any:
    if isinstance(value, str):
        word = value.strip().casefold()
        if word in _YES | _NO:
            return word in _YES
        raise ValueError(f"«{value}» không hiểu được; viết «có» hoặc «không»")
    return value


Text = Annotated[str, AfterValidator(_text)]
"""Text as typed, in NFC, never blank; characters that print nothing are refused."""

Lines = Annotated[tuple[Text, ...], BeforeValidator(_as_list), Field(min_length=1)]
"""One text, or several as a list: each becomes a line or paragraph of its own."""

Day = Annotated[
    date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "examples": ["22/3/2024"], "description": "ngày/tháng/năm"}),
]
"""A calendar day typed as ngày/tháng/năm."""

Flag = Annotated[bool, BeforeValidator(_flag)]
"""Yes or no, typed «có» or «không»."""

Year = Annotated[int, Field(ge=1945, le=2100)]
Ident = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", max_length=60)]
"""A short name other parts refer to: ASCII letters, digits, dot, hyphen, underscore."""
