"""Báo cáo tổng hợp kết quả thì hồ sơ phải có mục tiêu.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; phần «ket_qua: tong_hop» đếm mục tiêu đạt, không đạt.

Vì sao: phần ấy chỉ còn một câu «Chưa có mục tiêu chất lượng để đánh giá kết quả thực hiện».

Sai: noi_dung có ket_qua: tong_hop, hồ sơ không có muc-tieu.yaml.

Đúng: thêm mục tiêu (muc_tieu), hoặc bỏ phần tổng hợp.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.WARNING, "document")
