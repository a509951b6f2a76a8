"""Tiêu ngữ chữ in thường, cỡ 13 đến 14, đứng, đậm.

Quy định: dòng «Độc lập - Tự do - Hạnh phúc» trình bày bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm
(Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1, điểm b).

Vì sao: Tiêu ngữ lớn hơn Quốc hiệu một cỡ, nhỏ hơn thì mất cân đối.

Sai: Tiêu ngữ cỡ 12, nghiêng; viết in hoa

Đúng: Tiêu ngữ cỡ 14, đậm
"""

from __future__ import annotations

from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._capitals import capitals
from generator.rules.form._looks import looks
from generator.rules.form._reading import FileReading, Said

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Tiêu ngữ that looks otherwise."""
    yield from looks(reading, RULE, "national_motto", Part.MOTTO)
    yield from capitals(reading, RULE, Part.MOTTO)
