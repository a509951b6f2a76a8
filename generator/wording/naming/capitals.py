"""Capital letters by Phụ lục II of NĐ 30, as far as the words alone decide them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.patterns import late
from generator.wording.naming.capital_cases import CASES, LOWER
from generator.wording.naming.proper import BODIES, EVENTS, FAMILY_NAMES
from generator.wording.remarks import Remark

_START = late(r"(?:^|[.!?:…\n;]\s*|(?:^|\n)\s*(?:[-–+•*]|[a-zđ]\)|\d+[.)])\s*|[“‘\"'(\[]\s*)$")
_NEW_SENTENCE = late(rf"(?P<before>(?<![{LOWER}])[{LOWER}]{{2,}}|[)”])[.!?]\s+(?P<first>[{LOWER}][{LOWER}]*)")
_SHORTENED = {"tr", "tp", "st", "ths", "gs", "ts", "ks", "cn", "bs", "nxb", "vv", "sđd", "tt", "tx", "no", "đ/c"}
_FAR_ENOUGH = 12  # characters before a word that tell whether a sentence starts at it


def capital_faults(text: str) -> Iterator[Remark]:
    """Each word whose capitals Phụ lục II has otherwise; text IN HOA and starts of sentences are left alone."""
    for case in CASES:
        if not case.may_match(text):
            continue
        for match in case.pattern.finditer(text):
            fixed = case.fix(match)
            if fixed == match[0] or match[0].isupper() or not (case.anywhere or _is_inside(text, match.start())):
                continue
            if "name" in match.re.groupindex and _named_otherwise(match["unit"], match["name"]):
                continue
            yield Remark(match.start(), match.end(), case.rule, f"viết hoa chưa đúng: «{match[0]}»", fixed)
    for match in _NEW_SENTENCE.finditer(text):
        if match["before"] not in _SHORTENED:
            what = f"sau dấu chấm câu viết thường: «{match[0]}»"
            yield Remark(match.start("first"), match.end(), "ND30-C.1", what, match["first"].capitalize())


def _is_inside(text: str, at: int) -> bool:
    """Whether something of the sentence stands before the place."""
    return _START.search(text, max(0, at - _FAR_ENOUGH), at) is None


def _named_otherwise(unit: str, name: str) -> bool:
    """Whether the words name a body (Tỉnh Đoàn), or a unit below the province named after a person or an event."""
    first = name.split()[0]
    if unit.casefold() in ("tỉnh", "thành phố"):
        return first in BODIES
    return first in BODIES or first in FAMILY_NAMES or first in EVENTS
