from __future__ import annotations

import itertools
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording.numerals.figures import figures, parse_figures, parse_money, parse_percent, percent, thousands
from generator.wording.numerals.numbers import (
    WORDS_LIMIT,
    decimal_in_words,
    integer_in_words,
    money_in_words,
)
from generator.wording.numerals.spoken import parse_words
from generator.wording.settings import Wording

WORDS = "không một mốt hai bốn tư năm lăm mười mươi trăm linh nghìn triệu tỷ"
TABLE = Path(__file__).with_name("numbers.txt")


def _rows() -> list[tuple[str, str, Wording]]:
    rows = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            number, words, *choices = (part.strip() for part in line.split("|"))
            typed = choices[0] if choices else ""
            wording = Wording(
                four="tư" if "tư" in typed else "bốn",
                zero_tens="lẻ" if "lẻ" in typed else "linh",
                thousand="ngàn" if "ngàn" in typed else "nghìn",
                fraction="chữ số" if "chữ số" in typed else "số",
            )
            rows.append((number, words, wording))
    return rows


ROWS = _rows()
ALL_WORDINGS = [
    Wording(four, zero_tens, thousand, fraction)  # type: ignore[arg-type]
    for four, zero_tens, thousand, fraction in itertools.product(
        ("bốn", "tư"), ("linh", "lẻ"), ("nghìn", "ngàn"), ("số", "chữ số")
    )
]


def test_the_table_is_long_enough() -> None:
    assert len(ROWS) >= 200


@pytest.mark.parametrize(("number", "words", "wording"), ROWS)
def test_numbers_are_said_as_officials_say_them(number: str, words: str, wording: Wording) -> None:
    value = parse_figures(number)
    assert decimal_in_words(value, wording) == words
    if "," not in number:
        assert integer_in_words(int(value), wording) == words


@pytest.mark.parametrize(("number", "words", "wording"), ROWS)
def test_words_are_read_back(number: str, words: str, wording: Wording) -> None:
    assert parse_words(words) == parse_figures(number)


@given(st.integers(-WORDS_LIMIT + 1, WORDS_LIMIT - 1), st.sampled_from(ALL_WORDINGS))
def test_whole_numbers_come_back_from_their_words(number: int, wording: Wording) -> None:
    words = integer_in_words(number, wording)
    assert parse_words(words) == number
    assert integer_in_words(int(parse_words(words)), wording) == words


@given(st.decimals(-(10**12), 10**12, places=4, allow_nan=False), st.sampled_from(ALL_WORDINGS))
def test_decimals_come_back_from_their_words(number: Decimal, wording: Wording) -> None:
    assert parse_words(decimal_in_words(number, wording)) == number


@given(st.lists(st.sampled_from(WORDS.split()), max_size=8))
def test_what_is_read_is_what_would_be_said(words: list[str]) -> None:
    text = " ".join(words)
    try:
        number = parse_words(text)
    except ValueError:
        return
    assert text.replace("tư", "bốn") == integer_in_words(int(number))


def test_numbers_beyond_the_limit_are_refused() -> None:
    with pytest.raises(ValueError, match="quá lớn"):
        integer_in_words(WORDS_LIMIT)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("một nghìn lẻ mười lăm", "một nghìn không trăm mười lăm"),
        ("hai mươi một", "hai mươi mốt"),
        ("hai mươi năm", "hai mươi lăm"),
        ("mười năm", "mười lăm"),
        ("mười mốt", "mười một"),
        ("mười tư", "mười bốn"),
        ("một nghìn năm", "một nghìn không trăm linh năm"),
        ("một trăm lăm", "một trăm linh năm"),
    ],
)
def test_a_number_said_wrong_is_refused_with_the_right_words(wrong: str, right: str) -> None:
    with pytest.raises(ValueError, match=right):
        parse_words(wrong)


