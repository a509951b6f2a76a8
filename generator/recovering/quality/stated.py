"""The target that the sentence of an objective states, where it states one and there is no doubt about it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.parts.model import Sure
from generator.patterns import late
from generator.recovering.said import Said, unmarked
from generator.targets.measure import Comparison, Measure
from generator.targets.reading import parse_measure

_CLAUSE = late(r"[;:.](?=\s|$)")
_FIGURE = late(r"\d")
_COMMA = late(r",\s+(?!\d)|,\s+(?=\d+(?:[.,]\d+)?\s*%)")
_NAMED = late(
    r"(?<!\d)(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?(?!\d)|\b(?:năm|giai đoạn)\s+20\d\d(?:\s*[-–]\s*20\d\d)?|"
    r"\d+/(?:20\d\d/)?[A-ZĐ][\w-]*|\b(?:ISO|TCVN)\s*\d+(?::\s*\d{4})?|\b(?:mức độ|khoản|điều|điểm|phụ lục)\s+\d+"
    r"(?:\s*(?:,|và)\s*\d+)*",
    2,
)
_OWN_NUMBER = late(r"^\s*mục tiêu(?: chất lượng)?(?: số)? \d{1,2}\s*[.:–-]\s*", 2)
_PHRASE = late(
    r"(?:(?:≥|≤|>|<|từ|trên|dưới|ít nhất|tối thiểu|thấp nhất|nhiều nhất|tối đa|cao nhất|chậm nhất|không quá|"
    r"không vượt quá|không dưới|không ít hơn|"
    r"không thấp hơn|không nhiều hơn|không cao hơn)\s*(?:là\s+|từ\s+)?)?"
    r"\d+(?:[.,]\d+)*\s*(?:%|phần trăm)?(?:\s*(?:-|–|đến)\s*\d+(?:[.,]\d+)*\s*(?:%|phần trăm)?)?",
    2,
)
_BEGINS = late(r"\s*(?:trong đó|riêng|còn lại)\b", 2)
_TIMED = late(r"\b(?:quý|tháng)\s+(?:[IVX]+|\d)", 2)
_UP_DOWN = late(r"\s+trở\s+(?:lên|xuống)", 2)
_SPAN = late(r"\s*(?:/|mỗi|một|hằng|hàng|trong)\s*\w+", 2)
_WITHIN = late(r"\btrong(?:\s+(?:vòng|thời gian|thời hạn))?\s+\d{1,3}\s+(?:giờ|phút|ngày|tháng)(?:\s+làm việc)?\b", 2)
"""How long what is counted may take, where a rate of it is asked for: «hoàn thành trong 24 giờ đạt tối thiểu 95%»."""
_SCALE = late(r"\s*(?:/|trên)\s*(?:tổng số\s+|thang\s+)?\d+")
_CHANGES = (Comparison.DECREASE_BY, Comparison.INCREASE_BY)
_SAID = (Comparison.UNREAD, Comparison.LEVEL)
DOUBT = "chưa rõ con số nào là chỉ tiêu: để trong lời"


def stated_targets(texts: Sequence[Said]) -> tuple[list[dict[str, Said]], bool]:
    """The targets that an objective and its points state in their own words; else whether figures leave them in doubt.

    All of them or none: each clause with a figure states one, with the words around it that say how a result is held
    against it. Of several each keeps its clause, which tells them apart.
    """
    clauses = [
        (one, clause.strip(), n > 0)
        for one in texts
        for n, clause in enumerate(_CLAUSE.split(without_own_number(unmarked(one))))
        if _counts(clause) and parse_measure(clause.strip()).comparison is not Comparison.LEVEL
    ]
    found = [
        (one, own, phrase)
        for one, clause, alone in clauses
        for own, phrase in _stated(clause, alone=alone and clause[0].isdigit())
    ]
    if not found or not all(phrase for _, _, phrase in found):
        return [], bool(clauses)

    def read(one: Said, words: str) -> Said:
        return Said(words, one.place, one.words, Sure.LIKELY, "con số trong lời của mục tiêu", one.file)

    if len(found) == 1:
        one, _, phrase = found[0]
        return [{"in_ra": read(one, phrase)}], False
    return [
        {"in_ra": read(one, clause)} | ({"gia_tri": read(one, phrase)} if phrase != clause else {})
        for one, clause, phrase in found
    ], False


def without_own_number(text: str) -> str:
    """The words of an objective without the number it calls itself by: «Mục tiêu 1: …»."""
    return _OWN_NUMBER.sub("", text)


def _counts(clause: str) -> bool:
    """Whether the clause has a figure besides years, days, numbers of papers and standards."""
    return _FIGURE.search(_NAMED.sub("", clause)) is not None


def _stated(clause: str, *, alone: bool) -> list[tuple[str, str]]:
    """The clause, parted at commas where each part states one, with its targets; empty where one is not certain."""
    phrase = _phrase(clause, alone=alone)
    if phrase:
        return [(clause, phrase)]
    pieces: list[str] = []
    for part in _COMMA.split(clause):
        begins = not pieces or _BEGINS.match(part) or (_counts(part) and _counts(pieces[-1]))
        pieces = [*pieces, part] if begins else [*pieces[:-1], f"{pieces[-1]}, {part}"]
    if len(pieces) > 1:
        read = [(piece.strip(), _first_phrase(piece)) for piece in pieces if _counts(piece)]
        rates = all(parse_measure(own).is_rate for _, own in read) and not _TIMED.search(clause)
        return read if rates and all(own for _, own in read) else [(clause, "")]
    whole = parse_measure(clause)
    if whole.comparison in _CHANGES:
        return [(clause, clause.rstrip(" .") if "%" in clause and "so với" in clause else "")]
    directed = whole.comparison not in (Comparison.EXACTLY, *_SAID) and whole.span and not whole.is_rate
    return [(clause, clause.rstrip(" .") if directed else _first_phrase(clause))]


def _first_phrase(piece: str) -> str:
    """The target of the words, or of those up to the first comma behind the figure: what follows has none."""
    phrase = _phrase(piece, alone=False)
    parts = _COMMA.split(piece)
    figure = next((n for n, part in enumerate(parts) if _counts(part)), None)
    if phrase or figure is None or len(parts) == 1:
        return phrase
    before = ", ".join(parts[: figure + 1])
    return _phrase(before, alone=False) if parse_measure(before).comparison not in _CHANGES else ""


def _phrase(clause: str, *, alone: bool) -> str:
    """The words of the clause that are its target: direction, figure and unit; empty where these are not certain.

    A figure ``alone`` opens a clause of its own behind the words that say what it counts: «Số sáng kiến: 03 sáng kiến».
    """
    if "%" in clause:
        clause = _WITHIN.sub("", clause)
    whole = parse_measure(clause)
    if whole.comparison in (*_SAID, *_CHANGES) or whole.value is None:
        return ""
    if not (alone or whole.is_rate or whole.span or whole.value == 0 or whole.comparison is not Comparison.EXACTLY):
        return ""  # a bare number of things may count anything
    read = [(one, parse_measure(one[0])) for one in _PHRASE.finditer(clause)]
    found = [one for one, own in read if own.value is None or (own.value, own.upper) == (whole.value, whole.upper)]
    if len(found) != 1:
        return ""
    start, end = found[0].span()
    if not whole.is_rate and whole.unit:
        scale = _SCALE.match(clause, end) if whole.out_of is not None else None
        end = scale.end() if scale else end
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
