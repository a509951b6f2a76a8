"""Giữa số và ký hiệu là dấu gạch chéo, giữa các nhóm chữ là dấu gạch nối ngắn, không có dấu cách.

Quy định: giữa số và ký hiệu có dấu gạch chéo (/), giữa các nhóm chữ viết tắt có dấu gạch nối (-) không cách chữ.

Vì sao: số có dấu cách thì tìm không ra, và có thể bị ngắt làm hai dòng.

Sai: văn bản số 589/QĐ - UBND

Đúng: văn bản số 589/QĐ-UBND
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-I.2.3c5", known_as="LV16")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
