"""Công văn, tờ trình ghi «Kính gửi».

Quy định: tờ trình, báo cáo (của cấp dưới gửi cấp trên) và công văn có «Kính gửi», sau đó là tên cơ quan, tổ chức, đơn
vị, cá nhân trực tiếp giải quyết (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9, điểm b).

Vì sao: không ghi thì không ai có trách nhiệm giải quyết.

Sai: công văn không có «Kính gửi»

Đúng: «Kính gửi: Sở Nội vụ»
"""

from __future__ import annotations

from generator.law.types import TYPES_WITH_ADDRESSEE
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.recipients._list import addresses, type_of

RULE = form_rule(__name__, "C")


def check(reading: FileReading) -> Said:
    """A letter or a tờ trình that names no addressee."""
    named = type_of(reading)
    if named not in TYPES_WITH_ADDRESSEE or any(map(addresses, reading.lines)):
        return
    above = reading.parts.first(Part.SUBJECT) or reading.parts.first(Part.LETTER_SUBJECT)
    yield RULE.found(
        f"{named} không có «Kính gửi»", "ghi «Kính gửi: » và tên nơi giải quyết dưới trích yếu",
        place="Kính gửi", spot=spot_of(above.lines[0]) if above is not None else None,
    )  # fmt: skip
