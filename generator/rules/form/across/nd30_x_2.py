"""Nơi nhận ghi «Như trên» thì văn bản có «Kính gửi».

Quy định: «Như trên» ở nơi nhận chỉ các cơ quan đã ghi ở «Kính gửi» (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II,
khoản 9, điểm b). Suy ra: không có «Kính gửi» thì không có gì ở trên. Giấy mời, giấy giới thiệu, công điện, các phiếu
nói nơi gửi ngay trong lời văn nên không bị nêu.

Vì sao: thường là dòng còn lại từ công văn cũ, văn thư không biết gửi cho ai.

Sai: thông báo không có «Kính gửi» mà nơi nhận ghi «- Như trên;»

Đúng: công văn có «Kính gửi: Sở Nội vụ» và «- Như trên;»; giấy mời ghi «- Như trên;»
"""

from __future__ import annotations

from generator.law.types import SLIPS, TYPES_BETWEEN_PARTIES
from generator.parts.model import Part
from generator.parts.recognising import type_name
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.recipients._list import addresses

RULE = form_rule(__name__, "D")
_ABOVE = late(r"\W*như trên\b", 2)
_IN_TEXT = (
    SLIPS
    | TYPES_BETWEEN_PARTIES
    | {"giấy mời", "giấy giới thiệu", "giấy ủy quyền", "giấy nghỉ phép", "công điện", "thư công", "biên bản"}
)


def check(reading: FileReading) -> Said:
    """«Như trên» in a document that is addressed to nobody above."""
    parts = reading.parts
    named = type_name(parts.text(Part.TYPE))
    if parts.kind != "type" or not named or named in _IN_TEXT or parts.first(Part.ADDRESSEE) is not None:
        return
    if any(map(addresses, reading.lines)):
        return
    for component in parts.of(Part.RECIPIENT):
        if _ABOVE.match(component.text):
            yield RULE.found(
                "nơi nhận ghi «Như trên» mà văn bản không có «Kính gửi»", "ghi tên nơi nhận, hoặc thêm «Kính gửi»",
                place=place_of(component), spot=spot_of(component.lines[0]),
            )  # fmt: skip
