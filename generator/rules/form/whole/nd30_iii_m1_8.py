"""Giấy giới thiệu nói giới thiệu ai, đến đâu, có giá trị đến bao giờ.

Quy định: các dòng của Mẫu 1.8 (Nghị định 30/2020/NĐ-CP, Phụ lục III).
Lời khác cùng nghĩa không bị nêu.

Vì sao: giấy không hạn dùng thì dùng mãi được.

Sai: giấy giới thiệu không ghi «có giá trị đến …»

Đúng: «Giấy này có giá trị đến hết ngày 31 tháng 12 năm 2026./.»
"""

from __future__ import annotations

from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.whole._models import fixed_lines

RULE = form_rule(__name__, "S", "Mẫu 1.8")
_ASKED = {
    "trân trọng giới thiệu": late(r"(?<!giấy )giới thiệu\s*(?::|[^\W\d_])", 2),
    "Được cử đến": late(r"được cử|cử đến|\bđến\b(?!\s+(?:hết|ngày))|liên hệ|công tác tại", 2),
    "có giá trị đến": late(r"giá trị|hiệu lực|thời hạn|đến hết ngày|đến ngày", 2),
}


def check(reading: FileReading) -> Said:
    """The fixed lines that a document of the type lacks."""
    yield from fixed_lines(reading, RULE, "giấy giới thiệu", _ASKED)
