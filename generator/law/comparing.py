"""One citation held against the document it means: what of its title, day and issuer stands otherwise than issued."""

from __future__ import annotations

import re
from typing import Literal

from generator.law.bases import LegalDocument, Registry
from generator.law.citations import TYPES, Citation, has_lead, in_capitals, title_text
from generator.law.issuers import sign_of_issuer
from generator.law.matching import owner_of_title
from generator.law.titles import Likeness, begins_with, compare, missing_tail
from generator.patterns import late
from generator.records import record
from generator.wording.characters import fold

_LEAD = late(r"[\s,]*(?:(?:về(?:\s+việc)?|việc|v/v)\s+)?", re.I)
_NEXT = late(rf"[\s,]*(?:và\s+)?(?:các\s+)?(?:(?:{'|'.join(TYPES)})\s+)?(?:số\s+)?\d", re.I)
_DAY_AS_SPELLED = late(r"[\d\s/.-]+|\d+\s+tháng\s+\d+\s+năm\s+\d+", re.I)
_FULL_STOP_AFTER = late(rf"[\s,]*(?:[;.(]|$|và\s+(?:các\s+|số\s|(?:{'|'.join(TYPES)})\b)|được|đã được|,)", re.I)

IssuerState = Literal["right", "cut", "wrong", "missing"]
TitleState = Literal["right", "abbreviated", "misspelt", "led", "of another", "different", "missing"]
"""``led``: the words are its own, only «về», «về việc» before them are added or left out."""


@record(frozen=True)
class TitleReading:
    """How the title after a citation stands to the document's own; ``what`` says where it differs, in Vietnamese."""

    state: TitleState
    what: str = ""
    other: LegalDocument | None = None


_RIGHT = TitleReading("right")


def same_number(typed: str, number: str) -> bool:
    """Whether the number is the document's, spaces, case and the kind of dash aside."""
    return _bare(typed) == _bare(number)


def _bare(number: str) -> str:
    return "".join(number.split()).casefold().replace("–", "-").replace("ð", "đ")


def is_day_well_spelled(text: str) -> bool:
    """Whether the words of a date are spelled as they should be: a scanner's ``thang`` is not."""
    return bool(_DAY_AS_SPELLED.fullmatch(text))


def issuer_state(typed: str, document: LegalDocument) -> IssuerState:
    """How the issuer as typed stands to the document's own; what was never verified is right."""
    if not document.issuer:
        return "right"
    if not typed:
        return "missing"
    if any(begins_with(typed, name) == len(typed) for name in document.issuers):
        return "right"
    if sign_of_issuer(typed) and sign_of_issuer(typed) == sign_of_issuer(document.issuer):
        return "right"
    return "cut" if any(begins_with(name, typed) for name in document.issuers) else "wrong"


def title_end(citation: Citation, document: LegalDocument, text: str) -> tuple[int, Likeness]:
    """Where the title that follows the citation ends in the text, and how like the document's own it is."""
    rest = title_text(text, citation.title_at)
    likeness = Likeness(0, 0) if _NEXT.match(rest) or not document.title else compare(document.title, rest)
    if likeness.ratio < 0.9 and (tail := missing_tail(document.title, rest)):
        return citation.title_at + len(rest.rstrip(" .;")), Likeness(max(likeness.ratio, 0.5), 0, (tail,))
    if likeness.ratio < 0.5 or (likeness.ratio < 0.7 and not has_lead(rest)):
        return citation.title_at, Likeness(0, 0)
    return citation.title_at + likeness.end, likeness


def read_title(
    citation: Citation, document: LegalDocument, text: str, registry: Registry, *, is_basis: bool
) -> TitleReading:
    """The title after a citation by number: as issued, otherwise, of another document, or none where one is needed."""
    if not document.title:
        return _RIGHT
    end, likeness = title_end(citation, document, text)
    rest = title_text(text, citation.title_at).strip(" ,")
    if likeness.same_words and (not is_basis or _FULL_STOP_AFTER.match(text, end)):
        if likeness.abbreviated:
            return TitleReading("abbreviated")
        return TitleReading("misspelt") if likeness.misspelt and not in_capitals(rest) else _RIGHT
    if _is_led(document.title, title_text(text, citation.title_at), is_basis=is_basis):
        return TitleReading("led")
    other = owner_of_title(_first_sentence(rest), registry, document) if has_lead(rest) else None
    if other:
        return TitleReading("of another", other=other)
    if likeness.ratio:
        return TitleReading("different", f" ({_difference(likeness, text[end:] if is_basis else '')})")
    if is_basis and citation.type and not rest.strip(" .;,"):
        return TitleReading("missing")
    if is_basis and has_lead(rest):
        return TitleReading("different", f": «{_short(rest)}»")
    return _RIGHT


def _is_led(title: str, rest: str, *, is_basis: bool) -> bool:
    """Whether the text is the title but for the words that lead to it: «về sửa đổi …», «ban hành …»."""
    own, typed = title[_LEAD.match(title).end() :], rest[_LEAD.match(rest).end() :]  # type: ignore[union-attr]
    likeness = compare(own, typed)
    return likeness.same_words and (not is_basis or _FULL_STOP_AFTER.match(typed, likeness.end) is not None)


def read_name(citation: Citation, document: LegalDocument) -> TitleReading:
    """The name of a law as printed beside its own."""
    if len(citation.name.split()) < 3 and fold(citation.name) in ("luat", "boluat", "phaplenh"):
        return TitleReading("missing")
    likeness = compare(document.title, citation.name)
    if not likeness.same_words:
        return TitleReading("different", f" ({_difference(likeness, '')})")
    return TitleReading("misspelt") if likeness.misspelt and not in_capitals(citation.name) else _RIGHT


def _first_sentence(text: str) -> str:
    return re.split(r"[;()]|\.(?:\s|$)", text, maxsplit=1)[0]


def _difference(likeness: Likeness, after: str) -> str:
    """What is missing from the title and what it has too much; ``after`` is what follows it in the same basis."""
    leftover = re.split(r"[,;.()]", after)[0].strip()
    extra = [*likeness.extra, *([_short(leftover)] if leftover else [])]
    parts = []
    if likeness.missing:
        parts.append("thiếu " + ", ".join(f"«{_short(piece)}»" for piece in likeness.missing))
    if extra:
        parts.append("thừa " + ", ".join(f"«{piece}»" for piece in extra))
    return "; ".join(parts)


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:80].rsplit(' ', 1)[0]}…"


def unknown_label(citation: Citation) -> str:
    """What a document that the registry does not hold is called in messages: its type and number, or its name."""
    if citation.name:
        return f"{citation.name} (số {citation.number})" if citation.number else citation.name
    return f"{citation.type} số {citation.number}".strip()
