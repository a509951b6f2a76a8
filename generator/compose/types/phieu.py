"""Phiếu gửi, phiếu chuyển, phiếu báo: Mẫu 1.4, whose text opens with to whom and with which papers."""

from __future__ import annotations

from generator.compose.document import Composer, Context
from generator.compose.inline import Inline, without_lead
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.dossier.types.phieu import Slip
from generator.law.types import SLIPS


def _context(dossier: Dossier, document: Document, inline: Inline) -> Context:
    details = document.details
    assert isinstance(details, Slip)  # the dossier was checked when it was read
    verb = document.type.removeprefix("phiếu ")
    return {
        "viec": f"{dossier.agency.full_name} {'thông báo' if verb == 'báo' else verb} đến:",
        "tai_lieu_gi": "Tài liệu kèm theo:" if verb == "báo" else f"Tài liệu {verb} kèm theo phiếu này:",
        "gui_den": inline.listed([without_lead(name, "Kính gửi:", "Gửi:") for name in details.receivers]),
        "tai_lieu": inline.listed(details.papers or ()),
    }


COMPOSER = Composer(types=SLIPS, template="phieu", extra=_context)
