"""Dashes, quotation marks, brackets and the signs inside numbers of documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.patterns import late
from generator.wording.characters import LOWER
from generator.wording.remarks import Remark

_SYMBOL = late(
    r"(?<!\w)\d{1,5}(?P<a>\s*)/(?P<b>\s*)(?:\d{4}/)?(?:QĐ|NĐ|NQ|TT|TTr|TTLT|KH|CT|CTr|BC|TB|CV|HD|UBND|HĐND)"
    r"(?P<c>\s*[-–—‑]\s*)[A-ZĐ][A-ZĐa-z]+"
)
_STRAY = late(r"(?<=[.;:/])\s*(?P<mark>[✓✔✗✘√★☆]+)\s*$|(?P<picture>[\U0001f300-\U0001faff\u2600-\u260f\u2613-\u26ff]+)")
_SIGN = late("[✓✔✗✘√★☆\U0001f300-\U0001faff\u2600-\u260f\u2613-\u26ff]")  # what every match of it holds
_NAME_DASH = late(rf"\b[A-ZĐ][^\W\d_]*[{LOWER}](?: [^\W\d_]*[{LOWER}])? (?P<dash>[-–]) (?=[A-ZĐ][^\W\d_]*[{LOWER}])")
_COLON = late(
    r"\b(?P<type>[Qq]uyết định|[Nn]ghị định|[Nn]ghị quyết|[Tt]hông tư|[Kk]ế hoạch|[Tt]ờ trình|[Tt]hông báo|[Cc]ông văn|"
    r"[Bb]áo cáo|[Cc]hỉ thị|[Hh]ướng dẫn|[Cc]hương trình) số ?: ?(?=\d{1,5}(?:/|-))"
)
_ENUMERATOR = late(r"(?:(?<=[\s(;,:–-])|^)(?:\d{1,3}|[a-zđ]|[ivx]{1,4})\)")
_BRACKET = late(r"[()]")
_LONGEST_QUOTATION = 30  # paragraphs
_DASHED = late(r"(?<![^\W\d_])(?P<left>[^\W\d_]+ [^\W\d_]+) (?P<dash>[-–]) (?=(?P<right>[^\W\d_]+ [^\W\d_]+))")


def symbol_faults(text: str) -> Iterator[Remark]:
    """Numbers of documents with a space or a long dash inside (LV16, ND30-I.2.3c5)."""
    for match in _SYMBOL.finditer(text) if "/" in text else ():
        if match["a"] or match["b"] or match["c"] != "-":
            right = re.sub(r"\s+", "", re.sub(r"[–—‑]", "-", match[0]))
            what = f"số, ký hiệu «{match[0]}» có dấu cách hoặc dấu gạch dài"
            yield Remark(match.start(), match.end(), "LV16", what, right)
    for match in _COLON.finditer(text) if ":" in text and " số" in text else ():
        what = f"thừa dấu hai chấm giữa «số» và số, ký hiệu: «{match[0].strip()}»"
        yield Remark(match.start(), match.end(), "LV16", what, f"{match['type']} số")


def stray_signs(text: str) -> Iterator[Remark]:
    """A tick left behind the end of a sentence, and little pictures (LV39)."""
    for match in _STRAY.finditer(text) if _SIGN.search(text) else ():
        sign = match["mark"] or match["picture"]
        yield Remark(match.start(), match.end(), "LV39", f"dấu lạ trong câu: «{sign}»")


def bracket_faults(text: str) -> Iterator[Remark]:
    """Round brackets that open and never close, or close what nothing opened (LV34); «a)», «1)» open no bracket."""
    if "(" not in text and ")" not in text:
        return
    listed = {match.end() - 1 for match in _ENUMERATOR.finditer(text)}
    opened: list[int] = []
    unopened: list[int] = []
    for match in _BRACKET.finditer(text):
        at = match.start()
        if match[0] == "(":
            opened.append(at)
        elif opened:
            opened.pop()
        elif at not in listed and text[max(0, at - 2) : at].isalnum():
            unopened.append(at)
    if unopened and unopened[-1] == len(text.rstrip(" *_")) - 1:
        unopened.pop()  # and so is its second half
    if unopened and text.count(")") - len(listed) > text.count("("):
        (at, *_) = unopened
        yield Remark(
            at, at + 1, "LV34", f"ngoặc đóng mà không có ngoặc mở: «{text[max(0, at - 25) : at + 1].lstrip()}»"
        )
    if text.lstrip(" *_")[:1] == "(":
        opened = opened[1:]  # a line in brackets may be broken over two paragraphs
    for at in opened:
        if not any(end > at for end in listed):  # «(gồm: a) … b) …» goes on below
            yield Remark(at, at + 1, "LV34", f"ngoặc mở mà không đóng: «{text[at : at + 45].rstrip()}»")


def quote_faults(text: str) -> Iterator[Remark]:
    """Curly quotation marks that open and never close, or close what nothing opened (LV17)."""
    if "“" not in text and "”" not in text:
        return
    opened: int | None = None
    for at, char in enumerate(text):
        if char == "“":
            if opened is not None:
                yield Remark(opened, opened + 1, "LV17", "dấu “ mở mà không đóng", "thêm ”")
            opened = at
        elif char == "”":
            if opened is None:
                yield Remark(at, at + 1, "LV17", "dấu ” đóng mà không có dấu mở", "thêm “")
            opened = None
    if opened is not None:
        yield Remark(opened, opened + 1, "LV17", "dấu “ mở mà không đóng", "thêm ”")


def long_quotations(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and the last text of each quotation in curly marks that goes over several of them."""
    opened: int | None = None
    for n, text in enumerate(texts):
        if opened is None and "“" not in text:
            continue
        if opened is not None and n - opened > _LONGEST_QUOTATION:
            opened = None
        first, last = text.find("“"), text.rfind("”")
        if opened is not None and last >= 0 and (first < 0 or text.find("”") < first):
            yield opened, n
            opened = None
        if text.rfind("“") > last:
            opened = n


def dashed_pairs(text: str) -> set[tuple[str, str]]:
    """The words either side of a dash between spaces, in small letters, with the dash: «văn hóa xã hội», ``-``."""
    if " - " not in text and " – " not in text:
        return set()
    return {(f"{match['left']} {match['right']}".lower(), match["dash"]) for match in _DASHED.finditer(text)}


def dashes_in_names(text: str) -> set[str]:
    """Which dashes join the words of names in the text: «Tài chính - Kế hoạch», «Tài chính – Kế hoạch»."""
    if " - " not in text and " – " not in text:
        return set()
    return {match["dash"] for match in _NAME_DASH.finditer(text)}


def quote_styles(text: str) -> set[str]:
    """Which double quotation marks enclose words: ``"``, ``“`` or both."""
    straight = {'"'} if '"' in text and re.search(r'(?<!\w)"(?=\w)[^"]*"', text) else set()
    return straight | ({"“"} if "“" in text else set())
