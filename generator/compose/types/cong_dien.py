"""Công điện: an agency or its head wires to others (Mẫu 1.6)."""

from __future__ import annotations

from generator.compose.document import Composer, Context
from generator.compose.head import agency_or_head
from generator.compose.inline import Inline, without_lead
from generator.content import Rich
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.dossier.types.cong_dien import Wire


def _context(dossier: Dossier, document: Document, inline: Inline) -> Context:
    details = document.details
    assert isinstance(details, Wire)  # the dossier was checked when it was read
    sender = details.sender and details.sender.strip().removesuffix(":").removesuffix(" điện")
    return {
        "ben_dien": inline.rich(sender) if sender else Rich.plain(agency_or_head(dossier, document)),
        "nhan_dien": inline.listed([without_lead(name, "-") for name in details.receivers]),
    }


COMPOSER = Composer(types=frozenset({"công điện"}), template="cong-dien", extra=_context)
