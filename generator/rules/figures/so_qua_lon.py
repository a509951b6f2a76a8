"""Số liệu không lớn quá một nghìn tỷ, trừ số tiền.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; không cơ quan nào đếm được nhiều như vậy.

Vì sao: thường là thừa chữ số không hoặc dán nhầm ô.

Sai: gia_tri: 100000000000000.

Đúng: gia_tri: 100.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.ERROR, "document")
