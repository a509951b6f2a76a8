"""Lề trên của trang từ 20 đến 25 mm.

Quy định: văn bản cách mép trên trang giấy 20 đến 25 mm, ở mọi phần của tệp (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I,
mục I, khoản 3).

Vì sao: lề sai thì văn bản bị trả lại, và đóng tập hay đóng dấu giáp lai mất chữ.

Sai: lề trên 15 mm

Đúng: lề trên 20 mm
"""

from __future__ import annotations

from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.page._margins import margin

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each section whose top margin is otherwise."""
    yield from margin(reading, RULE, "top")
