"""Sau dấu chấm phẩy, dấu phẩy, chữ tiếp câu viết thường.

Quy định: Phụ lục II Nghị định 30 viết hoa sau dấu chấm, chấm hỏi, chấm than và khi xuống dòng; dấu chấm phẩy
không mở câu mới.

Vì sao: chữ hoa giữa câu làm người đọc tưởng là tên riêng. Chỉ nêu những chữ không mở đầu tên nào.

Sai: Rà soát quy trình; Cập nhật văn bản

Đúng: Rà soát quy trình; cập nhật văn bản
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", clause="ND30-C.1", known_as="LV30")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
