"""Mục tiêu đưa vào báo cáo phải có chỉ tiêu để đánh giá.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; đạt hay không đạt là so với chỉ tiêu.

Vì sao: mục tiêu không có chỉ tiêu thì báo cáo không nói được là đạt hay không.

Sai: muc_tieu có noi_dung mà không có chi_tieu.

Đúng: thêm chi_tieu: [≥ 95%].
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.WARNING, "document")
