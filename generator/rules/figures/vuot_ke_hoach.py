"""Kết quả so với kế hoạch, dự toán trên 100% thì kiểm tra lại một lần.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; chỉ tiêu so với kế hoạch, dự toán, cùng kỳ vượt 100% được
(docs/ket-qua.md).

Vì sao: vượt thật thì giữ, gõ nhầm thì sửa.

Sai: không có: đây chỉ là lời nhắc.

Đúng: chỉ tiêu «100% dự toán», tu_so: 105, mau_so: 100.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.NOTE, "document")
