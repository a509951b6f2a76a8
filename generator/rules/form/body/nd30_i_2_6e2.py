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
from generator.parts.model import BodyLine
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form._text import RUNNING, Text, is_long, of_texts, place_in

RULE = form_rule(__name__, "M")
_TITLE = 100  # letters: no title, no note below a table is longer
_ENDS = (".", ";", ":")
_JUSTIFIED = ("both", "distribute")


def check(reading: FileReading) -> Said:
    """Each paragraph of several lines whose right edge is ragged."""
    yield from of_texts(reading, RULE, _judge)


def _judge(text: Text) -> Iterator[Finding]:
    for one in (*text.paragraphs, *filter(_off, text.lines)):
        line = one.line
        if line.paragraph.format.align in _JUSTIFIED or not is_long(line) or line.bold:
            continue
        spot = spot_of(line)
        yield RULE.found(
            "đoạn văn không canh đều hai lề", "canh đều (Ctrl+J)", place=place_in(one), spot=spot,
            repairs=(SetParagraph(spot, align="both"),) if spot is not None else (),
        )  # fmt: skip


def _off(one: BodyLine) -> bool:
    """Whether the line is running text for all that it stands in the middle or at the right: sentences, at length."""
    line = one.line
    upright = not any(run.format.italic for run in line.runs)
    centred = line.first and line.paragraph.format.align in ("center", "right")
    return centred and upright and one.level in RUNNING and line.text[-1:] in _ENDS and len(line.text) > _TITLE
