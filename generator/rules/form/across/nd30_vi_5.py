"""Chức vụ người ký không quá 100 ký tự, họ tên không quá 50 ký tự.

Quy định: thông tin đầu vào của văn bản đi tại Phụ lục VI Nghị định 30/2020/NĐ-CP: chức vụ 100 ký tự, họ tên 50 ký tự.

Vì sao: hệ thống quản lý văn bản cắt bỏ phần thừa.

Sai: dòng chức vụ kể cả các chức vụ kiêm nhiệm, dài hơn 100 ký tự

Đúng: «CHỦ TỊCH»; «KT. CHỦ TỊCH» và «PHÓ CHỦ TỊCH» là hai dòng
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of
from generator.rules.form.across._lengths import too_long

RULE = form_rule(__name__, "D")
_POSITION, _NAME = 100, 50


def check(reading: FileReading) -> Said:
    """Each position and each name that its field does not take."""
    for component in reading.judged(RULE, Part.SIGN_AUTHORITY, Part.SIGNER):
        if isinstance(component, Unjudged):
            yield component
        elif component.part is Part.SIGNER:
            yield from too_long(RULE, "họ tên người ký", component.text, _NAME, place_of(component), component.lines[0])
        else:
            for line in component.lines:
                yield from too_long(RULE, "chức vụ người ký", line.text, _POSITION, place_of(component), line)
