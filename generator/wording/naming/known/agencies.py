"""Agencies and organisations (Phụ lục II, mục IV), and the posts that belong to them (mục V, khoản 3)."""

from __future__ import annotations

_MINISTRIES = """
    Công an; Công Thương; Dân tộc và Tôn giáo; Giao thông vận tải; Giáo dục và Đào tạo; Kế hoạch và Đầu tư;
    Khoa học và Công nghệ; Lao động - Thương binh và Xã hội; Ngoại giao; Nông nghiệp và Môi trường;
    Nông nghiệp và Phát triển nông thôn; Nội vụ; Quốc phòng; Thông tin và Truyền thông; Tài chính;
    Tài nguyên và Môi trường; Tư pháp; Văn hóa, Thể thao và Du lịch; Xây dựng; Y tế
"""
_DEPARTMENTS = """
    Công Thương; Dân tộc và Tôn giáo; Du lịch; Giao thông vận tải; Giáo dục và Đào tạo; Kế hoạch và Đầu tư;
    Khoa học và Công nghệ; Lao động - Thương binh và Xã hội; Ngoại vụ; Nông nghiệp và Môi trường;
    Nông nghiệp và Phát triển nông thôn; Nội vụ; Quy hoạch - Kiến trúc; Thông tin và Truyền thông; Tài chính;
    Tài nguyên và Môi trường; Tư pháp; Văn hóa và Thể thao; Văn hóa, Thể thao và Du lịch; Xây dựng; Y tế
"""
_DIVISIONS = """
    Dân tộc; Giáo dục và Đào tạo; Kinh tế - Hạ tầng; Kinh tế và Hạ tầng; Kinh tế, Hạ tầng và Đô thị;
    Lao động - Thương binh và Xã hội; Nông nghiệp và Môi trường; Nông nghiệp và Phát triển nông thôn; Nội vụ;
    Quản lý đô thị; Tài chính - Kế hoạch; Tài nguyên và Môi trường; Tư pháp; Văn hóa - Xã hội;
    Văn hóa và Thông tin; Y tế
"""


def _each(head: str, names: str, also: str = "") -> str:
    lines = (" ".join(name.split()) for name in names.split(";"))
    return "\n".join(f"{head} {name}{f' | {also} {name}' if also else ''}" for name in lines)


AGENCIES = f"""
{_each("Bộ", _MINISTRIES)}
{_each("Sở", _DEPARTMENTS)}
{_each("~Phòng", _DIVISIONS)}
~Phòng Kinh tế
{_each("~Trưởng phòng", _DIVISIONS, "Trưởng Phòng")}
~Trưởng phòng Kinh tế | Trưởng Phòng Kinh tế
Cộng hòa xã hội chủ nghĩa Việt Nam
Ủy ban nhân dân
Hội đồng nhân dân
Ủy ban Mặt trận Tổ quốc Việt Nam
Ủy ban Mặt trận Tổ quốc
Mặt trận Tổ quốc Việt Nam
Mặt trận Tổ quốc
Ủy ban Dân tộc
Ủy ban Kiểm tra
Ủy ban Thường vụ Quốc hội | Ủy ban thường vụ Quốc hội
Hội đồng Bầu cử quốc gia | Hội đồng bầu cử quốc gia
Quốc hội
Chính phủ
Văn phòng Chính phủ
Văn phòng Quốc hội
Văn phòng Chủ tịch nước
Văn phòng Đăng ký đất đai | Văn phòng đăng ký đất đai | văn phòng đăng ký đất đai
~Văn phòng Đoàn đại biểu Quốc hội
Văn phòng Hội đồng nhân dân
Văn phòng Ủy ban nhân dân
Thanh tra Chính phủ
~Thanh tra tỉnh
Ngân hàng Nhà nước Việt Nam
~Ngân hàng Nhà nước
Ngân hàng Chính sách xã hội | Ngân hàng Chính sách Xã hội
~Kho bạc Nhà nước | Kho bạc nhà nước
Bảo hiểm xã hội Việt Nam | Bảo hiểm Xã hội Việt Nam
Cục Kiểm soát thủ tục hành chính
Cục Thuế
Cục Thống kê
~Cục Hải quan
Chi cục Thuế
Chi cục Thống kê
Chi cục Tiêu chuẩn Đo lường Chất lượng
Tổng cục Thuế
Tổng cục Thống kê
Tổng cục Hải quan
Tổng cục Tiêu chuẩn Đo lường Chất lượng
Tòa án nhân dân
Tòa án nhân dân tối cao | Tòa án nhân dân Tối cao
Viện kiểm sát nhân dân | Viện Kiểm sát nhân dân
Viện kiểm sát nhân dân tối cao | Viện Kiểm sát nhân dân tối cao
Quân đội nhân dân Việt Nam
Công an nhân dân Việt Nam
~Bộ Chỉ huy quân sự | Bộ Chỉ huy Quân sự
~Ban Chỉ huy quân sự | Ban Chỉ huy Quân sự
~Bộ đội Biên phòng
Đài Truyền hình Việt Nam
Đài Tiếng nói Việt Nam
Thông tấn xã Việt Nam
Học viện Chính trị quốc gia Hồ Chí Minh | Học viện Chính trị Quốc gia Hồ Chí Minh
Học viện Hành chính Quốc gia | Học viện Hành chính quốc gia
Viện Hàn lâm Khoa học và Công nghệ Việt Nam
Viện Hàn lâm Khoa học xã hội Việt Nam | Viện Hàn lâm Khoa học Xã hội Việt Nam
Đại học Quốc gia Hà Nội | Đại học quốc gia Hà Nội
Tập đoàn Điện lực Việt Nam
Tập đoàn Bưu chính Viễn thông Việt Nam
Tập đoàn Công nghiệp - Viễn thông Quân đội
Đoàn Thanh niên Cộng sản Hồ Chí Minh
Đội Thiếu niên Tiền phong Hồ Chí Minh | Đội Thiếu niên tiền phong Hồ Chí Minh
Hội Liên hiệp Phụ nữ Việt Nam
Hội Liên hiệp Phụ nữ
Hội Liên hiệp Thanh niên Việt Nam
Hội Nông dân Việt Nam
Hội Nông dân
Hội Cựu chiến binh Việt Nam
Hội Cựu chiến binh
~Hội Chữ thập đỏ
~Hội Người cao tuổi
~Hội Khuyến học
Hội Luật gia Việt Nam
Hội Nhà báo Việt Nam
Tổng Liên đoàn Lao động Việt Nam
Liên đoàn Lao động
Công đoàn Việt Nam
Phòng Thương mại và Công nghiệp Việt Nam
Liên minh Hợp tác xã Việt Nam
~Ban Chỉ đạo
~Ban Tổ chức
~Ban Quản lý | Ban quản lý
~Ban Tiếp công dân | Ban tiếp công dân
~Ban Giám đốc | Ban giám đốc
~Ban Giám hiệu | Ban giám hiệu
Trung tâm Phục vụ hành chính công | Trung tâm Phục vụ Hành chính công
Trung tâm Hành chính công
Bộ phận Tiếp nhận và Trả kết quả | Bộ phận Tiếp nhận và trả kết quả
Giáo hội Phật giáo Việt Nam
"""

