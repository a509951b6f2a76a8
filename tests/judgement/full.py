"""A dossier of every type of document in which every field that can be printed is filled."""

from __future__ import annotations

import copy
from typing import Any

from generator.dossier.quality.columns import OBJECTIVE_COLUMNS, PLAN_COLUMNS
from generator.law.types import (
    TYPES_BETWEEN_PARTIES,
    TYPES_WITHOUT_BASES,
    TYPES_WITHOUT_BODY,
    TYPES_WITHOUT_OPENING,
)
from tests.samples import invitation, letter, minutes, sample

_OBJECTIVES = [
    {
        "id": "mt1",
        "noi_dung": "Hồ sơ giải quyết đúng hạn",
        "diem": ["Hồ sơ đất đai", "Hồ sơ hộ tịch"],
        "chi_tieu": [{"in_ra": "≥ 95%", "don_vi": "Phòng Kinh tế"}, {"in_ra": "≥ 90%", "don_vi": "Văn phòng"}],
        "theo_doi": ["Văn phòng"],
        "phoi_hop": ["Các phòng"],
        "phuong_phap": ["Số đúng hạn trên tổng số"],
        "bien_phap": ["Nhắc việc hằng tuần"],
    },
    {"id": "mt2", "noi_dung": "Người dân hài lòng", "chi_tieu": ["≥ 90%"], "theo_doi": ["Văn phòng"]},
    {"id": "mt3", "noi_dung": "Xếp loại hồ sơ lưu", "chi_tieu": ["loại tốt"]},
]
_PLAN = [
    {
        "muc_tieu": "mt1",
        "cong_viec": [
            {
                "noi_dung": ["Rà soát quy trình"],
                "chu_tri": ["Văn phòng"],
                "phoi_hop": ["Phòng Kinh tế"],
                "thoi_gian": ["Tháng 2"],
                "theo_doi": ["Chánh Văn phòng"],
                "ket_qua": ["Biên bản rà soát"],
            }
        ],
    }
]
_RESULTS = [
    {
        "muc_tieu": "mt1", "don_vi": "Phòng Kinh tế", "ky": "6 tháng", "tu_so": 80, "mau_so": 100,
        "nguyen_nhan": ["Thiếu người"], "khac_phuc": ["Bổ sung người"], "minh_chung": ["Sổ theo dõi"],
        "nguoi_bao_cao": "Nguyễn Thị H", "ngay_bao_cao": "1/7/2026",
    },
    {"muc_tieu": "mt1", "don_vi": "Văn phòng", "ky": "6 tháng", "tu_so": 95, "mau_so": 100},
    {"muc_tieu": "mt2", "ky": "6 tháng", "tu_so": 95, "mau_so": 100, "minh_chung": ["Phiếu khảo sát"]},
    {"muc_tieu": "mt3", "ky": "6 tháng", "muc": "tốt"},
]  # fmt: skip
_TABLE = {
    "mo_ta": "Danh mục hồ sơ",
    "cot": ["TT", {"ten": "Hồ sơ", "cot": ["Tên", "Số lượng"]}],
    "dong": [
        {"nhom": "Nhóm một"},
        ["1", "Hồ sơ đất đai", "12"],
        {"o": ["2"], "dong": [{"o": ["Hồ sơ hộ tịch"]}, {"o": ["Hồ sơ khác"]}], "o_sau": ["34"]},
    ],
}
_BODY: list[Any] = [
    {"phan": "Chung", "noi_dung": [{"muc": "Yêu cầu", "noi_dung": ["Một đoạn văn.", "- Một gạch.", "+ Một cộng."]}]},
    {"chuong": "Quy định", "noi_dung": [{"muc": "Mục trong chương"}]},
    {"dieu": "Lời của một điều.", "noi_dung": [{"khoan": "Lời của khoản.", "noi_dung": [{"diem": "Lời của điểm."}]}]},
    {"dieu_tieu_de": "Điều có tiêu đề", "noi_dung": [{"khoan_tieu_de": "Khoản có tiêu đề"}]},
    {"doan": "Đoạn {dam:đậm} và {nghieng:nghiêng}.", "dam": "có"},
    {"doan_giua": ["Dòng giữa một", "Dòng giữa hai"]},
    {"bang": _TABLE},
    {"muc_tieu": "khoan"},
    {"muc_tieu": {"dang": "bang", "cot": [*({"truong": name, "ten": f"Cột {name}"} for name in OBJECTIVE_COLUMNS)]}},
    {"ke_hoach": {"dang": "bang", "cot": [{"truong": name, "nhom": "Nhóm"} for name in PLAN_COLUMNS]}},
    {"ke_hoach": {"dang": "theo_muc_tieu", "tieu_de": "Mục tiêu số {so}: {noi_dung}"}},
]
_SHORT: list[Any] = [{"khoan": "Lời của khoản.", "noi_dung": ["- Một gạch."]}]
_ANNEXES = [
    {"tieu_de": ["Danh mục", "Hồ sơ"], "noi_dung": ["Một đoạn của phụ lục.", {"bang": _TABLE}]},
    {"tieu_de": "Biểu", "kho_ngang": "có", "noi_dung": [{"doan_giua": "Dòng giữa của phụ lục"}]},
]
_BASES = ["72/2025/QH15", {"loi_van": "Kết luận của Đảng ủy xã"}]


