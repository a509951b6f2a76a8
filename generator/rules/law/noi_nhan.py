"""Nơi nhận ghi «Như Điều …», mỗi dòng một dấu chấm phẩy, dòng cuối dấu chấm.

Quy định: quyết định, nghị quyết ghi «Như Điều …» theo mẫu 1.1 đến 1.3; mỗi nơi nhận một dòng, cuối dòng có dấu
chấm phẩy, dòng «Lưu: VT, …» kết thúc bằng dấu chấm (ND30-I.2.9c, ND30-I.2.9e3, ND30-I.2.9e4). Xét văn bản đưa vào rà
soát; hồ sơ do chương trình soạn đã theo mẫu.

Vì sao: thiếu «Như Điều …» thì người phải thi hành không có tên trong nơi nhận.

Sai: - UBND huyện; (để báo cáo); / - Các phòng / - Lưu: VT;

Đúng: - UBND huyện (để báo cáo); / - Các phòng; / - Lưu: VT.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.paragraphs import Paragraph
from generator.law.types import TYPES_WITH_AUTHORITY
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.law._reading import WholeReading
from generator.wording.filing import opens_filing

RULE = Rule(__name__, Level.NOTE, "whole", clause="ND30-I.2.9e3")
_AS_ABOVE = late(r"như\s+(?:các\s+)?(?:điều|trên)\b", re.I)
_BEFORE_BRACKET = late(r";\s*\(")


def check(reading: WholeReading) -> Iterator[Finding]:
    """A list without «Như Điều …», lines without their sign, a semicolon before a bracket."""
    lines = [one for one in reading.of("recipient") if one.text.lstrip()[:1] in "-+•–"]
    if not reading.is_judged or not lines:
        return
    if reading.head.type in TYPES_WITH_AUTHORITY and not any(_AS_ABOVE.search(line.text) for line in lines):
        last = lines[-1]
        yield RULE.found("nơi nhận không có «Như Điều …»", "thêm dòng «- Như Điều …;» ở đầu", place=last.place)
    for line in lines:
        text = line.text.rstrip(" *_")
        is_last = opens_filing(text)
        if is_last and text[-1:] in ";,":
            yield _said(line, f"dòng «{text}» kết thúc bằng «{text[-1:]}»", "kết thúc bằng dấu «.»")
        elif not is_last and text[-1:] != ";":
            yield _said(line, f"dòng «{text}» không kết thúc bằng dấu chấm phẩy", "kết thúc bằng dấu «;»")
        if _BEFORE_BRACKET.search(text):
            yield _said(line, f"dòng «{text}» thừa dấu chấm phẩy trước ngoặc", "bỏ dấu chấm phẩy trước ngoặc")


def _said(line: Paragraph, what: str, fix: str) -> Finding:
    return RULE.found(what, fix, place=line.place, source=line.source)
