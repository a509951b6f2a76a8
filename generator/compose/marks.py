"""What a document carries beside its nine components: degree of urgency, limits of circulation, contact (ND30-I.3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.compose.inline import Inline
from generator.content import Rich, Span
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.law.types import CIRCULATIONS, URGENCIES


def marks(dossier: Dossier, document: Document, inline: Inline) -> Mapping[str, Any]:
    """The marks as the templates read them; empty where there is none.

    Of a degree of secrecy only the room is kept: its mark is stamped by those the law names (ND30-I.3.2a1).
    """
    contact = dossier.agency.contact if document.with_contact else None
    return {
        "cho_dau_mat": document.secrecy is not None,
        "do_khan": URGENCIES[document.urgency].upper() if document.urgency else "",
        "luu_hanh": CIRCULATIONS[document.circulation].upper() if document.circulation else "",
        "lien_he": Rich.of([Span("\n".join(inline.line(line) for line in contact))]) if contact else Rich.plain(""),
    }
