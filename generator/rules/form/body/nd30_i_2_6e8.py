"""Chữ trong bảng cỡ 13 đến 14.

Quy định: Nghị định 30/2020/NĐ-CP không có cỡ chữ riêng cho bảng, nên cỡ chữ của nội dung (13 đến 14) là cỡ chữ của
bảng; nhiều cơ quan để chữ trong bảng nhỏ hơn, nên đây chỉ là thông tin.

Vì sao: bảng số liệu là chỗ phải đọc kỹ nhất.

Sai: chữ trong bảng cỡ 10

Đúng: chữ trong bảng cỡ 13
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding
from generator.findings import Level as Gravity
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, decimal, spot_of
from generator.rules.form._text import Text, of_texts
from generator.rules.form.body._sentences import letters

RULE = form_rule(__name__, "D")


def check(reading: FileReading) -> Said:
    """One finding for the tables of a text with smaller letters."""
    low = reading.edition.components["body"].sizes[0]

    def judge(text: Text) -> Iterator[Finding]:
        small = [
            (run.format.size, one.line) for one in text.tables for run in letters(one.line) if run.format.size < low
        ]
        if small:
            least, line = min(small, key=lambda found: found[0])
            yield RULE.found(
                f"chữ trong bảng cỡ {decimal(least)}", f"đặt cỡ {decimal(low)} nếu bảng còn đủ chỗ", level=Gravity.NOTE,
                place=f"Nội dung ({line.place})", spot=spot_of(line),
            )  # fmt: skip

    yield from of_texts(reading, RULE, judge)
