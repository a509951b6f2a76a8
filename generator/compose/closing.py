"""The foot of a document: recipients and signature block."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.compose.inline import Inline, without_lead
from generator.dossier import Dossier
from generator.dossier.agency import Rank
from generator.dossier.documents.document import Document
from generator.findings import Finding, Level
from generator.law.types import TYPES_ADDRESSED_IN_TEXT, TYPES_WITH_AUTHORITY
from generator.patterns import late
from generator.wording.characters import capitalise_first

_END_MARKS = " .;,"
# The first line the program writes itself, as people type it too: «Như điều 3», «Như trên (để b/c)», «Như Điều 2, 3».
_LINE_BACK = late(
    r"như\s+(?:trên|kính\s+gửi|(?:các\s+)?điều\s+(?P<articles>\d+(?:\s*(?:,|-|–|và)\s*(?:điều\s+)?\d+)*))(?![\w/])",
    re.IGNORECASE,
)

_INSIDE = late(r"như\s+(?:khoản|điểm)\s[^;()]{0,30}?điều\s+(\d+)(?![\w/])", re.IGNORECASE)


def recipient_lines(inline: Inline, document: Document, last_article: int) -> list[str]:
    """The lines below ``Nơi nhận:``, each with dash and sign; ``Lưu`` closes them (ND30-I.2.9e3, e4)."""
    given = [without_lead(inline.line(text), "-", "+").strip(_END_MARKS) for text in document.recipients]
    lead = ""
    if document.addressees or document.type in TYPES_ADDRESSED_IN_TEXT:
        lead = "Như trên"  # ND30-I.2.9b2, Mẫu 1.8
    elif document.implementers and document.type in TYPES_WITH_AUTHORITY and last_article:
        lead = f"Như Điều {last_article}"  # ND30-I.2.9c
    lines = _opened_by(lead, given)
    if not document.is_filed:
        return [*(f"- {line};" for line in lines[:-1]), *(f"- {line}." for line in lines[-1:])]
    filing = without_lead(inline.line(document.filing), "-", "Lưu:").strip(_END_MARKS)
    return [f"- {line};" for line in lines] + [f"- Lưu: {filing}.{_drafter(document)}"]


def _drafter(document: Document) -> str:
    """`` PL.(300)``: who drafted and how many copies go out, after the full stop of ``Lưu`` (ND30-I.3.3)."""
    if not document.drafter:
        return ""
    return f" {document.drafter}." + (f"({document.copies})" if document.copies else "")


def closing_findings(document: Document, last_article: int, source: Callable[..., str]) -> tuple[Finding, ...]:
    """Each recipient line that refers back to an article the document has not, or to addressees it has not.

    ``source`` names where the value at keys of the document was read.
    """
    found: list[Finding] = []
    for number, text in enumerate(document.recipients, start=1):
        line = without_lead(text, "-", "+").strip(_END_MARKS)
        articles = refers_to(line)
        inside = _INSIDE.match(line)
        back = max(articles, default=int(inside[1]) if inside else 0)
        what = ""
        if back > last_article:
            missing = f"chỉ có {last_article} Điều" if last_article else "không có Điều nào"
            what = f"ghi «{text}» mà văn bản {missing}"
        elif articles == {0} and not document.addressees and document.type in TYPES_WITH_AUTHORITY:
            what = f"ghi «{text}» mà văn bản không có «Kính gửi»"
        if what:
            where = source("noi_nhan", number - 1)
            found.append(
                Finding("nhu-dieu", Level.WARNING, what, "sửa hoặc bỏ dòng này", f"nơi nhận {number}", source=where)
            )
    return tuple(found)


def _opened_by(lead: str, given: list[str]) -> list[str]:
    """The lines opened by ``lead``, said once: in the fullest of the forms it was typed in, where it was typed."""
    if not lead:
        return given
    same = [line for line in given if refers_to(line) & refers_to(lead)]
    others = [line for line in given if line not in same]
    return [_spelt(max(same, key=len)) if same else lead, *others]


def refers_to(line: str) -> frozenset[int]:
    """The articles a line of recipients refers back to, 0 for the addressees; none for a recipient by name."""
    found = _LINE_BACK.match(line)
    if not found:
        return frozenset()
    return frozenset(int(number) for number in re.findall(r"\d+", found["articles"] or "0"))


def _spelt(line: str) -> str:
    """The line with capitals as the decree prints them: ``Như Điều 3 (để thực hiện)``."""
    found = _LINE_BACK.match(line)
    if not found:
        return line
    head = re.sub(r"\bđiều\b", "Điều", capitalise_first(" ".join(found[0].split())), flags=re.IGNORECASE)
    return re.sub(r"\b0+(?=\d)", "", head) + line[found.end() :]


def signing_lines(dossier: Dossier, document: Document) -> list[str]:
    """The lines above the signature, IN HOA: authority and position (ND30-I.2.7b1 to b5, ND30-A.13.2, A.13.4)."""
    person = dossier.people[document.signature.person]
    head = dossier.agency.head_position
    power = document.signature.power
    if power in ("TL", "TUQ"):
        between = [f"KT. {document.signature.deputy_for}"] if document.signature.deputy_for else []
        lines = [f"{power}. {head}", *between, person.position]
    elif power == "Q":
        lines = [f"Q. {head}"]
    elif person.rank is Rank.DEPUTY:
        lines = [f"KT. {head}", person.position]
    else:
        lines = [person.position]
    if dossier.decides_collectively(document):
        lines.insert(0, f"TM. {dossier.agency.collective_name}")
    return [line.upper() for line in lines]


def addressee_lines(inline: Inline, document: Document) -> list[str]:
    """The addressees by name; the template sets one on the line of ``Kính gửi``, several below it (ND30-I.2.9d)."""
    return [without_lead(inline.line(name), "Kính gửi:", "-").strip(_END_MARKS) for name in document.addressees or ()]
