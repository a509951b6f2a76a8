"""Dòng chữ ký số: số và ký hiệu; thời gian ký đủ giây; cỡ 10, đứng, màu đen.

Quy định: thông tin gồm số và ký hiệu văn bản; thời gian ký (ngày, tháng, năm; giờ, phút, giây; múi giờ Việt Nam),
phông chữ Times New Roman, chữ in thường, kiểu chữ đứng, cỡ chữ 10, màu đen (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần
I, mục II, khoản 8, điểm b; mục III, khoản 1, điểm d).

Vì sao: tệp kèm theo chỉ nhận biết được bằng dòng này.

Sai: «Số: 05/QĐ-UBND; 03/02/2026» không có giờ; cỡ 12, nghiêng

Đúng: «Số: 05/QĐ-UBND; 03/02/2026; 08: 30: 15» cỡ 10
"""

from __future__ import annotations

from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._looks import look
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.annex._labels import signed

RULE = form_rule(__name__, "C")
_WHOLE = late(r"[\w.…/-]+\s*;\s*[\d\s.…]+/[\d\s.…]+/[\d\s.…]+;\s*[\d\s.…]*:[\d\s.…]*:[\d\s.…]*$")


def check(reading: FileReading) -> Said:
    """Each line of a digital signature that looks otherwise, or without the second it was made."""
    for component in signed(reading):
        yield from look(RULE, component, reading.edition.components["digital_signature"])
        if not _WHOLE.search(component.text):
            yield RULE.found(
                f"dòng chữ ký số ghi «{component.text}»", "ghi «Số: …/…; ngày/tháng/năm; giờ: phút: giây»",
                place=place_of(component), spot=spot_of(component.lines[0]),
            )  # fmt: skip
