"""Tên cơ quan chủ quản ở địa phương kèm tên đơn vị hành chính.

Quy định: tên cơ quan chủ quản ở địa phương ghi kèm tên tỉnh, thành phố, xã, phường, đặc khu nơi cơ quan ban hành đóng
trụ sở (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 2, điểm a).

Vì sao: «ỦY BAN NHÂN DÂN» không có địa danh thì không biết của đâu.

Sai: «ỦY BAN NHÂN DÂN» phía trên «PHÒNG KINH TẾ»

Đúng: «UBND XÃ MẪU» phía trên «PHÒNG KINH TẾ»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.issuer._names import named, of_no_place

RULE = form_rule(__name__, "C")


def check(reading: FileReading) -> Said:
    """Each people's committee or council above an issuer that is of no place."""
    for component in named(reading, RULE, Part.PARENT):
        if isinstance(component, Unjudged):
            yield component
            continue
        if of_no_place(component.text):
            yield RULE.found(
                f"cơ quan chủ quản «{component.text}» không có tên đơn vị hành chính", "ghi đủ, ví dụ «UBND XÃ MẪU»",
                place=place_of(component), spot=spot_of(component.lines[0]),
            )  # fmt: skip
