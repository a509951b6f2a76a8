"""Giấy ủy quyền: Mẫu 1.4, whose text opens with who entrusts whom and until when (ND30-A.13.3)."""

from __future__ import annotations

from generator.compose.document import Composer, Context
from generator.compose.head import position_at
from generator.compose.inline import Inline, sentence, without_lead
from generator.content import Rich
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.dossier.types.giay_uy_quyen import Mandate
from generator.wording.times.dates import long_date


def _context(dossier: Dossier, document: Document, inline: Inline) -> Context:
    details = document.details
    assert isinstance(details, Mandate)  # the dossier was checked when it was read
    signer = dossier.people[document.signature.person]
    giver = details.giver and inline.rich(without_lead(details.giver, "Người ủy quyền:"))
    return {
        "nguoi_uy_quyen": sentence(giver or Rich.plain(f"{signer.name}, {position_at(dossier, signer)}")),
        "nguoi_duoc_uy_quyen": sentence(inline.rich(without_lead(details.receiver, "Người được ủy quyền:"))),
        "tu_ngay": inline.line(long_date(details.start)),
        "den_ngay": inline.line(long_date(details.end)),
    }


COMPOSER = Composer(types=frozenset({"giấy ủy quyền"}), template="giay-uy-quyen", extra=_context)
