"""Các dòng liệt kê kết thúc bằng một thứ dấu.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; nơi nhận, căn cứ có quy tắc riêng. Xét văn bản đưa vào
rà soát, từ ba dòng ngắn trở lên cùng kiểu đánh số hay gạch đầu dòng, không kể dòng cuối.

Vì sao: dòng có dấu, dòng không thì không biết đã hết câu chưa.

Sai: - Kế hoạch; / - Biên bản. / - Báo cáo.

Đúng: - Kế hoạch; / - Biên bản; / - Báo cáo.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.findings import Finding, Level
from generator.law.paragraphs import Paragraph
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.law._reading import WholeReading

RULE = Rule(__name__, Level.NOTE, "whole")
_MARKER = late(r"^(?:(?P<dash>[-+•*])\s|(?P<number>\d{1,2})[.)]\s|(?P<letter>[a-zđ])\)\s)")
_SEVERAL = late(r"[.!?] [^\W\d_]")
_MOST = 60  # words of a line that is short
_MARKS = ";.,"


def check(reading: WholeReading) -> Iterator[Finding]:
    """Lines of one list, its last left out, that do not end in the sign most of them end in."""
    if not reading.head.elsewhere:
        return
    for lines in _lists(reading.paragraphs):
        marks = [_mark(line.text) for line in lines]
        if len(lines) < 3 or len(set(marks[:-1])) == 1:
            continue
        wanted = max(
            _MARKS, key=lambda mark: (marks.count(mark) if mark != "." else marks[:-1].count(mark), mark == ";")
        )
        odd = [line.place for line, mark in zip(lines[:-1], marks, strict=False) if mark != wanted]
        what = f"các dòng liệt kê từ {lines[0].place} kết thúc bằng nhiều thứ dấu"
        yield RULE.found(what, "mỗi dòng một thứ dấu, thường là «;», dòng cuối là «.»", place=", ".join(odd))


def _lists(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    held: list[Paragraph] = []
    kind = ""
    for paragraph in [*paragraphs, Paragraph("", "")]:
        match = _MARKER.match(paragraph.text) if paragraph.role in ("body", "head") else None
        found = match.lastgroup if match else ""
        follows = found and found == kind and (found != "number" or (match and int(match["number"]) == len(held) + 1))
        if not follows:
            if kind:
                yield held
            held, kind = [], ""
            if found and (found != "number" or (match and match["number"] == "1")):
                kind = found or ""
        if kind:
            held.append(paragraph)
        if kind and not _is_short(paragraph.text):
            held, kind = [], ""
    return


def _is_short(text: str) -> bool:
    return len(text.split()) <= _MOST and not _SEVERAL.search(text[4:]) and text.rstrip()[-1:] not in (":", "/")


def _mark(text: str) -> str:
    end = text.rstrip(" *_✓")[-1:]
    return end if end in _MARKS else ""
