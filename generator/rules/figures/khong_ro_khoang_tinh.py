"""Chỉ tiêu là một số lượng phải đạt cần nói tính trong khoảng nào: cả năm, hay từng kỳ.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; chỉ tiêu không nói khoảng thì chương
trình so với riêng số của kỳ báo cáo.

Vì sao: «ít nhất 12 lớp» thường là của cả năm; so với số của 9 tháng thì báo cáo viết «không đạt» khi năm chưa hết.

Sai: chỉ tiêu «ít nhất 12 lớp», báo cáo 6 tháng có 7 lớp.

Đúng: chỉ tiêu «ít nhất 12 lớp/năm» (báo cáo 6 tháng: chưa đến hạn), hoặc «ít nhất 3 lớp/quý».
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.WARNING, "document")
