"""Danh sách nơi nhận chữ in thường, cỡ 11, đứng.

Quy định: phần liệt kê các nơi nhận được trình bày bằng chữ in thường, cỡ chữ 11, kiểu chữ đứng (Nghị định
30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9, điểm d).

Vì sao: cỡ 11 là cỡ duy nhất Nghị định cho danh sách này.

Sai: danh sách cỡ 13, nghiêng

Đúng: «- Như trên;» cỡ 11, đứng
"""

from __future__ import annotations

from generator.parts.model import Component, Part
from generator.rules.base import form_rule
from generator.rules.form._looks import look
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.recipients._list import recipients

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """A list that looks otherwise, said once for all its lines."""
    lines = [line for item in recipients(reading) for line in item.lines]
    if lines:
        yield from look(RULE, Component(Part.RECIPIENT, lines), reading.edition.components["recipients"])
