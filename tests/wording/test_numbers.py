import pytest

from generator.wording.numbers import figures, integer_in_words, parse_money

WORDS = [
    (0, "không"),
    (1, "một"),
    (5, "năm"),
    (10, "mười"),
    (11, "mười một"),
    (15, "mười lăm"),
    (20, "hai mươi"),
    (21, "hai mươi mốt"),
    (24, "hai mươi bốn"),
    (25, "hai mươi lăm"),
    (91, "chín mươi mốt"),
    (100, "một trăm"),
    (101, "một trăm linh một"),
    (105, "một trăm linh năm"),
    (110, "một trăm mười"),
    (115, "một trăm mười lăm"),
    (121, "một trăm hai mươi mốt"),
    (1_000, "một nghìn"),
    (1_001, "một nghìn không trăm linh một"),
    (1_015, "một nghìn không trăm mười lăm"),
    (2_024, "hai nghìn không trăm hai mươi bốn"),
    (10_100, "mười nghìn một trăm"),
    (15_000_000, "mười lăm triệu"),
    (1_000_005, "một triệu không trăm linh năm"),
    (1_000_000_000, "một tỷ"),
    (1_000_000_005, "một tỷ không trăm linh năm"),
    (2_500_000_000_000, "hai nghìn năm trăm tỷ"),
    (-7, "âm bảy"),
]


@pytest.mark.parametrize(("number", "words"), WORDS)
def test_whole_numbers_are_said_as_officials_say_them(number: int, words: str) -> None:
    assert integer_in_words(number) == words


def test_numbers_beyond_the_limit_are_refused() -> None:
    with pytest.raises(ValueError, match="quá lớn"):
        integer_in_words(10**15)


def test_thousands_are_separated_by_dots() -> None:
    assert figures(15000000) == "15.000.000"


@pytest.mark.parametrize("text", ["15.000.000", "15000000", "15 000 000 đồng"])
def test_money_is_read_as_typed(text: str) -> None:
    assert parse_money(text) == 15_000_000


def test_money_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="không phải là số tiền"):
        parse_money("mười lăm triệu")
