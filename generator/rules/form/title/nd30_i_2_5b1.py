"""Tên loại ở giữa trang, chữ in hoa, cỡ 13 đến 14, đứng, đậm.

Quy định: tên loại văn bản trình bày ở ô số 5a, bằng chữ in hoa, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm, đặt canh giữa
(Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 5, điểm b).

Vì sao: tên loại cho biết ngay văn bản là gì.

Sai: «Quyết định» chữ in thường; tên loại cỡ 16; tên loại sát trái

Đúng: «QUYẾT ĐỊNH» cỡ 14, đậm, giữa trang
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._looks import look
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.title._titles import off_the_page_middle

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each tên loại that looks otherwise, or stands elsewhere."""
    for component in reading.judged(RULE, Part.TYPE):
        if isinstance(component, Unjudged):
            yield component
            continue
        yield from look(RULE, component, reading.edition.components["type_name"])
        if component.lines[0].side == "right":
            yield RULE.found(
                "tên loại ở nửa bên phải, không ở giữa trang", "đưa tên loại ra khỏi bảng đầu trang, canh giữa",
                place=place_of(component), spot=spot_of(component.lines[0]),
            )  # fmt: skip
        else:
            yield from off_the_page_middle(RULE, component)
