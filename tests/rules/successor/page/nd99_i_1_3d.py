"""Lề phải bằng lề trái.

Quy định: nghị định giả định của bộ kiểm thử, không có thật.

Vì sao: để thử một quy định mới chỉ bằng một tệp quy tắc.

Sai: lề trái 40 mm, lề phải 15 mm

Đúng: lề trái 40 mm, lề phải 40 mm
"""

from __future__ import annotations

from generator.law.figures import POINTS_PER_MM
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, decimal

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each section whose side margins differ."""
    for section in reading.document.sections:
        left, right = section.page.left / POINTS_PER_MM, section.page.right / POINTS_PER_MM
        if abs(left - right) > 1:
            yield RULE.found(f"Lề trái {decimal(left)} mm, lề phải {decimal(right)} mm", "đặt hai lề bằng nhau")
