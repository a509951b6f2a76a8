"""Bản sao giấy ở dưới một đường kẻ nét liền, ngay sau văn bản được sao.

Quy định: các thành phần thể thức bản sao được trình bày trên cùng tờ giấy, ngay sau phần cuối cùng của văn bản được
sao, dưới một đường kẻ nét liền, kéo dài hết chiều ngang của vùng trình bày văn bản (Nghị định 30/2020/NĐ-CP, Phụ lục
I, phần II, mục II, khoản 2, điểm a).

Vì sao: đường kẻ tách chữ ký của người sao với văn bản được sao.

Sai: không có đường kẻ trên «SAO Y»

Đúng: đường kẻ hết chiều ngang rồi đến «SAO Y»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.copies._block import copy_of, ruled_off

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """A copy with no line drawn above it."""
    copy = copy_of(reading)
    if copy is None:
        return
    if ruled_off(reading, copy):
        return
    if reading.document.unsupported:
        yield Unjudged(RULE.id, "có hình vẽ chưa đọc được, chưa rõ có phải đường kẻ", copy.place)
        return
    yield RULE.found(
        "trên phần bản sao không có đường kẻ",
        "kẻ đường nét liền hết chiều ngang trên phần bản sao (Borders → Top Border)",
        place=copy.place, spot=copy.spot,
    )  # fmt: skip
