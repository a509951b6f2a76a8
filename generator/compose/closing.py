"""The foot of a document: recipients and signature block."""

from __future__ import annotations

from generator.compose.inline import Inline, without_lead
from generator.dossier import Dossier
from generator.dossier.documents import Document
from generator.law.types import TYPES_WITH_AUTHORITY

_END_MARKS = " .;,"


def recipient_lines(inline: Inline, document: Document, last_article: int) -> list[str]:
    """The lines below ``Nơi nhận:``, each with dash and sign; ``Lưu`` closes them (ND30-I.2.9e3, e4)."""
    given = [without_lead(inline.line(text), "-", "+").strip(_END_MARKS) for text in document.recipients]
    lead = ""
    if document.addressees:
        lead = "Như trên"  # ND30-I.2.9b2
    elif document.implementers and document.type in TYPES_WITH_AUTHORITY and last_article:
        lead = f"Như Điều {last_article}"  # ND30-I.2.9c
    lines = [lead, *given] if lead and lead not in given else given
    filing = without_lead(inline.line(document.filing), "-", "Lưu:").strip(_END_MARKS)
    return [f"- {line};" for line in lines] + [f"- Lưu: {filing}."]


def signing_lines(dossier: Dossier, document: Document) -> list[str]:
    """The lines above the signature, IN HOA: authority and position (ND30-I.2.7b1 to b5, ND30-A.13.2)."""
    person = dossier.people[document.signature.person]
    head = dossier.agency.head_position
    power = document.signature.power
    if power in ("TL", "TUQ"):
        lines = [f"{power}. {head}", person.position]
    elif power == "Q":
        lines = [f"Q. {head}"]
    elif person.rank == "cap_pho":
        lines = [f"KT. {head}", person.position]
    else:
        lines = [person.position]
    if dossier.decides_collectively(document):
        lines.insert(0, f"TM. {dossier.agency.collective_name}")
    return [line.upper() for line in lines]


def addressee_lines(inline: Inline, document: Document) -> list[str]:
    """The addressees by name; the template sets one on the line of ``Kính gửi``, several below it (ND30-I.2.9d)."""
    return [without_lead(inline.line(name), "Kính gửi:", "-").strip(_END_MARKS) for name in document.addressees or ()]
