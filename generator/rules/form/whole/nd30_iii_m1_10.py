"""Giấy nghỉ phép nói ai nghỉ, từ ngày nào đến ngày nào, ở đâu.

Quy định: các dòng của Mẫu 1.10 (Nghị định 30/2020/NĐ-CP, Phụ lục III).
Lời khác cùng nghĩa không bị nêu.

Vì sao: nơi chấm công và nơi đến nghỉ cần biết hạn nghỉ.

Sai: giấy nghỉ phép không ghi nghỉ đến ngày nào

Đúng: «được nghỉ phép năm 2026, từ ngày 09 đến hết ngày 13 tháng 02 năm 2026 tại …»
"""

from __future__ import annotations

from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.whole._models import fixed_lines

RULE = form_rule(__name__, "S", "Mẫu 1.10")
_ASKED = {
    "nghỉ phép": late(r"(?<!giấy )nghỉ phép|nghỉ hằng năm|nghỉ hàng năm|được nghỉ", 2),
    "từ ngày … đến ngày …": late(r"(?:từ|kể từ)\b[^.]{0,60}\bđến\b|trong thời gian|\d+\s*ngày", 2),
    "nơi nghỉ": late(r"\btại\b|nơi nghỉ|\bở\b", 2),
}


def check(reading: FileReading) -> Said:
    """The fixed lines that a document of the type lacks."""
    yield from fixed_lines(reading, RULE, "giấy nghỉ phép", _ASKED)
