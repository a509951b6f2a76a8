from __future__ import annotations

from datetime import date

import pytest

from generator.wording.times.periods import Period, parse_period, periods_in


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("quý I", "quý I"),
        ("Quý II/2024", "quý II năm 2024"),
        ("quý 3 năm 2024", "quý III năm 2024"),
        ("Q4/2026", "quý IV năm 2026"),
        ("quý iv", "quý IV"),
        ("quí II", "quý II"),
        ("Q.3", "quý III"),
        ("6T/2027", "6 tháng đầu năm 2027"),
        ("6T cuối năm", "6 tháng cuối năm"),
        ("9T", "9 tháng đầu năm"),
        ("T.5", "tháng 5"),
        ("6 tháng", "6 tháng đầu năm"),
        ("06 tháng đầu năm 2024", "6 tháng đầu năm 2024"),
        ("6 tháng đầu năm", "6 tháng đầu năm"),
        ("6 tháng cuối năm 2025", "6 tháng cuối năm 2025"),
        ("9 tháng", "9 tháng đầu năm"),
        ("9 tháng đầu năm 2027", "9 tháng đầu năm 2027"),
        ("năm", "năm"),
        ("cả năm 2024", "năm 2024"),
        ("2024", "năm 2024"),
        ("12 tháng", "năm"),
        ("tháng 03/2024", "tháng 3 năm 2024"),
        ("Tháng 12", "tháng 12"),
        ("tháng 2", "tháng 02"),
        ("tháng 1/2024", "tháng 01 năm 2024"),
        ("T2/2024", "tháng 02 năm 2024"),
        ("đột xuất 01/3 - 15/4/2024", "đột xuất từ ngày 01/3/2024 đến ngày 15/4/2024"),
        ("Đột xuất từ ngày 20/12/2023 đến hết ngày 10/01/2024", "đột xuất từ ngày 20/12/2023 đến ngày 10/01/2024"),
    ],
)
def test_periods_are_read_as_typed_and_printed_one_way(typed: str, printed: str) -> None:
    assert str(parse_period(typed)) == printed
    assert parse_period(printed) == parse_period(typed)


@pytest.mark.parametrize("text", ["quý V", "quý 0", "quý", "3 tháng", "7 tháng đầu năm", "tháng 13", ""])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="không phải là kỳ báo cáo"):
        parse_period(text)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("quý I/2024", date(2024, 1, 1), date(2024, 3, 31)),
        ("quý IV/2024", date(2024, 10, 1), date(2024, 12, 31)),
        ("6 tháng đầu năm 2027", date(2027, 1, 1), date(2027, 6, 30)),
        ("6 tháng cuối năm 2027", date(2027, 7, 1), date(2027, 12, 31)),
        ("9 tháng đầu năm 2027", date(2027, 1, 1), date(2027, 9, 30)),
        ("năm 2027", date(2027, 1, 1), date(2027, 12, 31)),
        ("tháng 2/2028", date(2028, 2, 1), date(2028, 2, 29)),
        ("đột xuất 20/12/2023 - 10/01/2024", date(2023, 12, 20), date(2024, 1, 10)),
    ],
)
def test_a_period_knows_its_days(typed: str, first: date, last: date) -> None:
    assert parse_period(typed).days() == (first, last)


def test_a_period_without_a_year_has_no_days() -> None:
    with pytest.raises(ValueError, match="chưa rõ năm"):
        Period("quý", 1).days()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("đột xuất", "chưa rõ ngày"),
        ("đột xuất từ 15/4/2024 đến 01/3/2024", "ngày đầu sau ngày cuối"),
        ("đột xuất 30/02 - 15/4/2024", "không có trong lịch"),
    ],
)
def test_an_ad_hoc_period_says_its_days(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_period(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kết quả thực hiện 9 tháng năm 2024", [("9 tháng", "9 tháng đầu", 2024)]),
        ("Sơ kết quý I/2026 và tháng 4", [("quý I", "quý", 2026), ("tháng 4", "tháng", None)]),
        ("6 tháng đầu năm, phương hướng 6 tháng cuối năm 2026",
         [("6 tháng đầu năm", "6 tháng đầu", None), ("6 tháng cuối năm", "6 tháng cuối", 2026)]),
        ("Cả năm 2025", [("Cả năm", "năm", 2025)]),
        ("Thông tin hằng ngày", []),
    ],
)  # fmt: skip
def test_periods_are_found_in_running_text(text: str, found: list[tuple[str, str, int | None]]) -> None:
    assert [(words, period.kind, period.year) for words, period in periods_in(text)] == found
