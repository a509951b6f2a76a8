from decimal import Decimal

import pytest

from generator.targets.reading import parse_measure


@pytest.mark.parametrize(
    ("printed", "comparison", "value", "unit"),
    [
        ("≥ 95%", "at_least", "95", "%"),
        (">= 95,5 %", "at_least", "95.5", "%"),
        ("Đạt 95% trở lên", "at_least", "95", "%"),
        ("từ 97% trở lên", "at_least", "97", "%"),
        ("tối thiểu 50%", "at_least", "50", "%"),
        ("100%", "exactly", "100", "%"),
        ("trên 90 %", "more_than", "90", "%"),
        ("không quá 2 hồ sơ", "at_most", "2", "hồ sơ"),
        ("giảm 1% so với cùng kỳ", "decrease_by", "1", "% so với cùng kỳ"),
        ("tăng 2,5 % so với năm trước", "increase_by", "2.5", "% so với năm trước"),
    ],
)
def test_printed_targets_are_typed(printed: str, comparison: str, value: str, unit: str) -> None:
    measure = parse_measure(printed)
    assert (measure.comparison, measure.value, measure.unit) == (comparison, Decimal(value), unit)


def test_a_range_has_two_ends() -> None:
    measure = parse_measure("từ 01 - 02 lần/năm")
    assert (measure.comparison, measure.value, measure.upper) == ("between", 1, 2)


@pytest.mark.parametrize("printed", ["loại tốt", "xuất sắc", "top 3 của tỉnh"])
def test_what_is_no_figure_is_a_level(printed: str) -> None:
    assert parse_measure(printed).comparison == "level"
