from datetime import date

import pytest

from generator.wording.dates import blank_date, long_date, parse_date


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 3, 22), "ngày 22 tháng 3 năm 2024"),
        (date(2019, 1, 2), "ngày 02 tháng 01 năm 2019"),
        (date(2020, 2, 29), "ngày 29 tháng 02 năm 2020"),
        (date(2020, 3, 5), "ngày 05 tháng 3 năm 2020"),
        (date(2026, 10, 9), "ngày 09 tháng 10 năm 2026"),
    ],
)
def test_only_days_below_ten_and_two_months_take_a_zero(day: date, words: str) -> None:
    assert long_date(day) == words


@pytest.mark.parametrize("text", ["5/3/2020", "05/03/2020", "5-3-2020", "2020-03-05", "ngày 05 tháng 3 năm 2020"])
def test_dates_are_read_as_clerks_type_them(text: str) -> None:
    assert parse_date(text) == date(2020, 3, 5)


@pytest.mark.parametrize("text", ["31/02/2024", "29/2/2023", "0/1/2024", "1/13/2024"])
def test_days_that_do_not_exist_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="không có trong lịch"):
        parse_date(text)


@pytest.mark.parametrize("text", ["hôm qua", "3/2024", "22/3/24", ""])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="ngày/tháng/năm"):
        parse_date(text)


def test_a_draft_leaves_room_for_day_and_month() -> None:
    assert blank_date(2026).split() == ["ngày", "tháng", "năm", "2026"]
    assert "ngày   " in blank_date(2026)
