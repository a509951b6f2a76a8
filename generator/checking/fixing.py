"""``fix``: a Word file with what is safe put right, and nothing else: judged again, its words held against the old."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from datetime import datetime

from generator.editing.applying import apply
from generator.editing.errors import NoSuchSpotError, RefusedError
from generator.editing.merging import HELD_UP, Plan, merge
from generator.editing.opening import open_to_change
from generator.editing.spans import Texts
from generator.editing.texts import as_planned
from generator.findings import Finding, Level
from generator.logs import get_logger
from generator.records import record

_LOG = get_logger(__name__)
_PASSES = 4  # a repair at odds with another one's is made in the next, if it is still asked for
_STILL = "sửa rồi mà vẫn còn, cần sửa tay"
_BY_HAND = "sửa tay theo danh sách nhận xét"
_Key = tuple[object, ...]


@record(frozen=True)
class Fixed:
    """The file as it was put right; the findings that are gone, and those not, each with why."""

    docx: bytes
    made: tuple[Finding, ...] = ()
    left: tuple[tuple[Finding, str], ...] = ()


@record()
class _Work:
    """What one attempt has come to: the file, the findings it met, and why some were passed over."""

    docx: bytes
    asked: dict[_Key, Finding] = field(default_factory=dict)
    why: dict[_Key, str] = field(default_factory=dict)
    tried: set[_Key] = field(default_factory=set)


def fix(
    docx: bytes,
    findings: Iterable[Finding],
    judge_again: Callable[[bytes], Iterable[Finding]],
    *,
    tracked: bool,
    moment: datetime,
) -> Fixed:
    """The file with the repairs of the findings made, tracked or directly; the same bytes where there is none.

    Repairs that show only in the changed file, or that others stood in the way of, are made in further passes. A
    repair that does not help is not made at all.
    Raises RefusedError for a file that must not be written anew, or whose words would change beyond the repairs.
    """
    first = _with_repairs(findings)
    open_to_change(docx)
    if not first:
        return Fixed(docx)
    hopeless: set[_Key] = set()
    while True:
        work, last = _attempt(docx, first, judge_again, hopeless, tracked=tracked, moment=moment)
        useless = {key for key in map(key_of, last) if key in work.tried} - hopeless
        if not useless:
            break
        hopeless |= useless
    return _told(work, last, hopeless)


def _attempt(
    docx: bytes,
    first: Sequence[Finding],
    judge_again: Callable[[bytes], Iterable[Finding]],
    hopeless: set[_Key],
    *,
    tracked: bool,
    moment: datetime,
) -> tuple[_Work, list[Finding]]:
    """The file after some passes, and what is still found in it."""
    work = _Work(docx)
    found = list(first)
    for _ in range(_PASSES):
        work.asked = {key_of(finding): finding for finding in found} | work.asked
        wanted = [finding for finding in found if key_of(finding) not in hopeless]
        texts = Texts(work.docx)
        plan = merge(texts, [finding.repairs for finding in wanted])
        for number, why in plan.why.items():
            work.why[key_of(wanted[number])] = why
        if not plan.edits:
            break
        work.docx = _applied(work.docx, plan, texts, tracked=tracked, moment=moment)
        taken = {key_of(wanted[number]) for number in plan.taken}
        found = _with_repairs(judge_again(work.docx))
        work.tried |= taken & {key_of(finding) for finding in found}
        if not found or work.tried:
            break
    return work, found


def _applied(docx: bytes, plan: Plan, texts: Texts, *, tracked: bool, moment: datetime) -> bytes:
    try:
        made = apply(docx, plan.edits, tracked=tracked, moment=moment)
    except NoSuchSpotError as error:
        raise RefusedError(f"không sửa tự động được: không tìm thấy «{error}» trong tệp", _BY_HAND) from None
    if not as_planned(texts, plan.edits, docx, made, tracked=tracked):
        raise RefusedError("sửa tự động làm đổi chữ ngoài chỗ cần sửa, nên không ghi bản sửa", _BY_HAND)
    _LOG.info("repairs made: %d edits", len(plan.edits))
    return made


def _with_repairs(findings: Iterable[Finding]) -> list[Finding]:
    """Those a program may put right and nobody has let stand, the gravest first."""
    safe = [one for one in findings if one.repairs and one.level > Level.FINE and not one.accepted]
    return sorted(safe, key=lambda one: -one.level)


def _told(work: _Work, last: Sequence[Finding], hopeless: set[_Key]) -> Fixed:
    """Which findings are gone: those of whose rule nothing is found at the place, nor in the same words elsewhere."""
    keys = {key_of(finding) for finding in last}
    words = {(finding.rule, finding.what) for finding in last}
    made, left = [], []
    for key, finding in work.asked.items():
        if key in keys or (finding.rule, finding.what) in words:
            left.append((finding, _STILL if key in hopeless else work.why.get(key, HELD_UP)))
        else:
            made.append(finding)
    return Fixed(work.docx, tuple(made), tuple(left))


def key_of(finding: Finding) -> _Key:
    """What a finding is known by in the file before and after: its rule and its place."""
    spot = finding.spot
    return (finding.rule, finding.place, *((spot.part, spot.paragraph) if spot is not None else ()))
