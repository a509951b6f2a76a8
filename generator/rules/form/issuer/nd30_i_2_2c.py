"""Tên cơ quan ban hành ở bên trái, ngang với Quốc hiệu.

Quy định: tên cơ quan, tổ chức ban hành văn bản trình bày phía trên cùng, bên trái, ngang hàng với Quốc hiệu (Nghị
định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 2, điểm c) và ô số 2 của sơ đồ mục IV.

Vì sao: hai nửa đầu trang có chỗ cố định: bên trái là cơ quan, bên phải là Quốc hiệu.

Sai: tên cơ quan ở dưới Tiêu ngữ

Đúng: tên cơ quan ở ô bên trái, cùng hàng với Quốc hiệu
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.issuer._names import named

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each issuer on the right, or below the Tiêu ngữ."""
    for component in named(reading, RULE, Part.ISSUER):
        if isinstance(component, Unjudged):
            yield component
            continue
        first = (reading.parts.first(Part.PARENT) or component).lines[0]
        national = reading.parts.first(Part.NATIONAL)
        if (
            component not in reading.parts.components
            or national is None
            or "box" in (first.holder, national.lines[0].holder)
        ):
            continue
        motto = reading.parts.first(Part.MOTTO)
        last = (motto or national).lines[0]
        lower = first.row > last.row
        if first.side == "right" or lower:
            where = "ở bên phải" if first.side == "right" else "ở dưới Quốc hiệu, không ngang hàng"
            yield RULE.found(
                f"tên cơ quan ban hành {where}", "đặt tên cơ quan ở ô bên trái, cùng hàng với Quốc hiệu",
                place=place_of(component), spot=spot_of(first),
            )  # fmt: skip
