"""Số không quá 11 ký tự, ký hiệu không quá 30 ký tự.

Quy định: thông tin đầu vào của văn bản đi tại Phụ lục VI Nghị định 30/2020/NĐ-CP: số 11 ký tự, ký hiệu 30 ký tự.

Vì sao: hệ thống quản lý văn bản cắt bỏ phần thừa, tra số không ra.

Sai: «Số: 05/BC-UBND-VPHĐNDUBND-TCKH-KTHT-VHXH-TTPVHCC»

Đúng: «Số: 05/BC-UBND»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.across._lengths import too_long
from generator.rules.form.number._read import numbers

RULE = form_rule(__name__, "D")
_NUMBER, _SIGN = 11, 30


def check(reading: FileReading) -> Said:
    """Each number and each symbol that its field does not take."""
    for read in numbers(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
        elif not read.blank and not read.open:
            yield from too_long(RULE, "số", read.number, _NUMBER, read.place, read.line)
            yield from too_long(RULE, "ký hiệu", "-".join(read.groups), _SIGN, read.place, read.line)
