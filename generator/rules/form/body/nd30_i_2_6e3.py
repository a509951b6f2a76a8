"""Chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm.

Quy định: khi xuống dòng, chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II,
khoản 6, điểm e): hai số đo, không phải một khoảng. Số thứ tự của khoản, điểm do Word đánh cũng đứng ở đầu dòng.

Vì sao: các đoạn thụt bằng nhau thì mắt thấy ngay chỗ sang đoạn.

Sai: thụt 2 cm, không thụt; thụt bằng phím Tab hay dấu cách; danh sách đánh số của Word để nguyên 0,63 cm

Đúng: First line 1 cm; First line 1,27 cm
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.edits import SetParagraph
from generator.findings import Finding
from generator.findings import Level as Gravity
from generator.law.figures import POINTS_PER_MM
from generator.parts.model import BodyLine, Level
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form._text import Text, of_texts, place_in
from generator.rules.form.body._sentences import pushed

RULE = form_rule(__name__, "M")
_SLACK = 0.5  # points: Word rounds
_NEAR = 1.0  # points: 1,25 cm is no 1,27 cm, and nobody sees it
_OTHERS = (Level.DASH, Level.DECIMAL)  # lists, of which the decree says nothing


def check(reading: FileReading) -> Said:
    """Each paragraph whose first line begins elsewhere."""
    asked = [mm * POINTS_PER_MM for mm in reading.edition.first_line_indents]

    def judge(text: Text) -> Iterator[Finding]:
        judged = [one for one in text.paragraphs if one.level not in _OTHERS]
        begins = [_begin(one) for one in judged]
        common = max(asked, key=lambda points: sum(abs(at - points) <= _NEAR for at in begins))
        for one in judged:
            yield from _one(one, asked, common)

    yield from of_texts(reading, RULE, judge)


def _begin(one: BodyLine) -> float:
    form = one.line.paragraph.format
    return form.left + form.first_line


def _one(one: BodyLine, asked: list[float], common: float) -> Iterator[Finding]:
    at = _begin(one)
    off = min(abs(at - points) for points in asked)
    fix = "đặt Indentation → Special → First line 1 cm hoặc 1,27 cm, Left 0 (Paragraph)"
    spot = spot_of(one.line)
    edit = SetParagraph(spot, left=0, first_line=common) if spot is not None else None
    if pushed(one.line):
        if at < _SLACK:
            yield RULE.found(
                "thụt đầu dòng bằng phím Tab hoặc dấu cách", fix, level=Gravity.WARNING, place=place_in(one), spot=spot
            )
    elif off > _SLACK:
        light = off <= _NEAR or one.line.paragraph.label  # the decree does not say how Word's numbers stand
        shown = f"{at / POINTS_PER_MM / 10:.2f}".rstrip("0").rstrip(".").replace(".", ",")
        yield RULE.found(
            f"chữ đầu dòng lùi vào {shown} cm" if abs(at) > _SLACK else "chữ đầu dòng không lùi vào", fix,
            level=Gravity.WARNING if light else None, place=place_in(one), spot=spot,
            repairs=(edit,) if edit is not None else (),
        )  # fmt: skip
