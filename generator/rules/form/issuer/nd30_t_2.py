"""Phía trên tên Ủy ban nhân dân, Hội đồng nhân dân không ghi tên Ủy ban nhân dân khác.

Quy định: tên cơ quan chủ quản trực tiếp ghi «nếu có» (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 2, điểm
a). Suy ra: ủy ban, hội đồng các cấp do luật lập, văn bản các cấp ghi ngay tên mình, nên không ghi «UBND TỈNH …» ở
trên. Không câu nào cấm, nên chỉ là cảnh báo.

Vì sao: Ủy ban nhân dân xã do Hội đồng nhân dân xã bầu, không phải đơn vị trực thuộc của Ủy ban nhân dân tỉnh.

Sai: «UBND TỈNH A» phía trên «ỦY BAN NHÂN DÂN XÃ B»

Đúng: chỉ có «ỦY BAN NHÂN DÂN XÃ B»; «UBND XÃ B» phía trên «PHÒNG KINH TẾ»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.parts.recognising import people_agency
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.issuer._names import named

RULE = form_rule(__name__, "D")
_COMMITTEE = late(r"(?:[uủ][yỷ] ban nhân dân|ubnd|hội đồng nhân dân|hđnd)\s+(?:tỉnh|thành phố|xã|phường|đặc khu)\s", 2)


def check(reading: FileReading) -> Said:
    """A people's committee or council named above another."""
    issuer = next((one for one in named(reading, RULE, Part.ISSUER) if not isinstance(one, Unjudged)), None)
    above = reading.parts.first(Part.PARENT)
    if issuer is None or above is None or above not in reading.parts.components:
        return
    if people_agency(issuer.text) and _COMMITTEE.match(issuer.text) and _COMMITTEE.match(f"{above.text} "):
        yield RULE.found(
            f"phía trên «{issuer.text}» còn ghi «{above.text}»", "bỏ dòng trên: ủy ban, hội đồng ghi ngay tên mình",
            place=place_of(above), spot=spot_of(above.lines[0]),
        )  # fmt: skip
