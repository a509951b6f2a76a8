"""Tên cơ quan chủ quản chữ in hoa, cỡ 12 đến 13, đứng, không đậm.

Quy định: tên cơ quan chủ quản trực tiếp trình bày bằng chữ in hoa, cỡ chữ từ 12 đến 13, kiểu chữ đứng (Nghị định
30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 2, điểm b).

Vì sao: chỉ tên cơ quan ban hành đậm; cả hai cùng đậm thì không biết ai ban hành.

Sai: tên cơ quan chủ quản đậm

Đúng: tên cơ quan chủ quản đứng, không đậm
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._looks import look
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.issuer._names import is_gap, named, off_the_middle

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each superior that looks otherwise."""
    for component in named(reading, RULE, Part.PARENT):
        if isinstance(component, Unjudged):
            yield component
            continue
        if not is_gap(component.text):
            yield from look(RULE, component, reading.edition.components["parent_agency"])
            yield from off_the_middle(RULE, component)
