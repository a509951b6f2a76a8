"""The words of a target read into a measure."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.patterns import late
from generator.targets.measure import Adding, Comparison, Measure

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
_NOT_COUNTED = late(r"ngày|giờ|phút|điểm|hạng|bậc|độ tuổi|tuổi", re.I)  # durations, marks and places
_SPAN = late(r"(?:/|mỗi|một|hằng|hàng|trong|1)\s*(?P<span>năm|quý|tháng)\b", re.I)
_MONTHS = {"năm": 12, "quý": 3, "tháng": 1}


def parse_measure(text: str) -> Measure:
    """The measure a printed target asks for; what is not a figure is a level (``loại tốt``)."""
    for kind, pattern in _COMPILED:
        match = pattern.fullmatch(text.strip())
        if match:
            groups = match.groupdict()
            upper = groups.get("upper")
            unit = groups.get("unit") or ""
            value, most = _decimal(groups["value"]), _decimal(upper) if upper else None
            return Measure(kind, value, most, unit, _adding(kind, unit), _months(unit))
    return Measure(Comparison.LEVEL, unit=text.strip())


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _adding(kind: Comparison, unit: str) -> Adding:
    change = kind in (Comparison.DECREASE_BY, Comparison.INCREASE_BY)
    if unit.startswith("%") and not change:
        return Adding.PARTS
    return Adding.SUM if change or (unit and not _NOT_COUNTED.match(unit)) else Adding.NEVER


def _months(unit: str) -> int | None:
    match = None if unit.startswith("%") else _SPAN.search(unit)
    return _MONTHS[match["span"].casefold()] if match else None