PARTY = """
Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam
Ban Chấp hành Trung ương Đảng
Ban Chấp hành Trung ương
Ban Chấp hành Đảng bộ
~Ban Chấp hành
~Ban Thường vụ
Ban Bí thư
Bộ Chính trị
Đảng Cộng sản Việt Nam
Văn phòng Trung ương Đảng
Ban Tổ chức Trung ương
Ban Tuyên giáo Trung ương
Ban Tuyên giáo và Dân vận Trung ương
Ban Dân vận Trung ương
Ban Nội chính Trung ương
Ban Kinh tế Trung ương
Ủy ban Kiểm tra Trung ương
Hội đồng Lý luận Trung ương
Quân ủy Trung ương
Đảng ủy Quân sự Trung ương
~Tỉnh ủy
~Thành ủy
~Huyện ủy
~Quận ủy
~Đảng ủy
"""

FOREIGN = """
Liên hợp quốc
Liên hiệp quốc
Tổ chức Y tế thế giới | Tổ chức Y tế Thế giới
Tổ chức Thương mại thế giới | Tổ chức Thương mại Thế giới
Tổ chức Lao động quốc tế | Tổ chức Lao động Quốc tế
Tổ chức Tiêu chuẩn hóa quốc tế | Tổ chức Tiêu chuẩn hóa Quốc tế
Tổ chức Giáo dục, Khoa học và Văn hóa Liên hợp quốc
Tổ chức Lương thực và Nông nghiệp Liên hợp quốc
Ngân hàng Thế giới | Ngân hàng thế giới
Ngân hàng Phát triển châu Á | Ngân hàng Phát triển Châu Á
Quỹ Tiền tệ quốc tế | Quỹ Tiền tệ Quốc tế
Quỹ Nhi đồng Liên hợp quốc
Chương trình Phát triển Liên hợp quốc
Hội đồng Bảo an Liên hợp quốc
Liên minh châu Âu | Liên minh Châu Âu
Hiệp hội các quốc gia Đông Nam Á | Hiệp hội các Quốc gia Đông Nam Á
"""

ABBREVIATED = """
UNESCO
UNICEF
UNDP
UNFPA
ASEAN
APEC
WTO
FAO
NATO
"""

POSTS = """
Chủ tịch nước
Phó Chủ tịch nước
Chủ tịch Quốc hội
Phó Chủ tịch Quốc hội
Thủ tướng Chính phủ
Phó Thủ tướng Chính phủ
~Phó Thủ tướng
~Thủ tướng
Tổng Bí thư
Tổng Thanh tra Chính phủ
Thống đốc Ngân hàng Nhà nước
Chánh án Tòa án nhân dân
Viện trưởng Viện kiểm sát | Viện trưởng Viện Kiểm sát
Chủ nhiệm Văn phòng Chính phủ
Bộ trưởng, Chủ nhiệm
Bí thư Trung ương Đảng
Tổng cục trưởng | Tổng Cục trưởng | tổng cục trưởng
"""
