"""Chỉ tiêu tăng, giảm so với cùng kỳ phải có số liệu cùng kỳ năm trước, cùng cách tính.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; so với cùng kỳ là so hai số của hai năm.

Vì sao: thiếu số năm trước thì không đánh giá được. Báo cáo in là chưa có số liệu để so với chỉ tiêu.

Sai: chỉ tiêu «giảm 1% so với cùng kỳ», ket_qua chỉ có năm nay.

Đúng: thêm kết quả cùng kỳ, ghi nam: 2025.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.WARNING, "document")
