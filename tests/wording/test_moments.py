"""The hour and day of a meeting, as typed and as printed."""

from __future__ import annotations

from datetime import datetime

import pytest

from generator.wording.times.moments import long_moment, parse_moment

FRIDAY = datetime(2026, 11, 20, 8, 0)


@pytest.mark.parametrize(
    "typed",
    [
        "08:00 20/11/2026",
        "8h00 ngày 20/11/2026",
        "8h, 20-11-2026",
        "08 giờ 00, ngày 20 tháng 11 năm 2026",
        "08 giờ 00 phút ngày 20/11/2026",
        "8 giờ, thứ Sáu, ngày 20 tháng 11 năm 2026",
        "8g00 thứ 6 ngày 20/11/2026",
        "2026-11-20T08:00:00",
        "2026-11-20 08:00",
    ],
)
def test_clerks_type_it_in_many_ways(typed: str) -> None:
    assert parse_moment(typed) == FRIDAY


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("20/11/2026", "không phải là giờ và ngày"),
        ("sáng thứ Sáu", "không phải là giờ và ngày"),
        ("25:00 20/11/2026", "không có trên đồng hồ"),
        ("08:60 20/11/2026", "không có trên đồng hồ"),
        ("08:00 31/11/2026", "không có trong lịch"),
        ("08:00 thứ Năm, ngày 20/11/2026", "ngày 20 tháng 11 năm 2026 là thứ Sáu, không phải thứ Năm"),
    ],
)
def test_what_is_no_moment_is_refused(typed: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_moment(typed)


def test_it_is_printed_as_the_decree_does() -> None:
    assert long_moment(FRIDAY) == "08 giờ 00, ngày 20 tháng 11 năm 2026"
    assert long_moment(datetime(2026, 2, 1, 14, 30), with_weekday=True) == (
        "14 giờ 30, Chủ nhật, ngày 01 tháng 02 năm 2026"
    )
