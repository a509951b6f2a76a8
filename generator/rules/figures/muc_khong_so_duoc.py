"""Mức đạt được phải nằm trong thang của chỉ tiêu; «đạt» chỉ dùng cho chỉ tiêu không có thang.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; chương trình chỉ so những thang quen thuộc
(docs/ket-qua.md), không đoán thứ bậc của mức khác.

Vì sao: đoán «khá» hơn hay kém «loại A» là đánh giá thay người có thẩm quyền.

Sai: chỉ tiêu «loại tốt», kết quả ghi muc: loại A.

Đúng: chỉ tiêu «loại tốt», kết quả ghi muc: xuất sắc; chỉ tiêu không có thang quen thuộc thì ghi muc: đạt.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.WARNING, "document")
