"""Every legal document a dossier cites must be known, and known well enough to be printed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier.documents.document import Basis
from generator.dossier.model import Dossier
from generator.faults import Code, Fault, File, Path_, words
from generator.law.bases import Registry
from generator.wording.markers import cited_in
from generator.wording.nearest import SURE, did_you_mean


def citation_problems(dossier: Dossier) -> Iterator[Fault]:
    """Each basis, and each marker in running text, that finds no document, several, or an unverified one."""
    registry = dossier.registry
    for index, document in enumerate(dossier.documents):
        others = {own.name for own in dossier.documents if own is not document and own.name}
        for number, basis in enumerate(document.bases):
            for reference in basis.references or ():
                if reference not in others:
                    yield from basis_problems(reference, registry, ("van_ban", index, "can_cu", number), free_text=True)
    own_names = {own.name for own in dossier.documents if own.name}
    for path, text in dossier.texts:
        for reference in cited_in(text) if "{can_cu" in text else ():
            if reference not in own_names:
                yield from basis_problems(reference, registry, path, free_text=False)


def basis_problems(reference: str, registry: Registry, path: Path_, *, free_text: bool) -> Iterator[Fault]:
    """What is wrong with a reference that is no document of the dossier."""
    spoken = words("ghi lời văn", Basis.key("text")) if free_text else words("viết thẳng tên văn bản")
    found = registry.find(reference)
    if len(found) > 1:
        listed = ", ".join(item.id for item in found)
        what = f"số «{reference}» ứng với nhiều văn bản: {listed}"
        yield Fault(Code.SEVERAL_DOCUMENTS, what, "ghi mã của một văn bản", path)
    elif not found:
        known = [*registry.by_id, *(item.number for item in registry.by_id.values() if item.number)]
        close = did_you_mean(reference, known, likeness=SURE)
        hint = f"có phải ý bạn là «{close[0]}»? Nếu không, " if close else ""
        fix = words(f"{hint}khai văn bản này trong ", File("can-cu"), " hoặc ", spoken)
        yield Fault(Code.UNKNOWN_BASIS, f"danh mục căn cứ không có «{reference}»", fix, path)
    elif found[0].why_not_citable:
        fix = words("đối chiếu bản gốc rồi khai đủ trong ", File("can-cu"), ", hoặc ", spoken)
        what = f"chưa dẫn được «{reference}»: {found[0].why_not_citable}"
        yield Fault(Code.NOT_CITABLE, what, fix, path)