def _whole(data: dict[str, Any], **agency: Any) -> dict[str, Any]:
    return {
        **data,
        "nam": "2026",
        "co_quan": {**data["co_quan"], "chu_quan": "Ủy ban nhân dân tỉnh Phú Thọ", **agency},
        "muc_tieu": copy.deepcopy(_OBJECTIVES),
        "ke_hoach": copy.deepcopy(_PLAN),
        "ket_qua": copy.deepcopy(_RESULTS),
    }


def _kind(loai: str, **fields: Any) -> dict[str, Any]:
    common = {"loai": loai, "ngay": "5/7/2026", "can_cu": _BASES, "noi_dung": copy.deepcopy(_BODY),
              "phu_luc": copy.deepcopy(_ANNEXES), "theo_de_nghi": None}  # fmt: skip
    return _whole(sample(**{**common, **fields}))


_CO_SIGNERS = [
    {"co_quan": ["Hội Nông dân", "xã Mẫu"], "chuc_vu": ["TM. Ban Thường vụ", "Chủ tịch"],
     "chuc_danh_khac": "Ủy viên Ban Chỉ đạo", "ho_ten": "Lê Thị Đào"},
    {"chuc_vu": "Bí thư Đoàn xã", "ho_ten": "Phan Văn Tý"},
    {"chuc_vu": "Chủ tịch Hội Phụ nữ xã", "ho_ten": "Võ Thị Lan"},
]  # fmt: skip
_MARKS: dict[str, Any] = {
    "do_khan": "khẩn", "pham_vi_luu_hanh": "lưu hành nội bộ", "do_mat": "mật", "nguoi_soan": "PL", "so_ban": 30,
    "in_lien_he": "có", "ky": {"nguoi": "ct", "chuc_danh_khac": ["Trưởng Ban Chỉ đạo", "xã"], "cung_ky": _CO_SIGNERS},
}  # fmt: skip
_PARTIES = [
    {"ten": "Công ty Mẫu", "thong_tin": ["Địa chỉ: thôn Một", "Mã số thuế: 000"], "ho_ten": "Trần Văn Y",
     "chuc_vu": "Giám đốc", "theo": "Giấy ủy quyền số 01/GUQ-CT"},
    {"ten": "Hợp tác xã Mẫu", "ho_ten": "Hồ Thị Z", "chuc_vu": "Chủ nhiệm"},
]  # fmt: skip
_OWN_FIELDS: dict[str, dict[str, Any]] = {
    "công điện": {"ben_dien": "Chủ tịch Ủy ban nhân dân xã Mẫu", "nhan_dien": ["Công an xã", "Trạm Y tế xã"]},
    "giấy giới thiệu": {"nguoi_duoc_gioi_thieu": "Lê Thị D", "chuc_vu": "Công chức Văn phòng",
                        "duoc_cu_den": "Sở Nội vụ", "gia_tri_den": "31/12/2026"},
    "giấy nghỉ phép": {"ngay_don": "1/7/2026", "nguoi_nghi": "Lê Thị D", "chuc_vu": "Công chức Văn phòng",
                       "thoi_gian": "05 ngày", "tu_ngay": "6/7/2026", "den_ngay": "10/7/2026", "noi_nghi": "xã Mẫu",
                       "xac_nhan": "có"},
    "giấy ủy quyền": {"nguoi_uy_quyen": "Nguyễn Văn A, Chủ tịch", "nguoi_duoc_uy_quyen": "Lê Văn C, Chánh Văn phòng",
                      "tu_ngay": "6/7/2026", "den_ngay": "31/12/2026"},
    "phiếu gửi": {"gui_den": ["Sở Nội vụ", "Sở Tư pháp"], "tai_lieu": ["Tờ trình, 01 bản", "Danh sách, 02 bản"]},
    "phiếu chuyển": {"gui_den": "Phòng Kinh tế", "tai_lieu": "Đơn của công dân, 01 bản"},
    "phiếu báo": {"gui_den": "Bà Trần Thị E", "tai_lieu": ["Bản vẽ"]},
    **{
        loai: {"dia_diem": "trụ sở Ủy ban nhân dân xã", "thong_tin": ["Địa chỉ: thôn Hai"], "cac_ben": _PARTIES}
        for loai in ("hợp đồng", "bản ghi nhớ", "bản thỏa thuận")
    },
    "thư công": {"ten_thu": "Thư khen", "loi_xung": ["Thân gửi các em học sinh!"]},
}  # fmt: skip


