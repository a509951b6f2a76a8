"""Quốc hiệu trên một dòng.

Quy định: các mẫu của Phụ lục III đều in Quốc hiệu trên một dòng; ô bên phải rộng ít nhất 9,3 cm khi cỡ 12, 10 cm khi
cỡ 13.

Vì sao: Quốc hiệu gãy thành hai dòng thì lệch hàng với tên cơ quan, đường kẻ dưới Tiêu ngữ cũng lệch.

Sai: ô bên phải hẹp, Quốc hiệu gãy dòng

Đúng: Quốc hiệu vừa một dòng
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form._widths import middle_of, width_of

RULE = form_rule(__name__, "S")
_SLACK = 1.01  # programs measure letters and cells each in their way


def check(reading: FileReading) -> Said:
    """Each Quốc hiệu that its cell has no room for."""
    for component in reading.judged(RULE, Part.NATIONAL):
        if isinstance(component, Unjudged):
            yield component
            continue
        line = component.lines[0]
        size = max((run.format.size for run in line.runs), default=0.0)
        if line.side == "left" or not size:
            continue  # in the narrow cell it has no place: ND30-I.2.1a3
        allowed = min(1.0, reading.edition.components["national_name"].sizes[1] / size)  # larger ones: ND30-I.2.1a2
        if line.holder == "table" and middle_of(line) is not None and width_of(line) * allowed > line.room * _SLACK:
            yield RULE.found(
                "Quốc hiệu không vừa một dòng", "nới rộng ô bên phải của bảng đầu trang, hoặc đặt cỡ chữ 12",
                place=place_of(component), spot=spot_of(line),
            )  # fmt: skip
