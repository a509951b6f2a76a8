"""Dưới tên cơ quan ban hành có đường kẻ dài 1/3 đến 1/2 dòng chữ.

Quy định: phía dưới tên cơ quan ban hành có đường kẻ ngang, nét liền, có độ dài bằng từ 1/3 đến 1/2 độ dài của dòng
chữ và đặt cân đối so với dòng chữ (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 2, điểm b).

Vì sao: đường kẻ dài trọn dòng là của Tiêu ngữ.

Sai: không có đường kẻ; đường kẻ dài bằng tên cơ quan

Đúng: đường kẻ bằng 40% dòng chữ, ở giữa
"""

from __future__ import annotations

from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._drawn import Asked, rule_below
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.issuer._names import named

RULE = form_rule(__name__, "M")
_SLACK = 0.05  # of the words: by eye nobody draws it nearer


def check(reading: FileReading) -> Said:
    """Each issuer with another rule below it, or none."""
    asked = reading.edition.short_rule
    names = named(reading, RULE, Part.ISSUER)
    yield from rule_below(reading, RULE, names, Asked(asked.low, asked.high, "từ 1/3 đến 1/2", _SLACK))
