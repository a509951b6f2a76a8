"""Số, ký hiệu canh giữa dưới tên cơ quan ban hành.

Quy định: số, ký hiệu được đặt canh giữa dưới tên cơ quan, tổ chức ban hành (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần
I, mục II, khoản 3, điểm c).

Vì sao: số sát trái thì lệch với tên cơ quan ở trên.

Sai: số, ký hiệu sát trái trong ô

Đúng: số, ký hiệu giữa ô
"""

from __future__ import annotations

from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form._widths import in_the_middle

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each number and symbol off the middle of its cell."""
    yield from in_the_middle(reading, RULE, Part.NUMBER, "canh giữa dưới tên cơ quan ban hành (Ctrl+E)")
