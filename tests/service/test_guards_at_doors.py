"""What the guards on data say is said at every door alike, with the place where it was typed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.service import HeldError, issue, review
from tests.rules.judging import changed
from tests.service.test_doors import DOORS

TODAY = date(2026, 11, 20)
Fault = tuple[str, str, str, Any]  # rule, base, path, value
_TASK = "ke_hoach.0.cong_viec.0"
HELD: dict[str, Fault] = {
    "học vị của thư ký": ("hoc-vi-nguoi-ky", "bien-ban", "van_ban.0.chi_tiet.thu_ky.ho_ten", "CN. Đỗ Thị D"),
    "học vị sau họ tên": ("hoc-vi-nguoi-ky", "quyet-dinh", "co_quan.nguoi.0.ho_ten", "Nguyễn Văn A, ThS"),
    "V/v về việc": ("trich-yeu-vv", "cong-van", "van_ban.0.trich_yeu", "V/v về việc gửi số liệu"),
    "thời gian của năm khác": ("nam-khac-ho-so", "ke-hoach", f"{_TASK}.thoi_gian", "Tháng 3/25"),
    "hạn của năm khác": ("nam-khac-ho-so", "ke-hoach", f"{_TASK}.han", "15/3/2025"),
}
_ISSUED = [{"loi_van": "Quy chế làm việc do UBND xã Mẫu ban hành"}]
LEFT: dict[str, Fault] = {
    "lời mục tiêu nói năm khác": ("nam-khac-ho-so", "ke-hoach", "muc_tieu.0.noi_dung", "Đúng hạn trong năm 2025"),
    "căn cứ của UBND": ("co-quan-viet-tat", "quyet-dinh", "van_ban.0.can_cu", _ISSUED),
}


def _faulty(fault: Fault) -> dict[str, Any]:
    return changed({"nen": fault[1], "sua": {fault[2]: fault[3]}})


@pytest.mark.parametrize("fault", HELD)
def test_what_is_surely_wrong_holds_a_final_document(fault: str, tmp_path: Path) -> None:
    for door in DOORS:
        judged = review(door(_faulty(HELD[fault]), tmp_path), today=TODAY)
        found = [one for one in judged.findings if one.rule == HELD[fault][0]]
        assert found, door.__name__
        assert all(one.holds and one.place and one.source for one in found), door.__name__
        with pytest.raises(HeldError):
            issue(judged)


@pytest.mark.parametrize("fault", LEFT)
def test_what_may_be_right_is_told_and_does_not_hold_it(fault: str, tmp_path: Path) -> None:
    for door in DOORS:
        judged = review(door(_faulty(LEFT[fault]), tmp_path), today=TODAY)
        found = [one for one in judged.findings if one.rule == LEFT[fault][0]]
        assert found, door.__name__
        assert not any(one.holds for one in found), door.__name__
        assert all(one.source for one in found), door.__name__
