from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording.times.dates import blank_date, long_date, parse_date, short_date, weekday

TABLE = Path(__file__).with_name("dates.txt").read_text(encoding="utf-8")
ROWS = [tuple(part.strip() for part in line.split("|")) for line in TABLE.splitlines() if not line.startswith("#")]


def test_the_table_is_long_enough() -> None:
    assert len(ROWS) >= 60


@pytest.mark.parametrize(("typed", "long", "short"), ROWS)
def test_only_days_below_ten_and_two_months_take_a_zero(typed: str, long: str, short: str) -> None:
    assert long_date(parse_date(typed)) == long
    assert short_date(parse_date(typed)) == short


@given(st.dates(min_value=date(1000, 1, 1)))
def test_what_is_printed_is_read_back(day: date) -> None:
    assert parse_date(long_date(day)) == parse_date(short_date(day)) == day


@pytest.mark.parametrize("text", ["31/02/2024", "29/2/2023", "29/2/1900", "31/4/2024", "0/1/2024", "1/13/2024"])
def test_days_that_do_not_exist_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="không có trong lịch"):
        parse_date(text)


@pytest.mark.parametrize("text", ["hôm qua", "3/2024", "22/3/24", "", "ngày 5", "5/3/2020 và 6/3/2020"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="ngày/tháng/năm"):
        parse_date(text)


def test_a_draft_leaves_room_for_day_and_month() -> None:
    assert blank_date(2026).split() == ["ngày", "tháng", "năm", "2026"]
    assert "ngày   " in blank_date(2026)
    assert "tháng   " in blank_date(2026)


def test_a_draft_may_know_its_month() -> None:
    assert blank_date(2026, 2).split() == ["ngày", "tháng", "02", "năm", "2026"]
    assert blank_date(2026, 3).endswith("tháng 3 năm 2026")
    assert "ngày   " in blank_date(2026, 3)


@pytest.mark.parametrize(
    ("day", "name"), [(date(2026, 11, 16), "thứ Hai"), (date(2026, 11, 18), "thứ Tư"), (date(2026, 11, 22), "Chủ nhật")]
)
def test_days_of_the_week_have_capitals(day: date, name: str) -> None:
    assert weekday(day) == name
