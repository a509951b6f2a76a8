"""Biểu đồ được yêu cầu in phải có số liệu để vẽ.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; biểu đồ vẽ chỉ tiêu tính bằng phần trăm, xu hướng vẽ từ
hai quý trở lên (docs/ket-qua.md).

Vì sao: phần ấy không in gì mà người soạn tưởng là có.

Sai: noi_dung có ket_qua: xu_huong, báo cáo chỉ có kết quả 6 tháng.

Đúng: ghi thêm số liệu từng quý, hoặc bỏ phần ấy.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.WARNING, "document")
