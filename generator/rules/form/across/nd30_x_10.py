"""Ngày ghi trên văn bản không sau hôm nay.

Quy định: thời gian ban hành văn bản là ngày, tháng, năm văn bản được ban hành (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần
I, mục II, khoản 4, điểm b). Suy ra: văn bản đã có số không mang ngày chưa tới; dự thảo còn để trống số có thể mang ngày
dự kiến, trong vòng một năm.

Vì sao: thường là gõ nhầm năm; hiệu lực của căn cứ bị xét theo một ngày chưa tới.

Sai: văn bản có số mang ngày của năm 2126

Đúng: ngày hôm nay hoặc đã qua; dự thảo để trống ngày
"""

from __future__ import annotations

from datetime import timedelta

from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of

RULE = form_rule(__name__, "D", "ND30-I.2.4b1")
_ISSUED = timedelta(days=1)  # it may be tomorrow where it was signed
_PLANNED = timedelta(days=366)


def check(reading: FileReading) -> Said:
    """A day that has not come."""
    dated = reading.parts.first(Part.PLACE_DATE)
    if dated is None or reading.day is None:
        return
    ahead = _ISSUED if reading.profile.state == "chinh-thuc" else _PLANNED
    if reading.day - reading.today > ahead:
        yield RULE.found(
            f"ngày {reading.day:%d/%m/%Y} sau hôm nay ({reading.today:%d/%m/%Y})",
            "sửa ngày; chưa ban hành thì để trống số, ngày", place=place_of(dated), spot=spot_of(dated.lines[0]),
        )  # fmt: skip
