"""Các đoạn văn cách nhau ít nhất 6 pt.

Quy định: khoảng cách giữa các đoạn văn tối thiểu là 6pt (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6,
điểm e).

Vì sao: có khoảng cách thì thấy các đoạn; dòng trống thì trang thưa và dễ xô.

Sai: Before 0, After 0; cách đoạn bằng một dòng trống

Đúng: Before 6 pt; After 6 pt
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from generator.edits import SetParagraph
from generator.findings import Finding
from generator.findings import Level as Gravity
from generator.layout.tree import ParagraphFormat
from generator.parts.lines import Line
from generator.parts.model import BodyLine, Level, Part, Parts
from generator.parts.recognising import type_name
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, decimal, spot_of
from generator.rules.form._text import RUNNING, Text, of_texts, place_in

RULE = form_rule(__name__, "M")
_SLACK = 0.3  # points: Word rounds
_JUDGED = frozenset((*RUNNING, Level.ROMAN))


def check(reading: FileReading) -> Said:
    """Each two paragraphs that stand nearer to each other, or apart by an empty one."""
    at = {id(line.paragraph): n for n, line in enumerate(reading.lines)}
    add = reading.document.settings.add_spacing
    called = _called(reading.parts)

    def judge(text: Text) -> Iterator[Finding]:
        for above, below in pairwise(text.lines):
            first, last = at.get(id(above.line.paragraph)), at.get(id(below.line.paragraph))
            same = above.line.paragraph is below.line.paragraph or above.line.section != below.line.section
            own = {id(above.line.paragraph), id(below.line.paragraph)}
            if same or own & called or first is None or last is None or not {above.level, below.level} <= _JUDGED:
                continue
            between = [line for line in reading.lines[first + 1 : last] if id(line.paragraph) not in own]
            yield from _two(above, below, between, add, reading.edition.paragraph_gap)

    yield from of_texts(reading, RULE, judge)


def _called(parts: Parts) -> set[int]:
    """The paragraphs that list whom a công điện is sent to: they stand as those of «Kính gửi» do (Mẫu 1.6)."""
    if type_name(parts.text(Part.TYPE)) != "công điện" or not parts.body:
        return set()
    named = parts.body[1:] if parts.body[0].line.text.casefold().endswith("điện:") else parts.body
    return {id(one.line.paragraph) for one in takewhile(lambda one: one.level is Level.DASH, named)}


def _two(above: BodyLine, below: BodyLine, between: list[Line], add: bool, least: float) -> Iterator[Finding]:
    if any(line.centred and line.upper for line in (above.line, below.line)):
        return
    if between:
        if len(between) == 1 and not between[0].paragraph.items and between[0].holder == "body":
            yield RULE.found(
                "cách đoạn bằng dòng trống", f"xóa dòng trống, đặt Before {decimal(least)} pt", level=Gravity.WARNING,
                place=place_in(below), spot=spot_of(below.line),
            )  # fmt: skip
        return
    first, second = above.line.paragraph.format, below.line.paragraph.format
    if first.auto_after or second.auto_before:
        return
    gap = _gap(first, second, add)
    if gap < least - _SLACK:
        spot = spot_of(below.line)
        apart = False if second.contextual else None
        edit = SetParagraph(spot, before=least, contextual=apart) if spot is not None else None
        yield RULE.found(
            f"hai đoạn văn cách nhau {decimal(gap)} pt",
            f"đặt Spacing Before hoặc After {decimal(least)} pt, bỏ dấu «Don't add space» (Paragraph)",
            place=place_in(below), spot=spot, repairs=(edit,) if edit is not None else (),
        )  # fmt: skip


def _gap(first: ParagraphFormat, second: ParagraphFormat, add: bool) -> float:
    alike = first.style_id == second.style_id
    after = 0.0 if first.contextual and alike else first.after
    before = 0.0 if second.contextual and alike else second.before
    return after + before if add else max(after, before)
