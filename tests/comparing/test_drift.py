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
