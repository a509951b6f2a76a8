"""Lời văn canh đều cả hai lề.

Quy định: nội dung văn bản được canh đều cả hai lề (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6, điểm
e).

Vì sao: mép phải thẳng thì trang văn bản gọn.

Sai: đoạn nhiều dòng canh trái

Đúng: đoạn nhiều dòng canh đều (Ctrl+J); đoạn một dòng canh trái nhìn không khác
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.edits import SetParagraph
from generator.findings import Finding
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form._text import Text, is_long, of_texts, place_in

RULE = form_rule(__name__, "M")
_JUSTIFIED = ("both", "distribute")


def check(reading: FileReading) -> Said:
    """Each paragraph of several lines whose right edge is ragged."""
    yield from of_texts(reading, RULE, _judge)


def _judge(text: Text) -> Iterator[Finding]:
    for one in text.paragraphs:
        line = one.line
        if line.paragraph.format.align in _JUSTIFIED or not is_long(line) or line.bold:
            continue
        spot = spot_of(line)
        yield RULE.found(
            "đoạn văn không canh đều hai lề", "canh đều (Ctrl+J)", place=place_in(one), spot=spot,
            repairs=(SetParagraph(spot, align="both"),) if spot is not None else (),
        )  # fmt: skip
