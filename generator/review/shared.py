"""What is found on words and settings of a dossier: said once, and known for every document it concerns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.dossier import Dossier
from generator.dossier.source import Path_, Source
from generator.findings import Finding
from generator.review.choices import chosen
from generator.review.hygiene import printed_findings
from generator.review.judging import DocumentReview


@dataclass(frozen=True, slots=True)
class Shared:
    """A finding and the documents that print what it is about; None where it is about the dossier as a whole."""

    finding: Finding
    names: frozenset[str] | None = None

    def for_document(self, dossier: Dossier, name: str) -> Finding | None:
        """The finding as the agency set it for the document; None where it does not concern it."""
        if self.names is not None and name not in self.names:
            return None
        (finding,) = chosen([self.finding], dossier, name)
        return finding

    def for_all(self, dossier: Dossier, names: Iterable[str]) -> Finding:
        """The finding as it is said once: as it stands for the document in which it weighs most."""
        each = [one for name in names if (one := self.for_document(dossier, name)) is not None]
        return max(each, key=lambda one: (one.holds, not one.accepted, one.level), default=self.finding)


def shared_words(
    documents: Sequence[DocumentReview], dossier: Dossier, source: Source | None = None, data: object = None
) -> list[Shared]:
    """What the printed words call for: of one text with the documents that print it, of several for the dossier."""
    texts: dict[tuple[Path_ | str, str], tuple[str, str, str]] = {}
    printing: dict[tuple[str, str], set[str]] = defaultdict(set)  # by place and source; by source alone
    for document in documents:
        for text in document.reading.texts:
            given = (f"{document.name}, {text.place}", document.reading.source_of(text), text.text)
            place, typed, _ = texts.setdefault((text.origin or given[0], text.text), given)
            printing[place, typed].add(document.name)
            printing["", typed].add(document.name)
    said: dict[tuple[str, str, str], Shared] = {}
    for finding in printed_findings(list(texts.values()), dossier, source, data):
        names = printing.get((finding.place, finding.source))
        key = (finding.rule, finding.what, finding.source or finding.place)
        first = said.setdefault(key, Shared(finding, frozenset()))
        both = None if first.names is None or names is None else first.names | names
        said[key] = Shared(first.finding, both)  # a line may hold much: one finding, every document it is true of
    return list(said.values())
