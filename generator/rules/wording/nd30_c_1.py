"""Chữ đầu câu viết hoa.

Quy định: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục I.

Vì sao: sau dấu chấm, chấm hỏi, chấm than là câu mới. Chữ viết tắt có dấu chấm (v.v., TP.) không phải hết câu.

Sai: Công việc đã xong. các đơn vị báo cáo.

Đúng: Công việc đã xong. Các đơn vị báo cáo.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.1", known_as="ND30-C.1")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
