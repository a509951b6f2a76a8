"""Kết quả phải cùng kiểu với chỉ tiêu: chỉ tiêu là số thì kết quả là số.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; kết quả chỉ so được với chỉ tiêu cùng kiểu
(docs/ket-qua.md).

Vì sao: «đạt tốt» không nói được là 95% hay 80%; tử số, mẫu số không phải là số vụ. Báo cáo in là chưa có số liệu để
so.

Sai: chỉ tiêu ≥ 95%, kết quả ghi muc: tốt.

Đúng: chỉ tiêu ≥ 95%, kết quả ghi tu_so: 96, mau_so: 100.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.WARNING, "document")
