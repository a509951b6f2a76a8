"""A single value as the text an office writes of it: where it is printed, and where it becomes part of a text."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from generator.wording.numerals.figures import figures
from generator.wording.times.dates import short_date

UNWRITTEN: tuple[tuple[type, str, str], ...] = (
    (type(None), "giá trị còn trống (None)", "điền giá trị, hoặc để chuỗi rỗng nếu chủ ý bỏ trống"),
    (bool, "có hoặc không", "dùng {% if … %} để in chữ thay cho có, không"),
    (float, "số có phần lẻ", "thêm bộ lọc: |so in 1.234,5; |so(2) in hai số lẻ"),
    (datetime, "giờ của một ngày", "thêm bộ lọc: |gio_ngay in cả giờ; |ngay, |ngay_chu in ngày"),
)
"""What has no one way to be written: of which type, what it is called, what to do."""


def written(value: object) -> str | None:
    """The text of a number or a day of the dossier; None of what has no one way to be written, or is neither."""
    if type(value) is int:  # most of what is asked: before all that takes time
        return str(value)
    if isinstance(value, Decimal):
        return figures(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return short_date(value)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None
