"""Công điện ghi ai điện cho ai.

Quy định: dòng «… điện:» và danh sách nơi nhận điện của Mẫu 1.6 (Nghị định 30/2020/NĐ-CP, Phụ lục III).
Lời khác cùng nghĩa không bị nêu.

Vì sao: công điện là lệnh khẩn, phải rõ ai nhận lệnh.

Sai: công điện không có dòng «… điện:»

Đúng: «CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MẪU điện:»
"""

from __future__ import annotations

from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.whole._models import fixed_lines

RULE = form_rule(__name__, "S", "Mẫu 1.6")
_ASKED = {
    "… điện:": late(
        r"(?<!công )\bđiện\s*:|(?<!công )\bđiện\s+(?:các|chủ tịch|u[ỷy] ban|ủy ban|giám đốc|bộ|sở|thủ trưởng)|kính gửi",
        2,
    ),
}


def check(reading: FileReading) -> Said:
    """The fixed lines that a document of the type lacks."""
    yield from fixed_lines(reading, RULE, "công điện", _ASKED)
