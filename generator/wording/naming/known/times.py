"""Holidays, events, dynasties, festivals, years of the moon calendar, books (Phụ lục II, mục V, khoản 5, 8 to 10)."""

from __future__ import annotations

HOLIDAYS = """
ngày Quốc khánh
ngày Quốc tế Lao động
ngày Phụ nữ Việt Nam
ngày Quốc tế Phụ nữ
ngày Quốc tế Thiếu nhi
ngày Nhà giáo Việt Nam
ngày Thầy thuốc Việt Nam
ngày Thương binh - Liệt sĩ | ngày Thương binh - liệt sĩ
ngày Giải phóng miền Nam
ngày Chiến thắng Điện Biên Phủ
ngày Lưu trữ Việt Nam
ngày Gia đình Việt Nam | Ngày Gia đình Việt Nam
ngày Báo chí Cách mạng Việt Nam
ngày Doanh nhân Việt Nam | Ngày Doanh nhân Việt Nam
ngày Quốc tế Người cao tuổi
ngày Quốc tế Hạnh phúc
ngày Sách Việt Nam | Ngày Sách Việt Nam
ngày Pháp luật Việt Nam | Ngày Pháp luật Việt Nam
ngày Chuyển đổi số quốc gia | Ngày Chuyển đổi số quốc gia
ngày Môi trường thế giới | Ngày Môi trường thế giới | ngày Môi trường Thế giới
ngày Toàn dân phòng cháy và chữa cháy | Ngày Toàn dân phòng cháy và chữa cháy
ngày Cách mạng tháng Tám
~Quốc tế Lao động
~Quốc tế Phụ nữ
~Quốc tế Thiếu nhi
Giỗ Tổ Hùng Vương | giỗ Tổ Hùng Vương
"""

FESTIVALS = """
tết Nguyên đán
tết Trung thu
tết Đoan ngọ
tết Đoan dương
tết Hàn thực
tết Nguyên tiêu
tết Thanh minh
tết Trùng cửu
tiết Lập xuân
tiết Lập hạ
tiết Lập thu
tiết Lập đông
tiết Xuân phân
tiết Thu phân
tiết Hạ chí
tiết Đông chí
tiết Thanh minh
tiết Đại hàn
tiết Tiểu hàn
tiết Cốc vũ
tiết Kinh trập
tiết Vũ thủy
"""

EVENTS = """
Cách mạng tháng Tám
Cách mạng tháng Mười
Triều Lý
Triều Trần
Triều Nguyễn
Triều Lê
Phong trào Xô viết Nghệ Tĩnh | Phong trào Xô viết Nghệ - Tĩnh
Phong trào Cần vương
Phong trào Đông du
Phong trào Đồng khởi
Xô viết Nghệ Tĩnh
~Điện Biên Phủ
Chiến thắng Điện Biên Phủ | chiến thắng Điện Biên Phủ
Chiến dịch Điện Biên Phủ | chiến dịch Điện Biên Phủ
Chiến dịch Hồ Chí Minh | chiến dịch Hồ Chí Minh
"""

WEEK = """
~Chủ nhật
"""

WORKS = """
tạp chí Cộng sản | Tạp chí Cộng sản
từ điển Bách khoa toàn thư | Từ điển Bách khoa toàn thư
tạp chí Văn thư Lưu trữ | Tạp chí Văn thư Lưu trữ
tạp chí Tổ chức nhà nước | Tạp chí Tổ chức nhà nước
tạp chí Quản lý nhà nước | Tạp chí Quản lý nhà nước
báo Nhân dân | báo Nhân Dân | Báo Nhân dân | Báo Nhân Dân
báo Quân đội nhân dân | Báo Quân đội nhân dân | báo Quân đội Nhân dân | Báo Quân đội Nhân dân
báo Lao động | báo Lao Động | Báo Lao động | Báo Lao Động
"""

_STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
_YEARS = [f"{_STEMS[n % 10]} {_BRANCHES[n % 12]}" for n in range(60)]

LUNAR_YEARS = "\n".join([line for year in _YEARS for line in (f"~{year}", f"năm {year}", f"xuân {year} | Xuân {year}")])
