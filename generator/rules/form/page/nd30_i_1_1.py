"""Khổ giấy A4 (210 mm x 297 mm).

Quy định: văn bản trình bày trên khổ giấy A4, 210 mm x 297 mm, ở mọi phần của tệp (Nghị định 30/2020/NĐ-CP, Phụ lục I,
phần I, mục I, khoản 1).

Vì sao: tệp mới của Word thường để khổ Letter của Mỹ; in ra giấy A4 thì lề và cách ngắt trang đều khác bản đã duyệt.

Sai: khổ Letter (215,9 mm x 279,4 mm)

Đúng: khổ A4, đặt dọc hay ngang
"""

from __future__ import annotations

from generator.edits import SetSection
from generator.law.figures import POINTS_PER_MM
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, decimal

RULE = form_rule(__name__, "M")
_TOLERANCE = 1.0  # mm: programs round A4 each in their way


def check(reading: FileReading) -> Said:
    """Each section on other paper."""
    asked = reading.edition.paper
    annexes = [annex.section for annex in reading.parts.annexes]
    for number, section in enumerate(reading.document.sections):
        sides = section.page.width / POINTS_PER_MM, section.page.height / POINTS_PER_MM
        short, long = sorted(sides)
        if abs(short - asked.width) <= _TOLERANCE and abs(long - asked.height) <= _TOLERANCE:
            continue
        larger = short > asked.width + _TOLERANCE and long > asked.height + _TOLERANCE
        if larger and annexes and number >= min(annexes) > 0:
            continue  # a large table is issued on A3
        width, height = (asked.height, asked.width) if section.page.landscape else (asked.width, asked.height)
        edit = SetSection(number, width=width * POINTS_PER_MM, height=height * POINTS_PER_MM)
        yield RULE.found(
            f"khổ giấy {decimal(sides[0])} mm x {decimal(sides[1])} mm",
            "đặt khổ giấy A4, 210 mm x 297 mm (Layout → Size → A4)",
            place=f"phần {number + 1}" if len(reading.document.sections) > 1 else "cả văn bản", repairs=(edit,),
        )  # fmt: skip
