"""Chữ viết tắt được viết đủ ở lần đầu.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; người đọc ngoài cơ quan phải hiểu được. Chữ viết
tắt thông dụng (UBND, HĐND, TCVN, BHYT …), số, ký hiệu không xét.

Vì sao: «MTCL», «QLCL» mỗi nơi hiểu một khác.

Sai: Hệ thống QLCL được duy trì (không chỗ nào giải thích)

Đúng: Hệ thống quản lý chất lượng (QLCL) … Hệ thống QLCL được duy trì
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextsReading
from generator.wording.naming.abbreviations import unexplained

RULE = Rule(__name__, Level.NOTE, "texts", known_as="LV37")


def check(reading: TextsReading) -> Iterator[Finding]:
    """Each abbreviation explained nowhere, placed at its first use."""
    sources = {place: source for place, source, _ in reading.texts}
    by_place: dict[str, list[str]] = {}
    for short, place in unexplained((place, text) for place, _, text in reading.texts):
        by_place.setdefault(place, []).append(short)
    for place, found in by_place.items():
        what = f"chữ viết tắt chưa được giải thích: {', '.join(found)}"
        yield RULE.found(what, "viết đủ ở lần đầu, kèm chữ viết tắt trong ngoặc", place=place, source=sources[place])
