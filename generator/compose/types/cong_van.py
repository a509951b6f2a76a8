"""Công văn: no type name; its subject stands under the number (Mẫu 1.5)."""

from __future__ import annotations

from generator.compose.document import Composer, Context
from generator.compose.head import letter_subject
from generator.compose.inline import Inline
from generator.content import Rich
from generator.dossier import Dossier
from generator.dossier.documents.document import Document


def _context(_dossier: Dossier, document: Document, inline: Inline) -> Context:
    return {"trich_yeu": Rich.plain("V/v ") + inline.title(letter_subject(document.subject))}


COMPOSER = Composer(types=frozenset({"công văn"}), template="cong-van", extra=_context)
