"""Đường kẻ dưới Tiêu ngữ không phải là gạch chân chữ.

Quy định: Nghị định nói phía dưới Tiêu ngữ có đường kẻ ngang (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II,
khoản 1, điểm b); đường ấy ở dưới dòng chữ, gạch chân (underline) cắt vào dấu của chữ.

Vì sao: gạch chân dính vào dấu nặng của «Độc», «lập», «Hạnh» nên khó đọc, in ra lem.

Sai: Tiêu ngữ gạch chân

Đúng: một đường kẻ riêng dưới Tiêu ngữ
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of

RULE = form_rule(__name__, "D")


def check(reading: FileReading) -> Said:
    """Each Tiêu ngữ whose letters are underlined."""
    for component in reading.judged(RULE, Part.MOTTO):
        if isinstance(component, Unjudged):
            yield component
            continue
        if any(drawn.kind == "underline" for line in component.lines if line.text for drawn in line.rules):
            yield RULE.found(
                "Tiêu ngữ gạch chân chữ", "bỏ gạch chân (Ctrl+U), kẻ một đường riêng dưới dòng chữ",
                place=place_of(component), spot=spot_of(component.lines[0]),
            )  # fmt: skip
