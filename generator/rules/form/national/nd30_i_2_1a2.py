"""Quốc hiệu chữ in hoa, cỡ 12 đến 13, đứng, đậm.

Quy định: dòng «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM» trình bày bằng chữ in hoa, cỡ chữ từ 12 đến 13, kiểu chữ đứng, đậm
(Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1, điểm a).

Vì sao: Quốc hiệu là dòng đầu tiên người đọc nhìn thấy; cỡ lớn hơn thì không đứng trên một dòng của nửa trang.

Sai: Quốc hiệu cỡ 14, không đậm

Đúng: Quốc hiệu cỡ 13, đậm
"""

from __future__ import annotations

from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._looks import looks
from generator.rules.form._reading import FileReading, Said

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Quốc hiệu that looks otherwise."""
    yield from looks(reading, RULE, "national_name", Part.NATIONAL)
