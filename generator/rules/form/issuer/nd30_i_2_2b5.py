"""Tên cơ quan dài trình bày thành nhiều dòng cùng kiểu chữ.

Quy định: trường hợp tên cơ quan ban hành, tên cơ quan chủ quản trực tiếp dài có thể trình bày thành nhiều dòng (Nghị
định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 2, điểm b); các dòng của một tên cùng kiểu chữ: «ỦY BAN NHÂN DÂN»
và «XÃ MẪU» là một tên, cả hai dòng đậm.

Vì sao: dòng đầu không đậm thì người đọc lầm là cơ quan chủ quản.

Sai: «ỦY BAN NHÂN DÂN» không đậm, «XÃ MẪU» đậm

Đúng: cả hai dòng đậm
"""

from __future__ import annotations

from generator.edits import SetLook
from generator.findings import Level, Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.issuer._names import mixed, named

RULE = form_rule(__name__, "O")


def check(reading: FileReading) -> Said:
    """Each name on several lines of which not all are bold."""
    for component in named(reading, RULE, Part.ISSUER):
        if isinstance(component, Unjudged):
            yield component
            continue
        if mixed(component) and not component.why:
            spots = [spot for line in component.lines if line.runs and (spot := spot_of(line)) is not None]
            yield RULE.found(
                "các dòng của một tên cơ quan không cùng kiểu chữ", "in đậm cả các dòng của tên cơ quan ban hành",
                level=Level.WARNING, place=place_of(component), spot=spot_of(component.lines[0]),
                repairs=tuple(SetLook(spot, bold=True) for spot in spots),
            )  # fmt: skip
