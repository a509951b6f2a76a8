"""Tên cơ quan, tổ chức viết hoa chữ đầu của từ chỉ loại hình và chức năng, lĩnh vực.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV, khoản 1, điểm a.

Vì sao: «Ủy ban nhân dân», «Sở Khoa học và Công nghệ» chỉ có một cách viết.

Sai: Ủy Ban Nhân Dân xã

Đúng: Ủy ban nhân dân xã
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.14", known_as="ND30-C.14")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
