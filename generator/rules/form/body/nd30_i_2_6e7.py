"""Nội dung kết thúc bằng «./.».

Quy định: mọi mẫu của Phụ lục III Nghị định 30/2020/NĐ-CP kết thúc nội dung bằng «./.», cả văn bản ban hành kèm theo;
không câu nào quy định thành lời.

Vì sao: dấu này báo là hết văn bản, không ai viết thêm được.

Sai: «… chịu trách nhiệm thi hành Quyết định này.»

Đúng: «… chịu trách nhiệm thi hành Quyết định này./.»
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form._text import Text, is_sentence, of_texts, place_in
from generator.rules.form.body._sentences import is_note

RULE = form_rule(__name__, "S")
_ENDS = late(r"[./]\s*/\s*\.\W*$|[>}\]…_]\W*$|\.{2,}\W*$")
_WORDS = 5  # fewer are no sentence


def check(reading: FileReading) -> Said:
    """Each text whose last sentence ends otherwise."""
    yield from of_texts(reading, RULE, _judge)


def _judge(text: Text) -> Iterator[Finding]:
    last = text.lines[-1] if text.lines else None
    if last is None or (text.tables and text.tables[-1].line.row > last.line.row):
        return  # a table ends the text
    words = last.line.text
    if not is_sentence(last) or is_note(words) or len(words.split()) < _WORDS or _ENDS.search(words):
        return
    yield RULE.found(
        f"câu cuối «…{words[-40:].partition(' ')[2]}» không kết thúc bằng «./.»", "kết thúc nội dung bằng «./.»",
        place=place_in(last), spot=spot_of(last.line),
    )  # fmt: skip
