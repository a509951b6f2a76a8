"""Tên cơ quan, chức danh có nhiều phần nối đúng «và» hoặc dấu gạch như văn bản quy định.

Quy định: tên chính thức lấy theo văn bản quy định tổ chức bộ máy; Phụ lục II Nghị định 30 (IV.1) giữ nguyên chữ
nối trong tên.

Vì sao: «Phòng Tài nguyên - Môi trường» không phải tên của phòng nào.

Sai: Phòng Tài nguyên - Môi trường; công chức văn phòng thống kê

Đúng: Phòng Tài nguyên và Môi trường; công chức Văn phòng - Thống kê
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextsReading, listed
from generator.wording.naming.glance import BY_FIELD, glance
from generator.wording.naming.joined import misjoined_names

RULE = Rule(__name__, Level.WARNING, "texts", clause="ND30-C.14", known_as="LV38")


def check(reading: TextsReading) -> Iterator[Finding]:
    """Each name joined otherwise, said once for all its places."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for place, source, text in reading.texts:
        for name in misjoined_names(text) if glance(text) & BY_FIELD else ():
            found.setdefault(name, []).append((place, source))
    for (typed, right), where in found.items():
        yield RULE.found(
            f"tên ghi «{typed}»",
            f"viết là «{right}»",
            place=listed(place for place, _ in where),
            source=listed(source for _, source in where),
        )
