"""A rate written with the fraction it is of: «100% (5/5 hồ sơ)», «992/1.000 hồ sơ (99,2%)»."""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from generator.patterns import late
from generator.records import record

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+"
_RATE = r"(?P<rate>\d{1,3}(?:,\d{1,4})?)\s*%"
_FRACTION = rf"(?P<part>{_NUMBER})\s*/\s*(?P<whole>{_NUMBER})(?P<noun>(?:\s+[^\W\d]+){{0,6}})"
_RATE_FIRST = late(rf"(?:đạt\s+)?{_RATE}\s*[(\[]\s*{_FRACTION}\s*[)\]]\.?", 2)
_FRACTION_FIRST = late(rf"(?:đạt\s+)?{_FRACTION}\s*[(\[]\s*(?:đạt\s+)?{_RATE}\s*[)\]]\.?", 2)
_BEHIND_RATE = late(rf"{_RATE}\s*[(\[]\s*{_FRACTION}\s*[)\]]", 2)


@record(frozen=True)
class RateOfFraction:
    """A rate in percent and its fraction; ``agrees`` where it is that of the fraction, rounded or cut off."""

    rate: Decimal
    part: int
    whole: int

    @property
    def agrees(self) -> bool:
        """Whether the fraction makes the rate, to as many places as this is written with."""
        if not self.whole:
            return False
        exact = Decimal(self.part) * 100 / self.whole
        return self.rate in {exact.quantize(self.rate, way) for way in (ROUND_HALF_UP, ROUND_DOWN)}


def rate_of_fraction(text: str) -> RateOfFraction | None:
    """The rate and the fraction that the text says and says alone; None for any other text."""
    found = _RATE_FIRST.fullmatch(text.strip()) or _FRACTION_FIRST.fullmatch(text.strip())
    return _made(found) if found else None


def without_fraction(text: str) -> str:
    """The text without the fractions in brackets behind rates that they make."""
    return _BEHIND_RATE.sub(lambda found: f"{found['rate']}%" if _made(found).agrees else found[0], text)


def _made(found: re.Match[str]) -> RateOfFraction:
    part, whole = (int(found[name].replace(".", "")) for name in ("part", "whole"))
    return RateOfFraction(Decimal(found["rate"].replace(",", ".")), part, whole)
