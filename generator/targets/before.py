"""What stands before the figure of a target: its direction, a change, what is spoken of."""

from __future__ import annotations

from collections.abc import Sequence

from generator.records import record
from generator.targets.measure import Comparison
from generator.targets.phrases import (
    ABOUT,
    AGAINST,
    DOWN,
    EARLIER,
    FAR,
    FROM,
    LAST_YEAR,
    LEADS,
    NEUTRAL,
    STRONG,
    TO,
    UNCLEAR,
    UP,
    anywhere,
    first_of,
    last_of,
    phrases,
    table,
    without,
)
from generator.targets.quantities import UnreadError
from generator.targets.tokens import Kind, Token

_NEGATED = {Comparison.MORE_THAN: Comparison.AT_MOST, Comparison.LESS_THAN: Comparison.AT_LEAST}
_FORBIDDING = table((True, "không để, không được, không có, không cho, không để xảy ra, không đơn vị nào"))
_COMPARED = frozenset(("thấp", "cao", "lớn", "nhỏ", "ít", "nhiều", "kém", "dưới", "trên", "quá", "qua", "vượt", "hơn"))
_SHORTENED = frozenset(["ko", "k", "kg", "kh", "khg", "khong", "hok", "hk", "hông", "hổng", "chả", "đâu", "dc", "đc"])
"""How «không» and «được» are shortened in haste: what they turn is not guessed."""
_LIMITING = frozenset(("chỉ", "vỏn"))
_NAMES_OF_LIMITING = frozenset(["tiêu", "số", "thị", "đạo", "định", "dẫn", "huy"])  # «chỉ tiêu», «chỉ số»
_TURNING = {
    key for phrase in phrases("không, chưa, chẳng, đừng, trừ, dưới, quá, hơn, vượt, kém, tối, nhất, dừng")
    for key in phrase
}  # fmt: skip


@record(frozen=True)
class Before:
    """What the words before a figure say of it.

    ``change`` is DECREASE_BY or INCREASE_BY, ``to`` the direction where it is to what (``giảm còn``), not by how much.
    """

    direction: Comparison | None = None
    is_from: bool = False
    is_within: bool = False
    change: Comparison | None = None
    to: Comparison | None = None
    strict: bool = False
    is_negated_more: bool = False
    against: str = ""
    about: str = ""
    about_tokens: tuple[Token, ...] = ()
    spans: tuple[Token, ...] = ()

    @property
    def has_strong_at_least(self) -> bool:
        """Whether «at least» was said in more than ``từ``."""
        return self.direction is Comparison.AT_LEAST


def before_figure(tokens: Sequence[Token], text: str) -> Before:
    """The words before the figure understood; raises UnreadError on what may turn its meaning and is not understood."""
    spans = tuple(token for token in tokens if token.kind is Kind.SPAN)
    rest = [token for token in tokens if token.kind is not Kind.SPAN]
    rest, against = _without_against(rest, text)
    directions: list[tuple[Comparison, bool]] = []
    is_from, is_within, to = False, False, None
    is_excess = False
    while rest:
        strong, lead = last_of(rest, STRONG), last_of(rest, LEADS)
        towards, start = last_of(rest, TO), last_of(rest, FROM)
        if last_of(rest, UNCLEAR):
            raise UnreadError("chưa rõ là ít nhất hay nhiều nhất")
        if strong and strong[1] >= max(hit[1] for hit in (strong, lead or strong, towards or strong) if hit):
            directions.append((strong[0], rest[-strong[1]].key == "không"))
            is_excess = rest[-strong[1]].key in ("quá", "vượt")
            rest = rest[: -strong[1]]
        elif last_of(rest, ABOUT) and not (lead and lead[1] > 1):
            raise UnreadError("con số ước chừng, không rõ bao nhiêu là đạt")
        elif towards and to is None and _changes(rest):
            to = towards[0]
            verb = rest[-towards[1]]
            rest = [*rest[: -towards[1]], *([verb] if verb.key in ("giảm", "tăng", "hạ", "nâng") else [])]
        elif towards and towards[0] is Comparison.AT_MOST and rest[-1].key == "còn":
            if not directions:
                directions.append((Comparison.AT_MOST, False))
            rest = rest[: -towards[1]]
        elif start:
            is_from, rest = True, rest[: -start[1]]
        elif lead:
            rest = rest[: -lead[1]]
        elif rest[-1].key == "trong":
            is_within, rest = True, rest[:-1]
        elif rest[-1].kind is Kind.STOP and rest[-1].key in (":", ",", "(", ".", "·", ")"):
            rest = rest[:-1]
        else:
            break
    change, about = _change_in(rest)
    if change is not None and to is None and rest[-1].key == "cả":
        raise UnreadError("«cả» mấy việc ấy là tất cả, không phải là mức thay đổi")
    far = anywhere(without(about, NEUTRAL), FAR)
    if far and (directions or len(far) > 1):
        if {hit[0] for hit in far} != {said for said, _ in directions}:
            raise UnreadError("có hai lời chỉ chiều khác nhau")
    elif far:
        directions.append((far[0][0], about[far[0][1]].key == "không"))
    if far:
        about = [token for at, token in enumerate(about) if not far[0][1] <= at < far[0][1] + far[0][2]]
    direction = _one_direction(directions)
    if direction is Comparison.MORE_THAN and _is_bare_excess(tokens):
        raise UnreadError("chưa rõ «quá» là nhiều hơn hay là không được quá")
    if anywhere(about, _FORBIDDING) and not far:
        if direction not in _NEGATED:
            raise UnreadError("chưa rõ «không» nói về con số hay về việc khác")
        direction = _NEGATED[direction]
        about = without(about, _FORBIDDING)
    if direction is Comparison.MORE_THAN and is_excess and about and about[0].key == "không":
        direction = Comparison.AT_MOST  # «không trễ hạn quá 2 hồ sơ»
    _refuse_turning(about, direction)
    if change is not None and to is None and _is_far_level(change, direction, about):
        raise UnreadError("chưa rõ là thay đổi bao nhiêu hay thay đổi đến mức nào")
    if change is None and to is None and against and direction in (Comparison.MORE_THAN, Comparison.LESS_THAN):
        change = Comparison.INCREASE_BY if direction is Comparison.MORE_THAN else Comparison.DECREASE_BY
        direction = None
    while lead := last_of(about, LEADS):
        about = about[: -lead[1]]
    about = [token for token in about if token.kind is not Kind.STOP]
    return Before(
        direction,
        is_from,
        is_within,
        change,
        to,
        False,
        any(negated for _, negated in directions),
        against,
        text[about[0].start : about[-1].end] if about else "",
        tuple(about),
        spans,
    )


