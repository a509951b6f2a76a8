"""A target (chỉ tiêu): typed, so that results can be judged, and printed as the agency wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from generator.dossier.fields import Day, Shorthand, Text
from generator.faults import Code, Fault, words

Comparison = Literal[
    "at_least", "more_than", "at_most", "less_than", "exactly", "between", "decrease_by", "increase_by", "level"
]

_NUMBER = r"(?P<value>\d+(?:[.,]\d+)?)"
_UNIT = r"\s*(?P<unit>%|[^\d\s≥≤<>].*)?"
_FORMS: tuple[tuple[Comparison, str], ...] = (
    ("between", rf"(?:từ\s+)?{_NUMBER}\s*(?:-|–|đến)\s*(?P<upper>\d+(?:[.,]\d+)?){_UNIT}"),
    ("at_least", rf"(?:đạt\s+|từ\s+|đạt\s+từ\s+)?{_NUMBER}\s*(?P<unit>%|\S+)?\s+trở lên"),
    ("at_least", rf"(?:≥|>=|tối thiểu|ít nhất|không dưới|không thấp hơn|đạt tối thiểu)\s*{_NUMBER}{_UNIT}"),
    ("more_than", rf"(?:>|trên|hơn)\s*{_NUMBER}{_UNIT}"),
    ("at_most", rf"(?:≤|<=|tối đa|không quá)\s*{_NUMBER}{_UNIT}"),
    ("less_than", rf"(?:<|dưới)\s*{_NUMBER}{_UNIT}"),
    ("decrease_by", rf"giảm\s*{_NUMBER}{_UNIT}"),
    ("increase_by", rf"tăng\s*{_NUMBER}{_UNIT}"),
    ("exactly", rf"(?:đạt\s+|=\s*)?{_NUMBER}{_UNIT}"),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _FORMS)


@dataclass(frozen=True, slots=True)
class Measure:
    """What a target asks for: a comparison with one value (or two), in a unit; a level is text only."""

    comparison: Comparison
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""

    @property
    def is_rate(self) -> bool:
        """Whether it is told in percent of something, not in a number of things."""
        return self.unit.startswith("%") and self.comparison not in ("decrease_by", "increase_by")


def parse_measure(text: str) -> Measure:
    """The measure a printed target asks for; what is not a figure is a level (``loại tốt``)."""
    for kind, pattern in _COMPILED:
        match = pattern.fullmatch(text.strip())
        if match:
            groups = match.groupdict()
            upper = groups.get("upper")
            return Measure(
                kind, _decimal(groups["value"]), _decimal(upper) if upper else None, groups.get("unit") or ""
            )
    return Measure("level", unit=text.strip())


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


class Target(Shorthand):
    """One target, with the unit it binds when units differ; a bare string is the printed form."""

    short_string = "in_ra"

    printed: Text | None = Field(
        None,
        alias="in_ra",
        title="Mục tiêu đề ra",
        description="In đúng như viết: ≥ 95%, 100%, 1–2 lần/năm, loại tốt",
    )
    unit: Text | None = Field(
        None, alias="don_vi", title="CQCM, đơn vị theo dõi và báo cáo", description="Đơn vị chịu chỉ tiêu này"
    )
    typed: Text | None = Field(
        None,
        alias="gia_tri",
        title="Giá trị so sánh",
        description="Ghi khi câu in ra không so sánh được, hoặc khi lời của mục tiêu đã nói, ví dụ: ≥ 95%",
    )

    since: Day | None = Field(
        None,
        alias="tu",
        title="Áp dụng từ ngày",
        description="Chỉ ghi khi chỉ tiêu đổi giữa năm: đặt ngay sau chỉ tiêu mà nó thay",
    )

    @model_validator(mode="after")
    def _says_something(self) -> Target:
        if self.printed is None and self.typed is None:
            fix = words("ghi ", self.ref("printed"), ", ví dụ: ≥ 95%")
            raise Fault(Code.EMPTY_TARGET, "chỉ tiêu chưa có nội dung", fix)
        return self

    @property
    def text(self) -> str:
        """The target as a table prints it."""
        return self.printed or self.typed or ""

    @property
    def measure(self) -> Measure:
        """The typed form results are judged by."""
        return parse_measure(self.typed or self.text)
