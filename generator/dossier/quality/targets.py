"""A target (chỉ tiêu): typed, so that results can be judged, and printed as the agency wrote it."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

from pydantic import Field, model_validator

from generator.faults import Code, Fault, words
from generator.patterns import late
from generator.records import record
from generator.typed.fields import Day, Shorthand, Text


class Comparison(StrEnum):
    """How a result is held against what a target asks for."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    EXACTLY = "exactly"
    BETWEEN = "between"
    DECREASE_BY = "decrease_by"
    INCREASE_BY = "increase_by"
    LEVEL = "level"


_NUMBER = r"(?P<value>\d+(?:[.,]\d+)?)"
_UNIT = r"\s*(?P<unit>%|[^\d\s≥≤<>].*)?"
_FORMS: tuple[tuple[Comparison, str], ...] = (
    (Comparison.BETWEEN, rf"(?:từ\s+)?{_NUMBER}\s*(?:-|–|đến)\s*(?P<upper>\d+(?:[.,]\d+)?){_UNIT}"),
    (Comparison.AT_LEAST, rf"(?:đạt\s+|từ\s+|đạt\s+từ\s+)?{_NUMBER}\s*(?P<unit>%|\S+)?\s+trở lên"),
    (Comparison.AT_LEAST, rf"(?:≥|>=|tối thiểu|ít nhất|không dưới|không thấp hơn|đạt tối thiểu)\s*{_NUMBER}{_UNIT}"),
    (Comparison.MORE_THAN, rf"(?:>|trên|hơn)\s*{_NUMBER}{_UNIT}"),
    (Comparison.AT_MOST, rf"(?:≤|<=|tối đa|không quá)\s*{_NUMBER}{_UNIT}"),
    (Comparison.LESS_THAN, rf"(?:<|dưới)\s*{_NUMBER}{_UNIT}"),
    (Comparison.DECREASE_BY, rf"giảm\s*{_NUMBER}{_UNIT}"),
    (Comparison.INCREASE_BY, rf"tăng\s*{_NUMBER}{_UNIT}"),
    (Comparison.EXACTLY, rf"(?:đạt\s+|=\s*)?{_NUMBER}{_UNIT}"),
)
_COMPILED = tuple((kind, late(pattern, re.IGNORECASE)) for kind, pattern in _FORMS)


@record(frozen=True)
class Measure:
    """What a target asks for: a comparison with one value (or two), in a unit; a level is text only."""

    comparison: Comparison
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""

    @property
    def is_change(self) -> bool:
        """Whether it asks for less or more than a year ago, not for an amount."""
        return self.comparison in (Comparison.DECREASE_BY, Comparison.INCREASE_BY)

    @property
    def is_rate(self) -> bool:
        """Whether it is told in percent of something, not in a number of things."""
        return self.unit.startswith("%") and not self.is_change


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
    return Measure(Comparison.LEVEL, unit=text.strip())


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
