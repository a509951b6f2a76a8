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
