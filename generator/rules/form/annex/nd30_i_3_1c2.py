"""Chỉ dẫn viết «Kèm theo», không viết «Ban hành kèm theo».

Quy định: Mẫu 2.1, 2.2 của Phụ lục III và các phụ lục của chính Nghị định ghi «(Kèm theo … số … ngày … của …)».

Vì sao: «Ban hành kèm theo» là lời của quy định trước năm 2020.

Sai: «(Ban hành kèm theo Quyết định số …)»

Đúng: «(Kèm theo Quyết định số …)»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.wording.characters import fold

RULE = form_rule(__name__, "S")


def check(reading: FileReading) -> Said:
    """Each chỉ dẫn in the older words."""
    for component in reading.judged(RULE, Part.REFERENCE):
        if isinstance(component, Unjudged):
            yield component
        elif fold(component.text).startswith("banhanhkemtheo"):
            yield RULE.found(
                "chỉ dẫn viết «Ban hành kèm theo»", "viết «(Kèm theo …)»", place=place_of(component),
                spot=spot_of(component.lines[0]),
            )  # fmt: skip
