"""Mỗi căn cứ một dòng.

Quy định: mỗi căn cứ trình bày thành một dòng riêng. Luật và luật sửa đổi, nghị định và nghị định sửa đổi ghi chung một
dòng, một chữ «Căn cứ», là cách làm thường thấy, không bị nêu.

Vì sao: hai căn cứ trong một đoạn thì căn cứ sau dễ bị bỏ sót khi đọc, khi rà soát.

Sai: Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024; Căn cứ Nghị định số 30/2020/NĐ-CP …

Đúng: xuống dòng sau dấu «;»
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.law._reading import ParagraphReading

RULE = Rule(__name__, Level.WARNING, "paragraph", clause="ND30-I.2.6a6")
_SECOND = late(r"[\w;.,)]\s+(?P<again>C[ăaâ]n c[ứưửu]\s+(?=[A-ZĐÐ])|(?:Xét|Theo) đề nghị\s)")


def check(reading: ParagraphReading) -> Iterator[Finding]:
    """A basis after which another begins in the same paragraph."""
    second = _SECOND.search(reading.text, 12) if reading.role == "basis" else None
    if second:
        begins = " ".join(reading.text[second.start("again") :].split()[:6])
        yield RULE.found(f"hai căn cứ trong một đoạn: «{begins} …»", "xuống dòng trước căn cứ ấy")
