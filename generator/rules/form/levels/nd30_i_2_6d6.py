"""Khoản đánh số «1.»: chữ số Ả Rập, dấu chấm, kiểu chữ đứng, cùng cỡ với lời văn.

Quy định: số thứ tự các khoản trong mỗi mục, điều dùng chữ số Ả Rập, sau số thứ tự có dấu chấm, cỡ chữ số bằng cỡ chữ
của phần lời văn, kiểu chữ đứng (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6, điểm đ).

Vì sao: «khoản 1» viện dẫn được; «1.1» thì không biết là khoản hay điểm.

Sai: «1)», «1/»; «1.1.»; số «1.» in đậm mà lời văn không đậm

Đúng: «1. Công khai lịch tiếp công dân.»; «1. Mục đích» đậm cả dòng vì là tiêu đề
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.edits import SetLook
from generator.findings import Finding
from generator.findings import Level as Gravity
from generator.parts.model import BodyLine, Level
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form._text import Text, is_long, of_texts, place_in
from generator.rules.form.levels._units import label_of, label_spot, opening, other_size

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each khoản that is numbered or looks otherwise."""
    yield from of_texts(reading, RULE, _judge)


def _judge(text: Text) -> Iterator[Finding]:
    dotted = any(one.level is Level.CLAUSE and one.sign == "." for one in text.lines)
    before: BodyLine | None = None
    clauses = [one for one in text.lines if one.level is Level.CLAUSE]
    leads = {
        id(one)
        for one, other in pairwise(clauses)
        if one.sign != "." == other.sign and int(one.ordinal) == 1 and int(other.ordinal) == 2
    }
    for one in text.lines:
        if one.level is Level.DECIMAL:
            yield RULE.found(
                "đánh số nhiều cấp «1.1»", "dưới khoản «1.» là điểm «a)»", level=Gravity.WARNING,
                place=place_in(one), spot=spot_of(one.line),
            )  # fmt: skip
        elif one.level is Level.CLAUSE:
            follows = id(one) in leads or (
                before is not None and before.sign == "." and int(one.ordinal) == int(before.ordinal) + 1
            )
            yield from _clause(one, text, dotted and not follows)
            before = one


def _clause(one: BodyLine, text: Text, dotted: bool) -> Iterator[Finding]:
    sign, place, spot = one.sign, place_in(one), label_spot(one)
    if sign == ")" and dotted:
        return  # a list below the khoản, of which the decree says nothing
    if sign != ".":
        yield RULE.found(f"sau số thứ tự của khoản là «{sign}»", "ghi dấu chấm: «1.»", place=place, spot=spot)
    first, rest = opening(one.line, label_of(one))
    bold, heavy = all(run.format.bold for run in first), all(run.format.bold for run in rest)
    edit = (SetLook(spot, bold=False, italic=False),) if spot is not None else ()
    if first and rest and bold and not rest[0].format.bold:
        what, fix = "số thứ tự của khoản in đậm", "đặt kiểu chữ đứng, không đậm"
        yield RULE.found(what, fix, place=place, spot=spot, repairs=edit)
    elif rest and heavy and is_long(one.line) and one.heading.rstrip()[-1:] in {".", ";"}:
        what, fix = "lời văn của khoản in đậm", "chỉ để tiêu đề của khoản đậm"
        yield RULE.found(what, fix, place=place, spot=spot_of(one.line))
    if any(run.format.italic for run in first) and not heavy:
        yield RULE.found("số thứ tự của khoản in nghiêng", "đặt kiểu chữ đứng", place=place, spot=spot, repairs=edit)
    yield from other_size(RULE, one, text.size, "khoản")
