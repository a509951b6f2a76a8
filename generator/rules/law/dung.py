"""Căn cứ đã xét và không có gì phải nói.

Quy định: không điều khoản nào nói riêng; căn cứ này qua được mọi quy tắc khác về căn cứ.

Vì sao: người duyệt cần thấy căn cứ nào đã được xét, không chỉ căn cứ nào sai. Không đổi mức, không bỏ qua được.

Sai: không có; đây không phải là lỗi.

Đúng: [đúng] Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 …
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.FINE, "document")
