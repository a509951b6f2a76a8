"""Tên cơ quan ban hành chữ in hoa, cỡ 12 đến 13, đứng, đậm, canh giữa.

Quy định: tên cơ quan, tổ chức ban hành văn bản trình bày bằng chữ in hoa, cỡ chữ từ 12 đến 13, kiểu chữ đứng, đậm,
canh giữa dưới tên cơ quan chủ quản (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 2, điểm b).

Vì sao: dòng đậm là dòng cho biết ai ban hành.

Sai: tên cơ quan cỡ 14; sát trái

Đúng: tên cơ quan cỡ 13, đậm, giữa ô
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._looks import look
from generator.rules.form._reading import FileReading, Said, place_of
from generator.rules.form.issuer._names import is_gap, mixed, named, off_the_middle

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each issuer that looks otherwise."""
    for component in named(reading, RULE, Part.ISSUER):
        if isinstance(component, Unjudged):
            yield component
            continue
        if is_gap(component.text):
            continue
        if mixed(component):
            if component.why:
                yield Unjudged(RULE.id, component.why, place_of(component))
            continue  # one name in two weights: ND30-I.2.2b5
        yield from look(RULE, component, reading.edition.components["issuer"])
        yield from off_the_middle(RULE, component)
