"""Phụ lục đánh số bằng chữ số La Mã.

Quy định: có từ hai phụ lục trở lên thì đánh số thứ tự bằng chữ số La Mã (ND30-I.3.1a2). Xét văn bản đưa vào rà soát;
hồ sơ do chương trình soạn đã theo mẫu.

Vì sao: «Phụ lục 1» và «Phụ lục I» trong một văn bản là hai cách gọi.

Sai: Phụ lục 1

Đúng: Phụ lục I
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.law._reading import WholeReading
from generator.wording.characters import UPPER

RULE = Rule(__name__, Level.WARNING, "whole", clause="ND30-I.3.1a2")
_LABEL = late(
    r"^\W*(?:[Pp]hụ lục|PHỤ LỤC)\s+(?:số\s+)?(?P<number>\d{1,2})"
    rf"(?:\W*$|\W{{0,4}}(?=[{UPPER}]{{2}})|\s*[.:]\s*(?=[{UPPER}]))"
)


def check(reading: WholeReading) -> Iterator[Finding]:
    """A label of an annex with an Arabic number."""
    if not reading.is_judged:
        return
    for paragraph in reading.of("body"):
        if match := _LABEL.match(paragraph.text):
            number = match["number"]
            what = f"«Phụ lục {number}» đánh số bằng chữ số Ả Rập"
            fix = f"ghi Phụ lục {_roman(int(number))}"
            yield RULE.found(what, fix, place=paragraph.place, source=paragraph.source)


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
