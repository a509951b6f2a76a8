"""Chỉ tiêu có con số mà chưa hiểu được thì không đánh giá.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; cách đọc chỉ tiêu ở docs/ket-qua.md.

Vì sao: đoán sai chiều so sánh thì báo cáo ghi đạt cho kết quả không đạt.

Sai: chỉ tiêu «khoảng 95% tùy lĩnh vực», báo cáo đánh giá kết quả.

Đúng: ghi giá trị so sánh của chỉ tiêu: gia_tri: ≥ 95%.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.ERROR, "document")
