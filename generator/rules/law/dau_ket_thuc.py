"""Văn bản, phụ lục kết thúc bằng «./.».

Quy định: mọi mẫu của Nghị định 30 kết thúc nội dung bằng «./.», phụ lục cũng vậy; không câu nào quy định thành
lời. Xét văn bản đưa vào rà soát; hồ sơ do chương
trình soạn đã theo mẫu.

Vì sao: dấu này báo là hết văn bản, không ai viết thêm được.

Sai: … chịu trách nhiệm thi hành Quyết định này.

Đúng: … chịu trách nhiệm thi hành Quyết định này./.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.paragraphs import Paragraph
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.law._reading import WholeReading

RULE = Rule(__name__, Level.NOTE, "whole", clause="ND30-I.2.6e7")
_HEADING = late(r"\W*phụ lục\b", re.I)
_SENTENCE = late(r"[\w)%”\"][.;]$")


def check(reading: WholeReading) -> Iterator[Finding]:
    """The last sentence before the recipients, and of each annex, that ends otherwise."""
    if not reading.is_judged or not reading.of("recipient"):
        return
    first = next(n for n, one in enumerate(reading.paragraphs) if one.role == "recipient")
    parts: list[list[Paragraph]] = [[one for one in reading.paragraphs[:first] if one.role == "body"], []]
    for paragraph in reading.paragraphs[first:]:
        if paragraph.role == "body" and _HEADING.match(paragraph.text):
            parts.append([])
        elif paragraph.role == "body" and len(parts) > 2:
            parts[-1].append(paragraph)
    for part in parts:
        text = part[-1].text.rstrip(" *_✓√") if part else ""
        if _SENTENCE.search(text) and len(text.split()) > 5:
            what = f"câu cuối «…{text[-40:].partition(' ')[2]}» không kết thúc bằng «./.»"
            yield RULE.found(what, "kết thúc bằng «./.»", place=part[-1].place, source=part[-1].source)
