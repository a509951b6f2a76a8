"""Tử số không lớn hơn mẫu số.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; một phần không nhiều hơn toàn bộ.

Vì sao: thường là gõ nhầm hoặc đổi chỗ hai số; báo cáo in «106,65%» và «Đạt». Chỉ tiêu so với kế hoạch, dự toán vượt
100% được: ghi rõ ở chỉ tiêu, ví dụ «100% dự toán».

Sai: tu_so: 105, mau_so: 100.

Đúng: tu_so: 95, mau_so: 100.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.ERROR, "document")
