"""Tiêu ngữ canh giữa dưới Quốc hiệu.

Quy định: Tiêu ngữ được canh giữa dưới Quốc hiệu (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1, điểm
b).

Vì sao: hai dòng lệch nhau thì cả nửa phải của đầu trang lệch.

Sai: Tiêu ngữ sát trái trong ô

Đúng: Tiêu ngữ giữa ô, thẳng với giữa Quốc hiệu
"""

from __future__ import annotations

from generator.edits import SetParagraph
from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form._widths import below

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each Tiêu ngữ whose middle is not below that of the Quốc hiệu."""
    for component in reading.judged(RULE, Part.MOTTO):
        if isinstance(component, Unjudged):
            yield component
            continue
        above = reading.parts.first(Part.NATIONAL)
        line = component.lines[0]
        if above is None or component not in reading.parts.components:
            continue
        middle = below(line, above.lines[0])
        spot = spot_of(line)
        if (line.row, line.step) < (above.lines[0].row, above.lines[0].step) and line.cell == above.lines[0].cell:
            yield RULE.found(
                "Tiêu ngữ ở trên Quốc hiệu", "đặt Tiêu ngữ dưới Quốc hiệu", place=place_of(component), spot=spot
            )
        elif middle is None:
            yield Unjudged(RULE.id, "vị trí do dấu tab hoặc khung chữ quyết định", place_of(component))
        elif not middle:
            edits = [SetParagraph(at, align="center") for at in (spot_of(above.lines[0]), spot) if at is not None]
            yield RULE.found(
                "Tiêu ngữ không ở giữa dưới Quốc hiệu", "đặt cả Quốc hiệu và Tiêu ngữ canh giữa trong ô (Ctrl+E)",
                place=place_of(component), spot=spot, repairs=tuple(edits),
            )  # fmt: skip
