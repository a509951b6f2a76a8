"""Một tên riêng viết một cách trong cả hồ sơ.

Quy định: không điều khoản nào nói riêng; tên của một nơi, một cơ quan chỉ có một cách viết đúng.

Vì sao: gõ nhầm một dấu là thành nơi khác. Tên cơ quan khai trong hồ sơ được giữ như đã khai.

Sai: xã Bàu Bàng và xã Bầu Bàng trong một hồ sơ

Đúng: xã Bàu Bàng ở mọi chỗ
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextsReading, listed
from generator.wording.naming.names import spelled_two_ways

RULE = Rule(__name__, Level.WARNING, "texts", known_as="LV19")


def check(reading: TextsReading) -> Iterator[Finding]:
    """Each other spelling of a name, beside the commonest."""
    sources = {place: source for place, source, _ in reading.texts}
    placed = [(place, text) for place, _, text in reading.texts]
    for first, *others in spelled_two_ways(placed, reading.names):
        for other in others:
            yield RULE.found(
                f"«{other.form}», nơi khác viết «{first.form}» ({listed(first.places)})",
                "viết một cách trong cả hồ sơ",
                place=listed(other.places),
                source=listed(sources[place] for place in other.places),
            )
