"""Tên cơ quan ban hành, tên mỗi nơi nhận không quá 200 ký tự.

Quy định: thông tin đầu vào của văn bản đi tại Phụ lục VI Nghị định 30/2020/NĐ-CP: tên cơ quan, tổ chức 200 ký tự.

Vì sao: hệ thống quản lý văn bản cắt bỏ phần thừa của tên.

Sai: một dòng nơi nhận kể hết các cơ quan, dài hơn 200 ký tự

Đúng: «- Các phòng, đơn vị trực thuộc;»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of
from generator.rules.form.across._lengths import too_long

RULE = form_rule(__name__, "D")
_MOST = 200


def check(reading: FileReading) -> Said:
    """Each name of an issuer or a recipient that its field does not take."""
    for component in reading.judged(RULE, Part.ISSUER, Part.RECIPIENT):
        if isinstance(component, Unjudged):
            yield component
        else:
            name = component.text.strip("-–—+ ;.")
            what = "tên cơ quan ban hành" if component.part is Part.ISSUER else "một dòng nơi nhận"
            yield from too_long(RULE, what, name, _MOST, place_of(component), component.lines[0])
