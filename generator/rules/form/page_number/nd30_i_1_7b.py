"""Số trang cỡ 13 đến 14, kiểu chữ đứng.

Quy định: số trang trình bày bằng cỡ chữ 13 đến 14, kiểu chữ đứng (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I,
khoản 7); bảng mẫu chữ không cho đậm.

Vì sao: số trang cùng cỡ với nội dung thì dễ tìm, không lẫn với chú thích.

Sai: số trang cỡ 10, nghiêng

Đúng: số trang cỡ 14, đứng
"""

from __future__ import annotations

from generator.edits import SetLook, Spot
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, decimal
from generator.rules.form.page_number._numbers import page_numbers

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each page number that looks otherwise."""
    asked = reading.edition.components["page_number"]
    low, high = asked.sizes
    for shown in page_numbers(reading):
        form, wrong = shown.field.format, []
        if not low <= form.size <= high:
            wrong.append(f"cỡ chữ {decimal(form.size)}")
        wrong += ["in đậm"] if form.bold else []
        wrong += ["in nghiêng"] if form.italic else []
        origin = shown.line.paragraph.origin
        if wrong:
            spot = Spot(*origin) if origin is not None else None
            size = None if low <= form.size <= high else min(max(form.size, low), high)
            edits = (SetLook(spot, size=size, bold=False, italic=False),) if spot is not None else ()
            yield RULE.found(
                f"số trang {', '.join(wrong)}", f"đặt số trang cỡ {decimal(low)} đến {decimal(high)}, đứng, không đậm",
                place=shown.place, spot=spot, repairs=edits,
            )  # fmt: skip
