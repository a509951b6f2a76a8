"""Trang giấy đặt dọc.

Quy định: văn bản được trình bày theo chiều dài của trang giấy A4 (in theo chiều dọc); chỉ phần có bảng, biểu không
làm thành phụ lục riêng mới được đặt ngang (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 2).

Vì sao: trang ngang chỉ có chữ thì dòng dài quá tầm mắt, đóng tập thì phải xoay tập mới đọc được.

Sai: trang ngang mà không có bảng, biểu nào

Đúng: phần có bảng nhiều cột đặt ngang
"""

from __future__ import annotations

from generator.edits import SetSection
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.page._turned import content_tables, holds_pictures, place_of_section

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each section on its long side that has nothing to ask for it."""
    for number, section in enumerate(reading.document.sections):
        if section.page.landscape and not content_tables(section.blocks) and not holds_pictures(section.blocks):
            edit = SetSection(number, width=section.page.height, height=section.page.width)
            yield RULE.found(
                "trang giấy đặt ngang mà không có bảng, biểu", "đặt trang dọc (Layout → Orientation → Portrait)",
                place=place_of_section(reading, number), repairs=(edit,),
            )  # fmt: skip
