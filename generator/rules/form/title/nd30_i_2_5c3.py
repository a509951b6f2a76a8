"""Dưới trích yếu công văn không có đường kẻ.

Quy định: Nghị định 30/2020/NĐ-CP quy định đường kẻ dưới Tiêu ngữ, tên cơ quan và trích yếu của văn bản có tên loại;
Mẫu 1.5 (công văn) không có đường kẻ dưới «V/v».

Vì sao: kẻ thêm một đường là tự đặt thêm thể thức.

Sai: có đường kẻ dưới «V/v …»

Đúng: dưới «V/v …» không kẻ
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of

RULE = form_rule(__name__, "D")


def check(reading: FileReading) -> Said:
    """Each trích yếu of a công văn with a rule below it."""
    for component in reading.judged(RULE, Part.LETTER_SUBJECT):
        if isinstance(component, Unjudged):
            yield component
            continue
        above = [reading.parts.first(part) for part in (Part.MOTTO, Part.ISSUER)]  # which have theirs
        sure = all(one is not None and one.rules for one in above)
        if any(drawn.kind in ("typed", "border") or (sure and drawn.kind == "drawing") for drawn in component.rules):
            yield RULE.found(
                "dưới trích yếu công văn có đường kẻ", "bỏ đường kẻ", place=place_of(component),
                spot=spot_of(component.lines[0]),
            )  # fmt: skip
        elif any(drawn.kind == "drawing" for drawn in component.rules):
            yield Unjudged(RULE.id, "có hình vẽ gần «V/v» chưa rõ là đường kẻ của dòng nào", place_of(component))
