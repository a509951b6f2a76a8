"""The figures of a target: a number, a part of a scale, a range with its bounds."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.records import record
from generator.targets.measure import Comparison
from generator.targets.phrases import DOWN, FROM, LEADS, STRONG, TO, UP, anywhere, first_of, last_of
from generator.targets.tokens import Kind, Token


class UnreadError(Exception):
    """What a target asks for could not be told; the message says why."""


@record(frozen=True)
class Quantity:
    """The figure of a target: where its tokens start and end, its value, and what was told with it.

    ``upper``, ``above`` and ``below`` are of a range, ``out_of`` the top of a scale; ``unit`` is ``%`` or ``điểm %``
    where it was written by the figure, ``and_more`` of ``95%+``, ``by_bounds`` of a range told by each of its bounds.
    """

    start: int
    end: int
    value: Decimal
    unit: str = ""
    upper: Decimal | None = None
    out_of: Decimal | None = None
    above: bool = False
    below: bool = False
    and_more: bool = False
    by_bounds: bool = False


_JOINING = ("đến", "tới", "-", "~", "đến dưới")


def quantity_of(tokens: Sequence[Token]) -> Quantity | None:
    """The one figure of a target; None where there is none. Raises UnreadError when there are several."""
    found = _all(tokens)
    if len(found) == 2:
        ranged = _range(tokens, found[0], found[1]) or _two_bounds(tokens, found[0], found[1])
        if ranged is not None:
            return ranged
    if len(found) > 1:
        raise UnreadError("có từ hai con số trở lên, chưa rõ con số nào là chỉ tiêu")
    return found[0] if found else None


def without_start(tokens: list[Token]) -> list[Token]:
    """The words of a change without where it starts: ``giảm từ 5% xuống còn 3%`` asks for 3 %."""
    numbers = [at for at, token in enumerate(tokens) if token.kind is Kind.NUMBER]
    first = tokens[: numbers[0]] if len(numbers) == 2 else []
    if not last_of(first, FROM) or not anywhere(first, {**DOWN, **UP}):
        return tokens
    start = numbers[0] - 1
    end = next((at for at in range(numbers[0] + 1, numbers[1]) if first_of(tokens, TO, at)), None)
    return tokens if end is None or end > numbers[0] + 4 else [*tokens[:start], *tokens[end:]]


def _all(tokens: Sequence[Token]) -> list[Quantity]:
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        if tokens[at].kind is Kind.NUMBER:
            found.append(_single(tokens, at))
            at = found[-1].end
        else:
            at += 1
    return found


def _single(tokens: Sequence[Token], at: int) -> Quantity:
    value = _value(tokens[at])
    end, out_of, unit = at + 1, None, ""
    if _kind(tokens, end) is Kind.SLASH and _kind(tokens, end + 1) is Kind.NUMBER:
        out_of = _value(tokens[end + 1])
        if not out_of or value > out_of:
            raise UnreadError(
                f"«{tokens[at].key}/{tokens[end + 1].key}» không phải là một phần của thang điểm hay tổng số"
            )
        end += 2
    elif at == 1 and tokens[0].key == "." and tokens[0].end == tokens[1].start:
        raise UnreadError(f"«.{tokens[at].key}» không rõ là số nào; viết cả số 0 đứng trước")
    elif tokens[at - 1].kind is Kind.DASH and at == 1:
        raise UnreadError("số âm không phải là mức để đạt")
    if _kind(tokens, end) is Kind.PERCENT:
        unit, end = tokens[end].key, end + 1
    elif _key(tokens, end) == "điểm" and _kind(tokens, end + 1) is Kind.PERCENT:
        unit, end = "điểm %", end + 2
    more = _kind(tokens, end) is Kind.PLUS
    return Quantity(at, end + more, value, unit, out_of=out_of, and_more=more)


def _value(token: Token) -> Decimal:
    if token.value is None:
        raise UnreadError(
            f"«{token.key}» không rõ là số nào; viết dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân"
        )
    return token.value


def _kind(tokens: Sequence[Token], at: int) -> Kind | None:
    return tokens[at].kind if at < len(tokens) else None


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if at < len(tokens) else ""


def _range(tokens: Sequence[Token], first: Quantity, second: Quantity) -> Quantity | None:
    """``từ 90 đến dưới 95%``, ``1 lần - 2 lần``: the words between are a unit said twice, a joint, how it is bound."""
    between = list(tokens[first.end : second.start])
    bound = last_of(between, STRONG)
    below, by_bounds = False, False
    if bound is not None and len(between) > bound[1]:
        if bound[0] not in (Comparison.LESS_THAN, Comparison.AT_MOST):
            return None
        below, by_bounds = bound[0] is Comparison.LESS_THAN, True
        between = between[: -bound[1]]
    if not between or between[-1].key not in _JOINING:
        return None
    unit = [token.key for token in between[:-1]]
    after = [token.key for token in tokens[second.end : second.end + len(unit)]]
    if unit != after or (first.unit and first.unit != second.unit) or first.and_more or second.and_more:
        raise UnreadError("hai đầu của khoảng không cùng đơn vị tính")
    if first.value >= second.value:
        raise UnreadError("đầu dưới của khoảng không nhỏ hơn đầu trên")
    if first.out_of is not None and first.out_of != second.out_of:
        raise UnreadError("hai đầu của khoảng không cùng thang điểm")
    return Quantity(
        first.start, second.end, first.value, second.unit, second.value, second.out_of, below=below, by_bounds=by_bounds
    )


def _two_bounds(tokens: Sequence[Token], first: Quantity, second: Quantity) -> Quantity | None:
    """``trên 90% nhưng không quá 95%``, ``≥ 90%, < 95%``: a range told by each of its bounds."""
    lower = _bound(tokens[: first.start])
    between = list(tokens[first.end : second.start])
    upper = last_of(between, STRONG)
    if upper is None:
        return None
    joint = [token.key for token in between[: -upper[1]]]
    while joint and joint[0] not in ("và", "nhưng", ",", "mà"):
        joint.pop(0)
    is_range = lower in (Comparison.AT_LEAST, Comparison.MORE_THAN)
    is_range = is_range and upper[0] in (Comparison.AT_MOST, Comparison.LESS_THAN)
    if not is_range or len(joint) != 1 or first.value >= second.value or (first.unit and first.unit != second.unit):
        return None
    words = [token.key for token in between[: -upper[1] - 1]]
    if words and words != [token.key for token in tokens[second.end : second.end + len(words)]]:
        return None
    below = upper[0] is Comparison.LESS_THAN
    return Quantity(
        first.start, second.end, first.value, second.unit, second.value, second.out_of, below=below, by_bounds=True
    )


def _bound(tokens: Sequence[Token]) -> Comparison | None:
    rest = list(tokens)
    while rest:
        hit = last_of(rest, STRONG)
        if hit is not None:
            return hit[0]
        lead = last_of(rest, LEADS)
        if lead is None:
            start = last_of(rest, FROM)
            return Comparison.AT_LEAST if start is not None else None
        rest = rest[: -lead[1]]
    return None
