"""The legal bases of a document as lines, from identities to the full citation."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.compose.citations import CitedDocument, cited_document
from generator.compose.inline import Inline, with_end, without_lead
from generator.content import Rich
from generator.dossier import Dossier
from generator.dossier.documents.document import Basis, Document
from generator.law.order import Item, in_order, item_of
from generator.patterns import late
from generator.wording.characters import capitalise_first, one_line

# What opens a basis other than «Căn cứ»: such a line is printed as it was typed.
_OWN_LEAD = late(
    r"(?:căn cứ|xét|theo|tiếp theo|thực hiện|thi hành|triển khai|trên cơ sở|sau khi|được sự|để thực hiện)\b",
    re.IGNORECASE,
)
_HABITS = ("-", "+", "Căn cứ", ":")  # typed before a basis, and printed by the program or not at all


def basis_lines(dossier: Dossier, inline: Inline, document: Document) -> list[Rich]:
    """Each căn cứ on its own line, ended by ``;`` and the last by ``.`` (ND30-I.2.6a2, a6, a7)."""
    lines = [_basis(basis, dossier, inline) for basis in ordered_bases(dossier, inline, document)]
    if document.proposal:
        lines.append(_led(document.proposal, "Theo đề nghị của", inline, document.proposal))
    return [with_end(line, ";", ".;,") for line in lines[:-1]] + [with_end(line, ".", ".;,") for line in lines[-1:]]


def ordered_bases(dossier: Dossier, inline: Inline, document: Document) -> tuple[Basis, ...]:
    """The bases as the author wrote them, or by authority, rank and day where the dossier asks for that.

    Bases in free words keep their places among the others.
    """
    if not dossier.settings.sort_bases:
        return document.bases
    places = [n for n, basis in enumerate(document.bases) if basis.references]
    items = [_item(cited_document(dossier, (document.bases[n].references or ("",))[0], inline.plain)) for n in places]
    bases = list(document.bases)
    for place, n in zip(places, in_order([[item] for item in items]), strict=True):
        bases[place] = document.bases[places[n]]
    return tuple(bases)


def _item(cited: CitedDocument) -> Item:
    if cited.law:
        return item_of(cited.law)
    return Item(cited.short, cited.short.partition(" số ")[0], cited.short.partition(" số ")[2])


def basis_text(basis: Basis, dossier: Dossier, inline: Inline) -> str:
    """One basis as plain text, without «Căn cứ» and closing sign."""
    if basis.text:
        return one_line(inline.plain(without_lead(basis.text, *_HABITS)))
    return "; ".join(cited_document(dossier, name, inline.plain).basis for name in basis.references or ())


def _basis(basis: Basis, dossier: Dossier, inline: Inline) -> Rich:
    if basis.text:
        return _led(without_lead(basis.text, *_HABITS), "Căn cứ", inline, basis.text)
    origin = dossier.origin_of((basis.references or ("",))[0])
    return inline.as_printed(replace(Rich.plain("Căn cứ " + basis_text(basis, dossier, inline)), origin=origin))


def _led(text: str, lead: str, inline: Inline, typed: str) -> Rich:
    """The text after its lead; one that opens in words of its own (``Xét …``, ``Thực hiện …``) as it was typed."""
    text = without_lead(one_line(text), "-", "+")
    if _OWN_LEAD.match(text):
        printed = inline.rich(capitalise_first(text))
    else:
        printed = inline.as_printed(Rich.plain(f"{lead} ") + inline.rich(text))
    return replace(printed, origin=inline.origin_of(typed))
