"""Bản chính thức có đủ số và ngày, tháng, năm.

Quy định: số và thời gian ban hành được ghi sau khi có chữ ký, chậm nhất là ngày làm việc tiếp theo, cùng một lần (Nghị
định 30/2020/NĐ-CP, Điều 15, khoản 2). Dự thảo để trống cả hai; văn bản đã lấy số thì đã có ngày.

Vì sao: văn bản phát hành mà thiếu số hoặc ngày thì không vào sổ được, không biết có hiệu lực từ khi nào.

Sai: xét như bản chính thức mà còn «Số:       /QĐ-UBND»; «Số: 15/QĐ-UBND» mà «ngày … tháng … năm 2026»

Đúng: dự thảo «Số:       /QĐ-UBND», «ngày … tháng … năm 2026»; «Số: 15/QĐ-UBND», «ngày 05 tháng 01 năm 2026»
"""

from __future__ import annotations

from generator.findings import Level
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.number._read import Read, numbers
from generator.rules.form.place_date._read import Read as Dated
from generator.rules.form.place_date._read import places

RULE = form_rule(__name__, "M")
_GIVEN = late(r"\d+[a-zđ]?")
_NO_DAY = late(r"ngày[\s.…_]*tháng|tháng[\s.…_]*năm|năm[\s.…_]*$", 2)


def check(reading: FileReading) -> Said:
    """The number or the day that a final document lacks, and the day of one that has its number already."""
    number = next((one for one in numbers(reading, RULE) if isinstance(one, Read)), None)
    dated = next((one for one in places(reading, RULE) if isinstance(one, Dated)), None)
    final = reading.profile.state == "chinh-thuc"
    given = number is not None and _GIVEN.fullmatch(number.number.strip()) is not None
    if final and number is not None and number.blank and not number.open:
        yield RULE.found(
            "bản chính thức chưa ghi số", "ghi số trong sổ đăng ký văn bản đi của năm", place=number.place,
            spot=number.spot,
        )  # fmt: skip
    if dated is None or dated.open or not _NO_DAY.search(dated.date):
        return
    if final or given:
        what = "bản chính thức chưa ghi đủ ngày, tháng, năm" if final else "đã có số mà chưa ghi đủ ngày, tháng, năm"
        yield RULE.found(
            what, "ghi ngày, tháng, năm cùng lúc với số", level=None if final else Level.WARNING, place=dated.where,
            spot=dated.spot,
        )  # fmt: skip
