"""Địa danh và thời gian chữ in thường, cỡ 13 đến 14, nghiêng.

Quy định: địa danh và thời gian ban hành văn bản trình bày bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ nghiêng
(Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4, điểm c).

Vì sao: đây là dòng duy nhất ở đầu trang in nghiêng.

Sai: dòng ngày tháng đứng; đậm; cỡ 12

Đúng: dòng ngày tháng cỡ 14, nghiêng
"""

from __future__ import annotations

from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._capitals import capitals
from generator.rules.form._looks import looks
from generator.rules.form._reading import FileReading, Said

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each place and date that looks otherwise."""
    yield from looks(reading, RULE, "place_and_date", Part.PLACE_DATE)
    yield from capitals(reading, RULE, Part.PLACE_DATE)
