"""What is found on words and settings of a dossier: said once, and known for every document it concerns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.dossier import Dossier
from generator.dossier.words import dossier_texts, given_names
from generator.faults import dotted
from generator.findings import Finding
from generator.judgement.choices import chosen
from generator.judgement.hygiene import Placed, raw_texts, wording_findings
from generator.judgement.judging import DocumentReview
from generator.records import record
from generator.typed.source import Path_

_ACROSS = frozenset({"LV18", "LV19", "LV37", "LV38"})  # of all texts together: heard once, of the words as typed


@record(frozen=True)
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
    documents: Sequence[DocumentReview], dossier: Dossier, place_of: Callable[[Path_], str], data: object = None
) -> list[Shared]:
    """What the words call for as they were typed, and as they came to be when they were composed.

    What is said of one text concerns the documents that print it, of several together the dossier.
    """
    printed: dict[tuple[str, str], Placed] = {}
    printing: dict[tuple[str, str], set[str]] = defaultdict(set)  # documents by place and source: a line holds much
    places: dict[Path_, str] = {}
    for document in documents:
        for text in document.reading.texts:
            place, source = f"{document.name}, {text.place}", document.reading.source_of(text)
            if text.origin:
                source = source or dotted(text.origin)
                place = places.setdefault(text.origin, place)
            printed.setdefault((source or place, text.text), (place, source, text.text))
            printing[place, source].add(document.name)

    def placed(path: Path_, text: str) -> Placed:
        source = place_of(path) or dotted(path)
        return places.get(path, source), source, text

    names = given_names(dossier)
    texts = [placed(path, text) for path, text in dossier_texts(dossier)]
    typed = wording_findings(texts, names=names, typed=[placed(path, text) for path, text in raw_texts(data)])
    said = {(finding.rule, finding.source) for finding in typed}
    made = (one for one in wording_findings(list(printed.values()), names=names) if one.rule not in _ACROSS)
    found = [*typed, *(one for one in made if (one.rule, one.source) not in said)]
    return list(_once(found, printing))


def _once(findings: Iterable[Finding], printing: Mapping[tuple[str, str], set[str]]) -> Iterator[Shared]:
    """Each finding, what is said twice of one place in the source said once, of every document it is true of."""
    seen: dict[tuple[str, str, str], Shared] = {}
    for finding in findings:
        key = (finding.rule, finding.what, finding.source or finding.place)
        names = None if finding.rule in _ACROSS else frozenset(printing.get((finding.place, finding.source), ()))
        first = seen.setdefault(key, Shared(finding, names))
        if first.names is not None and names is not None:
            seen[key] = Shared(first.finding, first.names | names)
    return iter(seen.values())
