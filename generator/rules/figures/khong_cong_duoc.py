"""Kết quả của các đơn vị, các kỳ nhỏ phải cộng được thành kết quả của kỳ báo cáo.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; tỷ lệ của cả kỳ là tổng tử số trên tổng mẫu số
(docs/ket-qua.md).

Vì sao: cộng hay lấy bình quân các tỷ lệ tính sẵn ra một số không ai đo. Báo cáo in «chưa tổng hợp được số liệu của
kỳ».

Sai: quý I ghi gia_tri: 96%, quý II ghi gia_tri: 92%, lập báo cáo 6 tháng.

Đúng: quý I ghi tu_so: 96, mau_so: 100; quý II ghi tu_so: 46, mau_so: 50.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.WARNING, "document")