@pytest.mark.parametrize("text", ["", "phẩy năm", "âm", "mười lăm con", "tỷ", "ba phẩy", "năm mươi mươi"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="không phải là số"):
        parse_words(text)


@pytest.mark.parametrize(
    ("variant", "number"),
    [
        ("Một triệu lẻ năm nghìn", None),
        ("Hai tỉ", 2 * 10**9),
        ("hai mươi nhăm", 25),
        ("bẩy", 7),
        ("một trăm lẻ tư", 104),
    ],
)
def test_other_right_spellings_are_understood(variant: str, number: int | None) -> None:
    if number is None:
        with pytest.raises(ValueError, match="không trăm linh năm nghìn"):
            parse_words(variant)
    else:
        assert parse_words(variant) == number


def test_money_in_words() -> None:
    assert money_in_words(15_000_000) == "mười lăm triệu đồng"
    assert money_in_words(Decimal("105000.00")) == "một trăm linh năm nghìn đồng"
    assert money_in_words(-5) == "âm năm đồng"


def test_a_fraction_of_a_dong_is_refused() -> None:
    for refused in (lambda: money_in_words(Decimal("1.5")), lambda: parse_money("1.000,5")):
        with pytest.raises(ValueError, match="phần lẻ"):
            refused()


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        (15000000, "15.000.000"), (999, "999"), (1000, "1.000"), (-1234, "-1.234"),
        (Decimal("1234567.25"), "1.234.567,25"), (Decimal("95.50"), "95,5"), (Decimal("0.0005"), "0,0005"),
    ],
)  # fmt: skip
def test_figures_have_dots_and_a_comma(number: int | Decimal, printed: str) -> None:
    assert figures(number) == printed


@given(st.decimals(-(10**12), 10**12, places=3, allow_nan=False))
def test_figures_are_read_back(number: Decimal) -> None:
    assert parse_figures(figures(number)) == number


@pytest.mark.parametrize("text", ["1,234,567", "1.5", "15.00", "1.0000", "1,2,3", "1..000", "một", "", "5 5"])
def test_figures_that_could_be_misread_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"không rõ là số nào|không phải là số"):
        parse_figures(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("95%", "95"), ("95,5%", "95.5"), ("95,5 %", "95.5"), ("95.5%", "95.5"), ("95,5\u00a0%", "95.5"),
        ("0.95", "95"), ("0.955", "95.5"), ("95", "95"), ("95,5", "95.5"), ("100%", "100"), ("0%", "0"),
        ("0,5%", "0.5"), ("0.5%", "0.5"), ("120%", "120"), ("1.000%", "1000"), ("1%", "1"),
        ("95 phần trăm", "95"), ("0.95%", "0.95"),
    ],
)  # fmt: skip
def test_percentages_are_read_as_typed(text: str, value: str) -> None:
    assert parse_percent(text) == Decimal(value)


@pytest.mark.parametrize("text", ["1", "0,95", "nhiều", "%", "95%%", ""])
def test_percentages_that_could_be_misread_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="phần trăm"):
        parse_percent(text)


def test_percentages_are_printed() -> None:
    assert (percent(95), percent(Decimal("95.5")), percent(1000)) == ("95%", "95,5%", "1.000%")


@pytest.mark.parametrize(
    "text", ["15.000.000", "15000000", "15 000 000 đồng", "15_000_000", "15.000.000đ", "15.000.000 VNĐ"]
)
def test_money_is_read_as_typed(text: str) -> None:
    assert parse_money(text) == 15_000_000


@pytest.mark.parametrize("text", ["mười lăm triệu", "15.00", "15,000,000", "1 5", ""])
def test_money_that_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="không phải là số tiền"):
        parse_money(text)


@pytest.mark.parametrize("number", [0, 7, 999, 1_000, 32_767, 1_000_000, -1_234_567, 10**18])
def test_whole_numbers_take_dots_between_thousands(number: int) -> None:
    assert thousands(number) == figures(number)


def test_dots_stand_every_three_digits() -> None:
    assert (thousands(999), thousands(1_000), thousands(12_345_678)) == ("999", "1.000", "12.345.678")
