"""Hai dấu cách trở lên liền nhau, dấu cách ở đầu và cuối dòng được bỏ.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo quy tắc gõ văn bản tiếng Việt thường dùng.

Vì sao: dấu cách thừa làm lệch dòng căn đều. Chỗ để trống chờ viết tay («ngày     tháng     năm», «Số:      /QĐ-UBND»)
được giữ nguyên. Sửa khi đọc hồ sơ; trong câu văn của tệp Word thì nêu, và bản sửa để một dấu cách.

Sai: mục  tiêu   chất lượng

Đúng: mục tiêu chất lượng
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.FINE, "text", treatment="tự sửa", known_as="LV02")
