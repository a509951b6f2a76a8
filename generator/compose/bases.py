"""The legal bases of a document as lines, from identities to the full citation."""

from __future__ import annotations

from generator.compose.inline import Inline, with_end
from generator.content import Rich
from generator.dossier import Dossier
from generator.dossier.documents import Basis, Document
from generator.dossier.registry import registry_of
from generator.law.bases import Registry


def basis_lines(dossier: Dossier, inline: Inline, document: Document) -> list[Rich]:
    """Each căn cứ on its own line, ended by ``;`` and the last by ``.`` (ND30-I.2.6a2, a6, a7)."""
    registry = registry_of(dossier)
    lines = [_basis(basis, registry, inline) for basis in document.bases]
    if document.proposal:
        lines.append(Rich.plain("Theo đề nghị của ") + inline.rich(document.proposal))
    return [with_end(line, ";", ".;,") for line in lines[:-1]] + [with_end(line, ".", ".;,") for line in lines[-1:]]


def _basis(basis: Basis, registry: Registry, inline: Inline) -> Rich:
    if basis.text:
        return Rich.plain("Căn cứ ") + inline.rich(basis.text)
    cites = [registry.find(reference)[0].cite for reference in basis.references or ()]
    return Rich.plain("Căn cứ " + "; ".join(cites))
