"""Số ghi bằng chữ trong ngoặc khớp với số ghi bằng chữ số.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; số tiền, số lượng ghi hai lần thì hai lần là một số.

Vì sao: hai số khác nhau thì không biết thanh toán, giao nhận theo số nào; thường là sửa số mà quên sửa chữ.

Sai: 1.250.000 đồng (Một triệu hai trăm nghìn đồng); lập thành 05 (sáu) bản

Đúng: 1.250.000 đồng (Một triệu hai trăm năm mươi nghìn đồng); lập thành 05 (năm) bản
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextReading

RULE = Rule(__name__, Level.WARNING, "text", known_as="LV41")


def check(reading: TextReading) -> Iterator[Finding]:
    """What was remarked in the text by this rule."""
    return reading.by(RULE)
