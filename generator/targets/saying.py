"""A measure said back in words, so that the person who typed the target sees how it is understood."""

from __future__ import annotations

from decimal import Decimal

from generator.targets.levels import LevelKind, level_kind
from generator.targets.measure import Adding, Comparison, Measure
from generator.targets.tokens import plain

_WORDS = {
    Comparison.AT_LEAST: "ít nhất",
    Comparison.EXACTLY: "ít nhất",  # a bare figure asks for no less
    Comparison.MORE_THAN: "trên",
    Comparison.AT_MOST: "không quá",
    Comparison.LESS_THAN: "dưới",
}
_LITERAL = {
    Comparison.AT_LEAST: ("≥", "ít nhất", "tối thiểu", "trở lên"),
    Comparison.MORE_THAN: (">", "trên"),
    Comparison.AT_MOST: ("≤", "không quá", "tối đa"),
    Comparison.LESS_THAN: ("<", "dưới"),
}
"""Words that say a direction as it is said back, or as everybody says it."""
_ADDING = {
    Adding.PARTS: "",
    Adding.SUM: "; cộng các kỳ, các đơn vị",
    Adding.LAST: "; lấy số cuối kỳ, không cộng các kỳ",
    Adding.NEVER: "; không cộng",
}
_UNSURE = "; không cộng, vì chưa biết số liệu tính theo đơn vị này có cộng được không"
_SHORT = 4
_WHOLE = 100
_JUDGED = "chỉ xét theo mức «đạt» hoặc «không đạt» do người đánh giá ghi"


def said(measure: Measure) -> str:
    """How the target is understood, and what is added: ``ít nhất 4,0 trên thang 5 điểm; không cộng``."""
    if measure.comparison is Comparison.UNREAD:
        return f"chưa hiểu: {measure.why}"
    if measure.comparison is Comparison.LEVEL:
        return _level(measure.unit)
    if measure.span and measure.months is None and not measure.is_change:
        return f"{asked(measure)}; kết quả ghi số của mỗi {measure.span}, không cộng"
    return asked(measure) + (_UNSURE if measure.unsure else _ADDING[measure.adding])


def _level(text: str) -> str:
    kind = level_kind(text)
    if kind is LevelKind.DAY:
        return f"thời hạn «{text}»; {_JUDGED}"
    if kind is LevelKind.OTHER:
        return f"«{text}»; {_JUDGED}"
    lead = "thứ hạng" if kind is LevelKind.PLACE else "mức"
    return f"{lead} «{text}»" + ("" if "trở lên" in text.casefold() else " hoặc tốt hơn")


def asked(measure: Measure) -> str:
    """What the target asks for: ``không quá 2%``, ``từ 1 đến 2 lần mỗi năm``, ``giảm ít nhất 10% so với cùng kỳ``."""
    value = measure.value or Decimal(0)
    if measure.is_change:
        words = _change(measure, value)
    elif measure.comparison is Comparison.EXACTLY and not value:
        words = _none(measure)
    elif measure.upper is not None:
        low, high = "trên" if measure.above else "từ", "dưới" if measure.below else ""
        first = f"{figure(value)}%" if _is_percent(measure) else figure(value)
        words = " ".join(filter(None, (low, first, "đến", high, _amount(measure, measure.upper))))
    else:
        whole = measure.comparison is Comparison.EXACTLY and measure.is_rate and value == _WHOLE
        words = f"{'đủ' if whole else _WORDS[measure.comparison]} {_amount(measure)}"
    if measure.span and not measure.is_change:
        words = f"{words} mỗi {measure.span}"
    return f"{measure.about}: {words}" if measure.about else words


def _none(measure: Measure) -> str:
    if _is_percent(measure):
        return f"bằng {_amount(measure)}"
    if not measure.noun:
        return "không để xảy ra" if measure.about else "bằng 0"
    return f"không có {measure.noun}" + (" nào" if len(measure.noun.split()) < _SHORT else "")


def _change(measure: Measure, value: Decimal) -> str:
    down = measure.comparison is Comparison.DECREASE_BY
    against = measure.against or "so với cùng kỳ năm trước"
    if not against.startswith("so"):
        against = f"so với {against}"
    each = f" mỗi {measure.span}" if measure.span else ""
    rest = f"{each} {against}"
    if not value:
        if measure.above:
            return ("giảm" if down else "tăng") + rest
        return ("không tăng" if down else "không giảm") + rest
    way = ("giảm", "tăng") if down else ("tăng", "giảm")
    amount = _amount(measure, abs(value)).removesuffix(f" {measure.against}")
    if value < 0:
        return f"{way[1]} {'dưới' if measure.above else 'không quá'} {amount}{rest}"
    if measure.upper is not None:
        first = f"{figure(value)}%" if _is_percent(measure) else figure(value)
        last = _amount(measure, measure.upper).removesuffix(f" {measure.against}")
        return f"{way[0]} từ {first} đến {last}{rest}; {way[0]} nhiều hơn cũng là đạt"
    return f"{way[0]} {'trên' if measure.above else 'ít nhất'} {amount}{rest}"


def _is_percent(measure: Measure) -> bool:
    return measure.unit.startswith("%")


def _amount(measure: Measure, value: Decimal | None = None) -> str:
    """The figure in its unit: ``95% hồ sơ``, ``4,0 trên thang 5 điểm``, ``19 trên 19 tiêu chí``."""
    number = figure(measure.value or Decimal(0) if value is None else value)
    noun = measure.noun
    if measure.out_of is not None:
        scale = "thang " if noun in ("", "điểm") else ""
        return f"{number} trên {scale}{figure(measure.out_of)} {noun or 'điểm'}"
    return f"{number}{noun}" if noun[:1] in ("%", "‰") else f"{number} {noun}".strip()


def figure(value: Decimal) -> str:
    """The figure as a document prints it, with the decimals it was typed with: ``1.000``, ``4,0``."""
    whole, _, part = f"{value:f}".partition(".")
    return f"{int(whole):,}".replace(",", ".") + (f",{part}" if part else "")


def is_literal(text: str, measure: Measure) -> bool:
    """Whether the reading is what was typed, word for word or sign for sign, so that saying it back tells nothing."""
    if measure.comparison is Comparison.LEVEL:
        return level_kind(text) in (LevelKind.GRADE, LevelKind.PLACE)
    if measure.unsure or measure.span or measure.out_of or measure.upper or measure.is_change:
        return False
    if measure.adding not in (Adding.PARTS, Adding.SUM):
        return False
    typed = plain(text).casefold()
    if measure.comparison is Comparison.EXACTLY:
        return typed.startswith("0") if not measure.value else measure.is_rate and measure.value == _WHOLE
    return any(word in typed for word in _LITERAL[measure.comparison])
