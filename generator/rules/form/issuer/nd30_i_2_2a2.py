"""Phía trên tên cơ quan ban hành có tên cơ quan chủ quản trực tiếp.

Quy định: tên cơ quan chủ quản trực tiếp (nếu có) ghi phía trên tên cơ quan ban hành (Nghị định 30/2020/NĐ-CP, Phụ lục
I, phần I, mục II, khoản 2, điểm a); phòng, sở, chi cục, thanh tra tỉnh, trạm y tế, công an xã bao giờ cũng
có; văn bản liên tịch thì không xét.

Vì sao: «PHÒNG NỘI VỤ» thì cả nước có hàng trăm; không có tên cơ quan chủ quản thì không biết của ai.

Sai: chỉ có «SỞ NỘI VỤ»

Đúng: «UBND TỈNH A» phía trên «SỞ NỘI VỤ»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.parts.recognising import parted
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.issuer._names import always_below_another, named, of_several

RULE = form_rule(__name__, "C")


def check(reading: FileReading) -> Said:
    """Each issuer that belongs to another, which is not named."""
    if parted(reading.parts.text(Part.TYPE))[1]:
        return  # of several agencies, each with a superior of its own
    for component in named(reading, RULE, Part.ISSUER):
        if isinstance(component, Unjudged):
            yield component
            continue
        if of_several(component.text):
            continue
        if reading.parts.first(Part.PARENT) is None and always_below_another(component.text):
            place = place_of(component)
            if component.why or reading.parts.unread:
                why = component.why or "đầu văn bản có dòng chưa đọc được"
                yield Unjudged(RULE.id, why, place)
                continue
            yield RULE.found(
                "không có tên cơ quan chủ quản trực tiếp", "ghi tên cơ quan chủ quản phía trên, chữ đứng, không đậm",
                place=place, spot=spot_of(component.lines[0]),
            )  # fmt: skip
