"""Công việc cần theo dõi tiến độ phải có hạn rõ ngày.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; chậm hay không là so ngày hoàn thành với hạn
(docs/ket-qua.md).

Vì sao: «sớm nhất có thể», «sau khi rà soát» không chỉ một ngày, nên không tính được tiến độ. Việc
thường xuyên không cần hạn.

Sai: thoi_gian: Sớm nhất có thể.

Đúng: thoi_gian: Quý II, hoặc thêm han: 30/6/2026.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.NOTE, "document")
