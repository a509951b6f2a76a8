"""Khoảng cách giữa các dòng từ dòng đơn đến 1,5 dòng.

Quy định: khoảng cách giữa các dòng tối thiểu là dòng đơn, tối đa là 1,5 lines (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần
I, mục II, khoản 6, điểm e).

Vì sao: dưới dòng đơn thì dấu chạm nhau; trên 1,5 thì trang thưa.

Sai: Multiple 0,9; Double; Exactly 12 pt với chữ cỡ 14

Đúng: Single; Multiple 1,15; Exactly 18 pt với chữ cỡ 14
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.edits import SetParagraph
from generator.findings import Finding
from generator.law.figures import Limits
from generator.parts.model import BodyLine
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, decimal, spot_of
from generator.rules.form._text import Text, of_texts, place_in
from generator.rules.form.body._sentences import letters

RULE = form_rule(__name__, "M")
_SINGLE = 1.15  # times the size of the letters is one line of Times New Roman
_SLACK = 0.015  # lines: Word rounds
_POINTS = 0.6  # points, where the height is given in points


def check(reading: FileReading) -> Said:
    """Each paragraph whose lines stand nearer or further apart."""
    limits = reading.edition.line_spacing

    def judge(text: Text) -> Iterator[Finding]:
        for one in text.sentences:
            if one.line.first:
                yield from _one(one, limits)

    yield from of_texts(reading, RULE, judge)


def _one(one: BodyLine, limits: Limits) -> Iterator[Finding]:
    form = one.line.paragraph.format
    size = max((run.format.size for run in letters(one.line)), default=0.0)
    if form.line_rule == "auto":
        near, far = form.line < limits.low - _SLACK, form.line > limits.high + _SLACK
        shown = f"{form.line:.2f}".rstrip("0").rstrip(".").replace(".", ",") + " dòng"
    elif size:
        single = _SINGLE * size
        near = form.line_rule == "exact" and form.line < limits.low * single - _POINTS
        far = form.line > limits.high * single + _POINTS
        shown = f"{decimal(form.line)} pt với chữ cỡ {decimal(size)}"
    else:
        return
    if near or far:
        spot = spot_of(one.line)
        edit = SetParagraph(spot, line=limits.low if near else limits.high) if spot is not None else None
        yield RULE.found(
            f"giãn dòng {shown}", "đặt Line spacing từ Single đến 1,5 lines (Paragraph)", place=place_in(one),
            spot=spot, repairs=(edit,) if edit is not None else (),
        )  # fmt: skip
