"""Mỗi phụ lục được chỉ dẫn trong văn bản.

Quy định: văn bản có phụ lục kèm theo thì trong văn bản phải có chỉ dẫn về phụ lục đó (ND30-I.3.1a1).

Vì sao: phụ lục không được nhắc tới thì không rõ vì sao kèm theo, có hiệu lực gì.

Sai: quyết định có Phụ lục II mà các Điều chỉ nhắc Phụ lục I.

Đúng: «… (Phụ lục I) và … (Phụ lục II)»; hoặc «các Phụ lục kèm theo Quyết định này».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.data._annexes import own_mentions, value_of
from generator.rules.readings import DocumentReading
from generator.wording.characters import fold

RULE = Rule(__name__, Level.WARNING, "document", clause="ND30-I.3.1a1")
_ATTACHED = late(r"kèm theo|đính kèm|gửi kèm", re.IGNORECASE)


def check(reading: DocumentReading) -> Iterator[Finding]:
    """The annexes no sentence of the document points at; where one speaks of all of them, none."""
    annexes = [text for text in reading.of("label") if text.field == "nhan"]
    if not annexes:
        return
    titles = {text.part: fold(text.text) for text in reading.of("title")}
    named: set[int] = set()
    for text in reading.texts:
        if text.role not in ("head", "body") or text.place.startswith("Phụ lục"):
            continue
        mentions = list(own_mentions(text.text))
        if any(not mention.numbers for mention in mentions):
            return
        named |= {value_of(number) for mention in mentions for number in mention.numbers}
        if _ATTACHED.search(text.text):  # «ban hành kèm theo … Danh mục hồ sơ», the annex called by its title
            said = fold(text.text)
            named |= {n for n, annex in enumerate(annexes, start=1) if titles.get(annex.part, " ") in said}
        if not mentions and len(annexes) == 1 and _ATTACHED.search(text.text):
            return  # «danh mục kèm theo»: the one annex by its title
    if len(annexes) == 1 and named:
        return  # under a wrong number, which the rule phu-luc-khong-co tells
    for number, annex in enumerate(annexes, start=1):
        if number not in named:
            what = f"{annex.text} không được nhắc đến trong văn bản"
            fix = f"thêm chỉ dẫn, ví dụ «(tại {annex.text} kèm theo)»"
            at = reading.typed_at("phu_luc", number - 1)
            yield RULE.found(what, fix, place=annex.place, source=at)
