import pytest

from generator.wording.numerals.ordinals import padded, point_letter, roman, roman_value


def test_points_run_in_the_vietnamese_alphabet() -> None:
    assert [point_letter(n) for n in range(1, 24)] == list("abcdđeghiklmnopqrstuvxy")


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (2024, "MMXXIV")]
)
def test_roman_numerals(number: int, numeral: str) -> None:
    assert roman(number) == numeral


def test_roman_numerals_are_read_as_they_are_written() -> None:
    assert all(roman_value(roman(number)) == number for number in range(1, 4000))
    assert [roman_value(text) for text in ("iv", "IIII", "", "IVa", "12", "Đ")] == [4, 4, 0, 0, 0, 0]


@pytest.mark.parametrize("number", [0, -1])
def test_there_is_no_zeroth_ordinal(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        roman(number)
    with pytest.raises(ValueError, match=str(number)):
        point_letter(number)


def test_numbers_below_ten_take_a_zero() -> None:
    assert (padded(5), padded(10), padded(589)) == ("05", "10", "589")
