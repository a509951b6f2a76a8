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

_PEOPLES = (
    "Tày", "Thái", "Mường", "Khmer", "Nùng", "Mông", "Dao", "Gia Rai", "Ê Đê", "Ba Na", "Sán Chay", "Chăm",
    "Cơ Ho", "Xơ Đăng", "Sán Dìu", "Ra Glai", "Bru - Vân Kiều", "Cơ Tu", "Tà Ôi", "Pa Cô", "Giáy", "Cơ Lao", "Lô Lô",
)  # fmt: skip

CREEDS_AND_PEOPLES = """
Phật giáo
Công giáo
Hồi giáo
Ấn Độ giáo
đạo Phật
đạo Thiên Chúa | đạo Thiên chúa
đạo Công giáo
đạo Tin lành | đạo Tin Lành
đạo Cao Đài | đạo Cao đài
Phật giáo Hòa Hảo
""" + "\n".join(f"dân tộc {name}" for name in _PEOPLES)

PHONETIC_PEOPLE = """
Vla-đi-mia I-lích Lê-nin
Lê-nin
Phri-đrích Ăng-ghen
Ăng-ghen
Các Mác
Mác - Lênin | Mác - Lê-nin
Mác - Lê-nin | Mác - Lênin
"""
