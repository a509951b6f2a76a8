"""«Phần I», «Chương I» trên một dòng riêng, ở giữa, chữ in thường, đứng, đậm, số La Mã.

Quy định: từ «Phần», «Chương» và số thứ tự trình bày trên một dòng riêng, canh giữa, chữ in thường, cỡ chữ từ 13 đến 14,
kiểu chữ đứng, đậm; số thứ tự dùng chữ số La Mã (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6, điểm đ).

Vì sao: «Chương I» là nhãn, tiêu đề mới là chữ in hoa.

Sai: «CHƯƠNG I»; «Chương 1»; «Chương I. QUY ĐỊNH CHUNG» trên một dòng

Đúng: «Chương I», dòng dưới «QUY ĐỊNH CHUNG»; câu «Chương V của Luật …»
"""

from __future__ import annotations

from generator.parts.model import Level
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.levels._labels import labels

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each label that looks otherwise."""
    yield from labels(reading, RULE, Level.PART, Level.CHAPTER, roman=True)
