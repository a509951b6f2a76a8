"""Cấp phó của đơn vị ký thừa lệnh thì ghi thêm dòng «KT.».

Quy định: người đứng đầu đơn vị ký thừa lệnh được giao lại cho cấp phó ký thay (Nghị định 30/2020/NĐ-CP, Điều 13,
khoản 4); cấp phó ký thay thì ghi «KT.» (Phụ lục I, phần I, mục II, khoản 7, điểm b).

Vì sao: người được giao ký thừa lệnh là người đứng đầu đơn vị, không phải cấp phó.

Sai: «TL. CHỦ TỊCH», dòng dưới «PHÓ CHÁNH VĂN PHÒNG»

Đúng: «TL. CHỦ TỊCH», «KT. CHÁNH VĂN PHÒNG», «PHÓ CHÁNH VĂN PHÒNG»
"""

from __future__ import annotations

from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.signature._signing import signatures, unsure_signatures

RULE = form_rule(__name__, "C")


def check(reading: FileReading) -> Said:
    """Each deputy who signs right under «TL.»."""
    yield from unsure_signatures(reading, RULE, agency=True)
    for signature in signatures(reading, agency=True):
        powers = [said.power for said in signature.lines]
        deputy = next((said for said in signature.lines if said.deputy), None)
        if "TL." in powers and "KT." not in powers and deputy is not None:
            yield RULE.found(
                f"dưới «TL.» có «{deputy.rest.upper()}» mà không có dòng «KT.»",
                "ghi thêm dòng «KT.» và chức vụ của người đứng đầu đơn vị ở trên chức vụ của cấp phó",
                place=signature.place, spot=deputy.spot,
            )  # fmt: skip
