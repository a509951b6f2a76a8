"""Mức độ khẩn là hỏa tốc, thượng khẩn hoặc khẩn.

Quy định: tùy theo mức độ cần được chuyển phát nhanh, văn bản được xác định độ khẩn theo các mức hỏa tốc, thượng khẩn,
khẩn (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 2, điểm b).

Vì sao: «hỏa tốc hẹn giờ» là mức của quy định trước năm 2020; «khẩn cấp» không phải mức nào.

Sai: «HỎA TỐC HẸN GIỜ»; «KHẨN CẤP»

Đúng: «HỎA TỐC»; «THƯỢNG KHẨN»; «KHẨN»
"""

from __future__ import annotations

from generator.law.types import OTHER_URGENCIES
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.wording.characters import fold

RULE = form_rule(__name__, "C")
_OTHERS = frozenset(map(fold, OTHER_URGENCIES))
_HEAD = 40  # lines


def check(reading: FileReading) -> Said:
    """Each mark in other words than the three."""
    for line in (*reading.lines[:_HEAD], *reading.running):
        if line.text and line.text.isupper() and line.folded in _OTHERS:
            yield RULE.found(
                f"mức độ khẩn ghi «{line.text}»", "ghi «HỎA TỐC», «THƯỢNG KHẨN» hoặc «KHẨN»",
                place=f"Dấu chỉ mức độ khẩn ({line.place})", spot=spot_of(line),
            )  # fmt: skip
