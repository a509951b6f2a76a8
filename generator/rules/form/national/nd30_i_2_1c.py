"""Quốc hiệu và Tiêu ngữ cách nhau dòng đơn.

Quy định: hai dòng chữ Quốc hiệu và Tiêu ngữ trình bày cách nhau dòng đơn (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I,
mục II, khoản 1, điểm c).

Vì sao: hai dòng là một khối; giãn ra thì lệch với tên cơ quan ở bên trái.

Sai: giãn dòng 1,5; cách nhau thêm 6 pt

Đúng: giãn dòng đơn, trước và sau 0 pt
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of
from generator.rules.form._spacing import single_spaced

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Quốc hiệu and Tiêu ngữ that stand further apart."""
    for component in reading.judged(RULE, Part.MOTTO):
        if isinstance(component, Unjudged):
            yield component
            continue
        above = reading.parts.first(Part.NATIONAL)
        if above is not None and component in reading.parts.components:
            words = "Quốc hiệu và Tiêu ngữ"
            yield from single_spaced(RULE, above.lines[-1], component.lines[0], words, place_of(component))
