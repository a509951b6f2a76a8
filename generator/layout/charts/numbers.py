"""Numbers as the codes of number formats write them, and scales of axes as Word chooses them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from math import ceil, floor, log10

from generator.patterns import late

_PLACES = late(r"\.(0+)")
_QUOTED = late(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_NICE = (1.0, 2.0, 5.0, 10.0)
_NEAR = 5 / 6  # the least value is this near to the greatest: the scale need not begin at 0
_ROOM = 0.05
_DIGITS = 10
_SIGNS = str.maketrans(".,", ",.")  # as Windows writes numbers in Vietnam


def is_known(code: str) -> bool:
    """Whether numbers of this code can be written: no dates, fractions or powers."""
    plain = _QUOTED.sub("", code.split(";")[0]).lower()
    return plain in ("", "general", "@") or not set(plain) - set("0#,.% -+()$€₫")


def written(number: float, code: str) -> str:
    """The number in the format of this code."""
    first, *others = code.split(";")
    if number < 0 and others and others[0]:
        return written(-number, others[0])
    plain = _QUOTED.sub("", first)
    if not plain or plain.lower() in ("general", "@"):
        return _general(number)
    places = _PLACES.search(plain)
    count = len(places.group(1)) if places is not None else 0
    shown = Decimal(repr(float(number))) * (100 if "%" in plain else 1)
    rounded = abs(shown).quantize(Decimal(1).scaleb(-count), ROUND_HALF_UP)
    figures = f"{rounded:,f}" if "," in plain else f"{rounded:f}"
    sign = "-" if shown < 0 and float(figures.replace(",", "")) else ""
    return f"{sign}{_text(first, last=False)}{figures.translate(_SIGNS)}{_text(first, last=True)}"


def _text(code: str, *, last: bool) -> str:
    """What a code writes before or after its figures."""
    spots = [at for at, sign in enumerate(code) if sign in "0#"]
    if not spots:
        return ""
    part = code[spots[-1] + 1 :] if last else code[: spots[0]]
    part = _QUOTED.sub(lambda found: found.group(1) or found.group(2) or "", part)
    return part.strip("," if last else "")


def _general(number: float) -> str:
    text = f"{number:.{_DIGITS}g}"
    if "e" in text:
        text = f"{number:.{_DIGITS}f}".rstrip("0").rstrip(".") if abs(number) < 1 else f"{number:.0f}"
    return text.translate(_SIGNS)


def scale(
    values: list[float], low: float | None, high: float | None, step: float | None, most: int
) -> tuple[float, float, float]:
    """The least and the greatest value of an axis and the step between its marks, of which there are about ``most``."""
    least, greatest = min(values, default=0.0), max(values, default=1.0)
    if least >= 0 and (least == greatest or least < greatest * _NEAR):
        least = 0.0
    elif greatest <= 0 and (least == greatest or greatest > least * _NEAR):
        greatest = 0.0
    bottom = least if low is None else low
    top = greatest if high is None else high
    if top <= bottom:
        top = bottom + 1.0
    room = (top - bottom) * _ROOM
    if high is None and greatest != 0:
        top += room
    if low is None and least != 0:
        bottom -= room
    step = step if step and step > 0 else _step((top - bottom) / max(most, 1))
    first = bottom if low is not None else floor(bottom / step + 1e-9) * step
    last = top if high is not None else ceil(top / step - 1e-9) * step
    return first, last, step


def _step(least: float) -> float:
    power = 10.0 ** floor(log10(least))
    return next(power * nice for nice in _NICE if power * nice >= least * (1 - 1e-9))
