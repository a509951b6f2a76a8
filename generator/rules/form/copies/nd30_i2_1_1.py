"""Hình thức sao ghi «SAO Y», «SAO LỤC» hoặc «TRÍCH SAO».

Quy định: hình thức sao là «SAO Y», «SAO LỤC» hoặc «TRÍCH SAO» (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục I,
khoản 1; mục II, khoản 1).

Vì sao: «SAO Y BẢN CHÍNH» là tên gọi của quy định trước năm 2020.

Sai: «SAO Y BẢN CHÍNH»

Đúng: «SAO Y»
"""

from __future__ import annotations

from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.copies._block import ABBREVIATIONS, copy_of
from generator.wording.characters import fold

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """A form of copy in other words."""
    copy = copy_of(reading)
    if copy is None:
        return
    if fold(copy.form.text) not in ABBREVIATIONS:
        yield RULE.found(
            f"hình thức sao ghi «{copy.form.text}»", "ghi «SAO Y», «SAO LỤC» hoặc «TRÍCH SAO»", place=copy.place,
            spot=copy.spot,
        )  # fmt: skip
