"""Mỗi văn bản chỉ dẫn một lần trong phần căn cứ.

Quy định: không điều khoản nào nói riêng; Nghị định 30 xếp mỗi căn cứ một dòng (ND30-I.2.6a6), dẫn lại lần nữa không
thêm điều gì.

Vì sao: thường là chép thừa khi dùng lại văn bản cũ.

Sai: hai dòng cùng «Căn cứ Nghị định số 30/2020/NĐ-CP …»

Đúng: một dòng
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.law._reading import BasesReading

RULE = Rule(__name__, Level.WARNING, "bases")


def check(reading: BasesReading) -> Iterator[Finding]:
    """Every document that stands among the bases twice."""
    seen: set[tuple[str, date | None]] = set()
    for item in (item for line in reading.lines for item in line):
        key = item.label, None if item.number else item.issued  # laws that amend one law share their name
        if key in seen:
            yield RULE.found(f"{item.label} được dẫn hai lần trong phần căn cứ", "giữ một dòng")
        seen.add(key)
