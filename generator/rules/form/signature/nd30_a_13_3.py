"""Dưới «TUQ.» không ký thay, không ký thừa lệnh.

Quy định: người được ủy quyền không được ủy quyền lại cho người khác ký (Nghị định 30/2020/NĐ-CP, Điều 13, khoản 3).

Vì sao: ủy quyền là cho đúng một người, bằng văn bản, có thời hạn.

Sai: «TUQ. CHỦ TỊCH», dòng dưới «KT. GIÁM ĐỐC»

Đúng: «TUQ. CHỦ TỊCH», dòng dưới «GIÁM ĐỐC»
"""

from __future__ import annotations

from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.signature._signing import signatures, unsure_signatures

RULE = form_rule(__name__, "C")


def check(reading: FileReading) -> Said:
    """Each second power under «TUQ.»."""
    yield from unsure_signatures(reading, RULE, agency=True)
    for signature in signatures(reading, agency=True):
        powers = [said.power for said in signature.lines]
        if "TUQ." not in powers:
            continue
        for said in signature.lines[powers.index("TUQ.") + 1 :]:
            if said.power in ("KT.", "TL.", "TUQ."):
                yield RULE.found(
                    f"dưới «TUQ.» có «{said.line.text.upper()}»",
                    "chỉ người được ủy quyền ký: dưới «TUQ.» ghi chức vụ của người đó",
                    place=signature.place, spot=said.spot,
                )  # fmt: skip
