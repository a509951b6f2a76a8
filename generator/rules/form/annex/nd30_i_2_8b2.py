"""Chữ ký số của cơ quan trên phụ lục ở tệp riêng đặt góc trên, bên phải.

Quy định: trường hợp phụ lục, văn bản kèm theo không cùng tệp với văn bản, cơ quan ký số trên tệp kèm theo ở góc trên,
bên phải, trang đầu, không hiển thị hình ảnh (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 8, điểm b; mục
III, khoản 1, điểm d).

Vì sao: tệp kèm theo chỉ nhận biết được bằng dòng này.

Sai: dòng chữ ký số ở bên trái

Đúng: dòng chữ ký số ở góc trên, bên phải
"""

from __future__ import annotations

from generator.edits import SetParagraph
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.annex._labels import signed

RULE = form_rule(__name__, "C")


def check(reading: FileReading) -> Said:
    """Each line of a digital signature that does not stand on the right."""
    for component in signed(reading):
        line = component.lines[0]
        if line.side != "right" and line.paragraph.format.align != "right":
            spot = spot_of(line)
            yield RULE.found(
                "dòng chữ ký số của cơ quan không ở góc trên, bên phải", "căn phải dòng chữ ký số (Ctrl+R)",
                place=place_of(component), spot=spot,
                repairs=(SetParagraph(spot, align="right"),) if spot is not None else (),
            )  # fmt: skip
