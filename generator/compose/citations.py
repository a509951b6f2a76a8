"""A document as others cite it: one of the law, or another document of the same dossier."""

from __future__ import annotations

from collections.abc import Callable

from generator.compose.head import date_words, deciding_authority, letter_subject, number_and_symbol
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.law.bases import LegalDocument
from generator.records import record
from generator.wording.characters import one_line
from generator.wording.times.dates import GAP


@record(frozen=True)
class CitedDocument:
    """A document to be cited: what tells it apart, as a basis, in full in running text, and in short."""

    key: str
    basis: str
    full_mention: str
    short: str
    law: LegalDocument | None = None


def cited_document(dossier: Dossier, reference: str, plain: Callable[[str], str]) -> CitedDocument:
    """The document a reference names: one of this dossier by its file name, or a legal document by id or number.

    ``plain`` fills in the markers of a subject. The dossier was checked when it was read: the reference finds one.
    """
    own = next((document for document in dossier.documents if document.name == reference), None)
    if own is not None:
        return _own(dossier, own, plain)
    law = dossier.registry.find(reference)[0]
    basis = one_line(law.cited(law_numbers=dossier.settings.law_numbers))
    return CitedDocument(law.id, basis, one_line(law.mentioned(first=True)), one_line(law.short), law)


def _own(dossier: Dossier, own: Document, plain: Callable[[str], str]) -> CitedDocument:
    subject = one_line(plain(own.subject))
    if own.type == "công văn":
        subject = f"về việc {letter_subject(subject)}"
    title = f"{subject[:1].lower()}{subject[1:]}"  # «Về việc …» goes on inside the sentence
    number, day = number_and_symbol(dossier, own, gap=GAP), date_words(dossier, own)
    short = f"{own.kind.name or 'Văn bản'} số {number}"
    full = f"{short} {day} của {deciding_authority(dossier, own)} {title}"
    return CitedDocument(f"ho-so/{own.name}", full, full, short)
