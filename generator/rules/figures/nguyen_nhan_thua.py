"""Đạt chỉ tiêu thì không ghi nguyên nhân không đạt.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; nguyên nhân chỉ in cho chỉ tiêu không đạt
(docs/ket-qua.md).

Vì sao: thường còn lại khi chép dòng của kỳ trước; lời ấy không in ra mà người ghi tưởng là có.

Sai: tu_so: 96, mau_so: 100, chỉ tiêu ≥ 95%, có nguyen_nhan.

Đúng: xóa nguyen_nhan.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.NOTE, "document")
