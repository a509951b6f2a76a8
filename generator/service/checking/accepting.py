"""Findings of a Word file accepted: those that are there, written down with who, when and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from generator.errors import Problem, UsageError
from generator.findings import Finding, Level
from generator.records import record
from generator.service.checking.acceptances import accept, acceptances_file
from generator.service.checking.checked import CheckOptions
from generator.service.checking.many import check_files
from generator.wording.characters import fold
from generator.wording.nearest import did_you_mean


@record(frozen=True)
class Acceptable:
    """What somebody accepts: findings of these rules, of one place if it is named, why, and who says so."""

    rules: tuple[str, ...]
    place: str
    reason: str
    by: str


def accept_findings(file: Path, wanted: Acceptable, options: CheckOptions, day: date | None = None) -> Path:
    """Accept the findings of the file as it is; where that is written down.

    Raises UsageError, and nothing is written, where one of the rules finds nothing there that is still open.
    """
    (checked,) = check_files([file], options)
    if checked.problems:
        raise UsageError([Problem(str(file), one.what, one.fix) for one in checked.problems])
    shown = [finding for finding in checked.findings if finding.level > Level.FINE]
    taken: dict[int, Finding] = {}
    problems = []
    for rule in dict.fromkeys(wanted.rules):
        met = [one for one in shown if fold(one.rule) == fold(rule) and _is_at(one, wanted.place)]
        new = [one for one in met if not one.accepted]
        if not new:
            problems += list(_nothing(rule, wanted.place, shown, met))
        taken |= {id(one): one for one in new}
    if problems:
        raise UsageError(problems)
    accept(file, list(taken.values()), reason=wanted.reason, by=wanted.by, day=day or date.today())
    return acceptances_file(file)


def _is_at(finding: Finding, place: str) -> bool:
    return not place or fold(finding.place) == fold(place)


def _nothing(rule: str, place: str, shown: Sequence[Finding], met: Sequence[Finding]) -> Iterator[Problem]:
    """Why there is nothing to accept by the rule."""
    if met:
        yield Problem("--accept", f"nhận xét {rule} đã được chấp nhận hoặc bỏ qua từ trước", "không phải làm gì nữa")
        return
    places = list(dict.fromkeys(one.place for one in shown if fold(one.rule) == fold(rule) and one.place))
    if place and places:
        said = "; ".join(f"«{one}»" for one in places)
        yield Problem("--place", f"quy tắc {rule} không có nhận xét nào ở «{place}»", f"đang có ở: {said}")
        return
    known = list(dict.fromkeys(one.rule for one in shown if not one.accepted))
    near = did_you_mean(rule, known)
    fix = f"có phải ý bạn là «{near[0]}»?" if near else f"đang có: {', '.join(known) or 'không nhận xét nào'}"
    yield Problem("--accept", f"tệp không có nhận xét nào của quy tắc «{rule}»", fix)
