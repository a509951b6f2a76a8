"""Giấy mời nói mời ai, dự việc gì, lúc nào, ở đâu.

Quy định: các dòng kính mời, thời gian, địa điểm của Mẫu 1.7 (Nghị định 30/2020/NĐ-CP, Phụ lục III).
Lời khác cùng nghĩa không bị nêu.

Vì sao: người được mời cần đủ ba điều ấy để đến đúng.

Sai: giấy mời không có dòng «Địa điểm»

Đúng: «Thời gian: …»; «Địa điểm: …»; «vào lúc 08 giờ … tại Hội trường»
"""

from __future__ import annotations

from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.whole._models import fixed_lines

RULE = form_rule(__name__, "S", "Mẫu 1.7")
_ASKED = {
    "kính mời": late(r"kính\s+mời|(?:trân trọng|xin) mời|mời (?:các |quý |ông|bà|đồng chí|đại biểu)", 2),
    "Thời gian": late(r"thời gian|\d\s*(?:giờ|h)\b|\d{1,2}:\d\d|vào (?:lúc|hồi)", 2),
    "Địa điểm": late(r"địa điểm|\btại\b|trực tuyến", 2),
}


def check(reading: FileReading) -> Said:
    """The fixed lines that a document of the type lacks."""
    yield from fixed_lines(reading, RULE, "giấy mời", _ASKED)
