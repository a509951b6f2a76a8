"""Laws by name (Phụ lục II, mục V, khoản 6): «Luật» and the first syllable of the name take capitals."""

from __future__ import annotations

# First syllables only: what follows, and proper names inside, are as the law itself is titled.
_LAWS = """
    An ninh mạng; An ninh quốc gia; An toàn thông tin mạng; An toàn thực phẩm; An toàn, vệ sinh lao động; Ban
    hành văn bản quy phạm pháp luật; Báo chí; Bảo hiểm xã hội; Bảo hiểm y tế; Bảo vệ bí mật nhà nước; Bảo vệ môi
    trường; Bảo vệ quyền lợi người tiêu dùng; Bầu cử đại biểu Quốc hội; Biên phòng Việt Nam; Bình đẳng giới; Cán
    bộ, công chức; Cạnh tranh; Căn cước; Chất lượng sản phẩm, hàng hóa; Chứng khoán; Chuyển đổi số; Công an nhân
    dân; Công chứng; Công đoàn; Công nghệ cao; Công nghệ thông tin; Cư trú; Dân quân tự vệ; Di sản văn hóa;
    Doanh nghiệp; Du lịch; Dược; Đất đai; Đấu giá tài sản; Đấu thầu; Đầu tư; Đầu tư công; Điện lực; Giá; Giám
    định tư pháp; Giao dịch điện tử; Giao thông đường bộ; Giáo dục; Giáo dục đại học; Giáo dục nghề nghiệp; Hộ
    tịch; Hòa giải ở cơ sở; Hôn nhân và gia đình; Hợp tác xã; Kế toán; Khám bệnh, chữa bệnh; Khiếu nại; Khoa học
    và công nghệ; Khoáng sản; Kiểm toán nhà nước; Kinh doanh bất động sản; Lâm nghiệp; Luật sư; Lưu trữ; Mặt
    trận Tổ quốc Việt Nam; Người cao tuổi; Người khuyết tật; Ngân sách nhà nước; Nghĩa vụ quân sự; Nhà ở; Nuôi
    con nuôi; Phá sản; Phổ biến, giáo dục pháp luật; Phòng cháy và chữa cháy; Phòng, chống ma túy; Phòng, chống
    tham nhũng; Phòng, chống thiên tai; Phòng, chống bạo lực gia đình; Quản lý, sử dụng tài sản công; Quản lý
    ngoại thương; Quản lý thuế; Quảng cáo; Quốc phòng; Quốc tịch Việt Nam; Quy hoạch; Sở hữu trí tuệ; Sĩ quan
    Quân đội nhân dân Việt Nam; Thanh niên; Thanh tra; Thi đua, khen thưởng; Thi hành án dân sự; Thi hành án
    hình sự; Thể dục, thể thao; Thống kê; Thuế giá trị gia tăng; Thuế thu nhập cá nhân; Thuế thu nhập doanh
    nghiệp; Thủ đô; Thủy lợi; Thủy sản; Thực hành tiết kiệm, chống lãng phí; Thực hiện dân chủ ở cơ sở; Tài
    nguyên nước; Tiêu chuẩn và quy chuẩn kỹ thuật; Tiếp cận thông tin; Tiếp công dân; Tín ngưỡng, tôn giáo; Tố
    cáo; Tố tụng hành chính; Tổ chức Chính phủ; Tổ chức chính quyền địa phương; Tổ chức Quốc hội; Tổ chức Tòa án
    nhân dân; Tổ chức Viện kiểm sát nhân dân; Tổ chức Hội đồng nhân dân và Ủy ban nhân dân; Trách nhiệm bồi
    thường của Nhà nước; Trẻ em; Trưng cầu ý dân; Trồng trọt; Viên chức; Viễn thông; Việc làm; Xây dựng; Xử lý
    vi phạm hành chính; Xuất bản; Chăn nuôi; Nhà giáo; Dữ liệu; Bảo vệ dữ liệu cá nhân; Trật tự, an toàn giao
    thông đường bộ; Đường bộ; Hàng hải; Đo lường; Hải quan; Đê điều
"""
_CODES = "Dân sự; Hình sự; Lao động; Hàng hải Việt Nam; Tố tụng dân sự; Tố tụng hình sự"

LAWS = "\n".join(
    [
        *(f"Luật {' '.join(name.split())}" for name in _LAWS.split(";")),
        *(f"Bộ luật {name.strip()}" for name in _CODES.split(";")),
        "Hiến pháp",
        "Tuyên ngôn Độc lập | Tuyên ngôn độc lập",
    ]
)
