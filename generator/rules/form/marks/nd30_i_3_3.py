"""Ký hiệu người soạn thảo, số lượng bản: in hoa, chữ số Ả Rập, cỡ 11, đứng.

Quy định: ký hiệu người soạn thảo văn bản bằng chữ in hoa, số lượng bản phát hành bằng chữ số Ả Rập, cỡ chữ 11, kiểu
chữ đứng, ở ô số 12 (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 3).

Vì sao: dòng này cùng cỡ với danh sách nơi nhận.

Sai: «PL.(300)» cỡ 13, đậm

Đúng: «PL.(300)» cỡ 11
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._looks import look
from generator.rules.form._reading import FileReading, Said

RULE = form_rule(__name__, "O")
_SYMBOL = late(r"[A-ZĐ]{1,6}\.?\s?\(\d+\)\.?")


def check(reading: FileReading) -> Said:
    """Each symbol of a drafter, in a line of its own, that looks otherwise."""
    for found in reading.judged(RULE, Part.DRAFTER):
        if not isinstance(found, Unjudged) and found in reading.parts.components and _SYMBOL.fullmatch(found.text):
            yield from look(RULE, found, reading.edition.components["drafter"])
