"""Mục quy_tac của hồ sơ chỉ nêu quy tắc đổi mức được, văn bản có thật, mỗi quy tắc một lần.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; mã quy tắc lấy từ «vanthu rules», văn bản gọi bằng tên tệp.

Vì sao: mã gõ nhầm thì không đổi gì: lỗi tưởng đã bỏ qua vẫn giữ văn bản lại.

Sai: quy_tac: [{ma: thu-tự, muc: bỏ qua, ly_do: theo mẫu của tỉnh}]

Đúng: quy_tac: [{ma: thu-tu, muc: bỏ qua, ly_do: theo mẫu của tỉnh}]
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.WARNING, "dossier")
