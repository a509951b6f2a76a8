"""Trích yếu công văn ở giữa, dưới số, ký hiệu, cách 6 pt.

Quy định: trích yếu nội dung công văn đặt canh giữa dưới số và ký hiệu văn bản, cách dòng 6pt với số và ký hiệu văn bản
(Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 5, điểm b).

Vì sao: số, ký hiệu và trích yếu đứng thành một khối ở nửa trang bên trái.

Sai: «V/v …» sát trái; «V/v …» liền ngay dưới số, ký hiệu

Đúng: «V/v …» giữa ô, dưới số, ký hiệu, Before 6 pt
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.edits import SetParagraph
from generator.findings import Finding, Unjudged
from generator.parts.model import Component, Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, decimal, place_of, spot_of
from generator.rules.form._widths import in_the_middle
from generator.rules.form.title._titles import same

RULE = form_rule(__name__, "M")
_GAP = 6.0  # points
_SLACK = 1.0


def check(reading: FileReading) -> Said:
    """Each trích yếu of a công văn that stands elsewhere."""
    yield from in_the_middle(reading, RULE, Part.LETTER_SUBJECT, "canh giữa dưới số, ký hiệu (Ctrl+E)")
    number = reading.parts.first(Part.NUMBER)
    for component in reading.judged(RULE, Part.LETTER_SUBJECT):
        if isinstance(component, Unjudged) or number is None:
            continue
        if component.lines[0].side == "right":
            yield RULE.found(
                "trích yếu công văn ở nửa bên phải", "đặt dưới số, ký hiệu, ở bên trái",
                place=place_of(component), spot=spot_of(component.lines[0]),
            )  # fmt: skip
            continue
        yield from _near(reading, number, component)


def _near(reading: FileReading, number: Component, component: Component) -> Iterator[Finding | Unjudged]:
    above, below = number.lines[-1], component.lines[0]
    place, spot = place_of(component), spot_of(below)
    if above.holder != below.holder or above.side != below.side:
        yield Unjudged(RULE.id, "số, ký hiệu và trích yếu không ở cùng một ô", place)
        return
    lines = [line for line in reading.lines if line.side == below.side]
    between = [n for n, line in enumerate(lines) if same(line, above) or same(line, below)]
    if len(between) != 2 or any(line.paragraph.format.snaps and line.paragraph.format.grid for line in (above, below)):
        yield Unjudged(RULE.id, "chưa rõ khoảng cách đến số, ký hiệu", place)
        return
    empty = between[1] - between[0] > 1
    own, over = below.paragraph.format, above.paragraph.format
    gap = 0.0 if above.paragraph is below.paragraph else max(over.after, own.before)
    if above.row != below.row and above.holder == "table":
        gap = over.after + own.before
    if not empty and abs(gap - _GAP) <= _SLACK:
        return
    what = "cách số, ký hiệu bằng dòng trống" if empty else f"cách số, ký hiệu {decimal(gap)} pt"
    edits = [SetParagraph(spot, before=_GAP)] if spot is not None else []
    if (above_spot := spot_of(above)) is not None and over.after:
        edits.append(SetParagraph(above_spot, after=0.0))
    mendable = not empty and above.paragraph is not below.paragraph
    yield RULE.found(
        f"trích yếu công văn {what}", "đặt Before 6 pt ở dòng «V/v» (Home → Line and Paragraph Spacing)",
        place=place, spot=spot, repairs=tuple(edits) if mendable else (),
    )  # fmt: skip
