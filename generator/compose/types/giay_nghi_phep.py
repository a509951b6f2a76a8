"""Giấy nghỉ phép: the agency lets someone be away (Mẫu 1.10); its trích yếu is the kind of leave."""

from __future__ import annotations

from generator.compose.document import Composer, Context
from generator.compose.head import letter_subject
from generator.compose.inline import Inline, sentence, with_end, without_lead
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.dossier.types.giay_nghi_phep import Leave
from generator.wording.times.dates import long_date


def _context(dossier: Dossier, document: Document, inline: Inline) -> Context:
    details = document.details
    assert isinstance(details, Leave)  # the dossier was checked when it was read
    kind = letter_subject(document.subject)
    person = inline.rich(without_lead(details.person, "Ông (bà)", ":"))
    return {
        "ben_cap": dossier.agency.full_name,
        "ngay_don": inline.line(long_date(details.asked)),
        "nguoi_nghi": person,
        "nguoi_nghi_cuoi_dong": sentence(person),
        "chuc_vu": sentence(inline.rich(without_lead(details.position, "Chức vụ:"))),
        "thoi_gian": inline.rich(details.length),
        "tu_ngay": inline.line(long_date(details.start)),
        "den_ngay": inline.line(long_date(details.end)),
        "noi_nghi": sentence(inline.rich(without_lead(details.place, "tại "))),
        "trich_yeu": with_end(inline.rich(f"{kind[:1].lower()}{kind[1:]}"), "", ".;,"),
        "xac_nhan": details.confirmed,
    }


COMPOSER = Composer(types=frozenset({"giấy nghỉ phép"}), template="giay-nghi-phep", extra=_context)
