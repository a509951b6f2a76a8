"""Căn cứ chữ in thường, nghiêng, cỡ 13 đến 14.

Quy định: căn cứ ban hành văn bản trình bày bằng chữ in thường, kiểu chữ nghiêng, cỡ chữ từ 13 đến 14 (Nghị định
30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6, điểm a).

Vì sao: chữ nghiêng tách căn cứ khỏi nội dung; câu mở đầu «Căn cứ …, Phòng báo cáo như sau:» không phải căn cứ ban hành.

Sai: căn cứ chữ đứng; căn cứ in đậm; căn cứ cỡ 12

Đúng: căn cứ chữ nghiêng, cỡ 14
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Unjudged
from generator.rules.base import form_rule
from generator.rules.form._looks import look
from generator.rules.form._many import together
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.bases._cited import formal

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each căn cứ that looks otherwise."""
    yield from together(_each(reading))


def _each(reading: FileReading) -> Iterator[Finding | Unjudged]:
    for component in formal(reading, RULE):
        if isinstance(component, Unjudged):
            yield component
        else:
            yield from look(RULE, component, reading.edition.components["basis"])
