"""Trang đầu không hiển thị số trang.

Quy định: số trang không hiển thị ở trang thứ nhất của văn bản (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I,
khoản 7).

Vì sao: trang đầu có Quốc hiệu và tên cơ quan; số trang ở trên cùng chen vào phần ấy.

Sai: trang đầu hiện số 1

Đúng: trang đầu không số, trang sau hiện số 2
"""

from __future__ import annotations

from generator.edits import Edit, Remove, SetSection, Spot
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.page_number._numbers import page_numbers

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """A number that the first page shows."""
    if not reading.document.sections:
        return
    first = reading.document.sections[0]
    kind = "first" if first.title_page else "default"
    for shown in page_numbers(reading):
        if shown.section != 0 or shown.kind != kind:
            continue
        origin = shown.line.paragraph.origin
        spot = Spot(*origin) if origin is not None else None
        edits: tuple[Edit, ...] = ()
        if kind == "default" and "first" not in first.headers:
            edits = (SetSection(0, title_page=True),)
        elif kind == "first" and spot is not None and not shown.line.text:
            edits = (Remove(spot),)
        yield RULE.found(
            "trang đầu hiện số trang",
            "chọn Different First Page (Header & Footer) và bỏ số trang ở trang đầu",
            place=shown.place, spot=spot, repairs=edits,
        )  # fmt: skip
