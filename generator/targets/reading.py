"""The words of a target read into a measure: the grammar of docs/ket-qua.md.

A target is a figure with what stands before and after it. All of its words must be understood as far as they can turn
the meaning: what holds a figure and was not read to its end is UNREAD, never judged.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from generator.patterns import late
from generator.targets.adding import adding_of
from generator.targets.after import After, after_figure
from generator.targets.before import Before, before_figure, refuse_other_start
from generator.targets.fractions import without_fraction
from generator.targets.marks import with_marks
from generator.targets.measure import Adding, Comparison, Measure
from generator.targets.phrases import BAD, GOOD, anywhere, unmarked
from generator.targets.quantities import Quantity, UnreadError, quantity_of, without_start
from generator.targets.refusing import (
    refuse_failing,
    refuse_fraction,
    refuse_negated,
    refuse_part_of_time,
)
from generator.targets.tokens import Kind, Token, plain, tokenise
from generator.targets.unfigured import without_figure

_OF_TIME = frozenset(("ngày", "giờ", "phút", "giây", "tuần", "tháng", "quý", "năm"))
_OVER_PLAN = late(r"\bvượt\b.*\b(?:kế hoạch|chỉ tiêu|dự toán)", re.I)
_OPPOSITE = {Comparison.DECREASE_BY: Comparison.INCREASE_BY, Comparison.INCREASE_BY: Comparison.DECREASE_BY}


@lru_cache(maxsize=4096)
def parse_measure(text: str) -> Measure:
    """The measure a printed target asks for; a text without figures is a level (``loại tốt``) or a nought."""
    words = without_fraction(plain(text))
    tokens = with_marks(without_start(tokenise(words)), words)
    try:
        _refuse_unmarked(tokens, words)
        refuse_failing(tokens)
        quantity = quantity_of(tokens)
        if quantity is None:
            return without_figure(tokens, words)
        refuse_part_of_time(tokens, quantity)
        return _figured(tokens, quantity, words)
    except UnreadError as unread:
        return Measure(Comparison.UNREAD, unit=text.strip(), why=str(unread))


def _refuse_unmarked(tokens: list[Token], text: str) -> None:
    """Words without diacritics that with them would say a direction."""
    if not text.isascii() or not any(map(str.isalpha, text)):
        return  # «≥ 95%» says no word at all
    if anywhere(tokens, unmarked()) and any(token.kind is Kind.NUMBER for token in tokens):
        raise UnreadError("chữ viết không dấu")


def _figured(tokens: list[Token], quantity: Quantity, text: str) -> Measure:
    before = before_figure(tokens[: quantity.start], text)
    after = after_figure(tokens[quantity.end :], text, quantity, before)
    if before.change is not None and before.to is None:
        return _change(before, quantity, after)
    comparison = _comparison(before, quantity, after)
    if comparison is Comparison.MORE_THAN and _OVER_PLAN.search(text):
        raise UnreadError("«vượt» bao nhiêu so với kế hoạch chưa so được; ghi cả tỷ lệ, ví dụ ≥ 105%")
    if before.is_within and comparison is None and quantity.upper is None:
        if after.noun not in _OF_TIME:
            raise UnreadError("chưa rõ lời «trong» đối với con số")
        comparison = Comparison.AT_MOST
    value, upper, above, below = quantity.value, quantity.upper, quantity.above, quantity.below
    if upper is not None:
        if comparison is Comparison.MORE_THAN:
            above = True
        elif quantity.by_bounds:
            above = False
        elif comparison not in (None, Comparison.AT_LEAST) or before.has_strong_at_least or after.direction:
            raise UnreadError("vừa ghi một khoảng, vừa ghi ít nhất hoặc nhiều nhất")
        comparison = Comparison.BETWEEN
    elif comparison is None:
        _refuse_bare(before, quantity, after)
        comparison = Comparison.EXACTLY
    refuse_negated(before, quantity, comparison)
    refuse_fraction(quantity, after)
    adding, unsure = adding_of(after.unit_tokens, before.about_tokens, quantity.unit, change=False)
    span = _only_span(before, after, quantity)
    if span is not None and (span.value is None or quantity.out_of):
        adding, unsure = Adding.NEVER, False  # the number of a week is no sum
    if quantity.out_of is not None and not after.unit_tokens:
        adding, unsure = Adding.NEVER, False
    months = int(span.value) if span is not None and span.value is not None and span.value % 1 == 0 else None
    return Measure(
        comparison,
        value,
        upper,
        _unit(quantity, after, span),
        adding,
        months,
        quantity.out_of,
        above,
        below,
        about=before.about,
        span=span.key if span is not None else "",
        unsure=unsure,
    )


def _unit(quantity: Quantity, after: After, span: Token | None) -> str:
    unit = " ".join(filter(None, (quantity.unit, after.unit))).replace("% /", "%/")
    return f"{unit}/{span.key}" if span is not None else unit


def _only_span(before: Before, after: After, quantity: Quantity) -> Token | None:
    """How often the number is asked for; a rate is asked for as it is in any period."""
    spans = (*before.spans, *after.spans)
    if quantity.unit == "%" or not spans:
        return None
    if len({token.key for token in spans}) > 1:
        raise UnreadError("có từ hai kỳ trở lên, chưa rõ con số tính theo kỳ nào")
    return spans[0]


def _comparison(before: Before, quantity: Quantity, after: After) -> Comparison | None:
    """The direction said before, after or on both sides of the figure; None when none is said."""
    said = before.direction
    if before.to is not None:
        said = said or before.to
    ways = {way for way in (after.direction, Comparison.AT_LEAST if quantity.and_more else None) if way}
    if before.is_from and said is None and not ways and quantity.upper is None:
        said = Comparison.AT_LEAST
    if not ways:
        return said
    if len(ways) > 1:
        raise UnreadError("lời trước và lời sau con số trái chiều nhau")
    way = ways.pop()
    if said in (None, Comparison.EXACTLY) or said is way:
        return way
    same = {
        Comparison.AT_LEAST: (Comparison.AT_LEAST, Comparison.MORE_THAN),
        Comparison.AT_MOST: (Comparison.AT_MOST, Comparison.LESS_THAN),
    }
    if said in same[way]:
        return said
    raise UnreadError("lời trước và lời sau con số trái chiều nhau")


def _refuse_bare(before: Before, quantity: Quantity, after: After) -> None:
    """A bare figure asks for no less; of what should be little, or take little time, it does not say that."""
    if quantity.value == 0 or (quantity.unit == "%" and quantity.value == 100):
        return
    unit = [token for token in after.unit_tokens if token.kind is Kind.WORD]
    if not quantity.unit and unit and unit[0].key in _OF_TIME:
        raise UnreadError("chưa rõ là ít nhất hay nhiều nhất bao lâu")
    words = [*before.about_tokens, *unit]
    if any(bad for bad, _, _ in anywhere(words, BAD)) and not anywhere(words, GOOD):
        raise UnreadError("chưa rõ là ít nhất hay nhiều nhất")


def _change(before: Before, quantity: Quantity, after: After) -> Measure:
    """``giảm ít nhất 10% so với cùng kỳ``: by how much less or more than before."""
    comparison = before.change or Comparison.DECREASE_BY
    value, upper, strict = quantity.value, quantity.upper, before.strict
    direction = before.direction
    if after.direction is not None:
        if direction not in (None, after.direction):
            raise UnreadError("lời trước và lời sau con số trái chiều nhau")
        direction = after.direction
    if after.noun in ("lần", "gấp"):
        raise UnreadError("«gấp mấy lần» chưa so được; ghi tăng bao nhiêu phần trăm")
    if quantity.out_of is not None:
        raise UnreadError("mức thay đổi không ghi trên thang điểm")
    if direction in (Comparison.AT_MOST, Comparison.LESS_THAN):
        if upper is not None or (comparison is Comparison.DECREASE_BY and not before.is_negated_more):
            raise UnreadError("chưa rõ là giảm nhiều nhất hay giảm xuống dưới mức ấy")
        comparison, value = _OPPOSITE[comparison], -value
        strict = direction is Comparison.LESS_THAN
    elif direction is Comparison.MORE_THAN:
        strict = True
    elif upper is not None and (before.has_strong_at_least or after.direction):
        raise UnreadError("vừa ghi một khoảng, vừa ghi ít nhất hoặc nhiều nhất")
    against = after.against or before.against
    refuse_other_start(with_marks(tokenise(against), against))
    adding, unsure = adding_of(after.unit_tokens, before.about_tokens, quantity.unit, change=True)
    span = _only_span(before, after, replace(quantity, unit=""))
    unit = " ".join(filter(None, (quantity.unit, after.unit, after.against)))
    months = int(span.value) if span is not None and span.value is not None else None
    return Measure(
        comparison,
        value if value else Decimal(0),
        upper,
        f"{unit}/{span.key}" if span is not None else unit,
        adding,
        months,
        above=strict,
        against=against,
        about=before.about,
        span=span.key if span is not None else "",
        unsure=unsure,
    )
