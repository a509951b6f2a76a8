"""What of a changed line is certain: only a value of its own that alone changed."""

from __future__ import annotations

from typing import Literal

import pytest

from generator.comparing.drift import Printed, drift_of, taken_back
from generator.comparing.word_files import Difference, Line

DAY = "Suối Trong, ngày 05 tháng 3 năm 2026"


@pytest.mark.parametrize(
    ("means", "before", "after", "new"),
    [
        ("number", "Số: 05/QĐ-UBND", "Số: 07/QĐ-UBND", "7"),
        ("number", "Số: 05/QĐ-UBND", "Số: 05/QĐ-VP", None),
        ("number", "Số: 05/QĐ-UBND", "Số: 07/QĐ-VP", None),
        ("number", "Số: /QĐ-UBND", "Số: 27/QĐ-UBND", "27"),
        ("day", "Suối Trong, ngày tháng năm 2026", DAY, "05/3/2026"),
        ("day", DAY, "Suối Trong, ngày 06 tháng 3 năm 2026", "06/3/2026"),
        ("day", DAY, "Khe Tre, ngày 05 tháng 3 năm 2026", None),
        ("day", DAY, "Khe Tre, ngày 06 tháng 3 năm 2026", None),
    ],
)
def test_a_number_or_a_day_is_taken_back_where_nothing_beside_it_changed(
    means: Literal["number", "day"], before: str, after: str, new: str | None
) -> None:
    printed = Printed(before, "số, ngày", ("van_ban", 0, "so"), means)
    (found,) = drift_of([Difference("sửa", "đoạn 1", before, after, 1)], [Line(1, before)], [printed], lambda _: "5")
    assert (found.new if found.certain else None) == new
    assert found.certain or found.why


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Căn cứ Quy chế làm việc;", "Căn cứ Quy chế làm việc.", 0),
        ("Theo đề nghị của Chánh Văn phòng.", "Theo đề nghị của Chánh Văn phòng;", 0),
        ("Căn cứ Quy chế làm việc;", "Căn cứ Quy chế số 2;", 1),
        ("1. Rà soát quy trình;", "1. Rà soát quy trình.", 1),
    ],
)
def test_the_sign_that_ends_a_basis_is_no_change_of_it(before: str, after: str, told: int) -> None:
    found = drift_of([Difference("sửa", "đoạn 1", before, after, 1)], [Line(1, before)], [], lambda _: None)
    assert len(found) == told


@pytest.mark.parametrize(
    ("typed", "before", "after", "new"),
    [
        ("Năm {nam} của xã", "Năm 2026 của xã", "Năm 2026 của huyện", "Năm {nam} của huyện"),
        ("Năm {nam} của xã", "Năm 2026 của xã", "Năm 2027 của xã", None),
        # what changed is the marker's: its words are those typed behind it
        ("Kết quả {muc_tieu} của xã", "Kết quả việc của xã hội của xã", "Kết quả việc của huyện hội của xã", None),
        ("{ten} năm {nam}", "Kế hoạch năm học năm 2026", "Kế hoạch niên học năm 2026", None),
    ],
)  # fmt: skip
def test_words_are_taken_back_where_they_were_typed_for_certain(
    typed: str, before: str, after: str, new: str | None
) -> None:
    assert taken_back(before, after, typed) == new


def test_two_paragraphs_joined_are_told_as_that_though_nobody_typed_a_space() -> None:
    one, other = "Căn cứ Luật Lưu trữ;", "Căn cứ Quy chế làm việc;"
    changes = [
        Difference("bớt", "đoạn 1", one, "", 1),
        Difference("sửa", "đoạn 2", other, one + other, 2),
    ]
    (found,) = drift_of(changes, [Line(1, one), Line(2, other)], [], lambda _: None)
    assert (found.kind, found.before) == ("gộp", f"{one}\n{other}")


@pytest.mark.parametrize(
    ("path", "why"),
    [(("co_quan", "nguoi", 0, "ho_ten"), "người ký khác"), (("van_ban", 0, "noi_nhan", 1), "thay bằng lời khác")],
)
def test_a_line_of_other_words_in_the_place_of_one_that_went_is_told_once(
    path: tuple[str | int, ...], why: str
) -> None:
    printed = [Printed("Lê Văn An", "họ tên người ký", path)]
    gone, came = Difference("bớt", "đoạn 1", "Lê Văn An", "", 1), Difference("thêm", "sau", "", "Phan Thị Mới", 1)
    (found,) = drift_of([gone, came], [Line(1, "Lê Văn An")], printed, lambda _: None)
    assert (found.kind, found.before, found.after) == ("thay", "Lê Văn An", "Phan Thị Mới")
    assert why in found.why


def test_a_row_that_went_and_one_that_came_are_told_apart() -> None:
    printed = [Printed("Rà soát quy trình", "bảng 1, dòng 2", ("ke_hoach", 0, "cong_viec", 1, "noi_dung"))]
    gone = Difference("bớt", "bảng 1", "2 | Rà soát quy trình", "", 1)
    came = Difference("thêm", "bảng 1", "", "2 | Tập huấn công chức", 1)
    found = drift_of([gone, came], [Line(1, "Rà soát quy trình")], printed, lambda _: None)
    assert [one.kind for one in found] == ["bớt", "thêm"]