def _of_own_fields(loai: str) -> dict[str, Any]:
    """A document of a type with fields of its own, as full as its Mẫu allows."""
    marks = copy.deepcopy(_MARKS)
    if loai in TYPES_BETWEEN_PARTIES:
        del marks["ky"]["cung_ky"]
    fields: dict[str, Any] = {"chi_tiet": copy.deepcopy(_OWN_FIELDS[loai]), "noi_dung": copy.deepcopy(_SHORT), **marks}
    if loai in TYPES_WITHOUT_BODY:
        fields["noi_dung"] = None
    if loai in TYPES_WITHOUT_BASES:
        fields["can_cu"] = None
    if loai not in TYPES_WITHOUT_OPENING:
        fields["mo_dau"] = ["Một câu mở đầu."]
    return _contact(_kind(loai, phu_luc=copy.deepcopy(_ANNEXES[1:]), **fields))


def _contact(data: dict[str, Any]) -> dict[str, Any]:
    data["co_quan"]["lien_he"] = ["Địa chỉ: xã Mẫu", "Điện thoại: 000"]
    return data


def full_dossiers() -> dict[str, dict[str, Any]]:
    """By type, with what tells two dossiers of one type apart."""
    short = {"noi_dung": copy.deepcopy(_SHORT), "phu_luc": copy.deepcopy(_ANNEXES[1:])}
    opening = {"mo_dau": ["Ủy ban nhân dân xã báo cáo như sau:"]}
    attached = [{"ten_loai": "Quy chế", "trich_yeu": "Thực hiện mục tiêu", "noi_dung": copy.deepcopy(_SHORT)}]
    return {
        "quyết định": _kind("quyết định", theo_de_nghi="Chánh Văn phòng"),
        "quyết định kèm văn bản": _kind("quyết định", van_ban_kem_theo=attached, **short),
        "quyết định ký thay": _whole(sample(ky={"nguoi": "pct"}, ngay="5/7/2026"), tap_the="Ủy ban nhân dân"),
        "nghị quyết nhiều người ký": _contact(_kind("nghị quyết", **short, **_MARKS)),
        "kế hoạch liên tịch": _contact(_kind("kế hoạch", **opening, **short, **_MARKS)),
        "kế hoạch một người ký": _contact(
            _kind("kế hoạch", **short, **{**_MARKS, "ky": {"nguoi": "ct", "chuc_danh_khac": "Trưởng Ban Chỉ đạo"}})
        ),
        **{loai: _of_own_fields(loai) for loai in _OWN_FIELDS},
        "kế hoạch": _kind("kế hoạch", **opening, **short),
        "thông báo": _kind("thông báo", **opening, **short),
        "tờ trình": _kind("tờ trình", **short, kinh_gui=["Ủy ban nhân dân tỉnh Phú Thọ", "Sở Nội vụ"], **opening),
        "báo cáo": _kind("báo cáo", **short, kinh_gui=["Ủy ban nhân dân tỉnh Phú Thọ"], **opening),
        "báo cáo từ kết quả": _kind(
            "báo cáo", ky_bao_cao="6 tháng", noi_dung=None, phu_luc=None, kinh_gui=["Sở Nội vụ"],
            phuong_huong=["Tiếp tục thực hiện"], de_xuat=["Bổ sung máy quét"], **opening,
        ),
        "công văn": _whole(letter(ngay="5/7/2026", noi_dung=copy.deepcopy(_SHORT), phu_luc=copy.deepcopy(_ANNEXES),
                                  kinh_gui=["Sở Nội vụ", "Sở Tư pháp"], tham_quyen="nguoi_dung_dau",
                                  ky={"nguoi": "cvp", "quyen_han": "TL"})),
        "giấy mời": _whole(invitation({"ngay": "5/7/2026", "noi_dung": copy.deepcopy(_SHORT)})),
        "biên bản": _whole(minutes({"ngay": "5/7/2026", "noi_dung": copy.deepcopy(_SHORT),
                                     "ky": {"nguoi": "ct", "chuc_danh_khac": "Trưởng Ban Chỉ đạo"}},
                                    vang_mat=["Ông Q (ốm)"], hinh_thuc="hoi_nghi")),
    }  # fmt: skip
