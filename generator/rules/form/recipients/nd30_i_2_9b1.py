"""Công văn, tờ trình ghi «Kính gửi».

Quy định: tờ trình, báo cáo (của cấp dưới gửi cấp trên) và công văn có «Kính gửi», sau đó là tên cơ quan, tổ chức, đơn
vị, cá nhân trực tiếp giải quyết (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9, điểm b).

Vì sao: không ghi thì không ai có trách nhiệm giải quyết.

Sai: công văn không có «Kính gửi»

Đúng: «Kính gửi: Sở Nội vụ»
"""

from __future__ import annotations

from generator.law.types import TYPES_WITH_ADDRESSEE
from generator.parts.lines import Line
from generator.parts.model import Part
from generator.parts.recognising import addressee
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.recipients._list import type_of

RULE = form_rule(__name__, "C")
_SUBMITS = late(r"\W*kính trình\b\s*(?P<colon>:?)", 2)


def check(reading: FileReading) -> Said:
    """A letter or a tờ trình that names no addressee."""
    named = type_of(reading)
    if named not in TYPES_WITH_ADDRESSEE or any(map(_addresses, reading.lines)):
        return
    above = reading.parts.first(Part.SUBJECT) or reading.parts.first(Part.LETTER_SUBJECT)
    yield RULE.found(
        f"{named} không có «Kính gửi»", "ghi «Kính gửi: » và tên nơi giải quyết dưới trích yếu",
        place="Kính gửi", spot=spot_of(above.lines[0]) if above is not None else None,
    )  # fmt: skip


def _addresses(line: Line) -> bool:
    """Whether the line names an addressee; «Kính trình … xem xét» as a sentence closes the text."""
    submits = _SUBMITS.match(line.text)
    return addressee(line.text) or (submits is not None and (bool(submits["colon"]) or line.centred))
