"""Lời văn chữ in thường, đứng, cỡ 13 đến 14.

Quy định: nội dung văn bản trình bày bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ đứng (Nghị định 30/2020/NĐ-CP,
Phụ lục I, phần I, mục II, khoản 6, điểm e).

Vì sao: cỡ 12 khó đọc khi photo; cả đoạn đậm, nghiêng thì không còn gì nổi bật.

Sai: lời văn cỡ 12, cỡ 15; cả đoạn in đậm, in nghiêng

Đúng: lời văn cỡ 14; vài chữ in đậm trong câu; «(Có danh sách kèm theo)» in nghiêng
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.edits import SetLook
from generator.findings import Finding
from generator.parts.model import BodyLine, Level
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, decimal, spot_of
from generator.rules.form._text import Text, ends_a_sentence, is_long, of_texts, place_in
from generator.rules.form.body._sentences import is_note, letters

RULE = form_rule(__name__, "M")
_OWN = (Level.ARTICLE, Level.CLAUSE, Level.POINT)  # ND30-I.2.6d5, d6, d8 hold them to the size of the text


def check(reading: FileReading) -> Said:
    """Letters of another size, whole paragraphs that are bold or slanted."""
    low, high = reading.edition.components["body"].sizes

    def judge(text: Text) -> Iterator[Finding]:
        for one in text.sentences:
            if not is_note(one.line.text):
                yield from _size(one, text, low, high)
                yield from _style(one)

    yield from of_texts(reading, RULE, judge)


def _size(one: BodyLine, text: Text, low: float, high: float) -> Iterator[Finding]:
    sizes = dict.fromkeys(run.format.size for run in letters(one.line) if not low <= run.format.size <= high)
    if one.level in _OWN:
        sizes = {size: None for size in sizes if size == text.size}
    if sizes:
        spot = spot_of(one.line)
        wanted = text.size if low <= text.size <= high else min(max(*sizes, low), high)
        edit = SetLook(spot, size=wanted) if spot is not None else None
        yield RULE.found(
            f"lời văn cỡ chữ {', '.join(map(decimal, sizes))}", f"đặt cỡ chữ {decimal(low)} đến {decimal(high)}",
            place=place_in(one), spot=spot, repairs=(edit,) if edit is not None else (),
        )  # fmt: skip


def _style(one: BodyLine) -> Iterator[Finding]:
    line = one.line
    if one.level is not Level.TEXT or not is_long(line) or line.text[-1:] not in {".", "/"}:
        return
    spot = spot_of(line)
    for name, wrong in (("in đậm", line.bold), ("in nghiêng", line.italic)):
        if wrong and ends_a_sentence(line.text):
            edit = SetLook(spot, bold=False, italic=False) if spot is not None else None
            yield RULE.found(
                f"cả đoạn văn {name}", "đặt kiểu chữ đứng, không đậm", place=place_in(one), spot=spot,
                repairs=(edit,) if edit is not None else (),
            )  # fmt: skip
