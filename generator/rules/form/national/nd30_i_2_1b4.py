"""Dưới Tiêu ngữ có đường kẻ ngang dài bằng dòng chữ.

Quy định: phía dưới Tiêu ngữ có đường kẻ ngang, nét liền, có độ dài bằng độ dài của dòng chữ (Nghị định 30/2020/NĐ-CP,
Phụ lục I, phần I, mục II, khoản 1, điểm b).

Vì sao: đường kẻ ngắn là của tên cơ quan và trích yếu; dưới Tiêu ngữ đường kẻ dài trọn dòng chữ.

Sai: không có đường kẻ; đường kẻ bằng nửa dòng chữ; nét đứt

Đúng: đường kẻ liền dài bằng Tiêu ngữ
"""

from __future__ import annotations

from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._drawn import Asked, rule_below
from generator.rules.form._reading import FileReading, Said

RULE = form_rule(__name__, "M")
_SLACK = 0.17  # of the words: by eye nobody draws it nearer


def check(reading: FileReading) -> Said:
    """Each Tiêu ngữ with another rule below it, or none."""
    share = reading.edition.full_rule
    yield from rule_below(reading, RULE, reading.judged(RULE, Part.MOTTO), Asked(share, share, "bằng", _SLACK))
