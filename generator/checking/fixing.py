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
_IN_PLACES = " (ở "
_BY_HAND = "sửa tay theo danh sách nhận xét"
_Key = tuple[object, ...]


@record(frozen=True)
class Fixed:
    """The file as it was put right; the findings that are gone, and those not, each with why.

    ``remaining`` is all that is found in the file now, of which ``arisen`` was not found before.
    """

    docx: bytes
    made: tuple[Finding, ...] = ()
    left: tuple[tuple[Finding, str], ...] = ()
    remaining: tuple[Finding, ...] = ()
    arisen: tuple[Finding, ...] = ()


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
    first = _open(findings)
    open_to_change(docx)
    if not _with_repairs(first):
        return Fixed(docx, remaining=tuple(first))
    hopeless: set[_Key] = set()
    while True:
        work, last = _attempt(docx, first, judge_again, hopeless, tracked=tracked, moment=moment)
        useless = work.tried - hopeless
        if not useless:
            break
        hopeless |= useless
    return _told(work, first, last, hopeless)


def _attempt(
    docx: bytes,
    first: Sequence[Finding],
    judge_again: Callable[[bytes], Iterable[Finding]],
    hopeless: set[_Key],
    *,
    tracked: bool,
    moment: datetime,
) -> tuple[_Work, list[Finding]]:
    """The file after some passes, and all that is still found in it."""
    work = _Work(docx)
    found = list(first)
    for _ in range(_PASSES):
        repairable = _with_repairs(found)
        work.asked = {key_of(finding): finding for finding in repairable} | work.asked
        wanted = [finding for finding in repairable if key_of(finding) not in hopeless]
        texts = Texts(work.docx)
        plan = merge(texts, [finding.repairs for finding in wanted])
        for number, why in plan.why.items():
            work.why[key_of(wanted[number])] = why
        if not plan.edits:
            break
        work.docx = _applied(work.docx, plan, texts, tracked=tracked, moment=moment)
        taken = {key_of(one): one for one in (wanted[number] for number in plan.taken)}
        found = _open(judge_again(work.docx))
        # What is found there now and can be put right again was not; other words that cannot are a part of it.
        helped_not = [one for one in found if one.repairs or taken.get(key_of(one), one).what == one.what]
        work.tried |= taken.keys() & {key_of(one) for one in helped_not}
        if work.tried:
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


def _open(findings: Iterable[Finding]) -> list[Finding]:
    """Those somebody is to act on."""
    return [one for one in findings if one.level > Level.FINE and not one.accepted]


def _with_repairs(findings: Iterable[Finding]) -> list[Finding]:
    """Those a program may put right, the gravest first."""
    return sorted((one for one in findings if one.repairs), key=lambda one: -one.level)


def _told(work: _Work, first: Sequence[Finding], last: Sequence[Finding], hopeless: set[_Key]) -> Fixed:
    """Which findings are gone: those of whose rule nothing is found at the place, nor in the same words elsewhere."""
    by_key = {key_of(finding): finding for finding in last}
    by_words = {_words_of(finding): finding for finding in last}
    made, left = [], []
    for key, finding in work.asked.items():
        still = by_key.get(key) or by_words.get(_words_of(finding))
        if still is None:
            made.append(finding)
        elif key in hopeless:
            left.append((finding, _STILL))
        elif key in work.why or still.what == finding.what:
            left.append((finding, work.why.get(key, HELD_UP)))
        else:
            where = f" ({still.place})" if still.place and still.place != finding.place else ""
            left.append((finding, f"mới sửa được một phần, vẫn còn: {still.what}{where}"))
    known = {key_of(one) for one in (*first, *work.asked.values())}
    said = {_words_of(one) for one in (*first, *work.asked.values())}
    arisen = [one for one in last if key_of(one) not in known and _words_of(one) not in said]
    return Fixed(work.docx, tuple(made), tuple(left), tuple(last), tuple(arisen))


def _words_of(finding: Finding) -> _Key:
    """The rule and what it says, without in how many places."""
    return finding.rule, finding.what.partition(_IN_PLACES)[0]


def key_of(finding: Finding) -> _Key:
    """What a finding is known by in the file before and after: its rule and its place."""
    spot = finding.spot
    return (finding.rule, finding.place, *((spot.part, spot.paragraph) if spot is not None else ()))
