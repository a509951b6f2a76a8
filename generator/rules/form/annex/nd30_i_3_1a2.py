"""Từ hai phụ lục trở lên thì đánh số bằng chữ số La Mã.

Quy định: văn bản có từ hai phụ lục trở lên thì các phụ lục phải được đánh số thứ tự bằng chữ số La Mã (Nghị định
30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 1, điểm a). Một phụ lục duy nhất thì không đánh số.

Vì sao: chữ số La Mã phân biệt số phụ lục với số trong nội dung.

Sai: «Phụ lục 1», «Phụ lục 2»; hai phụ lục cùng ghi «Phụ lục»

Đúng: «Phụ lục I», «Phụ lục II»
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.annex._labels import labelled
from generator.wording.numerals.ordinals import roman

RULE = form_rule(__name__, "C")


def check(reading: FileReading) -> Said:
    """Each of several annexes without a Roman numeral; a note on one that is numbered though it is the only one."""
    for one in labelled(reading):
        apart = reading.parts.kind == "annex" and bool(one.ordinal)  # one of several, in a file of its own
        if (one.count > 1 or apart) and not one.roman:
            nth = int(one.ordinal) if apart and one.ordinal.isdecimal() else one.nth
            yield RULE.found(
                f"phụ lục ghi «{one.label.text}»", f"ghi số La Mã theo thứ tự: «Phụ lục {roman(nth)}»",
                place=one.place, spot=one.spot,
            )  # fmt: skip
        elif one.count == 1 and one.ordinal and reading.parts.kind != "annex":
            yield RULE.found(
                f"văn bản có một phụ lục mà ghi «{one.label.text}»", "một phụ lục duy nhất thì ghi «Phụ lục»",
                level=Level.NOTE, place=one.place, spot=one.spot,
            )  # fmt: skip
