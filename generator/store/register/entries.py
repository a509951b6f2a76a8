"""The register of outgoing documents: numbers reserved and cancelled with a reason, lines completed, none taken out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from generator.errors import DataError, Problem
from generator.records import record
from generator.store import acts
from generator.store.models import Agency, Entry, EntryState, Paper, Series, Step
from generator.store.models.base import VIETNAM, now
from generator.store.register.numbering import ruled, series_of, take
from generator.store.register.searching import folded, lowered
from generator.wording.numerals.ordinals import padded

STATE_NAMES = {
    EntryState.RESERVED: "Giữ chỗ",
    EntryState.ISSUING: "Đang cấp",
    EntryState.ISSUED: "Đã ban hành",
    EntryState.CANCELLED: "Đã hủy",
}
COMPLETED = frozenset({"recipients", "keeper", "copies", "sent", "received_by", "note", "due", "priority", "language"})
"""What a clerk completes of a line; the rest is what the document says."""
_LONGEST = {"keeper": 200, "received_by": 200, "note": 500, "language": 30}


_FATES = {"thu_hoi": "Đã thu hồi", "thay_the": "Đã được thay thế", "dinh_chinh": "Đã đính chính"}
"""What becomes of a document once it is issued, by the step that was taken."""
_AT_ONCE = 500  # documents asked about in one statement: a database takes only so many


class RegisterError(DataError):
    """The register does not allow it."""

    heading = "Sổ văn bản đi chưa ghi được"


def code(entry: Entry) -> str:
    """Number and symbol: ``05/QĐ-UBND``."""
    return f"{padded(entry.number)}/{entry.symbol}" if entry.symbol else padded(entry.number)


def get(session: Session, agency_id: int, entry_id: int, *, lock: bool = False) -> Entry | None:
    """The line, None where the agency has none of the id."""
    asked = select(Entry).where(Entry.id == entry_id, Entry.agency_id == agency_id)
    if lock:
        asked = asked.with_for_update().execution_options(populate_existing=True)
    return session.scalar(asked)


def reserve(session: Session, agency: Agency, user_id: int, day: date, type_name: str, reason: str) -> Entry:
    """The next number of the type's series kept for a document to come; RegisterError without a reason."""
    if not reason.strip():
        raise RegisterError(Problem("Giữ số", "chưa ghi giữ số cho văn bản nào", "ghi lý do giữ số"))
    series = series_of(session, agency.id, day.year, ruled(agency, day.year).key(type_name))
    entry = Entry(
        series_id=series.id,
        agency_id=agency.id,
        number=take(session, series),
        state=EntryState.RESERVED.value,
        reason=reason.strip(),
        type_name=type_name,
        made_by_id=user_id,
        made=now(),
    )
    session.add(entry)
    index(entry)
    session.flush()
    acts.log(session, user_id, agency.id, "giữ số", f"số {padded(entry.number)} năm {day.year}", ly_do=entry.reason)
    return entry


def reserved(session: Session, agency_id: int) -> list[Entry]:
    """The numbers that are kept for documents to come."""
    asked = select(Entry).where(Entry.agency_id == agency_id, Entry.state == EntryState.RESERVED.value)
    return list(session.scalars(asked.order_by(Entry.series_id, Entry.number)))


def cancel(session: Session, agency_id: int, entry_id: int, user_id: int, reason: str) -> Entry:
    """The number cancelled, its line kept with the reason; RegisterError for an issued one, or without a reason."""
    entry = get(session, agency_id, entry_id, lock=True)
    if entry is None:
        raise RegisterError(Problem("Hủy số", "không có số này trong sổ", "mở lại sổ"))
    if not reason.strip():
        raise RegisterError(Problem("Hủy số", "chưa ghi lý do hủy", "ghi lý do vào ô lý do"))
    if entry.state == EntryState.ISSUED:
        what = f"số {code(entry)} đã ban hành"
        raise RegisterError(Problem("Hủy số", what, "văn bản đã ban hành thì thu hồi hoặc thay thế"))
    if entry.state == EntryState.CANCELLED:
        raise RegisterError(Problem("Hủy số", f"số {code(entry)} đã hủy rồi", "mở lại sổ"))
    before = entry.reason
    entry.state = EntryState.CANCELLED.value
    entry.paper_id = None
    entry.reason = (f"{reason.strip()} (giữ chỗ: {before})" if before else reason.strip())[:500]
    index(entry)
    session.flush()
    acts.log(session, user_id, agency_id, "hủy số", f"số {code(entry)}", ly_do=entry.reason)
    return entry


