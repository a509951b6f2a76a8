"""The small dossiers that cases of rules begin from (``nen``)."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from tests.samples import invitation, letter, minutes, sample

_ANNEXES = [
    {"tieu_de": "Danh mục hồ sơ", "noi_dung": ["Danh mục gồm 05 hồ sơ."]},
    {"tieu_de": "Biểu số liệu", "noi_dung": ["Biểu gồm 03 cột."]},
]
_OBJECTIVES = [
    {"id": "mt1", "noi_dung": "Hồ sơ giải quyết đúng hạn", "chi_tieu": ["≥ 95%"]},
    {"id": "mt2", "noi_dung": "Người dân hài lòng", "chi_tieu": ["≥ 90%"]},
]


def _with_annexes() -> dict[str, Any]:
    body = [{"dieu": "Ban hành Danh mục (Phụ lục I) và Biểu (Phụ lục II)."}, {"dieu": "Các đơn vị thi hành."}]
    return sample(noi_dung=body, phu_luc=copy.deepcopy(_ANNEXES))


def _notice() -> dict[str, Any]:
    return sample(loai="thông báo", trich_yeu="Lịch tiếp công dân", can_cu=None, theo_de_nghi=None)


def _plan() -> dict[str, Any]:
    body = [{"muc": "Công việc", "noi_dung": [{"ke_hoach": "bang"}]}]
    data = sample(loai="kế hoạch", trich_yeu="Thực hiện mục tiêu chất lượng năm {nam}", noi_dung=body)
    tasks = [{"noi_dung": "Rà soát quy trình", "chu_tri": "Văn phòng", "thoi_gian": "Tháng 3/2026"}]
    return data | {
        "nam": "2026",
        "muc_tieu": copy.deepcopy(_OBJECTIVES),
        "ke_hoach": [{"muc_tieu": "mt1", "cong_viec": tasks}],
    }


def _report() -> dict[str, Any]:
    data = sample(
        loai="báo cáo", ngay="5/7/2026", trich_yeu="Kết quả thực hiện mục tiêu chất lượng 6 tháng đầu năm {nam}",
        ky_bao_cao="6 tháng", noi_dung=None, theo_de_nghi=None,
    )  # fmt: skip
    results = [
        {"muc_tieu": "mt1", "ky": "6 tháng", "tu_so": 96, "mau_so": 100, "ngay_bao_cao": "2/7/2026"},
        {"muc_tieu": "mt2", "ky": "6 tháng", "tu_so": 46, "mau_so": 50, "ngay_bao_cao": "2/7/2026"},
    ]
    return data | {"nam": "2026", "muc_tieu": copy.deepcopy(_OBJECTIVES), "ket_qua": results}


_LONG = "Các cơ quan, đơn vị căn cứ chức năng, nhiệm vụ được giao phối hợp chặt chẽ với Văn phòng trong quá trình"


def _with_rules() -> dict[str, Any]:
    """A decision with a quy chế of every unit the decree names."""
    points = [{"diem": f"{word} hồ sơ;"} for word in ("Tiếp nhận", "Phân loại", "Xử lý", "Trả lời", "Lưu", "Bảo quản")]
    clauses = [{"khoan": f"{_LONG} thực hiện.", "noi_dung": points}, {"khoan": f"{_LONG} báo cáo."}]
    last = [
        {"dieu_tieu_de": "Hiệu lực", "noi_dung": [f"{_LONG} áp dụng."]},
        {"dieu_tieu_de": "Thi hành", "noi_dung": [f"{_LONG} thi hành."]},
    ]
    rules = [
        {"chuong": "Quy định chung", "noi_dung": [{"dieu_tieu_de": "Phạm vi", "noi_dung": clauses}]},
        {"chuong": "Tổ chức", "noi_dung": [{"muc": "Thi hành", "noi_dung": last}]},
    ]
    attached = {"ten_loai": "Quy chế", "trich_yeu": "Tiếp công dân của xã Mẫu", "noi_dung": rules}
    body = [{"dieu": "Ban hành kèm theo Quyết định này Quy chế tiếp công dân."}, {"dieu": "Các đơn vị thi hành."}]
    return sample(trich_yeu="Ban hành Quy chế tiếp công dân", noi_dung=body, van_ban_kem_theo=[attached])


def _programme() -> dict[str, Any]:
    """A kế hoạch in mục, khoản with headings, điểm and a table."""
    clauses = [
        {"khoan_tieu_de": "Mục đích", "noi_dung": [f"{_LONG} thực hiện.", f"{_LONG} rà soát hồ sơ, tài liệu."]},
        {"khoan_tieu_de": "Yêu cầu", "noi_dung": [{"diem": f"{_LONG} kiểm tra;"}, {"diem": f"{_LONG} báo cáo."}]},
    ]
    table = {"bang": {"cot": ["TT", "Việc"], "dong": [["1", "Rà soát"], ["2", "Báo cáo"]]}}
    body = [
        {"muc": "Mục đích, yêu cầu", "noi_dung": clauses},
        {"muc": "Nội dung", "noi_dung": [f"{_LONG} thực hiện như sau:", table, f"{_LONG} thực hiện."]},
    ]
    return sample(loai="kế hoạch", trich_yeu="Tiếp công dân năm {nam}", noi_dung=body)


def _two() -> dict[str, Any]:
    data = sample()
    plan = {**data["van_ban"][0], "ten_tep": "ke-hoach", "loai": "kế hoạch", "so": "7", "trich_yeu": "Thực hiện"}
    data["van_ban"].append(plan)
    return data


def _marked() -> dict[str, Any]:
    data = letter(do_khan="hoa_toc", pham_vi_luu_hanh="luu_hanh_noi_bo", nguoi_soan="PL", so_ban=300, in_lien_he="có")
    data["co_quan"]["lien_he"] = ["Địa chỉ: ấp 1, xã Mẫu", "Điện thoại: (0270) 3999 999"]
    return data


def _annex_apart() -> dict[str, Any]:
    apart = {"tieu_de": "Biểu", "noi_dung": ["Một đoạn."], "tep_rieng": "có"}
    return sample(noi_dung=[{"dieu": "Ban hành Biểu (Phụ lục)."}], phu_luc=[apart])


BASES: dict[str, Callable[[], dict[str, Any]]] = {
    "quyet-dinh": sample,
    "quyet-dinh-phu-luc": _with_annexes,
    "cong-van": letter,
    "giay-moi": invitation,
    "bien-ban": minutes,
    "thong-bao": _notice,
    "ke-hoach": _plan,
    "bao-cao": _report,
    "hai-van-ban": _two,
    "cong-van-co-dau": _marked,
    "phu-luc-tep-rieng": _annex_apart,
    "quy-che": _with_rules,
    "bo-cuc": _programme,
}
