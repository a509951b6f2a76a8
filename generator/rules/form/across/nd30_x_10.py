"""Ngày ghi trên văn bản không sau hôm nay quá một năm.

Quy định: thời gian ban hành văn bản là ngày, tháng, năm văn bản được ban hành (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần
I, mục II, khoản 4, điểm b). Suy ra: ngày ấy không thể ở năm nào còn xa; trong vòng một năm thì có thể là ngày dự kiến.

Vì sao: thường là gõ nhầm năm; hiệu lực của căn cứ bị xét theo một ngày chưa tới.

Sai: văn bản có số mang ngày của năm 2126

Đúng: ngày hôm nay hoặc đã qua; dự thảo để trống ngày
"""

from __future__ import annotations

from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.across._times import PLANNED

RULE = form_rule(__name__, "D", "ND30-I.2.4b1")


def check(reading: FileReading) -> Said:
    """A day that has not come."""
    dated = reading.parts.first(Part.PLACE_DATE)
    if dated is None or reading.day is None:
        return
    if reading.day - reading.today > PLANNED:
        yield RULE.found(
            f"ngày {reading.day:%d/%m/%Y} sau hôm nay ({reading.today:%d/%m/%Y})",
            "sửa ngày; chưa ban hành thì để trống số, ngày", place=place_of(dated), spot=spot_of(dated.lines[0]),
        )  # fmt: skip
