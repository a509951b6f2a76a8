"""Cỡ chữ Quốc hiệu, Tiêu ngữ, địa danh tăng giảm thống nhất.

Quy định: ghi chú dưới bảng mẫu chữ (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục V): trong cùng một văn bản cỡ chữ
tăng, giảm thống nhất; Quốc hiệu 13 thì Tiêu ngữ 14, địa danh 14; Quốc hiệu 12 thì Tiêu ngữ 13, địa danh 13.

Vì sao: phần đầu văn bản cân đối, hai dòng không lệch cỡ.

Sai: Quốc hiệu cỡ 13, Tiêu ngữ cỡ 13; Quốc hiệu cỡ 12, Tiêu ngữ cỡ 14

Đúng: 13, 14, 14; 12, 13, 13
"""

from __future__ import annotations

from generator.edits import SetLook
from generator.findings import Level, Unjudged
from generator.parts.model import Component, Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, decimal, place_of, spot_of

RULE = form_rule(__name__, "D")
_NAMES = {Part.NATIONAL: "national_name", Part.MOTTO: "national_motto", Part.PLACE_DATE: "place_and_date"}
_SMALL = 13.0
_STEP = 1.0  # points between the Quốc hiệu and the two others, in either set


def check(reading: FileReading) -> Said:
    """The Tiêu ngữ or the place and date in the size of the other set, each of a size that the decree allows."""
    sizes: dict[Part, tuple[Component, float]] = {}
    for part, name in _NAMES.items():
        component = next((one for one in reading.judged(RULE, part) if not isinstance(one, Unjudged)), None)
        size = _size(component) if component is not None else None
        low, high = reading.edition.components[name].sizes
        if component is not None and size is not None and low <= size <= high:
            sizes[part] = component, size
    if Part.NATIONAL not in sizes:
        return
    _, whole = sizes.pop(Part.NATIONAL)
    loose = reading.parts.kind == "letter" and whole < _SMALL  # Mẫu 1.5 itself sets 12 above 14
    wrong = [] if loose else [one for one, size in sizes.values() if abs(size - whole - _STEP) > _STEP / 4]
    if wrong:
        shown = [f"{part} cỡ {decimal(size)}" for part, (_, size) in sizes.items()]
        spots = [spot for one in wrong for line in one.lines if line.runs and (spot := spot_of(line)) is not None]
        right = decimal(whole + _STEP)
        mild = all(one.part is Part.PLACE_DATE for one in wrong)  # many offices, and the decree's table, set it so
        yield RULE.found(
            f"Quốc hiệu cỡ {decimal(whole)} đi với {', '.join(shown)}", f"đặt Tiêu ngữ, địa danh cỡ chữ {right}",
            level=Level.NOTE if mild else None,
            place=place_of(wrong[0]), spot=spot_of(wrong[0].lines[0]),
            repairs=tuple(SetLook(one, size=whole + _STEP) for one in spots),
        )  # fmt: skip


def _size(component: Component) -> float | None:
    """The one size of all its letters; ``None`` where there are several."""
    sizes = {run.format.size for line in component.lines for run in line.runs if any(map(str.isalnum, run.text))}
    return sizes.pop() if len(sizes) == 1 else None
