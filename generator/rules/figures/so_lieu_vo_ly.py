"""Số liệu phải là số có thể có: tỷ lệ từ 0% đến 100%, số lượng không âm, không lẻ, điểm trong thang.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; tỷ lệ là phần của toàn bộ.

Vì sao: thường là gõ nhầm dấu phẩy, dán nhầm ô; in ra thì báo cáo sai. Số không thể có (âm, nghìn phần trăm) bị từ
chối ngay khi đọc hồ sơ.

Sai: chỉ tiêu ≥ 95%, gia_tri: 106,65%; chỉ tiêu ≥ 300 hồ sơ, gia_tri: 9,500.

Đúng: gia_tri: 98,5%.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.ERROR, "document")
