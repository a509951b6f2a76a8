"""What was reached, exactly: the reported figures a number is made of, their sum, and where each was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from generator.dossier.quality.results import Result, typed_figure
from generator.records import record
from generator.results.printing import PERCENT, POINTS, Shown, decimal_text, rounded, shown
from generator.results.remarks import Remark, mixed_kinds, not_addable
from generator.targets.measure import Adding
from generator.typed.source import Path_
from generator.wording.numerals.figures import thousands
from generator.wording.times.periods import Period

Places = Callable[[Path_], str]
_MOST_TERMS = 12


@record(frozen=True)
class SourceRef:
    """One figure as reported: the place it was read at, what it is (``tử số 95``), the path of keys it was typed at."""

    place: str
    what: str
    path: Path_ = ()


@record(frozen=True)
class Figure:
    """A number as a report prints it, how it was computed, and the places its inputs were read at.

    A level is printed in words and has no number.
    """

    shown: Shown
    formula: str = ""
    sources: tuple[SourceRef, ...] = ()

    @classmethod
    def count(cls, number: int, formula: str, sources: tuple[SourceRef, ...]) -> Figure:
        """How many there are of something."""
        return cls(shown(Fraction(number)), formula, sources)

    @property
    def text(self) -> str:
        """The figure as printed, unit and all."""
        return str(self.shown)

    @property
    def number(self) -> Fraction | None:
        """The exact number, a rate in hundredths; None for a level and where nothing arose."""
        return self.shown.number

    @property
    def is_rate(self) -> bool:
        """Whether it is told in percent of something."""
        return self.shown.unit == PERCENT and self.shown.number is not None

    @property
    def in_points(self) -> bool:
        """Whether it is a difference of rates, told in percentage points."""
        return self.shown.unit == POINTS


@record(frozen=True)
class Term:
    """One reported result with its index among the dossier's results."""

    index: int
    result: Result


@record(frozen=True)
class Amount:
    """One result, or several added up: a fraction (numerators and denominators summed), a value, or a level.

    ``averaged``: the fraction is a sum of scores over their number, a mean and no rate.
    """

    terms: tuple[Term, ...]
    numerator: int | None = None
    denominator: int | None = None
    number: Fraction | None = None
    level: str | None = None
    averaged: bool = False

    @property
    def is_fraction(self) -> bool:
        """Whether it is a numerator over a denominator."""
        return self.denominator is not None

    @property
    def nothing_arisen(self) -> bool:
        """Whether there was nothing to count in the period: 0 of 0."""
        return self.denominator == 0

    @property
    def value(self) -> Fraction | None:
        """The exact number, a rate in hundredths; None for a level and for 0 of 0."""
        if self.numerator is not None and self.denominator:
            return Fraction(self.numerator if self.averaged else 100 * self.numerator, self.denominator)
        return self.number

    @property
    def estimated(self) -> tuple[Term, ...]:
        """The results in it that are estimates (ước thực hiện)."""
        return tuple(term for term in self.terms if term.result.estimated)

    @property
    def decimals(self) -> int:
        """How many decimals its value was typed with; 0 of a fraction or a level."""
        values = [term.result.value for term in self.terms if term.result.value is not None]
        return max((max(0, -int(value.as_tuple().exponent)) for value in values), default=0)

    @property
    def formula(self) -> str:
        """How the number comes out of what was reported, e.g. ``(95 + 190)/(100 + 200) = 285/300``."""
        results = [term.result for term in self.terms]
        if self.is_fraction:
            total = str(self)
            if len(results) == 1:
                return total
            above = _added((_whole(result.numerator) for result in results), len(results), "tử số")
            below = _added((_whole(result.denominator) for result in results), len(results), "mẫu số")
            return f"({above})/({below}) = {total}"
        if len(results) == 1 or self.number is None:
            return ""
        return _added(
            (typed_figure(term.result.value) for term in self.terms if term.result.value is not None), len(results), ""
        )

    def sources(self, place: Places) -> tuple[SourceRef, ...]:
        """Where each reported figure stands, given what names the place of a path in the dossier."""
        found: list[SourceRef] = []
        for term in self.terms:
            path: Path_ = ("ket_qua", term.index)
            result = term.result
            more = ", ước" if result.estimated else ""
            more += f", đính chính số đã công bố {result.published} ({result.corrected})" if result.corrected else ""
            if result.denominator is not None:
                found.append(SourceRef(place(above := (*path, "tu_so")), f"tử số {_whole(result.numerator)}", above))
                found.append(
                    SourceRef(place(below := (*path, "mau_so")), f"mẫu số {_whole(result.denominator)}{more}", below)
                )
            elif result.value is not None:
                found.append(
                    SourceRef(place(at := (*path, "gia_tri")), f"giá trị {typed_figure(result.value)}{more}", at)
                )
            elif result.level is not None:
                found.append(SourceRef(place(at := (*path, "muc")), f"mức «{result.level}»{more}", at))
        return tuple(found)

    def equals(self, other: Amount) -> bool:
        """Whether both report the same: numerator and denominator, value or level; a typed rate as far as it goes."""
        if self.is_fraction != other.is_fraction and self.value is not None and other.value is not None:
            whole, typed = (self, other) if self.is_fraction else (other, self)
            return rounded(whole.value or Fraction(0), typed.decimals) == typed.value
        mine = (self.numerator, self.denominator, self.number, self.level)
        return mine == (other.numerator, other.denominator, other.number, other.level)

    def __str__(self) -> str:
        """The amount as a message quotes it."""
        if self.is_fraction:
            return f"{_whole(self.numerator)}/{_whole(self.denominator)}"
        return decimal_text(self.number, most=10) if self.number is not None else f"«{self.level}»"


