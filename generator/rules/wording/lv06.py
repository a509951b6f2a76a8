"""Dấu cách không ngắt được đặt ở chỗ không được xuống dòng (ngày 05, Điều 4), khi in ra.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo quy tắc gõ văn bản tiếng Việt thường dùng.

Vì sao: số rơi xuống đầu dòng sau thì khó đọc. Trong ô bảng chỉ nối những cụm ngắn («Điều 4», «tháng 12»), vì cột hẹp.

Sai: Điều ở cuối dòng, 4 ở đầu dòng sau

Đúng: Điều 4 trên một dòng
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.FINE, "text", treatment="tự sửa", known_as="LV06")
