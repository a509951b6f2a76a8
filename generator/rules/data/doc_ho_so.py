"""Chỗ nào của hồ sơ được hiểu rộng hơn cách gõ, hoặc không dùng đến, thì được nói ra.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; không có gì của hồ sơ bị bỏ mà không nói.

Vì sao: tệp đặt nhầm tên, cột thừa, dòng ghi chú dưới bảng không in ra; người soạn cần biết.

Sai: tệp ho-so.yml cạnh ho-so.yaml; sheet «Nháp» trong bảng tính.

Đúng: chỉ những tệp, sheet, cột mà docs/ho-so.md kể.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.NOTE, "dossier")
