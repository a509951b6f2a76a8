"""Hợp đồng, bản ghi nhớ, bản thỏa thuận: Phụ lục III has no Mẫu; the head of Mẫu 1.4, signatures as in Mẫu 1.9."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.compose.document import Composer, Context
from generator.compose.head import date_words
from generator.compose.inline import Inline, sentence, without_lead
from generator.compose.signing import Signer, own_signer, signature_rows, signed_texts
from generator.content import Rich
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.dossier.types.hop_dong import Agreement, Party
from generator.law.types import TYPES_BETWEEN_PARTIES

_LETTERS = "BCDEGH"  # Bên A is the agency itself


def _context(dossier: Dossier, document: Document, inline: Inline) -> Context:
    details = document.details
    assert isinstance(details, Agreement)  # the dossier was checked when it was read
    signer = dossier.people[document.signature.person]
    own = own_signer(dossier, document, inline, "ĐẠI DIỆN BÊN A")
    others = [
        Signer([f"ĐẠI DIỆN BÊN {letter}", inline.line(party.position).upper()], [], party.name)
        for letter, party in zip(_LETTERS, details.parties, strict=False)
    ]
    place = inline.line(without_lead(details.place, "tại ")) if details.place else dossier.agency.place
    return {
        "luc_ky": inline.as_printed(
            Rich.plain(f"Hôm nay, {date_words(dossier, document)}, tại {place}, chúng tôi gồm:")
        ),
        "cac_ben": [
            {
                "ten": Rich.plain(f"Bên A: {dossier.agency.full_name}"),
                "thong_tin": _facts(inline, details.own_facts),
                "dai_dien": Rich.plain(f"Đại diện: {signer.name}, {signer.position}."),
            },
            *(_party(inline, letter, party) for letter, party in zip(_LETTERS, details.parties, strict=False)),
        ],
        "hang_ky": signature_rows(own, others),
        "cung_ky": signed_texts(others),
    }


def _party(inline: Inline, letter: str, party: Party) -> Mapping[str, Any]:
    by = f", theo {without_lead(party.by, 'theo ')}" if party.by else ""
    return {
        "ten": inline.rich(f"Bên {letter}: {party.party_name}"),
        "thong_tin": _facts(inline, party.facts),
        "dai_dien": sentence(inline.rich(f"Đại diện: {party.name}, {party.position}{by}")),
    }


def _facts(inline: Inline, facts: tuple[str, ...] | None) -> list[Rich]:
    return [sentence(inline.rich(without_lead(fact, "-"))) for fact in facts or ()]


COMPOSER = Composer(types=TYPES_BETWEEN_PARTIES, template="hop-dong", extra=_context)
