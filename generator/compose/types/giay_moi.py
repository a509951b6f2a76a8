"""Giấy mời: the agency invites to a meeting (Mẫu 1.7)."""

from __future__ import annotations

from generator.compose.document import Composer, Context
from generator.compose.inline import Inline, sentence, without_lead
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.dossier.types.giay_moi import Invitation
from generator.wording.times.moments import long_moment


def _context(dossier: Dossier, document: Document, inline: Inline) -> Context:
    details = document.details
    assert isinstance(details, Invitation)  # the dossier was checked when it was read
    return {
        "ben_moi": dossier.agency.full_name,
        "kinh_moi": inline.listed(details.invited),
        "toi_du": sentence(inline.rich(without_lead(details.event, "Tới dự"))),
        "chu_tri": sentence(inline.rich(without_lead(details.chair, "Chủ trì:"))),
        "thoi_gian": f"{long_moment(details.time, with_weekday=True)}.",
        "dia_diem": sentence(inline.rich(without_lead(details.place, "Địa điểm:"))),
    }


COMPOSER = Composer(types=frozenset({"giấy mời"}), template="giay-moi", extra=_context)
