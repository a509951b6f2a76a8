"""Capital letters by Phụ lục II of NĐ 30, as far as the words alone decide them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.patterns import late
from generator.wording.characters import LOWER
from generator.wording.naming.capital_cases import cases_for
from generator.wording.naming.glance import CASES, NAMES, glance
from generator.wording.naming.lexicon import begins_sentence, names_in
from generator.wording.naming.proper import BODIES, EVENTS, FAMILY_NAMES
from generator.wording.remarks import Remark

_NEW_SENTENCE = late(rf"(?P<before>(?<![{LOWER}])[{LOWER}]{{2,}}|[)”])[.!?]\s+(?P<first>[{LOWER}][{LOWER}]*)(?!\))")
_GOES_ON_SMALL = late(rf"[.!?]\s+[{LOWER}]")  # what every match of it holds
_SHORTENED = {"tr", "tp", "st", "ths", "gs", "ts", "ks", "cn", "bs", "nxb", "vv", "sđd", "tt", "tx", "no", "đ/c"}


def capital_faults(text: str) -> Iterator[Remark]:
    """Each word whose capitals Phụ lục II has otherwise; text IN HOA and starts of sentences are left alone."""
    seen = glance(text)
    taken: list[tuple[int, int]] = []
    for found in names_in(text) if seen & NAMES else ():
        taken.append((found.start, found.end))
        if found.suggestion:
            typed = text[found.start : found.end]
            yield Remark(found.start, found.end, found.rule, f"viết hoa chưa đúng: «{typed}»", found.suggestion)
    for case in cases_for(text) if seen & CASES else ():
        for match in case.pattern.finditer(text):
            fixed = case.fix(match)
            if fixed == match[0] or match[0].isupper():
                continue
            if not case.anywhere and begins_sentence(text, match.start()):
                continue
            if any(start <= match.start() and match.end() <= end for start, end in taken):
                continue  # a name says its own capitals
            if (
                "unit" in match.re.groupindex
                and "name" in match.re.groupindex
                and _named_otherwise(match["unit"], match["name"])
            ):
                continue
            taken.append(match.span())
            yield Remark(match.start(), match.end(), case.rule, f"viết hoa chưa đúng: «{match[0]}»", fixed)


def small_after_stop(text: str) -> Iterator[Remark]:
    """Each sentence that begins with a small letter (ND30-C.1)."""
    for match in _NEW_SENTENCE.finditer(text) if _GOES_ON_SMALL.search(text) else ():
        if match["before"] not in _SHORTENED:
            what = f"sau dấu chấm câu viết thường: «{match[0]}»"
            yield Remark(match.start("first"), match.end(), "ND30-C.1", what, match["first"].capitalize())


def _named_otherwise(unit: str, name: str) -> bool:
    """Whether the words name a body (Tỉnh Đoàn), or a unit below the province named after a person or an event."""
    first = name.split()[0]
    if unit.casefold() in ("tỉnh", "thành phố"):
        return first in BODIES
    return first in BODIES or first in FAMILY_NAMES or first in EVENTS
