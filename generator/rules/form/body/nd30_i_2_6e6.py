"""Lời văn cả văn bản một cỡ chữ.

Quy định: cỡ chữ của điều, khoản, điểm «bằng cỡ chữ của phần lời văn» (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục
II, khoản 6, điểm đ): lời văn chỉ có một cỡ chữ, 13 hoặc 14.

Vì sao: đoạn cỡ 13, đoạn cỡ 14 là dấu vết chép từ nhiều nơi.

Sai: một đoạn cỡ 13 giữa các đoạn cỡ 14

Đúng: mọi đoạn cỡ 14; chữ trong bảng cỡ 13
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.edits import SetLook
from generator.findings import Finding
from generator.parts.model import Level
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, decimal, spot_of
from generator.rules.form._text import Text, of_texts, place_in
from generator.rules.form.body._sentences import is_note, letters

RULE = form_rule(__name__, "D")
_JUDGED = (Level.TEXT, Level.DASH, Level.DECIMAL)  # the others: ND30-I.2.6d5, d6, d8


def check(reading: FileReading) -> Said:
    """Each paragraph of a size that is allowed and not that of the others."""
    low, high = reading.edition.components["body"].sizes

    def judge(text: Text) -> Iterator[Finding]:
        if not low <= text.size <= high:
            return
        for one in text.sentences:
            if one.level not in _JUDGED or is_note(one.line.text):
                continue
            sizes = dict.fromkeys(run.format.size for run in letters(one.line) if low <= run.format.size <= high)
            others = [size for size in sizes if abs(size - text.size) > 0.1]
            spot = spot_of(one.line)
            if others:
                yield RULE.found(
                    f"lời văn có chỗ cỡ {', '.join(map(decimal, others))}, chỗ khác cỡ {decimal(text.size)}",
                    f"đặt cả lời văn cỡ {decimal(text.size)}", place=place_in(one), spot=spot,
                    repairs=(SetLook(spot, size=text.size),) if spot is not None else (),
                )  # fmt: skip

    yield from of_texts(reading, RULE, judge)
