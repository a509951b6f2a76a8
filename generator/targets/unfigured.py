"""Targets without a figure: what shall not be at all, no more than before, a place, a level."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.targets.adding import adding_of
from generator.targets.before import refuse_other_start
from generator.targets.measure import Adding, Comparison, Measure
from generator.targets.phrases import (
    AFTER,
    AGAINST,
    AT_LEAST,
    AT_MOST,
    EARLIER,
    FAR,
    GRADES,
    STRONG,
    ZERO,
    anywhere,
    first_of,
    last_of,
    table,
)
from generator.targets.quantities import UnreadError
from generator.targets.tokens import Kind, Token, typed

_CHANGES = table(
    (("up", False), "không giảm, không để giảm, không thấp hơn, không ít hơn, không kém, không kém hơn"),
    (("up", False), "không sụt giảm, ≥"),
    (("up", False), "bằng hoặc cao hơn, bằng hoặc hơn, bằng hoặc nhiều hơn, cao hơn hoặc bằng, bằng hoặc vượt"),
    (("up", False), "bằng hay hơn"),
    (("up", False), "duy trì bằng hoặc cao hơn, không dưới, không nhỏ hơn, nhiều hơn hoặc bằng, ít nhất bằng"),
    (("up", False), "tối thiểu bằng"),
    (("up", True), "cao hơn, tăng, nhiều hơn, tăng hơn, lớn hơn, vượt, tăng lên, hơn"),
    (("down", False), "không tăng, không để tăng, không cao hơn, không nhiều hơn, không vượt, không vượt quá"),
    (("down", False), "không lớn hơn, ≤"),
    (("down", False), "bằng hoặc thấp hơn, bằng hoặc ít hơn, thấp hơn hoặc bằng, ít hơn hoặc bằng, bằng hoặc giảm"),
    (("down", False), "không quá"),
    (("down", False), "nhiều nhất bằng, tối đa bằng, không hơn, bằng hoặc nhỏ hơn"),
    (("down", True), "thấp hơn, giảm, ít hơn, giảm hơn, nhỏ hơn, giảm so, giảm xuống, kém"),
)  # fmt: skip
_REACHED = table((True, "đạt, hoàn thành, hoàn thành nhiệm vụ, đạt yêu cầu, đạt chuẩn"))
_ALONE = frozenset(("không tăng", "không giảm"))


def without_figure(tokens: Sequence[Token], text: str) -> Measure:
    """The measure of a text that holds no figure but names and days; raises UnreadError on a grade at most."""
    words = list(tokens)
    return _change(words, text) or _nought(words, text) or _level(words, text)


def _nought(tokens: list[Token], text: str) -> Measure | None:
    """``không có vụ nào``, ``không để xảy ra cháy nổ``: none of it."""
    hit = first_of(tokens, ZERO)
    none = next((at for at, token in enumerate(tokens) if token.key == "nào"), None)
    if hit is None and not (tokens and tokens[0].key == "không" and none is not None):
        return None
    start = hit[1] if hit else 1
    matter = [token for token in tokens[start:] if token.key != "nào" and token.key not in (".", "(", ")")]
    if not matter or anywhere(matter, {**FAR, **AFTER}) or any(token.key == ";" for token in tokens):
        return None
    if matter[0].key in ("tình", "việc", "hiện", "thì") and none is None:
        unit, about = "", text[matter[0].start : matter[-1].end]
    else:
        unit, about = typed(matter, text), ""
    # What shall not happen is counted wherever it happens, whatever it is called; what shall not be left, on a day.
    left = any(token.key in ("còn", "tồn") for token in tokens[:start])
    adding = Adding.LAST if left else Adding.SUM
    return Measure(Comparison.EXACTLY, Decimal(0), unit=unit, adding=adding, about=about)


def _change(tokens: list[Token], text: str) -> Measure | None:
    """``không tăng so với năm trước``, ``bằng hoặc cao hơn cùng kỳ``: no worse than before, or better."""
    against = next((at for at in range(len(tokens)) if first_of(tokens, AGAINST, at)), None)
    if against is None:
        against = next((at for at in range(1, len(tokens)) if first_of(tokens, EARLIER, at)), len(tokens))
        if against == len(tokens) or not last_of(tokens[:against], _CHANGES):
            against = next(
                (at for at in range(1, len(tokens)) if tokens[at].kind is Kind.DATE and last_of(tokens[:at], _CHANGES)),
                len(tokens),
            )
    hits = anywhere(tokens[:against], _CHANGES)
    if len(hits) != 1:
        return None
    (way, strict), at, length = hits[0]
    phrase = " ".join(token.key for token in tokens[at : at + length])
    if against == len(tokens) and not (phrase in _ALONE and (at == 0 or at + length == len(tokens))):
        return None
    about = [token for token in (*tokens[:at], *tokens[at + length : against]) if token.kind is not Kind.STOP]
    comparison = Comparison.INCREASE_BY if way == "up" else Comparison.DECREASE_BY
    said = " ".join(text[token.start : token.end] for token in about)
    compared = text[tokens[against].start :] if against < len(tokens) else ""
    refuse_other_start(tokens[against:])
    adding, _ = adding_of((), about, "", change=True)
    return Measure(comparison, Decimal(0), adding=adding, above=strict, against=compared, about=said)


def _level(tokens: list[Token], text: str) -> Measure:
    """A level by its own words; a place in one form whatever is said around it."""
    if tokens and tokens[0].key in ("không", "chưa") and first_of(tokens[1:], _REACHED) == (True, len(tokens) - 1):
        raise UnreadError("không phải là mức để đạt")
    keys = [token.key for token in tokens]
    if len(anywhere(tokens, GRADES)) > 1 and "từ" in keys and "đến" in keys:
        raise UnreadError("chương trình chỉ xét mức «từ … trở lên»")
    graded = anywhere(tokens, GRADES) or any(token.kind is Kind.NAME for token in tokens)
    ways = {way for way, _, _ in anywhere(tokens, {**FAR, **AFTER})}
    dated = any(token.kind is Kind.DATE for token in tokens)
    down = any(token.kind is Kind.NAME and token.key.endswith("trở xuống") for token in tokens)
    strict = tokens and graded and first_of(tokens, STRONG) is not None and not ways
    if down or (graded and not dated and ways & {AT_MOST, Comparison.LESS_THAN}):
        raise UnreadError("chương trình chỉ xét mức «từ … trở lên»")
    if strict and first_of(tokens, STRONG)[0] not in (AT_LEAST, Comparison.EXACTLY):  # type: ignore[index]
        raise UnreadError("chương trình chỉ xét mức «từ … trở lên»")
    return Measure(Comparison.LEVEL, unit=text)
