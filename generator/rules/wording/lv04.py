"""Chữ Ð, ð, ɖ, Ɖ gõ thay cho Đ, đ được thay bằng chữ đúng.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo quy tắc gõ văn bản tiếng Việt thường dùng.

Vì sao: chữ Ð của tiếng Iceland trông giống Đ nhưng là ký tự khác. Chỉ thay khi thành âm tiết tiếng Việt hoặc chữ viết
tắt. Sửa khi đọc hồ sơ.

Sai: Ðiều 5, UBNÐ

Đúng: Điều 5, UBNĐ
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.FINE, "text", treatment="tự sửa", known_as="LV04")
