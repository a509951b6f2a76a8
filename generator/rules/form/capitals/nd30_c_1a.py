"""Đầu trích yếu, đầu đoạn văn viết hoa.

Quy định: viết hoa chữ cái đầu âm tiết thứ nhất của một câu hoàn chỉnh và khi xuống dòng (Nghị định 30/2020/NĐ-CP, Phụ
lục II, mục I).

Vì sao: gõ sót phím Shift, hoặc một câu bị cắt thành hai đoạn.

Sai: «về việc ban hành mục tiêu»; đoạn trước đã hết câu mà đoạn sau mở đầu bằng «các đơn vị …»

Đúng: «Về việc ban hành mục tiêu»; mục liệt kê sau dấu hai chấm, dấu chấm phẩy viết thường
"""

from __future__ import annotations

from generator.edits import Rewrite
from generator.findings import Unjudged
from generator.parts.lines import Line
from generator.parts.model import BodyLine, Level, Part
from generator.parts.recognising import type_name
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.wording.syllables import is_syllable

RULE = form_rule(__name__, "D", "ND30-C.1")
_FIRST = late(r"[^\W\d_]+")
_TITLED = (Level.ARTICLE, Level.HEADING, Level.ROMAN)
_ENDED = (".", "!", "?", "./.")
_SHORTEST = 2  # «o» alone is a bullet
_GAP = late(r"\.{3,}|[…_{<\[]")
_LONG = 40  # letters: what is shorter may be a line of a form or a list


def check(reading: FileReading) -> Said:
    """A trích yếu or a paragraph that begins with a small letter."""
    for component in reading.judged(RULE, Part.SUBJECT):
        if isinstance(component, Unjudged):
            yield component
        elif type_name(reading.parts.text(Part.TYPE)):
            yield from _small(component.lines[0], component.text, place_of(component))
    for body in (reading.parts.body, *(annex.body for annex in reading.parts.annexes if annex.attached)):
        for before, one in zip([None, *body], body, strict=False):
            if _begins(one, before):
                text = one.heading if one.level in (Level.ARTICLE, Level.CLAUSE) else one.line.text
                yield from _small(one.line, text, f"Nội dung ({one.line.place})")


def _begins(one: BodyLine, before: BodyLine | None) -> bool:
    """Whether the line surely begins a sentence."""
    line = one.line
    if line.holder != "body" or not line.first or len(line.text) < _LONG or line.centred or _GAP.search(line.text):
        return False
    if one.level is Level.ARTICLE:
        return bool(one.heading)
    if one.level not in (Level.TEXT, Level.CLAUSE) or not line.text.rstrip("”\"' ").endswith((*_ENDED, ":")):
        return False
    if before is None or before.level in _TITLED or (before.level is Level.CLAUSE and before.line.bold):
        return before is None or not before.line.text.endswith((":", ";", ","))
    return before.line.text.rstrip("”\"') ").endswith(_ENDED)


def _small(line: Line, text: str, place: str) -> Said:
    first = _FIRST.match(text)
    if (
        first is None
        or len(first[0]) < _SHORTEST
        or not first[0].islower()
        or not is_syllable(first[0])
        or text[first.end() : first.end() + 1] != " "
    ):
        return
    right = first[0][:1].upper() + first[0][1:]
    words = " ".join(text.split()[:2])
    spot = spot_of(line, words)
    fixed = right + words[len(first[0]) :]
    yield RULE.found(
        f"mở đầu bằng chữ thường «{words} …»", f"viết hoa «{right}»", place=place, spot=spot,
        repairs=(Rewrite(spot, fixed),) if spot is not None and line.text.count(words) == 1 else (),
    )  # fmt: skip
