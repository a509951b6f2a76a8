"""Where in a dossier a value stands, as its readers call it: mục tiêu số 2, công việc 3; văn bản quyet-dinh, Điều 2."""

from __future__ import annotations

from typing import Any

from generator.faults import Path_

_LEADS = {
    "muc_tieu": "mục tiêu số",
    "ket_qua": "kết quả",
    "can_cu": "căn cứ",
    "cong_viec": "công việc",
    "chi_tieu": "chỉ tiêu",
    "nguoi": "người ký",
    "phu_luc": "phụ lục",
    "noi_nhan": "nơi nhận",
    "van_ban_kem_theo": "văn bản kèm theo",
    "dong": "dòng",
    "o": "cột",
}
_UNITS = {
    "dieu": "Điều",
    "dieu_tieu_de": "Điều",
    "khoan": "khoản",
    "khoan_tieu_de": "khoản",
    "diem": "điểm",
    "muc": "mục",
    "phan": "phần",
    "chuong": "chương",
    "gach": "gạch đầu dòng",
    "doan": "đoạn",
    "bang": "bảng",
}


def named(path: Path_, data: Any) -> str:
    """The way to the value in words, of a dossier's values in their long forms; empty for the dossier itself."""
    words: list[str] = []
    articles = 0
    for depth, step in enumerate(path):
        around, key = data, path[depth - 1] if depth else ""
        data = _inside(data, step)
        if isinstance(step, str):
            continue
        if key == "van_ban" and depth == 1:
            words.append(f"văn bản {_inside(data, 'ten_tep') or step + 1}")
        elif key == "ke_hoach" and depth == 1:
            objective = _inside(data, "muc_tieu")
            words.append(f"kế hoạch của mục tiêu {objective}" if objective else f"kế hoạch, nhóm {step + 1}")
        elif key == "noi_dung" and isinstance(data, dict):
            unit = next((one for one in _UNITS if one in data), "")
            word = _UNITS.get(unit, "mục")
            number = sum(_UNITS.get(next(iter(item), "")) == word for item in around[: step + 1] if item)
            if word == "Điều":
                number += articles
            elif word in ("chương", "phần", "mục"):
                articles += sum(map(_articles, around[:step]))
            words.append(f"{word} {number or step + 1}")
        elif key in _LEADS:
            words.append(f"{_LEADS[str(key)]} {step + 1}")
    return ", ".join(words)


def _articles(block: Any) -> int:
    """How many Điều stand in a block."""
    if not isinstance(block, dict):
        return 0
    inside = block.get("noi_dung")
    own = int("dieu" in block or "dieu_tieu_de" in block)
    return own + sum(map(_articles, inside if isinstance(inside, list) else []))


def _inside(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None
