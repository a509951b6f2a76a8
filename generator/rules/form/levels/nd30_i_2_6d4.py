"""Tiêu đề mục, tiểu mục ở dòng dưới, ở giữa, chữ in hoa, đứng, đậm.

Quy định: tiêu đề của mục, tiểu mục trình bày ngay dưới, canh giữa, chữ in hoa, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm
(Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6, điểm đ).

Vì sao: tiêu đề mục cùng dáng với tiêu đề chương.

Sai: «Thi hành» chữ in thường dưới «Mục 1»; tiêu đề không đậm

Đúng: «THI HÀNH» dưới «Mục 1», giữa trang
"""

from __future__ import annotations

from generator.parts.model import Level
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.levels._labels import headings

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each heading that looks otherwise."""
    yield from headings(reading, RULE, Level.SECTION, Level.SUBSECTION)
