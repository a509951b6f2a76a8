"""Exact numbers as documents print them: rounding never moves a number across what it is compared with."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from generator.wording.figures import thousands

POINTS = " điểm phần trăm"


def decimal_text(value: Fraction, against: Iterable[Fraction] = (), decimals: int = 0, most: int = 2) -> str:
    """The number with a decimal comma and dots between thousands, rounded half away from zero.

    ``decimals`` are always printed, up to ``most`` when the number has them; more than that where fewer would print it
    on another side of a number it is compared with: 94,996 beside 95 is not printed 95,00.
    """
    bounds = tuple(against)
    places = decimals
    while places < most and value != rounded(value, places):
        places += 1
    while any(_side(rounded(value, places), bound) != _side(value, bound) for bound in bounds):
        places += 1
    shown = rounded(value, places)
    whole, part = divmod(abs(shown) * 10**places, 10**places)
    text = thousands(int(whole)) + (f",{int(part):0{places}d}" if places else "")
    return f"-{text}" if shown < 0 else text


def percent_text(value: Fraction, against: Iterable[Fraction] = ()) -> str:
    """A rate, given in hundredths, with two decimals or as many as it takes: ``95,00%``, ``94,996%``."""
    return f"{decimal_text(value, against, decimals=2)}%"


def signed(value: Fraction, decimals: int = 0, most: int = 2) -> str:
    """A difference with its sign, which rounding never takes away: ``+1,25``, ``-0,004``, ``0``."""
    text = decimal_text(value, (Fraction(0),), decimals, most)
    return f"+{text}" if value > 0 else text


def decimals_of(text: str) -> int:
    """How many decimals a printed number has."""
    digits = text.partition(",")[2]
    return len(digits) - len(digits.lstrip("0123456789"))


def rounded(value: Fraction, places: int) -> Fraction:
    """The number rounded half away from zero."""
    scaled = abs(value) * 10**places
    whole = (scaled + Fraction(1, 2)).__floor__()
    return Fraction(whole if value >= 0 else -whole, 10**places)


def _side(value: Fraction, bound: Fraction) -> int:
    return (value > bound) - (value < bound)
