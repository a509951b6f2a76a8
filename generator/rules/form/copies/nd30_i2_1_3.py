"""Chữ ký số trên bản sao điện tử: hình thức sao; tên cơ quan sao; thời gian ký; cỡ 10, đứng.

Quy định: chữ ký số của cơ quan thực hiện sao ở góc trên, bên phải, trang đầu; thông tin gồm hình thức sao, tên cơ
quan sao, thời gian ký (ngày, tháng, năm; giờ, phút, giây; múi giờ), chữ in thường, kiểu chữ đứng, cỡ chữ 10, màu đen
(Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục I, khoản 3).

Vì sao: dòng này là dấu hiệu duy nhất của bản sao điện tử.

Sai: «Sao y; UBND xã Mẫu» không có thời gian; cỡ 13

Đúng: «Sao y; UBND xã Mẫu; 03/02/2026; 08: 30: 15» cỡ 10
"""

from __future__ import annotations

from generator.parts.model import Component, Part
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._looks import look
from generator.rules.form._reading import FileReading, Said, spot_of

RULE = form_rule(__name__, "M")
_LINE = late(r"(?:sao y|sao lục|trích sao)\s*;", 2)
_WHOLE = late(r"[^;]+;[^;]+;\s*[\d\s.…]+/[\d\s.…]+/[\d\s.…]+;\s*[\d\s.…]+:[\d\s.…]+:[\d\s.…]+\s*(?:\+07:?00)?$", 2)
_FIRST = 6  # lines of the page


def check(reading: FileReading) -> Said:
    """Each such line that looks otherwise, or lacks the agency or the second."""
    for line in (*reading.lines[:_FIRST], *reading.running):
        if not _LINE.match(line.text):
            continue
        yield from look(RULE, Component(Part.E_SIGNATURE, [line]), reading.edition.components["digital_signature"])
        if not _WHOLE.match(line.text):
            yield RULE.found(
                f"dòng chữ ký số ghi «{line.text}»",
                "ghi «<hình thức sao>; <tên cơ quan sao>; ngày/tháng/năm; giờ: phút: giây»",
                place=f"Chữ ký số ({line.place})", spot=spot_of(line),
            )  # fmt: skip
