"""Mục của kế hoạch, báo cáo: «I. TIÊU ĐỀ», chữ in hoa, đứng, đậm.

Quy định: văn bản bố cục theo phần, mục, khoản, điểm thì số thứ tự và tiêu đề của mục trình bày bằng chữ in hoa, cỡ chữ
từ 13 đến 14, kiểu chữ đứng, đậm (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục V, phần 6b); mẫu chữ dùng chữ số La Mã.

Vì sao: mục là bậc lớn nhất, phải thấy ngay.

Sai: «I. Mục đích, yêu cầu» chữ in thường; «I. MỤC ĐÍCH» không đậm; «1. MỤC ĐÍCH», «A. MỤC ĐÍCH» làm mục

Đúng: «I. MỤC ĐÍCH, YÊU CẦU»
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.findings import Finding
from generator.findings import Level as Gravity
from generator.parts.model import Level
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form._text import Text, of_texts, place_in
from generator.rules.form.levels._sections import sections
from generator.rules.form.levels._units import label_spot, look_of_line
from generator.wording.numerals.ordinals import roman, roman_value

RULE = form_rule(__name__, "M")
_SEVERAL = 2
_LETTERS = "ABCDEGH"
_LETTER = late(r"(?P<letter>[A-HĐ])\s*[./)]\s*\w{2}")


def check(reading: FileReading) -> Said:
    """Each mục that looks otherwise."""
    yield from of_texts(reading, RULE, partial(_judge, reading))


def _judge(reading: FileReading, text: Text) -> Iterator[Finding]:
    for one in sections(text):
        yield from look_of_line(reading, RULE, one, "section_heading", "Số và tiêu đề mục", aside=True)
        if one.sign != ".":
            yield RULE.found(
                f"sau số thứ tự của mục là «{one.sign}»", "ghi dấu chấm: «I.»", place=place_in(one),
                spot=label_spot(one),
            )  # fmt: skip
    yield from _arabic(text)
    yield from _lettered(text)


def _lettered(text: Text) -> Iterator[Finding]:
    heads = [(said["letter"], one) for one in text.lines if one.line.upper and (said := _LETTER.match(one.line.text))]
    if "".join(letter for letter, _ in heads).startswith("AB"):
        above = text.has(Level.ROMAN)
        for letter, one in heads:
            fix = "ghi «Phần I» trên một dòng riêng, tiêu đề ở dòng dưới" if above else "dùng chữ số La Mã: «I.»"
            yield RULE.found(
                f"mục đánh chữ cái «{letter}»", fix, level=Gravity.WARNING, place=place_in(one), spot=spot_of(one.line)
            )
    elif not any(letter == "A" for letter, _ in heads):
        yield from _amid_roman(text)


def _amid_roman(text: Text) -> Iterator[Finding]:
    """A mục with a letter where the next Roman number should stand: «I.», «B.», «III.»."""
    before = 0
    for one in text.lines:
        if one.level is Level.ROMAN:
            before = roman_value(one.ordinal.upper())
            continue
        said = _LETTER.match(one.line.text) if before and one.line.upper and one.line.bold else None
        if said is not None and _LETTERS.find(said["letter"]) == before:
            before += 1
            yield RULE.found(
                f"mục đánh chữ cái «{said['letter']}» giữa các mục La Mã", f"ghi «{roman(before)}.»",
                level=Gravity.WARNING, place=place_in(one), spot=spot_of(one.line),
            )  # fmt: skip


def _arabic(text: Text) -> Iterator[Finding]:
    if text.has(Level.ROMAN, Level.ARTICLE, Level.SECTION, Level.CHAPTER):
        return
    heads = [one for one in text.lines if one.level is Level.CLAUSE and one.line.upper and one.line.bold]
    if len(heads) >= _SEVERAL:
        for one in heads:
            yield RULE.found(
                "mục đánh số Ả Rập", "dùng chữ số La Mã: «I.»", place=place_in(one), spot=spot_of(one.line)
            )
