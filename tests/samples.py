"""A small dossier as values, for tests to change one thing in."""

from __future__ import annotations

import copy
from typing import Any

_DOSSIER: dict[str, Any] = {
    "nam": "2027",
    "co_quan": {
        "ten": ["Ủy ban nhân dân", "xã Mẫu"],
        "viet_tat": "UBND",
        "dia_danh": "Mẫu",
        "nguoi": [
            {"id": "ct", "ho_ten": "Nguyễn Văn A", "chuc_vu": "Chủ tịch"},
            {"id": "pct", "ho_ten": "Trần Thị B", "chuc_vu": "Phó Chủ tịch", "cap": "cap_pho"},
            {"id": "cvp", "ho_ten": "Lê Văn C", "chuc_vu": "Chánh Văn phòng", "cap": "don_vi"},
        ],
    },
    "van_ban": [
        {
            "ten_tep": "quyet-dinh",
            "loai": "quyết định",
            "so": "5",
            "ngay": "3/2/2026",
            "trich_yeu": "Về việc ban hành mục tiêu chất lượng năm {nam}",
            "can_cu": ["luat-72-2025-qh15", "30/2020/NĐ-CP"],
            "theo_de_nghi": "Chánh Văn phòng",
            "noi_dung": [{"dieu": "Ban hành mục tiêu."}, {"dieu": "Các đơn vị chịu trách nhiệm thi hành."}],
            "noi_nhan": ["Thường trực Đảng ủy xã"],
            "luu": "VT",
            "ky": {"nguoi": "ct"},
        }
    ],
}


def unjoined(text: object) -> str:
    """The text of what was composed, its non-breaking spaces made ordinary: where a test is about something else."""
    return str(text).replace("\u00a0", " ")


def sample(**document: Any) -> dict[str, Any]:
    """The sample dossier, its only document changed by the given fields (None removes one)."""
    data = copy.deepcopy(_DOSSIER)
    for key, value in document.items():
        if value is None:
            data["van_ban"][0].pop(key, None)
        else:
            data["van_ban"][0][key] = value
    return data


def letter(**document: Any) -> dict[str, Any]:
    """The sample with a công văn in place of its document, changed by the given fields."""
    fields = {"loai": "công văn", "kinh_gui": "Sở Nội vụ", "can_cu": None, "theo_de_nghi": None, "luu": "VT, VP"}
    return sample(**{**fields, "noi_dung": ["Đề nghị gửi số liệu."], **document})


def invitation(document: dict[str, Any] | None = None, **details: Any) -> dict[str, Any]:
    """The sample with a giấy mời, its own fields changed by the given ones."""
    own = {
        "kinh_moi": "Trưởng các phòng",
        "toi_du": "cuộc họp xem xét của lãnh đạo",
        "chu_tri": "Chủ tịch Ủy ban nhân dân xã",
        "thoi_gian": "08:00 20/11/2026",
        "dia_diem": "Phòng họp tầng 2",
    }
    return _with_details("giấy mời", own | details, document or {})


def minutes(document: dict[str, Any] | None = None, **details: Any) -> dict[str, Any]:
    """The sample with a biên bản, its own fields changed by the given ones."""
    own = {
        "bat_dau": "08:00 20/11/2026",
        "ket_thuc": "10:45 20/11/2026",
        "dia_diem": "Phòng họp tầng 2",
        "thanh_phan": ["Trưởng Phòng Kinh tế", "Trưởng Phòng Văn hóa - Xã hội"],
        "thu_ky": {"ho_ten": "Đỗ Thị D", "chuc_vu": "Công chức Văn phòng"},
    }
    return _with_details("biên bản", own | details, {"luu": "VT, Hồ sơ", **(document or {})})


def introduction(document: dict[str, Any] | None = None, **details: Any) -> dict[str, Any]:
    """The sample with a giấy giới thiệu, its own fields changed by the given ones."""
    own = {
        "nguoi_duoc_gioi_thieu": "Lê Thị D",
        "chuc_vu": "Công chức Văn phòng",
        "duoc_cu_den": "Sở Nội vụ",
        "gia_tri_den": "31/12/2026",
    }
    return _with_details("giấy giới thiệu", own | details, {"noi_dung": None, **(document or {})})


def leave(document: dict[str, Any] | None = None, **details: Any) -> dict[str, Any]:
    """The sample with a giấy nghỉ phép, its own fields changed by the given ones."""
    own = {
        "ngay_don": "1/2/2026",
        "nguoi_nghi": "Lê Thị D",
        "chuc_vu": "Công chức Văn phòng",
        "thoi_gian": "05 ngày",
        "tu_ngay": "9/2/2026",
        "den_ngay": "13/2/2026",
        "noi_nghi": "xã Mẫu",
    }
    fields = {"noi_dung": None, "trich_yeu": "Nghỉ hằng năm", **(document or {})}
    return _with_details("giấy nghỉ phép", own | details, fields)


def agreement(document: dict[str, Any] | None = None, **details: Any) -> dict[str, Any]:
    """The sample with a hợp đồng of two parties, its own fields changed by the given ones."""
    own = {"cac_ben": [{"ten": "Công ty Mẫu", "ho_ten": "Trần Văn Y", "chuc_vu": "Giám đốc"}]}
    return _with_details("hợp đồng", own | details, document or {})


def typed(type_name: str, details: dict[str, Any], **document: Any) -> dict[str, Any]:
    """The sample with a document of a type with fields of its own."""
    return _with_details(type_name, details, document)


def _with_details(type_name: str, details: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in details.items() if value is not None}
    fields = {"loai": type_name, "can_cu": None, "theo_de_nghi": None, "noi_dung": ["Nội dung."], "chi_tiet": kept}
    return sample(**{**fields, **document})
