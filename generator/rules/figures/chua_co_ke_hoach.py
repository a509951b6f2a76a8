"""Báo cáo in tiến độ thì hồ sơ phải có kế hoạch.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; phần «ket_qua: tien_do» lấy từ ke_hoach.

Vì sao: phần ấy chỉ còn một câu «Chưa có kế hoạch thực hiện mục tiêu chất lượng».

Sai: noi_dung có ket_qua: tien_do, hồ sơ không có ke-hoach.yaml.

Đúng: thêm kế hoạch, hoặc bỏ phần tiến độ.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.WARNING, "document")
