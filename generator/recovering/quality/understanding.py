"""What the documents of a dossier say of objectives, of the plan and of results."""

from __future__ import annotations

from collections.abc import Sequence

from generator.patterns import late
from generator.records import record
from generator.recovering.body import Node
from generator.recovering.document import ReadAnnex, ReadDocument
from generator.recovering.quality.keeping import (
    keep_objectives,
    keep_tasks,
    keep_told,
    keep_told_causes,
    keep_told_results,
    stand_apart,
)
from generator.recovering.quality.lifting import Quality, lift_objectives, lift_plan, lift_tasks
from generator.recovering.said import Said, plain
from generator.wording.characters import fold
from generator.wording.times.periods import parse_period, periods_in

_PLANNING = ("quyết định", "nghị quyết", "kế hoạch", "chương trình")
_OF_WORK = late(r"kế hoạch|chương trình|nhiệm vụ|mục tiêu|lộ trình|đề án|phương án|công tác|triển khai|giao", 2)
_AHEAD = late(
    r"[,;–-]?\s*(?:và\s+)?(?:phương hướng|nhiệm vụ|kế hoạch|giải pháp|chương trình|dự kiến)\b"
    r"(?=.*\b(?:quý|tháng|năm)\b)",
    2,
)
"""What a report begins to say of the time to come with: «…, phương hướng 6 tháng cuối năm»."""
_OF_RULES = late(
    r"quy chế|quy định|quy trình|nội quy|điều lệ|hướng dẫn|danh mục(?! (?:các )?(?:nhiệm vụ|công việc))|thủ tục|"
    r"phân công(?! thực hiện)|thành lập|kiện toàn",
    2,
)

_WORK_NAMED = late(r"kế hoạch|chương trình|nhiệm vụ|công việc|tiến độ|lộ trình|mục tiêu", 2)


@record(frozen=True)
class _Body:
    """A text that may say them, the words of its title, its file; ``states`` is whether it may set objectives."""

    root: Node
    title: str
    file: str
    states: bool = True


def understood(documents: Sequence[ReadDocument], year: Said | None) -> Quality:
    """Objectives, plan and results of the documents.

    Views stand in their bodies where a view prints the same; other tables and texts stay as they are, and what these
    say for certain is told beside.
    """
    quality = Quality()
    number = int(str(year.value)) if year is not None else None
    bodies = [(document, _bodies(document)) for document in documents]
    quality.apart = any(stand_apart([one.root for one in own if one.states]) for _, own in bodies)
    for _, own in bodies:
        for one in own:
            if one.states:
                lift_objectives(one.root, [one.title], quality)
                quality.file(one.file)
    for document, own in bodies:
        for one in own if document.kind in _PLANNING else ():
            title = f"{one.title} {_subject(document)}"
            keep_objectives(one.root, title, quality, file=one.file, year=number)
            keep_told(one.root, title, quality, corpus=document.corpus)
            quality.file(one.file)
    for document, own in bodies:
        for one in own:
            lift_plan(one.root, quality, one.title if one.root is not document.root else _subject(document))
            quality.file(one.file)
    for document, own in bodies:
        for one in own:
            title = one.title if one.root is not document.root else _subject(document)
            lift_tasks(one.root, quality, planning=document.kind in _PLANNING and not _rules(title))
            quality.file(one.file)
    quality.stated = bool(quality.objectives)
    for document, own in bodies:
        period = _period(document)
        of = _year_of(document)
        on = int(str(of.value)) if of is not None else number
        had = len(quality.results)
        for one in own:
            if _sets_tasks(document.kind, f"{one.title} {_subject(document)}"):
                keep_tasks(one.root, f"{one.title} {_subject(document)}", quality, file=one.file)
            elif document.kind == "báo cáo" and period is not None:
                title = f"{one.title} {_subject(document)}"
                keep_objectives(
                    one.root, title, quality, file=one.file, year=int(of.value) if of else number, period=period
                )
                keep_told_results(one.root, quality, period)
                keep_told_causes(one.root, quality, period)
            quality.file(one.file)
        if of is not None and number is not None and on != number:
            quality.results[had:] = [{**one, "nam": one.get("nam", of)} for one in quality.results[had:]]
        if document.kind == "báo cáo" and period is not None and _tells_of(period, document.file, quality):
            document.fields["ky_bao_cao"] = period
    quality.close()
    return quality


def _sets_tasks(kind: str, title: str) -> bool:
    """Whether the document says what is to be done: a plan, or a decision that is about one and not about rules."""
    if kind in ("kế hoạch", "chương trình"):
        return True
    return kind in _PLANNING and _OF_WORK.search(title) is not None and _OF_RULES.search(title) is None


def _rules(title: str) -> bool:
    """Whether the text sets rules and no work: what its tables say is done each time, or is an example."""
    return _OF_RULES.search(title) is not None and _WORK_NAMED.search(title) is None


def _bodies(document: ReadDocument) -> list[_Body]:
    """The annexes, then the document's own text."""
    kind = str(plain(document.fields.get("ten_loai", "")))
    made = [_Body(annex.root, _title(annex), file_of(annex, document)) for annex in document.annexes]
    states = document.kind in _PLANNING or fold(kind).startswith("muctieu")
    return [*made, _Body(document.root, kind, document.file, states)]


def _subject(document: ReadDocument) -> str:
    return str(plain(document.fields.get("trich_yeu", "")))


def _title(annex: ReadAnnex) -> str:
    value = annex.fields.get("tieu_de") or annex.fields.get("ten_loai")
    texts = value if isinstance(value, list) else [value]
    return " ".join(str(one.words) for one in texts if isinstance(one, Said))


def file_of(annex: ReadAnnex, document: ReadDocument) -> str:
    """The name of the file that the annex was read from."""
    return str(annex.fields.get("_file") or document.file)


def _year_of(document: ReadDocument) -> Said | None:
    """The year that a report says it tells of, which may be the one before that of the decision read with it."""
    subject = document.fields.get("trich_yeu")
    if not isinstance(subject, Said) or document.kind != "báo cáo":
        return None
    named = [period.year for _, period in periods_in(_AHEAD.split(str(subject.words))[0]) if period.year]
    return Said(named[0], subject.place, subject.words) if named else None


def _tells_of(period: Said, file: str, quality: Quality) -> bool:
    """Whether a result of the file is of the period: without one there is nothing to hold against the plan."""
    when = parse_period(str(period.value))
    own = [one["ky"] for one in quality.results if "nam" not in one]
    return any(one.file == file and parse_period(str(one.value)) == when for one in own)


def _period(document: ReadDocument) -> Said | None:
    """The time that a report tells of, as its subject says it."""
    subject = document.fields.get("trich_yeu")
    if not isinstance(subject, Said):
        return None
    named = list(periods_in(_AHEAD.split(str(subject.words))[0]))
    part = next((words for words, period in named if period.kind != "năm"), "")
    words = part or next((words for words, period in named if period.year), "")
    return Said(words, subject.place, subject.words) if words else None