def _is_bare_excess(tokens: Sequence[Token]) -> bool:
    """Whether the figure follows «quá» alone: nobody asks for it, a «không» before it was left out or shortened."""
    words = [token for token in tokens if token.kind is Kind.WORD]
    if not words or words[-1].key != "quá" or any(word.key == "không" for word in words):
        return False
    return len(words) < 2 or words[-2].key != "vượt"


def _one_direction(said: list[tuple[Comparison, bool]]) -> Comparison | None:
    """The one direction of all that was said; «đúng», «bằng» add nothing to another."""
    ways = {way for way, _ in said if way is not Comparison.EXACTLY}
    if len(ways) > 1:
        raise UnreadError("có hai lời chỉ chiều khác nhau")
    return ways.pop() if ways else Comparison.EXACTLY if said else None


def _changes(tokens: Sequence[Token]) -> bool:
    return _change_in(list(tokens))[0] is not None


def _change_in(tokens: list[Token]) -> tuple[Comparison | None, list[Token]]:
    """A verb of change in the words, the last there is, and the words without it."""
    seen = without(tokens, NEUTRAL)
    known = {**dict.fromkeys(DOWN, Comparison.DECREASE_BY), **dict.fromkeys(UP, Comparison.INCREASE_BY)}
    hits = anywhere(seen, known)
    if not hits:
        return None, tokens
    if len({way for way, _, _ in hits}) > 1:
        raise UnreadError("vừa nói tăng, vừa nói giảm")
    verb = seen[hits[-1][1]]
    last = seen[hits[-1][1] + hits[-1][2] - 1]
    if any(token.key == "không" for token in tokens if token.end <= verb.start):
        raise UnreadError("chưa rõ «không» nói về con số hay về việc khác")
    return hits[-1][0], [token for token in tokens if token.end <= verb.start or token.start >= last.end]


def _is_far_level(change: Comparison, direction: Comparison | None, about: list[Token]) -> bool:
    """«giảm tỷ lệ trễ hạn dưới 2%» may be to below 2 % or by less."""
    against = Comparison.LESS_THAN, Comparison.AT_MOST
    return direction in (against if change is Comparison.DECREASE_BY else (Comparison.MORE_THAN,)) and bool(about)


def _refuse_turning(about: list[Token], direction: Comparison | None) -> None:
    """Words that may turn the meaning of a figure are understood, or it is not read."""
    known = without(about, NEUTRAL)
    for at, token in enumerate(known):
        near = at + 3 > len(known) or known[at + 1].key in _COMPARED
        if token.key in _SHORTENED:
            raise UnreadError(f"«{token.key}» viết tắt; viết đủ chữ")
        follows = known[at + 1].key if at + 1 < len(known) else ""
        if token.key in _LIMITING and follows not in _NAMES_OF_LIMITING:
            raise UnreadError(f"chưa rõ lời «{token.key}» đối với con số")
        if token.key in _TURNING and not (token.key in ("không", "chưa") and direction is not None and not near):
            raise UnreadError(f"chưa rõ lời «{token.key}» đối với con số")


def refuse_other_start(against: Sequence[Token]) -> None:
    """A change is measured from an earlier period: a plan or a rule is none."""
    dated = any(token.kind is Kind.DATE for token in against)
    if against and not dated and not anywhere(list(against), LAST_YEAR):
        raise UnreadError("kết quả chỉ so được với cùng kỳ, với năm trước, với kỳ trước")


def _without_against(tokens: list[Token], text: str) -> tuple[list[Token], str]:
    """The words without what a change is measured from, where it stands first or right before the figure."""
    for at in range(len(tokens)):
        hit, earlier = first_of(tokens, AGAINST, at), first_of(tokens, EARLIER, at)
        if hit is None and earlier is None:
            continue
        if hit is None and at and not (last_of(tokens[:at], STRONG)):
            continue
        length = hit[1] if hit else 0
        known = first_of(tokens, EARLIER, at + length)
        end = at + length + (known[1] if known else 0)
        while end < len(tokens) and tokens[end].kind is Kind.DATE:
            end += 1
        if end == at + length:
            continue
        return [*tokens[:at], *tokens[end:]], text[tokens[at].start : tokens[end - 1].end]
    return tokens, ""
