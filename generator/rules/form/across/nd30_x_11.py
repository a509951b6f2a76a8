"""Điều, mục, khoản, điểm đánh số liên tục.

Quy định: nội dung được bố cục theo điều, khoản, điểm với số thứ tự (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II,
khoản 6). Suy ra: số sau liền số trước; khoản đánh lại từ 1 trong mỗi Điều, điểm đánh lại từ a trong mỗi khoản, theo thứ
tự a, b, c, d, đ, e, g, h; sau «1.1» là «1.2». Văn bản sửa đổi, bổ sung trích nguyên số của văn bản khác nên không xét;
hợp đồng, bản thỏa thuận chỉ xét số Điều.

Vì sao: thiếu Điều 3 thì không biết bỏ sót một Điều hay đánh nhầm số; «Điều 4» viện dẫn sau này sẽ lệch.

Sai: Điều 1, Điều 3; khoản 1, khoản 1

Đúng: Điều 1, Điều 2; khoản 1 của Điều 2 sau khoản 4 của Điều 1
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.law.types import TYPES_BETWEEN_PARTIES
from generator.parts.model import BodyLine, Level, Part
from generator.parts.recognising import type_name
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.across._articles import amends
from generator.wording.numerals.ordinals import roman, roman_value

RULE = form_rule(__name__, "D")
_ORDER = (
    Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION, Level.ROMAN, Level.ARTICLE, Level.CLAUSE, Level.POINT,
)  # fmt: skip
_ALONE = frozenset({Level.CHAPTER, Level.ARTICLE})  # numbered through, whatever stands above them
_D_AND_E = 4, 6
_LETTERED = "ABCDEGH"
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ARTICLE = late(r"\W*điều\s+(?P<n>\d+)\b", 2)
_CLAUSE = late(r"\W*(?:khoản\s+)?(?P<n>\d{1,2})(?!\d|[.,]\d)", 2)
_QUOTED = late(r'["“”«]')


def check(reading: FileReading) -> Said:
    """Each unit whose number does not follow that of the one before it."""
    named = type_name(reading.parts.text(Part.TYPE))
    if not named and reading.parts.kind != "letter":
        return
    between_parties = named in TYPES_BETWEEN_PARTIES  # who number what stands below a Điều as they like
    subject = reading.parts.text(Part.SUBJECT)
    for body in (reading.parts.body, *(annex.body for annex in reading.parts.annexes if annex.attached)):
        if amends(subject, body):
            yield Unjudged(RULE.id, "văn bản sửa đổi, bổ sung có thể trích số của văn bản khác")
        else:
            yield from _numbered(body, reading, (Level.ARTICLE,) if between_parties else _ORDER)
            if not between_parties:
                yield from _decimals(body, reading)


def _numbered(body: list[BodyLine], reading: FileReading, levels: tuple[Level, ...]) -> Said:
    last: dict[Level, int] = {}
    stood: dict[Level, int] = {}  # the row of the last unit of each level
    for before_it, one in zip([None, *body], body, strict=False):
        number = _value(one)
        if one.level not in levels or one.line.holder != "body" or not number or _QUOTED.match(one.line.text):
            continue
        before = last.get(one.level, 0)
        for below in _ORDER[_ORDER.index(one.level) + 1 :]:
            if below not in _ALONE or one.level is Level.PART:
                last.pop(below, None)
        begun = one.level in last
        last[one.level] = number
        since, stood[one.level] = stood.get(one.level, 0), one.line.row
        again = number == 1 and one.level is Level.SECTION  # «Mục 1» once more with no chương between
        if not begun or (number in (1, before + 1) and not again and not _is_twice(before_it, one)):
            continue  # one that begins otherwise may be a quotation; from 1 again is a list or a text of its own
        if (before, number) == _D_AND_E and one.level is Level.POINT:
            continue  # of letters without «đ» another rule speaks
        between = (line for line in reading.lines if since <= line.row <= one.line.row)
        if any(_is_label(one.level, line.text, before + 1) for line in between):
            continue  # it stands where the text is not read, as in a table, or is typed in another way
        after = f"sau {one.level.value} {_shown(one, before)}"
        yield RULE.found(
            f"{after} là {one.level.value} {one.ordinal}", "đánh lại số cho liên tục",
            place=f"Nội dung, {one.level.value} {one.ordinal} ({one.line.place})", spot=spot_of(one.line),
        )  # fmt: skip


def _is_twice(above: BodyLine | None, one: BodyLine) -> bool:
    """Whether the line right above has the same number and is a sentence: below a heading a list may begin anew."""
    same = above is not None and (above.level, above.ordinal) == (one.level, one.ordinal)
    return same and above is not None and above.line.text[-1:] in (".", ";")


def _decimals(body: list[BodyLine], reading: FileReading) -> Said:
    """Of «1.1», «1.3» the second; another number before the last full stop begins a row of its own."""
    last: list[int] = []
    for one in body:
        if one.level in _ORDER[: _ORDER.index(Level.CLAUSE)]:
            last = []
        if one.level is not Level.DECIMAL or one.line.holder != "body":
            continue
        before, last = last, [int(number) for number in one.ordinal.split(".")]
        if last[:-1] != before[:-1] or last[-1] in (1, before[-1] + 1):
            continue
        missing = ".".join(map(str, [*before[:-1], before[-1] + 1]))
        if any(line.text.startswith(missing) for line in reading.lines):
            continue
        yield RULE.found(
            f"sau {'.'.join(map(str, before))} là {one.ordinal}", "đánh lại số cho liên tục",
            place=f"Nội dung, {one.ordinal} ({one.line.place})", spot=spot_of(one.line),
        )  # fmt: skip


def _is_label(level: Level, text: str, number: int) -> bool:
    if level is Level.ROMAN:  # «B.» in its place: of that another rule speaks
        return text.isupper() and text[1:2] == "." and _LETTERED.find(text[0]) + 1 == number
    pattern = {Level.ARTICLE: _ARTICLE, Level.CLAUSE: _CLAUSE}.get(level)
    found = pattern.match(text) if pattern is not None else None
    return found is not None and int(found["n"]) == number


def _value(one: BodyLine) -> int:
    text = one.ordinal
    if text.isdigit():
        return int(text)
    if one.level is Level.POINT:
        return _LETTERS.find(text.lower()) + 1
    return roman_value(text.upper()) if text and text.isascii() and text.isalpha() else 0


def _shown(beside: BodyLine, number: int) -> str:
    """The number as it is written beside that one."""
    if beside.level is Level.POINT:
        return _LETTERS[number - 1]
    return str(number) if beside.ordinal.isdigit() else roman(number)
