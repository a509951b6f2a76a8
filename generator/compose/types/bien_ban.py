"""Biên bản: the course of a meeting, signed by who wrote it and who chaired (Mẫu 1.9)."""

from __future__ import annotations

from generator.compose.document import Composer, Context
from generator.compose.head import position_at
from generator.compose.inline import Inline, sentence, without_lead
from generator.content import Rich
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.dossier.types.bien_ban import Minutes
from generator.wording.characters import capitalise_first
from generator.wording.times.moments import blank_moment, long_moment

_MEETINGS = {"cuoc_hop": "cuộc họp", "hoi_nghi": "hội nghị", "hoi_thao": "hội thảo"}


def _context(dossier: Dossier, document: Document, inline: Inline) -> Context:
    details = document.details
    assert isinstance(details, Minutes)  # the dossier was checked when it was read
    chair = dossier.people[document.signature.person]
    meeting = _MEETINGS[details.meeting]
    start, end = (
        long_moment(moment) if moment else blank_moment(document.year or dossier.year)
        for moment in (details.start, details.end)
    )
    return {
        "bat_dau": f"{start}.",
        "dia_diem": sentence(inline.rich(without_lead(details.place, "Địa điểm:"))),
        "thanh_phan": inline.listed(details.present),
        "vang_mat": inline.listed(details.absent or ()),
        "chu_tri": Rich.plain(f"{chair.name}, {position_at(dossier, chair)}."),
        "thu_ky": sentence(inline.rich(f"{details.secretary.name}, {details.secretary.position}")),
        "hinh_thuc": meeting,
        "ket_thuc": f"{capitalise_first(meeting)} kết thúc vào {end}",
        "ho_ten_thu_ky": details.secretary.name,
    }


COMPOSER = Composer(types=frozenset({"biên bản"}), template="bien-ban", extra=_context, end_mark=False)
