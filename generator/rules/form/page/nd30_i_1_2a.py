"""Trang đặt ngang khi bảng, biểu cần bề ngang.

Quy định: nội dung văn bản có bảng, biểu nhưng không làm thành phụ lục riêng thì văn bản có thể được trình bày theo
chiều rộng của trang giấy A4 (in theo chiều ngang) (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 2).

Vì sao: bảng đủ chỗ trên trang dọc thì không cần xoay trang; cả tập một chiều thì dễ đọc, dễ đóng.

Sai: trang ngang cho một bảng hẹp hơn bề ngang trang dọc

Đúng: trang ngang cho bảng rộng hơn bề ngang trang dọc
"""

from __future__ import annotations

from generator.law.figures import POINTS_PER_MM
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.page._turned import content_tables, holds_pictures, place_of_section

RULE = form_rule(__name__, "O")
_SLACK = 6.0  # points by which lines around cells stand out


def check(reading: FileReading) -> Said:
    """Each section on its long side whose tables would all fit on an upright page."""
    paper = reading.edition.paper
    for number, section in enumerate(reading.document.sections):
        tables = content_tables(section.blocks)
        if not section.page.landscape or not tables or holds_pictures(section.blocks):
            continue
        if max(sum(table.columns) for table in tables) <= paper.text_width * POINTS_PER_MM + _SLACK:
            yield RULE.found(
                "trang giấy đặt ngang mà bảng đủ chỗ trên trang dọc",
                "đặt trang dọc, nếu bảng không cần bề ngang (Layout → Orientation → Portrait)",
                place=place_of_section(reading, number),
            )
