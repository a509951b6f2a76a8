"""The legal bases of a document as lines, from identities to the full citation."""

from __future__ import annotations

from generator.compose.head import date_words, deciding_authority, number_and_symbol
from generator.compose.inline import Inline, with_end, without_lead
from generator.content import Rich
from generator.dossier import Dossier
from generator.dossier.documents import Basis, Document
from generator.dossier.registry import registry_of
from generator.law.bases import Registry
from generator.law.types import DOCUMENT_TYPES
from generator.wording.dates import GAP


def basis_lines(dossier: Dossier, inline: Inline, document: Document) -> list[Rich]:
    """Each căn cứ on its own line, ended by ``;`` and the last by ``.`` (ND30-I.2.6a2, a6, a7)."""
    registry = registry_of(dossier)
    lines = [_basis(basis, dossier, registry, inline) for basis in document.bases]
    if document.proposal:
        proposal = without_lead(document.proposal, "Theo đề nghị của", "Xét đề nghị của")
        lines.append(Rich.plain("Theo đề nghị của ") + inline.rich(proposal))
    return [with_end(line, ";", ".;,") for line in lines[:-1]] + [with_end(line, ".", ".;,") for line in lines[-1:]]


def _basis(basis: Basis, dossier: Dossier, registry: Registry, inline: Inline) -> Rich:
    if basis.text:
        return Rich.plain("Căn cứ ") + inline.rich(without_lead(basis.text, "Căn cứ"))
    return Rich.plain("Căn cứ " + "; ".join(_cite(name, dossier, registry, inline) for name in basis.references or ()))


def _cite(reference: str, dossier: Dossier, registry: Registry, inline: Inline) -> str:
    """The citation of a document of this dossier by its file name, or of a legal document by id or number."""
    for own in dossier.documents:
        if own.name == reference:
            subject = inline.plain(own.subject)
            title = f"{subject[:1].lower()}{subject[1:]}"  # «Về việc …» goes on inside the sentence
            number, day = number_and_symbol(dossier, own, gap=GAP), date_words(dossier, own)
            name = DOCUMENT_TYPES[own.type].name
            return f"{name} số {number} {day} của {deciding_authority(dossier, own)} {title}"
    return registry.find(reference)[0].cite
