"""Báo cáo phục vụ xem xét của lãnh đạo nêu đủ các đầu vào.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; đầu vào của xem xét của lãnh đạo theo TCVN ISO 9001:2015,
9.3.2.

Vì sao: đầu vào chưa có nội dung thì không in, không đặt lời thay; người soạn cần biết còn thiếu gì.

Sai: noi_dung có ket_qua: xem_xet, xem_xet chỉ ghi nguon_luc.

Đúng: ghi đủ các đầu vào mà kết quả của kỳ không tự nói được: thay đổi, đánh giá nội bộ, nguồn lực …
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.WARNING, "document")
