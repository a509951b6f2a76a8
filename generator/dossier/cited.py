"""Every legal document a dossier cites must be known, and known well enough to be printed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier.model import Dossier
from generator.dossier.registry import registry_of
from generator.dossier.source import Source
from generator.dossier.texts import typed_texts
from generator.errors import Problem
from generator.law.bases import Registry
from generator.wording.markers import cited_in
from generator.wording.nearest import SURE, did_you_mean


def citation_problems(dossier: Dossier, source: Source) -> Iterator[Problem]:
    """Each basis, and each marker in running text, that finds no document, several, or an unverified one."""
    registry = registry_of(dossier)
    for index, document in enumerate(dossier.documents):
        others = {own.name for own in dossier.documents if own is not document and own.name}
        for number, basis in enumerate(document.bases):
            for reference in basis.references or ():
                if reference not in others:
                    place = source.place(("van_ban", index, "can_cu", number))
                    yield from _problems(reference, registry, place, free_text=True)
    own_names = {own.name for own in dossier.documents if own.name}
    for path, text in typed_texts(dossier):
        for reference in cited_in(text) if "{can_cu" in text else ():
            if reference not in own_names:
                yield from _problems(reference, registry, source.place(path), free_text=False)


def _problems(reference: str, registry: Registry, place: str, *, free_text: bool) -> Iterator[Problem]:
    found = registry.find(reference)
    if len(found) > 1:
        listed = ", ".join(item.id for item in found)
        yield Problem(place, f"số «{reference}» ứng với nhiều văn bản: {listed}", "ghi mã của một văn bản")
    elif not found:
        known = [*registry.by_id, *(item.number for item in registry.by_id.values() if item.number)]
        close = did_you_mean(reference, known, likeness=SURE)
        hint = f"có phải ý bạn là «{close[0]}»? Nếu không, " if close else ""
        other = "hoặc ghi lời văn (loi_van)" if free_text else "hoặc viết thẳng tên văn bản"
        fix = f"{hint}khai văn bản này trong can-cu.yaml {other}"
        yield Problem(place, f"danh mục căn cứ không có «{reference}»", fix)
    elif found[0].why_not_citable:
        other = "ghi lời văn (loi_van)" if free_text else "viết thẳng tên văn bản"
        fix = f"đối chiếu bản gốc rồi khai đủ trong can-cu.yaml, hoặc {other}"
        yield Problem(place, f"chưa dẫn được «{reference}»: {found[0].why_not_citable}", fix)
