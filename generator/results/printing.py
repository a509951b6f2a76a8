"""Exact numbers as documents print them: rounding never moves a number across what it is compared with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from generator.records import record
from generator.wording.numerals.figures import thousands

PERCENT = "%"
POINTS = " điểm phần trăm"


@record(frozen=True)
class Shown:
    """A number as printed beside the number itself: its digits, the unit after them (``%``, `` lần``), its decimals.

    A level has words in place of digits and no number; false when there is nothing to print.
    """

    digits: str = ""
    unit: str = ""
    number: Fraction | None = None
    decimals: int = 0

    def __str__(self) -> str:
        return f"{self.digits}{self.unit}"

    def __bool__(self) -> bool:
        return bool(self.digits)


NOTHING = Shown()


def shown(value: Fraction, against: Iterable[Fraction] = (), decimals: int = 0, most: int = 2, unit: str = "") -> Shown:
    """The number with a decimal comma and dots between thousands, rounded half away from zero.

    ``decimals`` are always printed, up to ``most`` when the number has them; more than that where fewer would print it
    on another side of a number it is compared with: 94,996 beside 95 is not printed 95,00.
    """
    bounds = tuple(against)
    places = decimals
    while places < most and not _is_exact(value, places):
        places += 1
    while not _keeps_sides(value, bounds, places):
        places += 1
    near = _steps(value, places)
    whole, part = divmod(abs(near), 10**places)
    text = thousands(whole) + (f",{part:0{places}d}" if places else "")
    return Shown(f"-{text}" if near < 0 else text, unit, value, places)


def decimal_text(value: Fraction, against: Iterable[Fraction] = (), decimals: int = 0, most: int = 2) -> str:
    """The digits of :func:`shown`."""
    return shown(value, against, decimals, most).digits


def percent(value: Fraction, against: Iterable[Fraction] = (), most: int = 2) -> Shown:
    """A rate, given in hundredths, with two decimals or as many as it takes: ``95,00%``, ``94,996%``."""
    return shown(value, against, 2, max(2, most), PERCENT)


def signed(value: Fraction, decimals: int = 0, most: int = 2, unit: str = "") -> Shown:
    """A difference with its sign, which rounding never takes away: ``+1,25``, ``-0,004``, ``0``."""
    found = shown(value, (Fraction(0),), decimals, most, unit)
    return replace(found, digits=f"+{found.digits}") if value > 0 else found


def balanced(
    value: Fraction, others: Iterable[Fraction], bounds: Iterable[Fraction] = (), least: int = 2, most: int = 6
) -> int:
    """With how many decimals the value, each of the others and their difference are printed so that the sum is right.

    Rounding keeps the value on its side of each bound, and a difference from vanishing, whatever that takes. Beyond
    ``most`` decimals a difference is not made to add up: :func:`equals_sign` then says so.
    """
    others, bounds = tuple(others), tuple(bounds)
    places = least
    apart = [value - other for other in others if value != other]
    while not (_keeps_sides(value, bounds, places) and all(_steps(one, places) for one in apart)):
        places += 1
    for more in range(places, max(places, most) + 1):
        if all(adds_up(value, other, more) for other in others):
            return more
    return places


def decimals_of(value: Fraction, most: int = 10) -> int:
    """How many decimals it takes to print the number as it is, at most so many."""
    return next((places for places in range(most) if _is_exact(value, places)), most)


def adds_up(value: Fraction, other: Fraction, places: int) -> bool:
    """Whether the difference as printed is that of the two as printed."""
    return _steps(value, places) - _steps(other, places) == _steps(value - other, places)


def equals_sign(value: Fraction, other: Fraction, places: int) -> str:
    """The sign between the difference of two printed numbers and what it is printed as."""
    return "=" if adds_up(value, other, places) else "≈"


def rounded(value: Fraction, places: int) -> Fraction:
    """The number rounded half away from zero."""
    return Fraction(_steps(value, places), 10**places)


def _steps(value: Fraction, places: int) -> int:
    """How many steps of the last decimal the number is rounded to, half away from zero."""
    above, below = abs(value.numerator) * 10**places, value.denominator
    near = int((2 * above + below) // (2 * below))
    return near if value.numerator >= 0 else -near


def _is_exact(value: Fraction, places: int) -> bool:
    return int(10**places) % value.denominator == 0


def _keeps_sides(value: Fraction, bounds: tuple[Fraction, ...], places: int) -> bool:
    """Whether the number as printed is on the same side of each bound."""
    near, scale = _steps(value, places), 10**places
    for bound in bounds:
        printed = near * bound.denominator - bound.numerator * scale
        real = value.numerator * bound.denominator - bound.numerator * value.denominator
        if (printed > 0) - (printed < 0) != (real > 0) - (real < 0):
            return False
    return True
