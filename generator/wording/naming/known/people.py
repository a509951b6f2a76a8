"""People of history and foreign people (Phụ lục II, mục II)."""

from __future__ import annotations

PEOPLE = """
Bác Hồ
Hồ Chí Minh
Chủ tịch Hồ Chí Minh
Vua Hùng
Hùng Vương
~Ông Gióng
~Thánh Gióng
Nguyễn Ái Quốc
Tôn Đức Thắng
Võ Nguyên Giáp
Trần Hưng Đạo
Lý Thường Kiệt
Hai Bà Trưng
Mao Trạch Đông
Kim Nhật Thành
Thành Cát Tư Hãn
"""

PHONETIC_PEOPLE = """
Vla-đi-mia I-lích Lê-nin
Lê-nin
Phri-đrích Ăng-ghen
Ăng-ghen
Các Mác
Mác - Lênin | Mác - Lê-nin
Mác - Lê-nin | Mác - Lênin
"""
