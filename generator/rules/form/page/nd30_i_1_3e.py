"""Lề của trang đặt ngang.

Quy định: Nghị định cho một bộ lề và không nói xoay lề khi đặt ngang (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục
I, khoản 3); trang ngang giữ bốn khoảng ấy, hoặc xoay theo trang như Word vẫn làm.

Vì sao: trang ngang lề hẹp thì khi đóng tập mất chữ ở mép.

Sai: trang ngang lề 10 mm cả bốn phía

Đúng: trang ngang lề trên 20, dưới 20, trái 30, phải 15 mm
"""

from __future__ import annotations

from generator.law.figures import POINTS_PER_MM
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, decimal
from generator.rules.form.page._margins import within
from generator.rules.form.page._turned import place_of_section

RULE = form_rule(__name__, "D")
_SIDES = ("top", "right", "bottom", "left")


def check(reading: FileReading) -> Said:
    """Each section on its long side whose margins are neither those of the decree nor these turned."""
    for number, section in enumerate(reading.document.sections):
        if not section.page.landscape:
            continue
        found = [getattr(section.page, side) / POINTS_PER_MM for side in _SIDES]
        turns = (0, 1, 3)  # as they are, and with the page turned to either side
        if not any(
            all(within(reading, side, found[(n + turn) % 4]) for n, side in enumerate(_SIDES)) for turn in turns
        ):
            said = ", ".join(
                f"{name} {decimal(mm)} mm" for name, mm in zip(("trên", "phải", "dưới", "trái"), found, strict=True)
            )
            yield RULE.found(
                f"lề của trang đặt ngang: {said}",
                "đặt lề trên và dưới 20 đến 25 mm, trái 30 đến 35 mm, phải 15 đến 20 mm (Layout → Margins)",
                place=place_of_section(reading, number),
            )
