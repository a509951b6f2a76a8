"""Hình thức sao chữ in hoa, cỡ 13 đến 14, đứng, đậm.

Quy định: cụm từ «SAO Y», «SAO LỤC», «TRÍCH SAO» được trình bày bằng chữ in hoa, cỡ chữ từ 13 đến 14, kiểu chữ đứng,
đậm (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục II, khoản 2, điểm b).

Vì sao: hình thức sao đứng ở chỗ của Quốc hiệu nên phải nổi.

Sai: «Sao y»; «SAO Y» cỡ 12, không đậm

Đúng: «SAO Y» cỡ 14, đậm
"""

from __future__ import annotations

from generator.parts.model import Component, Part
from generator.rules.base import form_rule
from generator.rules.form._looks import look
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.copies._block import copy_of

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """A form of copy that looks otherwise."""
    copy = copy_of(reading)
    if copy is None:
        return
    yield from look(RULE, Component(Part.TYPE, [copy.form]), reading.edition.components["copy_form"])
