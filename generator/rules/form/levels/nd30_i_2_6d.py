"""Phần, chương, mục, tiểu mục và điều của quy chế, quy định có tiêu đề.

Quy định: văn bản có bố cục theo phần, chương, mục, tiểu mục, điều thì phần, chương, mục, tiểu mục, điều phải có tiêu đề
(Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6, điểm d). Điều của quyết định cá biệt không có tiêu đề: Mẫu
1.2, Mẫu 1.3.

Vì sao: tiêu đề cho biết nội dung mà không phải đọc hết.

Sai: «Chương I» rồi đến ngay «Điều 1»; «Điều 3. Chủ tịch tiếp công dân vào ngày 10.» trong quy chế có chương

Đúng: «Chương I», «QUY ĐỊNH CHUNG»; «Điều 3. Lịch tiếp công dân»
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding
from generator.parts.model import Level
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form._text import UNITS, Text, of_texts, place_in
from generator.rules.form.levels._units import label_of, opening, units

RULE = form_rule(__name__, "C")


def check(reading: FileReading) -> Said:
    """Each unit without a heading."""
    yield from of_texts(reading, RULE, _judge)


def _judge(text: Text) -> Iterator[Finding]:
    for unit in units(text, *UNITS):
        if not unit.label.heading and unit.heading is None:
            name = unit.label.level.value
            yield RULE.found(
                f"{name} không có tiêu đề", f"ghi tiêu đề của {name} ở dòng dưới, chữ in hoa, đậm",
                place=place_in(unit.label), spot=spot_of(unit.label.line),
            )  # fmt: skip
    if any(units(text, Level.CHAPTER)):
        yield from _articles(text)


def _articles(text: Text) -> Iterator[Finding]:
    for one in text.lines:
        if one.level is not Level.ARTICLE or not one.sign:
            continue
        _, rest = opening(one.line, label_of(one))
        bold = bool(rest) and all(run.format.bold for run in rest)
        if not rest or (not bold and one.heading.rstrip()[-1:] in {".", ";", ":"}):
            yield RULE.found(
                "điều không có tiêu đề", "ghi tiêu đề sau «Điều …», chữ đậm, rồi xuống dòng viết lời văn",
                place=place_in(one), spot=spot_of(one.line),
            )  # fmt: skip
