"""Trích yếu quyết định mở đầu bằng «Về việc», «Ban hành» hoặc «Phê duyệt».

Quy định: Mẫu 1.2 (quyết định quy định trực tiếp) mở đầu trích yếu bằng «Về việc», Mẫu 1.3 (quyết định quy định gián
tiếp) bằng «Ban hành» hoặc «Phê duyệt» (Nghị định 30/2020/NĐ-CP, Phụ lục III).

Vì sao: đọc trích yếu là biết quyết định quy định trực tiếp hay ban hành một văn bản khác.

Sai: «Kiện toàn Ban Chỉ đạo chuyển đổi số»

Đúng: «Về việc kiện toàn Ban Chỉ đạo chuyển đổi số»; «Ban hành Quy chế tiếp công dân»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.parts.recognising import type_name
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.title._titles import subjects

RULE = form_rule(__name__, "S")
_OPENS = late(r"\W*(?:về\b|v\s*/\s*v|ban hành\b|phê duyệt\b|\.|…|<|\{)", 2)


def check(reading: FileReading) -> Said:
    """The trích yếu of a decision that opens with another word."""
    if type_name(reading.parts.text(Part.TYPE)) != "quyết định":
        return
    for component in subjects(reading, RULE):
        if isinstance(component, Unjudged):
            yield component
        elif component in reading.parts.components and not _OPENS.match(component.text):
            first = " ".join(component.text.split()[:3])
            yield RULE.found(
                f"trích yếu quyết định mở đầu bằng «{first} …»", "mở đầu bằng «Về việc», «Ban hành» hoặc «Phê duyệt»",
                place=place_of(component), spot=spot_of(component.lines[0]),
            )  # fmt: skip
