"""Thứ tự điểm theo bảng chữ cái tiếng Việt: a, b, c, d, đ, e; không có f, j, w, z.

Quy định: các điểm của chính Nghị định 30/2020/NĐ-CP đánh a, b, c, d, đ, e, g, h, i, k, l, m, n, o, p, q, r, s, t, u, v,
x, y.

Vì sao: đánh số tự động của Word bỏ chữ đ và có chữ f; viện dẫn «điểm đ» sẽ không thấy.

Sai: «d)» rồi đến «e)»; «f)»

Đúng: «d)», «đ)», «e)», «g)»
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding
from generator.parts.model import Level
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form._text import Text, of_texts, place_in

RULE = form_rule(__name__, "S")
_FOREIGN = frozenset("fjwz")


def check(reading: FileReading) -> Said:
    """Each điểm whose letter is none of the row, or that leaves đ out."""
    yield from of_texts(reading, RULE, _row)


def _row(text: Text) -> Iterator[Finding]:
    before = ""
    for one in text.lines:
        if one.level is not Level.POINT:
            continue
        place, spot = place_in(one), spot_of(one.line)
        if before == "d" and one.ordinal == "e":
            yield RULE.found("sau điểm d là điểm e, thiếu điểm đ", "đánh d), đ), e)", place=place, spot=spot)
        elif before and one.ordinal in _FOREIGN:
            fix = "bỏ f, j, w, z: e), g), h), i), k) …"
            yield RULE.found(f"điểm đánh chữ «{one.ordinal}»", fix, place=place, spot=spot)
        before = one.ordinal
