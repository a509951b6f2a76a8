"""Giấy giới thiệu: the agency sends someone elsewhere (Mẫu 1.8); its trích yếu stands at «Về việc»."""

from __future__ import annotations

from generator.compose.document import Composer, Context
from generator.compose.head import letter_subject
from generator.compose.inline import Inline, sentence, with_end, without_lead
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.dossier.types.giay_gioi_thieu import Introduction
from generator.wording.times.dates import long_date


def _context(dossier: Dossier, document: Document, inline: Inline) -> Context:
    details = document.details
    assert isinstance(details, Introduction)  # the dossier was checked when it was read
    return {
        "ben_gioi_thieu": dossier.agency.full_name,
        "nguoi_duoc_gioi_thieu": sentence(inline.rich(without_lead(details.person, "Ông (bà)", ":", "Ông ", "Bà "))),
        "chuc_vu": sentence(inline.rich(without_lead(details.position, "Chức vụ:"))),
        "duoc_cu_den": sentence(inline.rich(without_lead(details.sent_to, "Được cử đến:", "đến "))),
        "trich_yeu": with_end(inline.rich(letter_subject(document.subject)), "", ".;,"),
        "gia_tri_den": inline.line(long_date(details.until)),
    }


COMPOSER = Composer(types=frozenset({"giấy giới thiệu"}), template="giay-gioi-thieu", extra=_context)
