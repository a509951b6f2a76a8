"""Ký tự không in được thì bị từ chối khi đọc hồ sơ.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo quy tắc gõ văn bản tiếng Việt thường dùng.

Vì sao: ký tự điều khiển, ký tự đổi chiều chữ không hiện ra mà làm văn bản khác đi khi đọc, tìm, xếp.

Sai: chữ có ký tự U+200B nằm trong

Đúng: xóa ký tự ấy rồi gõ lại chỗ đó
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.ERROR, "text", treatment="từ chối", known_as="LV31")
