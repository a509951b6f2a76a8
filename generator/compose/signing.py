"""Signatures side by side: of a document of several agencies, of the parties of an agreement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.compose.closing import signing_lines
from generator.compose.inline import Inline
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.records import record


@record(frozen=True)
class Signer:
    """One signature: the lines above it IN HOA, the titles just above the name, the name."""

    dong: list[str]
    chuc_danh: list[str]
    ho_ten: str


def other_titles(inline: Inline, document: Document) -> list[str]:
    """The signer's other titles, which stand just above the name (ND30-I.2.7e3)."""
    return [inline.line(title).upper() for title in document.signature.other_titles or ()]


def own_signer(dossier: Dossier, document: Document, inline: Inline, *lead: str) -> Signer:
    """Who signs for the agency, with ``lead`` above (ĐẠI DIỆN BÊN A)."""
    lines = [*lead, *signing_lines(dossier, document)]
    return Signer(lines, other_titles(inline, document), dossier.people[document.signature.person].name)


def co_signers(document: Document, inline: Inline) -> list[Signer]:
    """Those of other agencies who sign beside ours."""
    return [
        Signer(
            [inline.line(line).upper() for line in one.lines],
            [inline.line(title).upper() for title in one.other_titles or ()],
            one.name,
        )
        for one in document.signature.co_signers
    ]


def issuer_lines(dossier: Dossier, document: Document, inline: Inline) -> list[str]:
    """The names of all who issue the document, IN HOA; a dash leads from each to the next."""
    names = [dossier.agency.printed_lines]
    names += [tuple(inline.line(line) for line in one.agency) for one in document.signature.co_signers if one.agency]
    joined = [(*name[:-1], f"{name[-1]} -") for name in names[:-1]]
    return [line.upper() for name in (*joined, names[-1]) for line in name]


def signature_rows(own: Signer, others: Sequence[Signer]) -> list[Mapping[str, Any]]:
    """The signatures two by two as templates read them, ours right in the first row, where Mẫu 1.9 sets the seal."""
    if not others:
        return []
    rest = zip(others[1::2], [*others[2::2], None], strict=False)
    return [_side_by_side(left, right) for left, right in [(others[0], own), *rest]]


def _side_by_side(left: Signer, right: Signer | None) -> Mapping[str, Any]:
    """The two with as many lines each, so that their names stand level."""
    both = [one for one in (left, right) if one]
    lines, titles = max(len(one.dong) for one in both), max(len(one.chuc_danh) for one in both)
    return {"trai": _fields(left, lines, titles), "phai": _fields(right, lines, titles) if right else None}


def _fields(signer: Signer, lines: int, titles: int) -> Mapping[str, Any]:
    below = [*signer.dong, *[""] * (lines - len(signer.dong))]
    above = [*[""] * (titles - len(signer.chuc_danh)), *signer.chuc_danh]
    return {"dong": below, "chuc_danh": above, "ho_ten": signer.ho_ten}


def signed_texts(signers: Sequence[Signer]) -> list[str]:
    """What is printed of the signers, to be read: a text for the lines of each, one for each name."""
    return [text for one in signers for text in (" ".join([*one.dong, *one.chuc_danh]), one.ho_ten)]
