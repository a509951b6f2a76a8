"""Chừa chỗ ký giữa chức vụ và họ tên.

Quy định: chữ ký (ô số 7c) nằm giữa quyền hạn, chức vụ (ô số 7a) và họ tên (ô số 7b) (Nghị định 30/2020/NĐ-CP, Phụ lục
I, phần I, mục IV). Nghị định không ghi khoảng cách; chữ ký và dấu cần khoảng 2 cm.

Vì sao: không chừa chỗ thì chữ ký và dấu đè lên họ tên.

Sai: họ tên ngay dưới chức vụ

Đúng: ba, bốn dòng trống giữa chức vụ và họ tên
"""

from __future__ import annotations

from itertools import pairwise

from generator.findings import Level, Unjudged
from generator.law.figures import ROOM_TO_SIGN_LEAST
from generator.layout.tree import Drawing
from generator.parts.lines import Line
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.signature._signing import signatures, unsure_signatures

RULE = form_rule(__name__, "M")
_LINE = 1.15  # times the size of its letters is a line high


def check(reading: FileReading) -> Said:
    """Each name with hardly any room above it; where somebody has signed already none is needed."""
    if next(reading.parts.of(Part.SIGN_NOTE), None) is not None:
        return
    yield from unsure_signatures(reading, RULE)
    for signature in signatures(reading):
        if signature.signer is None:
            continue
        title, lines = signature.lines[-1].line, signature.signer.lines
        if title.holder == "body":  # by tabs: what stands beside the room, nơi nhận among it, makes it
            name = lines[-1]
            lines = [*(one for one in reading.lines if title.row < one.row < name.row), name]
        if title.place != lines[-1].place and title.holder != "body":
            yield Unjudged(RULE.id, "chức vụ và họ tên ở hai ô nên chưa tính được khoảng cách", signature.place)
            continue
        if any(isinstance(item, Drawing) for line in (title, *lines) for item in line.items):
            continue
        above = [one.line for one in signature.lines]  # who signs as another body's head has that title above the name
        between = [_room(one, [other]) + _blank(one, other) for one, other in pairwise(above)]
        if max(_room(title, lines), *between, 0.0) < ROOM_TO_SIGN_LEAST:
            yield RULE.found(
                "giữa chức vụ và họ tên người ký hầu như không có chỗ ký",
                "để ba, bốn dòng trống giữa chức vụ và họ tên",
                level=Level.WARNING, place=place_of(signature.signer), spot=spot_of(lines[-1]),
            )  # fmt: skip


def _room(title: Line, lines: list[Line]) -> float:
    """Points between the title and the name."""
    total = 0.0
    above = title.paragraph
    for line in lines:
        if line.paragraph is not above:
            total += above.format.after + line.paragraph.format.before
            above = line.paragraph
        if line is not lines[-1]:
            form = line.paragraph.format
            size = line.paragraph.mark.size
            total += form.line * size * _LINE if form.line_rule == "auto" else form.line
    return total


def _blank(above: Line, below: Line) -> float:
    """Points that empty paragraphs between two lines take, about."""
    one, other = above.paragraph.origin, below.paragraph.origin
    if one is None or other is None or one[0] != other[0]:
        return 0.0
    return max(other[1] - one[1] - 1, 0) * above.paragraph.mark.size * _LINE
