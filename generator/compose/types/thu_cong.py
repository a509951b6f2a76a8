"""Thư công: Phụ lục III has no Mẫu; the head of Mẫu 1.4, under its title a line that greets."""

from __future__ import annotations

from generator.compose.document import Composer, Context
from generator.compose.inline import Inline
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.dossier.types.thu_cong import PublicLetter


def _context(_dossier: Dossier, document: Document, inline: Inline) -> Context:
    details = document.details
    assert isinstance(details, PublicLetter)  # the dossier was checked when it was read
    return {
        "ten_loai": inline.line(details.heading).upper(),
        "loi_xung": [inline.rich(line) for line in details.greeting],
    }


COMPOSER = Composer(types=frozenset({"thư công"}), template="thu-cong", extra=_context)
