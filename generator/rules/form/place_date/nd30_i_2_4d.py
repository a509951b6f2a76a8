"""Ngày trong nội dung viết một cách.

Quy định: Nghị định chỉ nói số 0 cho thời gian ban hành (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4,
điểm b); trong nội dung nên viết theo một cách như thế.

Vì sao: «ngày 5 tháng 3» và «ngày 05 tháng 3» trong một văn bản thì tìm kiếm ra thiếu.

Sai: một văn bản có cả «ngày 5 tháng 3» và «ngày 09 tháng 6»

Đúng: mọi ngày nhỏ hơn 10 có số 0
"""

from __future__ import annotations

from generator.parts.model import Part
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of

RULE = form_rule(__name__, "P")
_BARE = late(r"\bngày [1-9] tháng \d")
_FILLED = late(r"\bngày 0[1-9] tháng \d")


def check(reading: FileReading) -> Said:
    """Days of one digit with and without a zero in the same document."""
    own = {id(line.paragraph) for part in reading.components(Part.PLACE_DATE) for line in part.lines}
    lines = [line for line in reading.lines if "ngày " in line.text and id(line.paragraph) not in own]
    bare = [line for line in lines if _BARE.search(line.text)]
    filled = [line for line in lines if _FILLED.search(line.text)]
    if bare and filled:
        said = _BARE.search(bare[0].text)
        words = said[0] if said else ""
        yield RULE.found(
            f"ngày nhỏ hơn 10 có chỗ không có số 0, như «{words}…»", "viết một cách trong cả văn bản, nên có số 0",
            place=bare[0].place, spot=spot_of(bare[0], words),
        )  # fmt: skip
