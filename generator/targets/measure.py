"""A measure: what a target asks for, in which unit, how often, and what of its results may be added."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from generator.records import record


class Comparison(StrEnum):
    """How a result is held against what a target asks for."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    EXACTLY = "exactly"
    BETWEEN = "between"
    DECREASE_BY = "decrease_by"
    INCREASE_BY = "increase_by"
    LEVEL = "level"
    UNREAD = "unread"
    """There is a figure in the words, but what they ask for could not be told: never judged."""


class Adding(StrEnum):
    """What may be done with the results of several periods or units; the text is what a person chooses by."""

    PARTS = "tỷ lệ"
    """Numerators with numerators, denominators with denominators; rates typed as values never."""
    SUM = "cộng"
    """Numbers of things done or met with: over periods and over units."""
    LAST = "cuối kỳ"
    """What there is on a day (a stock): of several periods the last one stands; units are not added."""
    NEVER = "không cộng"
    """Averages, scores, durations, places, rates of change, levels: the period's own figure or none."""


@record(frozen=True)
class Measure:
    """What a target asks for: a comparison with one value (or two), in a unit; a level is text only.

    ``months`` is the span the number is asked for in (3 for ``01 lần/quý``), None when none is named; ``out_of`` the
    top of a scale (5 for ``4,0/5 điểm``). Of a BETWEEN, ``above`` and ``below`` say that the bound itself is out.
    ``against`` is what a change is measured from, as typed (``so với cùng kỳ``); of a change ``above`` says that
    changing by the value alone is not enough. A change that may be negative (``tăng không quá 5%``) is told as one in
    the better direction: a decrease by at least -5.

    ``about`` is what the words before the figure speak of (``mức độ hài lòng``), ``span`` the span as read (``quý``,
    ``6 tháng``, and ``tuần``, for which there are no months). ``unsure`` says that the unit is none whose results are
    known to add up or not: not added, by caution. ``why`` is what is wrong with words that are UNREAD.
    """

    comparison: Comparison
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""
    adding: Adding = Adding.NEVER
    months: int | None = None
    out_of: Decimal | None = None
    above: bool = False
    below: bool = False
    against: str = ""
    about: str = ""
    span: str = ""
    unsure: bool = False
    why: str = ""

    @property
    def noun(self) -> str:
        """What is counted or measured, without the span it is asked for in: ``lần`` of ``lần/năm``."""
        return self.unit.removesuffix(f"/{self.span}") if self.span else self.unit

    @property
    def is_change(self) -> bool:
        """Whether it asks for less or more than a year ago, not for an amount."""
        return self.comparison in (Comparison.DECREASE_BY, Comparison.INCREASE_BY)

    @property
    def is_rate(self) -> bool:
        """Whether it is told in percent of something, not in a number of things."""
        return self.unit.startswith("%") and not self.is_change
