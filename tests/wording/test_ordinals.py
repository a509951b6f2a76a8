import pytest

from generator.wording.numerals.ordinals import ordinal, padded, point_letter, roman, roman_value
from generator.wording.settings import Wording


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


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "thứ nhất"), (2, "thứ hai"), (3, "thứ ba"), (4, "thứ tư"), (5, "thứ năm"), (10, "thứ mười"),
        (11, "thứ mười một"), (14, "thứ mười bốn"), (15, "thứ mười lăm"), (20, "thứ hai mươi"),
        (21, "thứ hai mươi mốt"), (25, "thứ hai mươi lăm"), (105, "thứ một trăm linh năm"),
    ],
)  # fmt: skip
def test_ordinals_in_words(number: int, words: str) -> None:
    assert ordinal(number) == words


def test_ordinals_follow_the_setting() -> None:
    assert ordinal(24) == "thứ hai mươi bốn"
    assert ordinal(24, Wording(four="tư")) == "thứ hai mươi tư"


def test_there_is_no_zeroth() -> None:
    with pytest.raises(ValueError, match="0"):
        ordinal(0)
