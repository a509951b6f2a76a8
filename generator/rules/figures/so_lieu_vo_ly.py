"""Số liệu phải là số có thể có: tỷ lệ từ 0% đến 100%, số lượng không âm, điểm trong thang.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; tỷ lệ là phần của toàn bộ.

Vì sao: 98.565% là gõ nhầm dấu phẩy, 9500% là gõ 95 vào ô định dạng %; in ra thì báo cáo sai.

Sai: chỉ tiêu ≥ 95%, gia_tri: 9850.

Đúng: gia_tri: 98,5%.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.ERROR, "document")
