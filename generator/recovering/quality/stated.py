"""The target that the sentence of an objective states, where it states one and there is no doubt about it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.parts.model import Sure
from generator.patterns import late
from generator.recovering.said import Said
from generator.targets.measure import Comparison, Measure
from generator.targets.reading import parse_measure

_CLAUSE = late(r"[;:.](?=\s|$)")
_MARKS = late(r"\{(?:dam|nghieng): ?|\}|\[\d{1,3}\]")
_FIGURE = late(r"\d")
_OWN_NUMBER = late(r"^\s*mục tiêu(?: chất lượng)?(?: số)? \d{1,2}\s*[.:–-]\s*", 2)
_PHRASE = late(
    r"(?:(?:≥|≤|>|<|từ|trên|dưới|ít nhất|tối thiểu|thấp nhất|nhiều nhất|tối đa|cao nhất|chậm nhất|không quá|"
    r"không vượt quá|không dưới|không ít hơn|không thấp hơn|không nhiều hơn|không cao hơn)\s*(?:là\s+|từ\s+)?)?"
    r"\d+(?:[.,]\d+)*\s*(?:%|phần trăm)?(?:\s*(?:-|–|đến)\s*\d+(?:[.,]\d+)*\s*(?:%|phần trăm)?)?",
    2,
)
_UP_DOWN = late(r"\s+trở\s+(?:lên|xuống)", 2)
_SPAN = late(r"\s*(?:/|mỗi|một|hằng|hàng|trong)\s*\w+", 2)
_CHANGES = (Comparison.DECREASE_BY, Comparison.INCREASE_BY)
_SAID = (Comparison.UNREAD, Comparison.LEVEL)
DOUBT = "chưa rõ con số nào là chỉ tiêu: để trong lời"


def stated_target(texts: Sequence[Said]) -> tuple[Said | None, bool]:
    """The target that an objective and its points state in their own words; else whether figures leave it in doubt.

    One figure of one clause is taken, with the words around it that say how a result is held against it.
    """
    clauses = [
        (one, clause.strip(), n > 0)
        for one in texts
        for n, clause in enumerate(_CLAUSE.split(_OWN_NUMBER.sub("", _MARKS.sub("", str(one.value)))))
        if _FIGURE.search(clause) and parse_measure(clause.strip()).comparison is not Comparison.LEVEL
    ]
    if len(clauses) != 1:
        return None, bool(clauses)
    one, clause, alone = clauses[0]
    phrase = _phrase(clause, alone=alone and clause[0].isdigit())
    if not phrase:
        return None, True
    return Said(phrase, one.place, one.words, Sure.LIKELY, "con số trong lời của mục tiêu", one.file), False


def _phrase(clause: str, *, alone: bool) -> str:
    """The words of the clause that are its target: direction, figure and unit; empty where these are not certain.

    A figure ``alone`` opens a clause of its own behind the words that say what it counts: «Số sáng kiến: 03 sáng kiến».
    """
    whole = parse_measure(clause)
    if whole.comparison in (*_SAID, *_CHANGES) or whole.value is None:
        return ""
    if not (alone or whole.is_rate or whole.span or whole.comparison is not Comparison.EXACTLY):
        return ""  # a bare number of things may count anything
    read = [(one, parse_measure(one[0])) for one in _PHRASE.finditer(clause)]
    found = [one for one, own in read if own.value is None or (own.value, own.upper) == (whole.value, whole.upper)]
    if len(found) != 1:
        return ""
    start, end = found[0].span()
    if not whole.is_rate and whole.unit:
        if not clause[end:].lstrip().startswith(whole.noun):
            return ""
        end = clause.index(whole.noun, end) + len(whole.noun)
        if whole.span:
            tail = _SPAN.match(clause, end)
            end = tail.end() if tail else end
    after = _UP_DOWN.match(clause, end)
    phrase = clause[start : after.end() if after else end].strip()
    return phrase if _same(whole, parse_measure(phrase)) else ""


def _same(one: Measure, other: Measure) -> bool:
    """Whether both ask for the same, whatever they are about."""
    asked = ("comparison", "value", "upper", "is_rate", "above", "below", "span")
    return all(getattr(one, name) == getattr(other, name) for name in asked)
