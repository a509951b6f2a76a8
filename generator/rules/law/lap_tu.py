"""Trong phần căn cứ không có từ, cụm từ gõ hai lần liền nhau.

Quy định: không điều khoản nào nói riêng; đây là lỗi gõ, hay gặp khi sao chép. Một tiếng chỉ bị
nêu khi là hư từ (của, và, các …): «phân công công chức» là hai từ gặp nhau. Có dấu câu ở giữa thì không phải là lặp.

Vì sao: người soát lại thường đọc lướt qua.

Sai: Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của của Chính phủ về công tác văn thư;

Đúng: … của Chính phủ về công tác văn thư;
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from generator.findings import Finding, Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.law._reading import ParagraphReading
from generator.wording.words import words_of

RULE = Rule(__name__, Level.WARNING, "paragraph")
_TWICE = late(r"(?<![\w/-])(?P<words>[^\W\d_]+(?:\s+[^\W\d_]+){0,4})\s+(?P=words)(?![\w/-])", re.I)
_LONG = range(1, 6)  # words of what stands twice
# Of one syllable only those that join nothing: «phân công công chức» are two words that meet.
_JOINING = frozenset({
    "của", "và", "các", "cho", "về", "với", "tại", "theo", "trong", "được", "những", "là", "do", "để", "bởi",
})  # fmt: skip


def _near_again(low: list[str]) -> bool:
    """Whether any word stands again as near as it must where words stand twice in a row."""
    last: dict[str, int] = {}
    for at, word in enumerate(low):
        if word in last and at - last[word] in _LONG:
            return True
        last[word] = at
    return False


def check(reading: ParagraphReading) -> Iterator[Finding]:
    """Words that stand twice in a row in a basis or in what is said of a proposal."""
    if reading.role not in ("basis", "proposal"):
        return
    low = words_of(reading.text).low
    if not _near_again(low) or not any(bytes(n * (1,)) in bytes(map(eq, low, low[n:])) for n in _LONG):
        return
    for match in _TWICE.finditer(reading.text):
        words = match["words"]
        if " " not in words and words.casefold() not in _JOINING:
            continue
        yield RULE.found(f"«{match[0]}» gõ hai lần «{words}»", f"bỏ một «{words}»")
