"""Số và tiêu đề mục thụt đầu dòng như đoạn văn.

Quy định: mẫu chữ ở mục V và các phụ lục của chính Nghị định 30/2020/NĐ-CP đặt «I. TIÊU ĐỀ» thụt đầu dòng như đoạn văn;
không câu nào quy định thành lời.

Vì sao: tiêu đề phần, chương mới ở giữa trang.

Sai: «I. MỤC ĐÍCH, YÊU CẦU» ở giữa trang

Đúng: «I. MỤC ĐÍCH, YÊU CẦU» thụt đầu dòng 1 cm
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding
from generator.findings import Level as Gravity
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form._text import Text, of_texts, place_in
from generator.rules.form.levels._sections import sections

RULE = form_rule(__name__, "S")


def check(reading: FileReading) -> Said:
    """Each heading of a mục in the middle of the page."""
    yield from of_texts(reading, RULE, _judge)


def _judge(text: Text) -> Iterator[Finding]:
    for one in sections(text):
        if one.line.centred:
            yield RULE.found(
                "số và tiêu đề mục ở giữa trang", "thụt đầu dòng như đoạn văn, theo mẫu của Nghị định",
                level=Gravity.NOTE, place=place_in(one), spot=spot_of(one.line),
            )  # fmt: skip
