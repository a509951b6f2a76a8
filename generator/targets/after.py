"""What stands after the figure of a target: its unit, a direction, how often, what a change is measured from."""

from __future__ import annotations

from collections.abc import Sequence

from generator.records import record
from generator.targets.before import Before
from generator.targets.measure import Comparison
from generator.targets.phrases import (
    AFTER,
    AGAINST,
    DOWN,
    EARLIER,
    FAR,
    GRADES,
    NEUTRAL,
    UP,
    anywhere,
    first_of,
    last_of,
    table,
    without,
)
from generator.targets.quantities import Quantity, UnreadError
from generator.targets.tokens import Kind, Token, typed

_NEAR = 4
"""How many words of a unit «trở lên» may follow and be said of the figure."""
_HARMLESS = table(
    (True, "không quá hạn, lương tối thiểu, mức sống tối thiểu, tối đa hóa, không quá thời hạn, tối thiểu hóa"),
    (True, "không vượt cấp"),
)  # fmt: skip
_TURNING = frozenset(("trở", "xuống", "hơn", "dưới", "quá", "tối", "nhất", "giở", "thấp"))
_LEADING = frozenset((",", ":", "(", ".", "-"))


@record(frozen=True)
class After:
    """What the words after a figure say of it; ``noun`` is the first of its unit."""

    unit: str = ""
    unit_tokens: tuple[Token, ...] = ()
    direction: Comparison | None = None
    spans: tuple[Token, ...] = ()
    against: str = ""

    @property
    def noun(self) -> str:
        """The first word of the unit, as it is compared."""
        return self.unit_tokens[0].key if self.unit_tokens else ""


def after_figure(tokens: Sequence[Token], text: str, quantity: Quantity, before: Before) -> After:
    """The words after the figure understood; raises UnreadError on what may turn its meaning and is not understood."""
    rest = list(tokens)
    is_change = before.change is not None and before.to is None
    against = ""
    if is_change:
        rest, against = _without_against(rest, text)
    is_rate = quantity.unit == "%" and not is_change
    rest, direction = _without_direction(rest, is_rate=is_rate, has_direction=_has_direction(before))
    if rest and rest[-1].kind is Kind.PLUS and direction is None:
        rest, direction = rest[:-1], Comparison.AT_LEAST
    spans: tuple[Token, ...] = ()
    if not is_rate:
        spans = tuple(token for token in rest if token.kind is Kind.SPAN)
        rest = [token for token in rest if token.kind is not Kind.SPAN]
    while rest and (rest[0].key in _LEADING or rest[0].key in (")", "»")):
        rest = rest[1:]
    while rest and rest[-1].kind is Kind.STOP and not (rest[-1].key == ")" and any(t.key == "(" for t in rest)):
        rest = rest[:-1]
    _refuse(rest, is_rate=is_rate)
    if direction is None and not _has_direction(before) and (quantity.value not in (0, 100) or not is_rate):
        _refuse_turning(rest)
    return After(typed(rest, text), tuple(rest), direction, spans, against)


def _has_direction(before: Before) -> bool:
    return before.direction not in (None, Comparison.EXACTLY) or before.to is not None


def _without_direction(
    tokens: list[Token], *, is_rate: bool, has_direction: bool
) -> tuple[list[Token], Comparison | None]:
    """The words without the direction said of the figure; one said of a grade within them is left there."""
    ways: set[Comparison] = set()
    for way, at, length in reversed(anywhere(tokens, AFTER)):
        if at and _is_of_grade(tokens, at, is_rate=is_rate):
            if way is not Comparison.AT_LEAST and not has_direction:
                raise UnreadError("chưa rõ lời chỉ chiều nói về con số hay về việc khác")
            continue
        ways.add(way)
        tokens = [*tokens[:at], *tokens[at + length :]]
    if len(ways) > 1:
        raise UnreadError("có hai lời chỉ chiều khác nhau")
    return tokens, ways.pop() if ways else None


def _is_of_grade(tokens: list[Token], at: int, *, is_rate: bool) -> bool:
    """Whether what stands before the words is a grade (``loại khá trở lên``), or too far from the figure."""
    words = [token for token in tokens[:at] if token.kind is not Kind.SPAN]
    if not words or all(token.kind is Kind.STOP for token in words):
        return False
    return bool(last_of(words, GRADES)) or words[-1].kind is Kind.NAME or (is_rate and len(words) > _NEAR)


def _without_against(tokens: list[Token], text: str) -> tuple[list[Token], str]:
    for at in range(len(tokens)):
        if first_of(tokens, AGAINST, at) or first_of(tokens, EARLIER, at) or tokens[at].key == "hơn":
            end = at
            while end < len(tokens) and tokens[end].key not in (";", ")", "(") and tokens[end].kind is not Kind.SPAN:
                end += 1
            if any(token.kind is Kind.NUMBER for token in tokens[at:end]):
                raise UnreadError("còn một con số nữa, chưa rõ là gì")
            start = at + 1 if tokens[at].key == "hơn" else at
            if last := anywhere(tokens[at:end], AFTER):
                return [*tokens[:at], *tokens[at + last[0][1] : end], *tokens[end:]], text[
                    tokens[start].start : tokens[at + last[0][1] - 1].end
                ]
            return [*tokens[:at], *tokens[end:]], typed(tokens[start:end], text)
    return tokens, ""


def _refuse(tokens: list[Token], *, is_rate: bool) -> None:
    """Figures and directions that are left were not understood."""
    for at, token in enumerate(tokens):
        if token.key in (",", ";", "và") and at + 1 < len(tokens) and tokens[at + 1].key in ("không", "chưa"):
            raise UnreadError("còn một điều kiện nữa sau con số")
        if token.kind in (Kind.NUMBER, Kind.PERCENT):
            raise UnreadError("còn một con số nữa, chưa rõ là gì")
        if token.kind in (Kind.SIGN, Kind.OTHER, Kind.PLUS):
            raise UnreadError(f"chưa rõ dấu «{token.key}»")
    words = without(without(tokens, _HARMLESS), NEUTRAL)
    own = [at for _, at, _ in anywhere(words, AFTER) if not (at and _is_of_grade(words, at, is_rate=is_rate))]
    if own or (anywhere(words, FAR) and not anywhere(words, AFTER)):
        raise UnreadError("chưa rõ lời chỉ chiều nói về con số hay về việc khác")
    if not is_rate and anywhere(words, {**DOWN, **UP}):
        raise UnreadError("chưa rõ là một mức hay là mức tăng, giảm")


def _refuse_turning(tokens: list[Token]) -> None:
    """Words of a direction that is none of those known (``trờ xuống``) after a bare figure."""
    for token in without(without(without(tokens, AFTER), GRADES), NEUTRAL):
        if token.key in _TURNING:
            raise UnreadError(f"chưa rõ lời «{token.key}» đối với con số")
