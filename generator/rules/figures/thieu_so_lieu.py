"""Báo cáo phải có số liệu của mọi chỉ tiêu, mọi đơn vị trong kỳ.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; thiếu đơn vị nào, kỳ nào thì nêu rõ
(docs/ket-qua.md).

Vì sao: số chung thiếu một đơn vị, một quý vẫn trông như số của cả cơ quan, cả kỳ.

Sai: báo cáo 6 tháng, chỉ có số liệu quý I.

Đúng: ghi đủ quý I, quý II; không phát sinh thì ghi tu_so: 0, mau_so: 0.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.WARNING, "document")