def complete(session: Session, agency_id: int, entry_id: int, user_id: int, **values: Any) -> Entry:
    """The line with what a clerk adds to it (``COMPLETED``); what it was before stands in the log of acts."""
    entry = get(session, agency_id, entry_id, lock=True)
    if entry is None:
        raise RegisterError(Problem("Sổ", "không có số này trong sổ", "mở lại sổ"))
    wrong = set(values) - COMPLETED
    if wrong:
        raise ValueError(f"not to be completed: {sorted(wrong)}")
    problems = [
        Problem(name, f"dài quá {most} ký tự", "rút ngắn")
        for name, most in _LONGEST.items()
        if len(str(values.get(name) or "")) > most
    ]
    if problems:
        raise RegisterError(problems)
    before = {name: getattr(entry, name) for name in values if getattr(entry, name) != values[name]}
    for name, value in values.items():
        setattr(entry, name, value)
    index(entry, told_fates(session, [entry]).get(entry.id, ()))
    session.flush()
    if before:
        told = {name: [str(old), str(values[name])] for name, old in before.items()}
        acts.log(session, user_id, agency_id, "ghi sổ", f"số {code(entry)}", thay_doi=told)
    return entry


def twins(session: Session, entry: Entry) -> list[Entry]:
    """Other lines of the agency with the same number, symbol and year (ND30-VI.8)."""
    if not entry.symbol:
        return []
    year = select(Series.year).where(Series.id == entry.series_id).scalar_subquery()
    alike = select(Series.id).where(Series.agency_id == entry.agency_id, Series.year == year)
    asked = (
        select(Entry)
        .where(Entry.series_id.in_(alike), Entry.number == entry.number, Entry.id != entry.id)
        .where(Entry.symbol == entry.symbol, Entry.state != EntryState.CANCELLED.value)
    )
    return list(session.scalars(asked))


def out_of_order(session: Session, entry: Entry) -> str:
    """What is to be said of a day earlier than one of a smaller number, or later than one of a greater; else ''."""
    base = select(Entry).where(Entry.series_id == entry.series_id, Entry.state == EntryState.ISSUED.value)
    before = session.scalar(base.where(Entry.number < entry.number).order_by(Entry.day.desc()).limit(1))
    if before is not None and before.day and entry.day and entry.day < before.day:
        return f"ngày {entry.day:%d/%m/%Y} sớm hơn ngày của số {code(before)} ({before.day:%d/%m/%Y}) đã cấp trước"
    after = session.scalar(base.where(Entry.number > entry.number).order_by(Entry.day).limit(1))
    if after is not None and after.day and entry.day and entry.day > after.day:
        return f"ngày {entry.day:%d/%m/%Y} muộn hơn ngày của số {code(after)} ({after.day:%d/%m/%Y}) đã cấp sau"
    return ""


@record(frozen=True)
class Fate:
    """What became of an issued document: the step's code, its day here, why, and the line of what it was done by."""

    code: str
    day: date
    reason: str
    by: Entry | None = None

    def __str__(self) -> str:
        means = f" bằng {self.by.type_name} số {code(self.by)}" if self.by is not None else ""
        return f"{_FATES[self.code]} ngày {self.day:%d/%m/%Y}{means}: {self.reason}"


def fates(session: Session, lines: Sequence[Entry]) -> dict[int, list[Fate]]:
    """What became of the issued documents, by their lines, in the order it happened: recalled, replaced, corrected."""
    papers = {entry.paper_id: entry.id for entry in lines if entry.paper_id is not None}
    ids = sorted(papers)
    found: dict[int, list[Fate]] = {}
    for start in range(0, len(ids), _AT_ONCE):
        asked = (
            select(Step, Entry)
            .outerjoin(Entry, Entry.paper_id == Step.related_id)
            .where(Step.paper_id.in_(ids[start : start + _AT_ONCE]), Step.action.in_(_FATES))
            .order_by(Step.id)
        )
        for step, by in session.execute(asked):
            fate = Fate(step.action, step.at.astimezone(VIETNAM).date(), step.remark, by)
            found.setdefault(papers[step.paper_id], []).append(fate)
    return found


def told_fates(session: Session, lines: Sequence[Entry]) -> dict[int, list[str]]:
    """``fates`` in words."""
    return {line: [str(fate) for fate in became] for line, became in fates(session, lines).items()}


def of_papers(session: Session, agency_id: int) -> dict[int, tuple[Paper, Entry]]:
    """The documents of the agency that were issued, with their lines, by the paper's id, the newest first."""
    asked = select(Paper, Entry).join(Entry, Entry.paper_id == Paper.id).where(Paper.agency_id == agency_id)
    asked = asked.where(Entry.state == EntryState.ISSUED.value).order_by(Paper.id.desc())
    return {paper.id: (paper, entry) for paper, entry in session.execute(asked)}


def retell(session: Session, paper: Paper) -> None:
    """Has the paper's line found by what became of it, after a step that changes that."""
    entry = session.scalar(select(Entry).where(Entry.paper_id == paper.id))
    if entry is not None:
        index(entry, told_fates(session, [entry]).get(entry.id, ()))


def index(entry: Entry, became: Iterable[str] = ()) -> None:
    """Writes what the line is searched by, after any of its fields, or of what became of it, has changed."""
    days = [f"{day:%d/%m/%Y}" for day in (entry.day, entry.sent, entry.due) if day]
    fields = (entry.reason, entry.type_name, entry.subject, entry.signer, entry.position, entry.recipients)
    further = (entry.keeper, entry.received_by, entry.note, entry.language, entry.text)
    entry.lowered = lowered([code(entry), *days, *fields, *further, *became])
    entry.folded = folded(entry.lowered)
