"""Tiêu đề phụ lục giữa trang, in hoa, cỡ 13 đến 14, đứng, đậm.

Quy định: tiêu đề (tên) của phụ lục (nếu có) được trình bày canh giữa, bằng chữ in hoa, cỡ chữ từ 13 đến 14, kiểu chữ
đứng, đậm (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 1, điểm b).

Vì sao: tiêu đề in hoa phân biệt với nội dung phụ lục.

Sai: «Danh mục hồ sơ» in thường

Đúng: «DANH MỤC HỒ SƠ» cỡ 14, đậm, giữa trang
"""

from __future__ import annotations

from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._looks import looks
from generator.rules.form._reading import FileReading, Said

RULE = form_rule(__name__, "C")


def check(reading: FileReading) -> Said:
    """Titles that look otherwise."""
    yield from looks(reading, RULE, "annex_title", Part.ANNEX_TITLE, aligned=True)
