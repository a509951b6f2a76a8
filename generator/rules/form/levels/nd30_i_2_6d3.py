"""«Mục 1», «Tiểu mục 1» trên một dòng riêng, ở giữa, chữ in thường, đứng, đậm, số Ả Rập.

Quy định: từ «Mục», «Tiểu mục» và số thứ tự trình bày trên một dòng riêng, canh giữa, chữ in thường, cỡ chữ từ 13 đến
14, kiểu chữ đứng, đậm; số thứ tự dùng chữ số Ả Rập (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6, điểm
đ). Mục của báo cáo, kế hoạch trình bày theo cách khác: ND30-I.2.6d10.

Vì sao: chương số La Mã, mục số Ả Rập, đọc «Mục 2 Chương III» không lẫn.

Sai: «Mục I»; «MỤC 1»

Đúng: «Mục 1», dòng dưới «THI HÀNH»
"""

from __future__ import annotations

from generator.parts.model import Level
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.levels._labels import labels

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each label that looks otherwise."""
    yield from labels(reading, RULE, Level.SECTION, Level.SUBSECTION, roman=False)
