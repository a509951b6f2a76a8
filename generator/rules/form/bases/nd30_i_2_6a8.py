"""Căn cứ mở đầu bằng chữ «Căn cứ», không có gạch đầu dòng.

Quy định: các mẫu của Phụ lục III trình bày mỗi căn cứ thành một đoạn, mở đầu bằng chữ «Căn cứ», không có dấu gạch, dấu
chấm tròn hay số thứ tự.

Vì sao: căn cứ không phải danh sách; mỗi dòng đã có chữ «Căn cứ».

Sai: «- Căn cứ Luật Lưu trữ …;»; «Luật Lưu trữ ngày …;» không có chữ «Căn cứ»; căn cứ có dấu chấm tròn tự động của Word

Đúng: «Căn cứ Luật Lưu trữ …;»
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Unjudged
from generator.parts.model import Part, Sure
from generator.parts.recognising import unnamed_basis
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._many import together
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.bases._cited import formal

RULE = form_rule(__name__, "S")
_BULLET = late(r"[-–—+*•●▪◦·\uf0b7\uf0a7]|\d{1,2}[.)]")


def check(reading: FileReading) -> Said:
    """Each căn cứ with a dash, a bullet or a number before it, and each law that stands there by its bare name."""
    yield from together(_each(reading))


def _each(reading: FileReading) -> Iterator[Finding | Unjudged]:
    for bare in reading.parts.of(Part.BASIS):
        if bare.sure is Sure.LIKELY and unnamed_basis(bare.text):
            yield RULE.found(
                "căn cứ không mở đầu bằng chữ «Căn cứ»", "thêm chữ «Căn cứ» ở đầu dòng", place=place_of(bare),
                spot=spot_of(bare.lines[0]),
            )  # fmt: skip
    for component in formal(reading, RULE):
        if isinstance(component, Unjudged):
            yield component
            continue
        line = component.lines[0]
        label = line.paragraph.label.strip()
        if label or _BULLET.match(line.text):
            yield RULE.found(
                "trước căn cứ có gạch đầu dòng, dấu chấm tròn hoặc số thứ tự", "bỏ dấu, số ấy",
                place=place_of(component), spot=spot_of(line),
            )  # fmt: skip
