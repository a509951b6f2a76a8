"""Một hồ sơ dùng một loại gạch nối, một loại dấu nháy, một cách viết «hằng năm».

Quy định: không điều khoản nào nói riêng; cả hai đều được, chỉ nhắc (thông tin) khi dùng lẫn.

Vì sao: cùng một cụm từ viết hai cách trông như hai tên khác nhau.

Sai: Văn hóa - Xã hội và Văn hóa – Xã hội trong một hồ sơ

Đúng: Văn hóa - Xã hội ở mọi chỗ
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.wording._reading import TextsReading, listed
from generator.wording.mistyped.punctuation import dashed_pairs, dashes_in_names, quote_styles
from generator.wording.naming.glance import DASH, EVERY, QUOTE, glance
from generator.wording.words import words_of

RULE = Rule(__name__, Level.NOTE, "texts", known_as="LV18")
_EVERY = late(r"(?i:\b(hằng|hàng)(?= (?:năm|quý|tháng|tuần|ngày)\b))")
_MOTTO = late(r"(?i:độc\s+lập\s*[-–—]\s*tự\s+do\s*[-–—]\s*hạnh\s+phúc)")
_Where = list[tuple[str, str]]


def check(reading: TextsReading) -> Iterator[Finding]:
    """Two kinds of quotation marks, or of dashes between the same words, placed where the rarer kind stands."""
    quotes: dict[str, _Where] = {}
    dashes: dict[str, dict[str, _Where]] = {"": {}}  # in names of any words, then by the words either side
    every: dict[str, _Where] = {}
    for place, source, written in reading.texts:
        seen = glance(written)
        if not seen & (EVERY | QUOTE | DASH):
            continue
        # The hyphens of the motto are the decree's, whatever the office writes elsewhere.
        text = _MOTTO.sub("", written) if seen & DASH and "hạnh" in words_of(written).low else written
        for word in _EVERY.findall(text) if seen & EVERY else ():
            every.setdefault(word.lower(), []).append((place, source))
        if not seen & (QUOTE | DASH):
            continue
        for style in sorted(quote_styles(text)):
            quotes.setdefault(style, []).append((place, source))
        for dash in sorted(dashes_in_names(text)):
            dashes[""].setdefault(dash, []).append((place, source))
        for words, dash in sorted(dashed_pairs(text)):
            dashes.setdefault(words, {}).setdefault(dash, []).append((place, source))
    for where, what in [
        (quotes, 'dấu nháy "…" và “…”'),
        (every, "«hằng năm» và «hàng năm»"),
        *((pair, "gạch nối «-» và «–»") for pair in dashes.values()),
    ]:
        if len(where) > 1:
            rarer = min(where.values(), key=len)
            yield RULE.found(
                f"hồ sơ dùng lẫn {what}",
                "dùng một loại trong cả hồ sơ",
                place=listed(place for place, _ in rarer),
                source=listed(source for _, source in rarer),
            )
