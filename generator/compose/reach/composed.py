"""What the composers fill in, by the names templates know: what each is called, and what it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.compose.reach.kinds import Kind, Shape, shapes
from generator.dossier.documents.details import all_details

_SOURCES = "muc_tieu, ke_hoach, ket_qua (kết quả từng chỉ tiêu), so_lieu (số liệu chi tiết); bảng khác thì trống"
_COLUMNS = {
    "stt": ("Số thứ tự", "mục tiêu, kế hoạch"),
    "noi_dung": ("Nội dung", "mục tiêu (cả các điểm a, b, c), kế hoạch"),
    "chi_tieu": ("Chỉ tiêu", "mục tiêu, kết quả, số liệu"),
    "don_vi": ("Đơn vị", "mục tiêu (hoặc bộ phận theo dõi), kết quả, số liệu"),
    "theo_doi": ("Theo dõi", "mục tiêu, kế hoạch"),
    "phoi_hop": ("Phối hợp", "mục tiêu, kế hoạch"),
    "phuong_phap": ("Phương pháp đo", "mục tiêu"),
    "bien_phap": ("Biện pháp", "mục tiêu"),
    "chu_tri": ("Chủ trì", "kế hoạch"),
    "thoi_gian": ("Thời gian", "kế hoạch"),
    "ket_qua": ("Kết quả", "kế hoạch, kết quả, số liệu"),
    "chenh_lech": ("Chênh lệch", "kết quả"),
    "ky_truoc": ("So với kỳ trước", "kết quả"),
    "cung_ky": ("So với cùng kỳ", "kết quả"),
    "danh_gia": ("Đánh giá", "kết quả"),
    "tu_so": ("Tử số", "số liệu"),
    "mau_so": ("Mẫu số", "số liệu"),
    "cach_tinh": ("Cách tính, đánh giá", "số liệu"),
    "bao_cao": ("Người, ngày báo cáo", "số liệu"),
    "minh_chung": ("Minh chứng", "số liệu"),
}
_CELLS = tuple(Shape(key, Kind.LINES, name, f"Ở bảng {where}") for key, (name, where) in _COLUMNS.items())
_HEADINGS = tuple(Shape(key, Kind.TEXT, f"Tiêu đề cột «{name}»") for key, (name, _) in _COLUMNS.items())
_BLOCK = (
    Shape("kieu", Kind.TEXT, "Kiểu", "dieu, khoan, diem, gach, cong, doan, bang … : mục này là gì"),
    Shape("nhan", Kind.TEXT, "Số in ra", "Ví dụ: Điều 1., 1., a)"),
    Shape("tieu_de", Kind.RICH, "Tiêu đề"),
    Shape("chu", Kind.RICH, "Lời văn"),
    Shape("bang", Kind.TABLE, "Bảng hoặc hình", "Thay cho cả đoạn"),
    Shape("nguon", Kind.TEXT, "Bảng của dữ liệu nào", _SOURCES),
    Shape("cot", Kind.GROUP, "Tiêu đề các cột", "Chỉ những cột mà bảng in", inside=_HEADINGS),
    Shape("cot_rieng", Kind.GROUP, "Tiêu đề cột hồ sơ tự đặt", "Chỉ những cột có ten trong hồ sơ", inside=_HEADINGS),
    Shape(
        "nhom",
        Kind.LIST,
        "Các dòng của bảng, theo nhóm",
        "Để mẫu tự vẽ bảng có nguon; một nhóm là một mục tiêu",
        inside=(
            Shape("so", Kind.LINES, "Số của nhóm", "Ví dụ: I.; trống khi nhóm không có dòng tiêu đề"),
            Shape("tieu_de", Kind.LINES, "Tiêu đề của nhóm", "Trống khi bảng không có dòng tiêu đề nhóm"),
            Shape("dong", Kind.LIST, "Các dòng của nhóm", "Mỗi dòng một chỉ tiêu hoặc công việc", inside=_CELLS),
        ),
    ),
)
_SIGNATURE = (
    Shape("dong", Kind.PARAGRAPHS, "Quyền hạn, chức vụ"),
    Shape("chuc_danh", Kind.PARAGRAPHS, "Chức danh khác"),
    Shape("ho_ten", Kind.TEXT, "Họ và tên"),
)
_PARTY = (
    Shape("ten", Kind.RICH, "Tên bên", "Ví dụ: Bên A: Ủy ban nhân dân xã"),
    Shape("thong_tin", Kind.PARAGRAPHS, "Thông tin"),
    Shape("dai_dien", Kind.RICH, "Người đại diện"),
)
_HEAD = (
    Shape("co_quan_chu_quan", Kind.PARAGRAPHS, "Tên cơ quan chủ quản", "In hoa, mỗi dòng một đoạn"),
    Shape("co_quan", Kind.PARAGRAPHS, "Tên cơ quan ban hành", "In hoa, mỗi dòng một đoạn"),
    Shape("ten_loai", Kind.TEXT, "Tên loại văn bản", "In hoa"),
    Shape("trich_yeu", Kind.RICH, "Trích yếu"),
)
_BODY = Shape("noi_dung", Kind.LIST, "Nội dung", "Các mục của thân văn bản theo thứ tự", inside=_BLOCK)
_REFERENCE = (
    Shape("kem_theo", Kind.RICH, "Chỉ dẫn kèm theo", "(Kèm theo Quyết định số … ngày … của …)"),
    Shape("chu_ky_so", Kind.TEXT, "Dòng chữ ký số", "Chỉ khi ở tệp riêng"),
)

MAIN = (
    *_HEAD,
    Shape("so_ky_hieu", Kind.TEXT, "Số, ký hiệu", "Cả chữ «Số:»"),
    Shape("dia_danh_ngay", Kind.TEXT, "Địa danh, ngày"),
    Shape("tham_quyen", Kind.TEXT, "Thẩm quyền ban hành", "Chỉ nghị quyết, quyết định"),
    Shape("can_cu", Kind.PARAGRAPHS, "Căn cứ", "Mỗi căn cứ một đoạn, cả «Theo đề nghị của …»"),
    Shape("lenh", Kind.TEXT, "Lệnh ban hành", "QUYẾT ĐỊNH: hoặc QUYẾT NGHỊ:"),
    Shape("kinh_gui", Kind.PARAGRAPHS, "Kính gửi", "Từng nơi, không có chữ «Kính gửi»"),
    Shape("mo_dau", Kind.PARAGRAPHS, "Mở đầu"),
    _BODY,
    Shape("noi_nhan", Kind.PARAGRAPHS, "Nơi nhận", "Từng nơi và dòng Lưu"),
    Shape("ky", Kind.PARAGRAPHS, "Quyền hạn, chức vụ người ký", "In hoa, mỗi dòng một đoạn"),
    Shape("chuc_danh_khac", Kind.PARAGRAPHS, "Chức danh khác của người ký", "In ngay trên họ tên"),
    Shape("ho_ten", Kind.TEXT, "Họ tên người ký"),
    Shape(
        "hang_ky",
        Kind.LIST,
        "Các hàng chữ ký",
        "Khi nhiều người ký: mỗi hàng hai chữ ký",
        inside=(
            Shape("trai", Kind.GROUP, "Chữ ký bên trái", inside=_SIGNATURE),
            Shape("phai", Kind.GROUP, "Chữ ký bên phải", "Hàng cuối có thể không có", inside=_SIGNATURE),
        ),
    ),
    Shape("cung_ky", Kind.PARAGRAPHS, "Người cùng ký"),
    Shape("cho_dau_mat", Kind.FLAG, "Chừa chỗ dấu mật"),
    Shape("do_khan", Kind.TEXT, "Mức độ khẩn", "In hoa"),
    Shape("luu_hanh", Kind.TEXT, "Phạm vi lưu hành", "In hoa"),
    Shape("lien_he", Kind.RICH, "Địa chỉ liên hệ", "Chỉ khi văn bản ghi in_lien_he"),
    Shape("ke_co_quan", Kind.RULE, "Đường kẻ dưới tên cơ quan"),
    Shape("ke_ten_loai", Kind.RULE, "Đường kẻ dưới tên loại"),
    Shape("ke_trich_yeu", Kind.RULE, "Đường kẻ dưới trích yếu"),
)
"""What every document fills in."""

ATTACHED = {
    "phu-luc": (
        Shape("nhan", Kind.TEXT, "Nhãn phụ lục", "Ví dụ: Phụ lục II"),
        Shape("tieu_de", Kind.PARAGRAPHS, "Tiêu đề phụ lục"),
        *_REFERENCE,
        _BODY,
        Shape("ke_kem_theo", Kind.RULE, "Đường kẻ dưới chỉ dẫn kèm theo"),
    ),
    "van-ban-kem-theo": (
        *_HEAD,
        *_REFERENCE,
        _BODY,
        Shape("ke_kem_theo", Kind.RULE, "Đường kẻ dưới chỉ dẫn kèm theo"),
    ),
}
"""What an annex and an attached text fill in, by the name of their template."""

# Beside what every document fills in; what has the name of a field of the type is called as that is.
_OWN: dict[str, tuple[Shape, ...]] = {
    "bien-ban": (
        Shape("bat_dau", Kind.TEXT, ""),
        Shape("dia_diem", Kind.RICH, ""),
        Shape("thanh_phan", Kind.PARAGRAPHS, ""),
        Shape("vang_mat", Kind.PARAGRAPHS, ""),
        Shape("chu_tri", Kind.RICH, "Chủ trì", "Họ tên, chức vụ của người ký"),
        Shape("thu_ky", Kind.RICH, ""),
        Shape("hinh_thuc", Kind.TEXT, ""),
        Shape("ket_thuc", Kind.TEXT, ""),
        Shape("ho_ten_thu_ky", Kind.TEXT, "Họ tên thư ký"),
    ),
    "cong-dien": (
        Shape("ben_dien", Kind.RICH, "Bên gửi điện"),
        Shape("nhan_dien", Kind.PARAGRAPHS, "Nơi nhận điện"),
    ),
    "giay-gioi-thieu": (
        Shape("ben_gioi_thieu", Kind.TEXT, "Cơ quan giới thiệu"),
        Shape("nguoi_duoc_gioi_thieu", Kind.RICH, "Người được giới thiệu"),
        Shape("chuc_vu", Kind.RICH, ""),
        Shape("duoc_cu_den", Kind.RICH, ""),
        Shape("gia_tri_den", Kind.TEXT, ""),
    ),
    "giay-moi": (
        Shape("ben_moi", Kind.TEXT, "Cơ quan mời"),
        Shape("kinh_moi", Kind.PARAGRAPHS, ""),
        Shape("toi_du", Kind.RICH, ""),
        Shape("chu_tri", Kind.RICH, ""),
        Shape("thoi_gian", Kind.TEXT, ""),
        Shape("dia_diem", Kind.RICH, ""),
    ),
    "giay-nghi-phep": (
        Shape("ben_cap", Kind.TEXT, "Cơ quan cấp"),
        Shape("ngay_don", Kind.TEXT, ""),
        Shape("nguoi_nghi", Kind.RICH, ""),
        Shape("nguoi_nghi_cuoi_dong", Kind.RICH, "Người được nghỉ, cuối dòng", "Có dấu chấm"),
        Shape("chuc_vu", Kind.RICH, ""),
        Shape("thoi_gian", Kind.RICH, ""),
        Shape("tu_ngay", Kind.TEXT, ""),
        Shape("den_ngay", Kind.TEXT, ""),
        Shape("noi_nghi", Kind.RICH, ""),
        Shape("xac_nhan", Kind.FLAG, ""),
    ),
    "giay-uy-quyen": (
        Shape("nguoi_uy_quyen", Kind.RICH, ""),
        Shape("nguoi_duoc_uy_quyen", Kind.RICH, ""),
        Shape("tu_ngay", Kind.TEXT, ""),
        Shape("den_ngay", Kind.TEXT, ""),
    ),
    "phieu": (
        Shape("viec", Kind.TEXT, "Việc của phiếu", "Ví dụ: Ủy ban nhân dân xã gửi đến:"),
        Shape("tai_lieu_gi", Kind.TEXT, "Lời dẫn tài liệu"),
        Shape("gui_den", Kind.PARAGRAPHS, ""),
        Shape("tai_lieu", Kind.PARAGRAPHS, ""),
    ),
    "hop-dong": (
        Shape("luc_ky", Kind.RICH, "Lúc và nơi ký", "Hôm nay, ngày … tại …, chúng tôi gồm:"),
        Shape("cac_ben", Kind.LIST, "Các bên", "Kể cả cơ quan mình (Bên A)", inside=_PARTY),
    ),
    "thu-cong": (Shape("loi_xung", Kind.PARAGRAPHS, ""),),
}


_TYPED = frozenset({"nhan_dien", "nguoi_duoc_gioi_thieu", "cac_ben"})  # of several typed fields, or of another name


def own_fields(template: str) -> tuple[Shape, ...]:
    """What documents made with the template of that name, and they alone, have of what was typed; or an annex has."""
    if template in ATTACHED:
        return ATTACHED[template]
    own = [shape for shape in _OWN.get(template, ()) if not shape.label or shape.key in _TYPED]
    keys = {shape.key for shape in own if not shape.label}
    titles = ({shape.key: shape.label for shape in shapes(details)} for details in all_details().values())
    called = next((one for one in titles if keys <= set(one)), {})
    return tuple(shape if shape.label else replace(shape, label=called[shape.key]) for shape in own)


def composed_fields(template: str, type_name: str = "") -> tuple[Shape, ...]:
    """What is filled in where the template of that name is used: of the whole document, or of an annex alone."""
    if template in ATTACHED:
        return ATTACHED[template]
    return (*MAIN, *_called(_OWN.get(template, ()), type_name))


def _called(own: Iterable[Shape], type_name: str) -> Iterable[Shape]:
    details = all_details().get(type_name)
    titles = {shape.key: shape for shape in shapes(details)} if details else {}
    for shape in own:
        typed = titles.get(shape.key)
        if shape.label or typed is None:
            yield shape
        else:
            yield Shape(shape.key, shape.kind, typed.label, typed.description, inside=shape.inside)
