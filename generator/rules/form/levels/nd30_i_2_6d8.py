"""Điểm đánh bằng chữ cái, sau có dấu ngoặc đơn: «a)», chữ in thường, đứng, không đậm.

Quy định: thứ tự các điểm trong mỗi khoản dùng các chữ cái tiếng Việt theo thứ tự bảng chữ cái tiếng Việt, sau có dấu
đóng ngoặc đơn, chữ in thường, cỡ chữ bằng cỡ chữ của phần lời văn, kiểu chữ đứng (Nghị định 30/2020/NĐ-CP, Phụ lục I,
phần I, mục II, khoản 6, điểm đ).

Vì sao: «điểm a khoản 1» là cách viện dẫn của cả nước.

Sai: «a.», «(a)»; «a)» in đậm

Đúng: «a) Tiếp nhận hồ sơ;»
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.edits import SetLook
from generator.findings import Finding
from generator.parts.model import BodyLine, Level
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form._text import Text, of_texts, place_in
from generator.rules.form.levels._units import label_of, label_spot, opening, other_size

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each điểm that is lettered or looks otherwise."""
    yield from of_texts(reading, RULE, _judge)


def _judge(text: Text) -> Iterator[Finding]:
    points = [one for one in text.lines if one.level is Level.POINT]
    if any(one.ordinal == "a" for one in points):  # a line that opens with one letter need not be a điểm
        for one in points:
            yield from _point(one, text)


def _point(one: BodyLine, text: Text) -> Iterator[Finding]:
    place, spot, typed = place_in(one), label_spot(one), label_of(one)
    if one.sign != ")" or typed.startswith("(") or one.ordinal.isupper():
        yield RULE.found(f"điểm đánh «{typed}»", f"ghi «{one.ordinal.lower()})»", place=place, spot=spot)
    first, rest = opening(one.line, typed)
    whole, upright = spot_of(one.line), "đặt kiểu chữ đứng, không đậm"
    if rest and all(run.format.bold for run in [*first, *rest]):
        edit = (SetLook(whole, bold=False),) if whole is not None else ()
        yield RULE.found("điểm in đậm cả dòng", upright, place=place, spot=whole, repairs=edit)
    elif first and rest and all(run.format.bold for run in first) and not rest[0].format.bold:
        edit = (SetLook(spot, bold=False),) if spot is not None else ()
        yield RULE.found("chữ cái của điểm in đậm", upright, place=place, spot=spot, repairs=edit)
    if any(run.format.italic for run in first):
        edit = (SetLook(spot, italic=False),) if spot is not None else ()
        yield RULE.found("chữ cái của điểm in nghiêng", "đặt kiểu chữ đứng", place=place, spot=spot, repairs=edit)
    yield from other_size(RULE, one, text.size, "điểm")
