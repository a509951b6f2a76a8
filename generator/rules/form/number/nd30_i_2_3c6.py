"""Dự thảo chừa chỗ ghi số.

Quy định: các mẫu của Phụ lục III in «Số:        /QĐ-…» với khoảng trống để ghi số sau khi ký.

Vì sao: không chừa chỗ thì số viết tay đè lên ký hiệu.

Sai: «Số:/QĐ-UBND»

Đúng: «Số:        /QĐ-UBND»; «Số: …/QĐ-UBND»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.number._read import numbers

RULE = form_rule(__name__, "S")


def check(reading: FileReading) -> Said:
    """Each line whose number is missing with no room left for it."""
    for read in numbers(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
            continue
        if read.blank and not read.room:
            yield RULE.found(
                "chưa có số và không chừa chỗ ghi số", "để vài dấu cách giữa «Số:» và dấu gạch chéo",
                place=read.place, spot=read.spot,
            )  # fmt: skip
