"""Places: provinces, regions, waters and heights, countries (Phụ lục II, mục III)."""

from __future__ import annotations

_PROVINCES = """
    An Giang; Bà Rịa - Vũng Tàu; Bạc Liêu; Bắc Giang; Bắc Kạn; Bắc Ninh; Bến Tre; Bình Dương; Bình Định; Bình Phước;
    Bình Thuận; Cà Mau; Cao Bằng; Cần Thơ; Đà Nẵng; Đắk Lắk; Đắk Nông; Điện Biên; Đồng Nai; Đồng Tháp; Gia Lai;
    Hà Giang; Hà Nam; Hà Nội; Hà Tĩnh; Hải Dương; Hải Phòng; Hậu Giang; Hòa Bình; Hưng Yên; Khánh Hòa; Kiên Giang;
    Kon Tum; Lai Châu; Lạng Sơn; Lào Cai; Lâm Đồng; Long An; Nam Định; Nghệ An; Ninh Bình; Ninh Thuận; Phú Thọ;
    Phú Yên; Quảng Bình; Quảng Nam; Quảng Ngãi; Quảng Ninh; Quảng Trị; Sóc Trăng; Sơn La; Tây Ninh; Thái Bình;
    Thái Nguyên; Thanh Hóa; Thừa Thiên Huế; Tiền Giang; Trà Vinh; Tuyên Quang; Vĩnh Long; Vĩnh Phúc; Yên Bái
"""
_NAMES = [" ".join(name.split()) for name in _PROVINCES.split(";")]
_CITIES = ("Cần Thơ", "Đà Nẵng", "Hà Nội", "Hải Phòng", "Huế", "Đà Lạt", "Nha Trang", "Thái Nguyên", "Vinh", "Vũng Tàu")

PROVINCES = "\n".join(
    [
        *(f"~{name}" for name in _NAMES if name not in ("Hòa Bình", "Long An", "Thái Bình")),
        *(f"tỉnh {name}" for name in _NAMES if name not in ("Hà Nội", "Đà Nẵng", "Hải Phòng")),
        *(f"thành phố {name}" for name in _CITIES),
    ]
)

TERRAIN = """
~Cửa Lò
~Cửa Việt
~Vũng Tàu
~Lạch Trường
~Vàm Cỏ
~Cầu Giấy
~Bến Tre
~Bến Thành
~Bến Nghé
quận Cầu Giấy | Quận Cầu Giấy
biển Cửa Lò
Biển Đông | biển Đông
sông Vàm Cỏ
sông Cửu Long
sông Hồng | Sông Hồng
sông Mê Công | sông Mê công
sông Đồng Nai
sông Sài Gòn
sông Hương | Sông Hương
sông Tiền | Sông Tiền
sông Hậu | Sông Hậu
vịnh Hạ Long
vịnh Bắc Bộ
vịnh Thái Lan
vịnh Cam Ranh
chợ Bến Thành
chợ Đồng Xuân
núi Bà Đen
núi Ba Vì
núi Phan Xi Păng
hồ Hoàn Kiếm | Hồ Hoàn Kiếm
hồ Ba Bể
đèo Hải Vân
đèo Ngang | Đèo Ngang
đảo Phú Quốc
đảo Lý Sơn
quần đảo Hoàng Sa
quần đảo Trường Sa
dãy Trường Sơn
dãy Hoàng Liên Sơn
"""

REGIONS = """
miền Bắc
miền Trung
miền Nam
~miền Tây
miền Đông Nam Bộ
Tây Nguyên
~Tây Bắc
~Đông Bắc
~Tây Nam
~Đông Nam
~Việt Bắc
vùng Tây Bắc
vùng Đông Bắc
vùng Tây Nam Bộ
vùng Đông Nam Bộ
khu vực Tây Bắc
khu vực Đông Bắc
các tỉnh Tây Bắc
các tỉnh Đông Bắc
Bắc Bộ | bắc bộ
~Trung Bộ
Nam Bộ
Đông Nam Bộ
Tây Nam Bộ
Bắc Trung Bộ
Nam Trung Bộ
Duyên hải Nam Trung Bộ | duyên hải Nam Trung Bộ
đồng bằng Bắc Bộ | Đồng bằng Bắc Bộ
đồng bằng sông Hồng | Đồng bằng sông Hồng | đồng bằng Sông Hồng | Đồng bằng Sông Hồng
đồng bằng sông Cửu Long | Đồng bằng sông Cửu Long
trung du và miền núi Bắc Bộ | Trung du và miền núi Bắc Bộ | trung du và miền núi phía Bắc
~Nam Kỳ
~Bắc Kỳ
~Trung Kỳ
Đông Nam Á
Đông Dương
Đông Á | đông á
"""

COUNTRIES = """
Việt Nam
Trung Quốc
Hàn Quốc
Nhật Bản
Triều Tiên
Thái Lan
Hoa Kỳ
Ấn Độ
~Bắc Kinh
~Thượng Hải
~Hồng Kông
~Đài Loan
Bình Nhưỡng
Tây Ban Nha
Bồ Đào Nha
Thổ Nhĩ Kỳ
"""

PHONETIC = """
Mát-xcơ-va
Men-bơn
Pa-ri
Luân Đôn | Luân-đôn
Oa-sinh-tơn
Xin-ga-po
Ma-lai-xi-a
In-đô-nê-xi-a
Phi-líp-pin
Mi-an-ma
Cam-pu-chia
Ô-xtrây-li-a
Niu Di-lân
I-ta-li-a
U-crai-na
Ca-na-đa
Bra-xin
Xanh Pê-téc-bua
Viêng Chăn | Viêng-chăn
Phnôm Pênh | Phnôm-pênh
"""
