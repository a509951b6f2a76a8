"""How the targets of a dossier are understood, told to whoever typed them: at every door, before anything is judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.dossier.documents.document import Document
from generator.dossier.quality.targets import Target
from generator.faults import Medium, described, worded, words
from generator.findings import Finding, Level
from generator.patterns import late
from generator.records import record
from generator.rules.figures.chi_tieu_hieu_la import RULE as READ
from generator.service.opening import OpenDossier
from generator.targets.measure import Comparison
from generator.targets.saying import is_literal, said

_WHOLE = late(r"(?<![\d.,/])\d+(?![\d.,/])")
_RATE = late(r"(?:tỷ|tỉ) lệ\b|phần trăm\b", re.IGNORECASE)
_BARE = late(
    r"(?:[≥≤<>=]+\s*|(?:tối thiểu|tối đa|ít nhất|không quá|không dưới|đạt|từ|trên|dưới)\s+)*"
    r"(?P<number>\d+(?:,\d+)?)(?:\s+trở (?:lên|xuống))?",
    re.IGNORECASE,
)


@record(frozen=True)
class _Typed:
    """A target and where it was typed; ``more`` are others said and understood alike."""

    target: Target
    place: str
    more: int = 0
    bare: str = ""  # its number, where it stands without the «%» that a rate is told in


def target_notes(opened: OpenDossier, documents: Iterable[Document] = ()) -> tuple[Finding, ...]:
    """What each distinct target is understood as where that is not plainly what was typed; what is not understood.

    What is not understood is a warning, and an error where one of the documents judges by it.
    """
    judged, medium = any(document.judges_results for document in documents), opened.source.medium
    return tuple(_found(one, medium, judged=judged) for one in _distinct(opened) if _tells(one.target, one.bare))


def without_repeated(notes: Sequence[Finding], found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The notes without those a document says itself of the same target."""
    known = {(finding.rule, finding.source) for finding in found}
    return tuple(note for note in notes if (note.rule, note.source) not in known)


def _distinct(opened: OpenDossier) -> Iterator[_Typed]:
    found: dict[tuple[str | None, ...], _Typed] = {}
    for index, objective in enumerate(opened.dossier.objectives):
        for position, target in enumerate(objective.targets):
            bare = _bare_rate(target, objective.text)
            unread = target.measure.comparison is Comparison.UNREAD
            printed, typed = (text if unread or bare else _shape(text) for text in (target.printed, target.typed))
            key = printed, typed, target.adding, bare
            first = found.get(key)
            if first is None:
                found[key] = _Typed(target, opened.place(("muc_tieu", index, "chi_tieu", position)), bare=bare)
            else:
                found[key] = replace(first, more=first.more + 1)
    return iter(found.values())


def _shape(text: str | None) -> str | None:
    """The text without its whole numbers: «tối thiểu 60 hộ/năm» and «tối thiểu 70 hộ/năm» are understood alike."""
    return text and _WHOLE.sub("0", text)


def _bare_rate(target: Target, content: str) -> str:
    """The number that is printed as the target of a rate without «%»; empty when there is none such."""
    match = _BARE.fullmatch((target.printed or target.typed or "").strip())
    return match["number"] if match and _RATE.match(content.strip()) else ""


def _tells(target: Target, bare: str) -> bool:
    if bare:
        return True
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
    if one.bare:
        what = f"chỉ tiêu «{text}»{more} của một tỷ lệ in ra không có dấu %, hiểu là: {said(measure)}"
        found = READ.found(what, f"là phần trăm thì ghi {one.bare}%", source=one.place)
        return replace(found, level=Level.WARNING)
    typed, adding = one.target.ref("typed"), one.target.ref("adding")
    fix = worded(words("khác ý thì ghi ", typed, " hoặc ", adding), medium)
    return READ.found(f"chỉ tiêu «{text}»{more} hiểu là: {said(measure)}", fix, source=one.place)
