"""Quốc hiệu ở phía trên, bên phải trang đầu.

Quy định: Quốc hiệu trình bày ở phía trên cùng, bên phải trang đầu tiên, ngang với tên cơ quan ban hành (Nghị định
30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1, điểm a).

Vì sao: hai nửa đầu trang có chỗ cố định: bên trái là cơ quan, bên phải là Quốc hiệu.

Sai: Quốc hiệu ở giữa trang, tên cơ quan ở dưới

Đúng: Quốc hiệu ở ô bên phải, tên cơ quan ở ô bên trái; hợp đồng, bản thỏa thuận của hai bên (Nghị định không có mẫu) để
Quốc hiệu ở giữa
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.parts.recognising import of_the_parties
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each Quốc hiệu on the left, or in the middle of a page with nothing beside it."""
    for component in reading.judged(RULE, Part.NATIONAL):
        if isinstance(component, Unjudged):
            yield component
            continue
        line = component.lines[0]
        if line.side == "right" or (line.side == "full" and of_the_parties(reading.parts.text(Part.TYPE))):
            continue
        if line.side == "full" and line.holder != "body":
            yield Unjudged(RULE.id, "chưa tính được Quốc hiệu ở nửa nào của trang", place_of(component))
            continue
        where = "bên trái" if line.side == "left" else "giữa trang"
        yield RULE.found(
            f"Quốc hiệu ở {where}", "đặt Quốc hiệu ở ô bên phải của bảng hai cột đầu trang, ngang với tên cơ quan",
            place=place_of(component), spot=spot_of(line),
        )  # fmt: skip
