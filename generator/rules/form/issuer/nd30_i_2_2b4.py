"""Tên cơ quan chủ quản và tên cơ quan ban hành cách nhau dòng đơn.

Quy định: tên cơ quan ban hành và tên cơ quan chủ quản trực tiếp được trình bày cách nhau dòng đơn (Nghị định
30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 2, điểm b).

Vì sao: hai dòng là một khối, ngang với Quốc hiệu và Tiêu ngữ.

Sai: giãn dòng 1,5; cách nhau thêm 6 pt

Đúng: giãn dòng đơn, trước và sau 0 pt
"""

from __future__ import annotations

from itertools import pairwise

from generator.findings import Unjudged
from generator.parts.lines import is_drawn
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of
from generator.rules.form._spacing import single_spaced
from generator.rules.form.issuer._names import named

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Names that stand further apart."""
    for component in named(reading, RULE, Part.ISSUER):
        if isinstance(component, Unjudged):
            yield component
            continue
        above = reading.parts.first(Part.PARENT)
        if component not in reading.parts.components:
            continue
        lines = [*(above.lines if above is not None else []), *component.lines]
        written = [line for line in lines if line.runs and not is_drawn(line.text)]
        for upper, lower in pairwise(written):
            found = list(single_spaced(RULE, upper, lower, "các dòng tên cơ quan", place_of(component)))
            yield from found
            if found:
                break
