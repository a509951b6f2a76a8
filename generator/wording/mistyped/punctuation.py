"""Dashes, quotation marks and the signs inside numbers of documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.patterns import late
from generator.wording.remarks import Remark

_SYMBOL = late(
    r"(?<!\w)\d{1,5}(?P<a>\s*)/(?P<b>\s*)(?:\d{4}/)?(?:QĐ|NĐ|NQ|TT|TTr|TTLT|KH|CT|CTr|BC|TB|CV|HD|UBND|HĐND)"
    r"(?P<c>\s*[-–—‑]\s*)[A-ZĐ][A-ZĐa-z]+"
)
_DASHED = late(r"(?<![^\W\d_])(?P<left>[^\W\d_]+ [^\W\d_]+) (?P<dash>[-–]) (?=(?P<right>[^\W\d_]+ [^\W\d_]+))")


def symbol_faults(text: str) -> Iterator[Remark]:
    """Numbers of documents with a space or a long dash inside (LV16, ND30-I.2.3c5)."""
    for match in _SYMBOL.finditer(text):
        if match["a"] or match["b"] or match["c"] != "-":
            right = re.sub(r"\s+", "", re.sub(r"[–—‑]", "-", match[0]))
            what = f"số, ký hiệu «{match[0]}» có dấu cách hoặc dấu gạch dài"
            yield Remark(match.start(), match.end(), "LV16", what, right)


def quote_faults(text: str) -> Iterator[Remark]:
    """Curly quotation marks that open and never close, or close what nothing opened (LV17)."""
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


def dashed_pairs(text: str) -> set[tuple[str, str]]:
    """The words either side of a dash between spaces, in small letters, with the dash: «văn hóa xã hội», ``-``."""
    return {(f"{match['left']} {match['right']}".lower(), match["dash"]) for match in _DASHED.finditer(text)}


def quote_styles(text: str) -> set[str]:
    """Which double quotation marks enclose words: ``"``, ``“`` or both."""
    straight = {'"'} if re.search(r'(?<!\w)"(?=\w)[^"]*"', text) else set()
    return straight | ({"“"} if "“" in text else set())
