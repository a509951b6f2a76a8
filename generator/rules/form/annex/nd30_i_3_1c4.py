"""Dưới chỉ dẫn của phụ lục có đường kẻ ngắn.

Quy định: Mẫu 2.1 và 2.2 của Phụ lục III vẽ một đường kẻ ngắn, cân đối ở giữa, dưới dòng chỉ dẫn.

Vì sao: đường kẻ ngăn phần đầu phụ lục với nội dung.

Sai: dưới «(Kèm theo …)» không có đường kẻ

Đúng: đường kẻ ngắn dưới «(Kèm theo …)»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.layout.tree import Drawing
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.annex._labels import labelled

RULE = form_rule(__name__, "S")
_NEAR = 4  # lines below a chỉ dẫn in which its rule may stand


def check(reading: FileReading) -> Said:
    """Each chỉ dẫn with no rule below it."""
    for one in labelled(reading):
        component = one.annex.first(Part.REFERENCE)
        if component is None or component.rules or one.label.rules:
            continue
        at = reading.lines.index(component.lines[-1]) if component.lines[-1] in reading.lines else 0
        near = reading.lines[max(at - _NEAR, 0) : at + _NEAR]
        drawn = any(line.rules or any(isinstance(item, Drawing) for item in line.items) for line in near)
        if drawn or reading.document.unsupported:
            yield Unjudged(RULE.id, "có hình vẽ gần chỉ dẫn chưa rõ có phải đường kẻ", place_of(component))
            continue
        yield RULE.found(
            "dưới chỉ dẫn kèm theo không có đường kẻ", "kẻ một đường ngắn nét liền ở giữa (Insert → Shapes → Line)",
            place=place_of(component), spot=spot_of(component.lines[-1]),
        )  # fmt: skip