@record(frozen=True)
class Missing:
    """Why there is no amount; ``lacking`` names what has not been reported, ``partly`` says that something has.

    ``remark`` says what was typed so that it cannot be added up, ``index`` which of the dossier's results it was.
    """

    lacking: tuple[Period | str, ...]
    partly: bool = False
    remark: Remark | None = None
    index: int = 0

    @property
    def reason(self) -> str:
        """The reason as a report prints it."""
        if self.remark:
            return "chưa tổng hợp được số liệu của kỳ"
        listed = ", ".join(str(name) for name in self.lacking[:5]) + (
            f" và {len(self.lacking) - 5} nơi nữa" if len(self.lacking) > 5 else ""
        )
        return f"thiếu số liệu {listed}" if self.partly else f"chưa nhận được số liệu {listed}"


def amount_of(index: int, result: Result, *, averaged: bool = False) -> Amount:
    """What one result reports; with ``averaged`` its numerator is a sum of scores and its denominator their number."""
    number = Fraction(result.value) if result.value is not None else None
    fraction = (result.numerator, result.denominator)
    return Amount(
        (Term(index, result),), *fraction, number, result.level, averaged=averaged and result.denominator is not None
    )


def added(amounts: list[Amount], adding: Adding, wanted: str = "") -> Amount | Missing:
    """The amounts of several periods or units as one: fractions by their parts, values of what may be summed.

    Rates typed as values, stocks, averages, places and levels cannot be added; that is said, with what is ``wanted``
    instead.
    """
    if len(amounts) == 1:
        return amounts[0]
    terms = tuple(term for amount in amounts for term in amount.terms)
    if all(amount.is_fraction for amount in amounts):
        above = sum(amount.numerator or 0 for amount in amounts)
        below = sum(amount.denominator or 0 for amount in amounts)
        return Amount(terms, above, below, averaged=amounts[0].averaged)
    counted = adding is Adding.SUM
    if counted and all(amount.number is not None for amount in amounts):
        return Amount(terms, number=sum((amount.number or Fraction(0) for amount in amounts), Fraction(0)))
    if counted or any(amount.is_fraction for amount in amounts):
        odd = next((amount for amount in amounts if not amount.is_fraction and amount.level is not None), None)
        odd = odd or next((amount for amount in amounts if not amount.is_fraction), amounts[-1])
        return Missing((), True, mixed_kinds(), odd.terms[0].index)
    return unaddable(amounts, adding, wanted)


def unaddable(amounts: list[Amount], adding: Adding, wanted: str = "") -> Missing:
    """That amounts of this kind have no sum, and what to report instead."""
    if any(amount.level is not None for amount in amounts):
        return Missing((), True, not_addable("mức xếp loại", wanted), amounts[0].terms[0].index)
    if adding is Adding.LAST:
        what = "số liệu tại một thời điểm"
    else:
        what = "giá trị đã tính sẵn" if adding is Adding.PARTS else "giá trị đã tính sẵn (điểm, bình quân, thời gian …)"
    parts = "tử số và mẫu số" if adding is Adding.PARTS else ""
    return Missing((), True, not_addable(what, wanted, parts), amounts[0].terms[0].index)


def _whole(number: int | None) -> str:
    return thousands(number or 0)


def _added(texts: Iterable[str], count: int, what: str) -> str:
    if count > _MOST_TERMS:
        return f"tổng {what} của {count} kết quả".replace("  ", " ")
    return " + ".join(texts)
