"""How the targets of a dossier are understood, told to whoever typed them: at every door, before anything is judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.dossier.documents.document import Document
from generator.dossier.quality.targets import Target
from generator.faults import Medium, described, worded, words
from generator.findings import Finding, Level
from generator.records import record
from generator.rules.figures.chi_tieu_hieu_la import RULE as READ
from generator.service.opening import OpenDossier
from generator.targets.measure import Comparison
from generator.targets.saying import is_literal, said


@record(frozen=True)
class _Typed:
    """A target and where it was typed; ``more`` are others said and understood alike."""

    target: Target
    place: str
    more: int = 0


def target_notes(opened: OpenDossier, documents: Iterable[Document] = ()) -> tuple[Finding, ...]:
    """What each distinct target is understood as where that is not plainly what was typed; what is not understood.

    What is not understood is a warning, and an error where one of the documents judges by it.
    """
    judged, medium = any(document.judges_results for document in documents), opened.source.medium
    return tuple(_found(one, medium, judged=judged) for one in _distinct(opened) if _tells(one.target))


def without_repeated(notes: Sequence[Finding], found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The notes without those a document says itself of the same target."""
    known = {(finding.rule, finding.source) for finding in found}
    return tuple(note for note in notes if (note.rule, note.source) not in known)


def _distinct(opened: OpenDossier) -> Iterator[_Typed]:
    found: dict[tuple[str | None, str | None, str | None], _Typed] = {}
    for index, objective in enumerate(opened.dossier.objectives):
        for position, target in enumerate(objective.targets):
            key = target.printed, target.typed, target.adding
            first = found.get(key)
            if first is None:
                found[key] = _Typed(target, opened.place(("muc_tieu", index, "chi_tieu", position)))
            else:
                found[key] = _Typed(first.target, first.place, first.more + 1)
    return iter(found.values())


def _tells(target: Target) -> bool:
    measure = target.measure
    return measure.comparison is Comparison.UNREAD or not is_literal(target.typed or target.text, measure)


def _found(one: _Typed, medium: Medium, *, judged: bool) -> Finding:
    measure, text = one.target.measure, one.target.typed or one.target.text
    more = f" (và {one.more} chỉ tiêu nữa ghi như thế)" if one.more else ""
    if measure.comparison is Comparison.UNREAD:
        from generator.results.remarks import unread_target  # here: most targets are understood

        found = unread_target(text, measure.why, more).finding(one.place)
        level = Level.ERROR if judged else Level.WARNING
        return replace(found, level=level, fix=described(found.fix, medium))
    typed, adding = one.target.ref("typed"), one.target.ref("adding")
    fix = worded(words("khác ý thì ghi ", typed, " hoặc ", adding), medium)
    return READ.found(f"chỉ tiêu «{text}»{more} hiểu là: {said(measure)}", fix, source=one.place)
