"""Địa danh và thời gian canh giữa dưới Quốc hiệu và Tiêu ngữ.

Quy định: địa danh và thời gian ban hành văn bản được đặt dưới, canh giữa so với Quốc hiệu và Tiêu ngữ (Nghị định
30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4, điểm c).

Vì sao: dòng ngày tháng sát phải thì lệch với Tiêu ngữ ở trên.

Sai: dòng ngày tháng sát phải

Đúng: dòng ngày tháng giữa ô
"""

from __future__ import annotations

from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form._widths import in_the_middle

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each place and date off the middle of its cell."""
    yield from in_the_middle(reading, RULE, Part.PLACE_DATE, "canh giữa dưới Quốc hiệu và Tiêu ngữ (Ctrl+E)")
