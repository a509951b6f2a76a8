"""Số văn bản là chữ số Ả Rập.

Quy định: số của văn bản là số thứ tự văn bản do cơ quan ban hành trong một năm, đánh bằng chữ số Ả Rập (Nghị định
30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3, điểm a).

Vì sao: sổ đăng ký và hệ thống quản lý tìm văn bản theo con số ấy; «15a», «XV» không xếp thứ tự được.

Sai: «Số: 15a/QĐ-UBND»; «Số: XV/QĐ-UBND»

Đúng: «Số: 15/QĐ-UBND»; «Số:      /QĐ-UBND» khi chưa lấy số
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.number._read import numbers

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each number that is something else than digits."""
    for read in numbers(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
            continue
        if read.number and not read.number.isdecimal() and not read.blank:
            yield RULE.found(
                f"số của văn bản ghi «{read.number}»", "ghi số thứ tự bằng chữ số Ả Rập, không kèm chữ",
                place=read.place, spot=read.spot,
            )  # fmt: skip
