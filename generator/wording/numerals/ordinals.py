"""Numbers of phần, mục, điều, khoản and điểm as NĐ 30 prints them."""

from __future__ import annotations

# The Vietnamese alphabet without ă â ê ô ơ ư, as the decree itself runs (ND30-I.2.6d9).
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
ROMAN = "[IVXLC]+"  # a pattern for numbers of chapters, parts, annexes, quarters
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_VALUES = {letters: value for value, letters in _ROMAN if len(letters) == 1}


def roman(number: int) -> str:
    """The positive number in upper-case Roman numerals."""
    if number < 1:
        raise ValueError(f"no Roman numeral for {number}")
    digits = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        digits.append(letters * count)
    return "".join(digits)


def roman_value(numeral: str) -> int:
    """The number of a Roman numeral, in capitals or small letters, be it an odd one as ``IIII``; 0 for what is none."""
    values = [_VALUES.get(letter, 0) for letter in numeral.upper()]
    if not values or not all(values):
        return 0
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def point_letter(number: int) -> str:
    """The letter of the n-th điểm: a, b, c, d, đ, e, g …; after y the letters double (aa, bb …)."""
    if number < 1:
        raise ValueError(f"no letter for {number}")
    turns, index = divmod(number - 1, len(POINT_LETTERS))
    return POINT_LETTERS[index] * (turns + 1)


def padded(number: int) -> str:
    """The number of a document, with a leading zero below ten (ND30-I.2.3c3)."""
    return f"{number:02d}"
