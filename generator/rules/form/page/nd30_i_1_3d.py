"""Lề phải của trang từ 15 đến 20 mm.

Quy định: văn bản cách mép phải trang giấy 15 đến 20 mm, ở mọi phần của tệp (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I,
mục I, khoản 3).

Vì sao: lề sai thì văn bản bị trả lại, và đóng tập hay đóng dấu giáp lai mất chữ.

Sai: lề phải 10 mm

Đúng: lề phải 15 mm
"""

from __future__ import annotations

from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.page._margins import margin

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each section whose right margin is otherwise."""
    yield from margin(reading, RULE, "right")
