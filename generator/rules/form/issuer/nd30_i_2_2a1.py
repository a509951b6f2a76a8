"""Tên cơ quan ban hành ghi đầy đủ, không viết tắt.

Quy định: tên cơ quan, tổ chức ban hành văn bản là tên chính thức, đầy đủ của cơ quan, tổ chức hoặc chức danh nhà nước
của người có thẩm quyền (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 2, điểm a); chỉ tên cơ quan chủ
quản được viết tắt những cụm từ thông dụng.

Vì sao: tên cơ quan là chứng cứ ai ban hành; tên tắt thì nhiều cơ quan trùng nhau.

Sai: «UBND XÃ MẪU» ở dòng cơ quan ban hành

Đúng: «ỦY BAN NHÂN DÂN / XÃ MẪU»; «UBND TỈNH A» ở dòng cơ quan chủ quản
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.issuer._names import abbreviations, is_gap, named

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each issuer whose name holds an abbreviation."""
    for component in named(reading, RULE, Part.ISSUER):
        if isinstance(component, Unjudged):
            yield component
            continue
        found = [] if is_gap(component.text) else abbreviations(component.text)
        if found and component.why:
            yield Unjudged(RULE.id, component.why, place_of(component))
        elif found:
            words = ", ".join(f"«{word}»" for word in found)
            yield RULE.found(
                f"tên cơ quan ban hành viết tắt {words}", "ghi đầy đủ tên chính thức của cơ quan",
                place=place_of(component), spot=spot_of(component.lines[0]),
            )  # fmt: skip
