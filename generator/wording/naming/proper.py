"""Proper names whose capitals are fixed, as data."""

from __future__ import annotations

FIELDS = {
    name.casefold(): name
    for name in (
        "Khoa học và Công nghệ", "Tài nguyên và Môi trường", "Nông nghiệp và Môi trường", "Công Thương",
        "Nông nghiệp và Phát triển nông thôn", "Giáo dục và Đào tạo", "Giao thông vận tải", "Nội vụ", "Tư pháp",
        "Thông tin và Truyền thông", "Lao động - Thương binh và Xã hội", "Văn hóa, Thể thao và Du lịch",
        "Kế hoạch và Đầu tư", "Dân tộc và Tôn giáo", "Văn hóa và Thông tin", "Văn hóa - Xã hội",
        "Tài chính - Kế hoạch", "Kinh tế và Hạ tầng", "Kinh tế, Hạ tầng và Đô thị", "Tài nguyên - Môi trường",
    )
}  # fmt: skip
"""Fields of ministries, departments and offices (ND30-C.14); those that are also verbs are left out."""

_FAMILIES = """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Đoàn Lâm Mai Trịnh Đào Cao Tô
    Chu Hà Tôn Phùng Triệu Lương Tạ Thái Quách Vương
"""
FAMILY_NAMES = frozenset(_FAMILIES.split())
"""Family names: a unit whose name starts so may be named after a person (ND30-C.7)."""

EVENTS = frozenset({"Điện", "Cách", "Ba", "Hai", "Đồng", "Xô", "Giải"})
"""First syllables of units named after events or several people: Điện Biên Phủ, Hai Bà Trưng, Đồng Khởi."""

BODIES = frozenset({"Đoàn", "Ủy", "Uỷ", "Đội"})
"""What makes a unit's common noun part of a body's name: Tỉnh Đoàn, Tỉnh Ủy, Xã Đội."""
