"""A signed document given its number and issued: two short transactions, its files made between them.

Stopped anywhere, the number stands in the register as being given, and the same document gets it when issued again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy.orm import Session

from generator.errors import Problem
from generator.media_types import DOCX, PDF
from generator.records import record
from generator.store import acts, blobs
from generator.store.engine import Store
from generator.store.models import Agency, Entry, EntryState, Paper, Role, Series, Stage
from generator.store.models.base import now
from generator.store.papers import ACTIONS, StepError, get, record_step, to_issue
from generator.store.register.entries import code, index, out_of_order, twins
from generator.store.register.entries import get as line
from generator.store.register.numbering import find_series, following, ruled, series_of, take
from generator.wording.numerals.ordinals import padded

_ISSUE = ACTIONS["ban_hanh"]


@record(frozen=True)
class Made:
    """An issued document's files, and what its line of the register says of it."""

    docx: bytes
    pdf: bytes
    symbol: str
    type_name: str
    subject: str
    signer: str = ""
    position: str = ""
    recipients: str = ""
    keeper: str = ""
    copies: int | None = None
    pages: int = 0
    priority: int = 0
    text: str = ""
    docx_type: str = DOCX
    pdf_type: str = PDF


_MOST = {
    "type_name": ("tên loại", 100), "subject": ("trích yếu", 500), "symbol": ("ký hiệu", 30),
    "signer": ("họ tên người ký", 50), "position": ("chức vụ người ký", 100), "keeper": ("nơi lưu", 200),
}  # fmt: skip
"""The lengths that Phụ lục VI gives the data of a document, and the register its columns."""


def check_fits(made: Made) -> None:
    """Raises StepError with every part that is longer than the register's columns: none is cut in silence."""
    wrong = [
        Problem("", f"{called} dài {len(text)} ký tự, sổ văn bản đi ghi được nhiều nhất {most}", "viết ngắn hơn")
        for name, (called, most) in _MOST.items()
        if len(text := getattr(made, name)) > most
    ]
    if wrong:
        raise StepError(wrong)


@record(frozen=True)
class Asked:
    """What a clerk asks for: which paper as seen at which revision, on which day, with which reserved number if any.

    ``confirmed``: a day out of order was told, and is meant. ``expected`` is the number that was shown, if one was.
    """

    agency_id: int
    paper_id: int
    revision: int
    user_id: int
    roles: frozenset[Role]
    day: date
    entry_id: int | None = None
    confirmed: bool = False
    expected: int | None = None


@record(frozen=True)
class Given:
    """A number given to a paper that is being issued."""

    entry_id: int
    number: int
    revision: int


class NumberTakenError(StepError):
    """The number that was shown is no longer the one that would be given: a person looks again."""

    heading = "Số sẽ cấp đã khác"


class OutOfOrderError(StepError):
    """The day is earlier than that of a smaller number, or later than that of a greater: a person confirms it."""

    heading = "Ngày không theo thứ tự của sổ"


Make = Callable[[int, date], Made]
Note = Callable[[Session, Paper, Entry], None]


def issue(store: Store, asked: Asked, type_name: str, make: Make, note: Note | None = None) -> Entry:
    """The line of the register of the paper, issued with what ``make`` makes of number and day.

    ``note`` writes number and day down elsewhere too, in the transaction that issues: both hold, or neither.

    Raises StepError where it may not be issued (nothing is given then), OutOfOrderError for a day to be confirmed, and
    what ``make`` raises: it is tried with the number that comes next, so that what cannot be made takes no number.
    """
    with store.read() as session:
        number, _ = _next(session, asked, type_name)
    made = make(number, asked.day)
    with store.begin() as session:
        given = give(session, asked, made)
    if given.number != number:
        made = make(given.number, asked.day)
    for data in (made.docx, made.pdf):
        blobs.write(store.files, data)
    with store.begin() as session:
        return finish(store, session, asked, given, made, note)


def foresee(session: Session, asked: Asked, type_name: str) -> tuple[int, str]:
    """The number the paper would be given, and what is to be said of its day (``out_of_order``); nothing changes.

    Raises StepError where it cannot be issued, or not with the number that was chosen.
    """
    number, series = _next(session, asked, type_name)
    said = out_of_order(session, Entry(series_id=series.id, number=number, day=asked.day)) if series else ""
    return number, said


def _reserved(entry: Entry | None, series: Series | None) -> Entry:
    """The line, which must be a number of the series that was kept."""
    if entry is None or series is None or entry.state != EntryState.RESERVED or entry.series_id != series.id:
        raise StepError(Problem("", "số giữ chỗ đã chọn không dùng được cho văn bản này", "chọn số khác"))
    return entry


def _next(session: Session, asked: Asked, type_name: str) -> tuple[int, Series | None]:
    """The number the paper would be given, and its series where that has begun; raises what ``foresee`` raises."""
    _, entry = to_issue(session, asked.agency_id, asked.paper_id, asked.revision, asked.roles, lock=False)
    agency = session.get_one(Agency, asked.agency_id)
    series = find_series(session, agency.id, asked.day.year, ruled(agency, asked.day.year).key(type_name))
    if entry is None and asked.entry_id is not None:
        entry = _reserved(line(session, asked.agency_id, asked.entry_id), series)
    return entry.number if entry is not None else following(series), series


def give(session: Session, asked: Asked, made: Made) -> Given:
    """Gives the paper its number and writes the line as being issued; whoever is at the same paper fails afterwards."""
    check_fits(made)
    paper, entry = to_issue(session, asked.agency_id, asked.paper_id, asked.revision, asked.roles)
    agency = session.get_one(Agency, asked.agency_id)
    series = series_of(session, agency.id, asked.day.year, ruled(agency, asked.day.year).key(made.type_name))
    if entry is not None and entry.series_id != series.id:
        what = f"văn bản đang giữ số {padded(entry.number)} của dãy số khác"
        raise StepError(Problem("", what, "hủy số ấy trong sổ, ghi lý do, rồi cấp số mới"))
    if entry is None and asked.entry_id is not None:
        entry = _reserved(line(session, asked.agency_id, asked.entry_id, lock=True), series)
    number = entry.number if entry is not None else following(series)
    if asked.expected not in (None, number):
        what = f"số {padded(asked.expected or 0)} vừa được cấp cho văn bản khác; số sẽ cấp bây giờ là {padded(number)}"
        raise NumberTakenError(Problem("", what, "xem lại rồi cấp số"))
    if entry is None:
        entry = Entry(
            series_id=series.id, agency_id=agency.id, number=take(session, series), made_by_id=asked.user_id, made=now()
        )
        session.add(entry)
    entry.state = EntryState.ISSUING.value
    entry.paper_id = paper.id
    entry.day, entry.symbol, entry.type_name, entry.subject = asked.day, made.symbol, made.type_name, made.subject
    index(entry)
    session.flush()
    if found := twins(session, entry):
        what = f"số {code(entry)} trùng số, ký hiệu với «{found[0].type_name} {found[0].subject}» cùng năm"
        raise StepError(Problem("", what, "xem lại cách cấp số và ký hiệu"))
    if not asked.confirmed and (said := out_of_order(session, entry)):
        raise OutOfOrderError(Problem("", said, "sửa ngày, hoặc đánh dấu xác nhận rồi cấp số lại"))
    paper.revision += 1
    acts.log(session, asked.user_id, agency.id, "cấp số", f"số {code(entry)}", van_ban=paper.id)
    session.flush()
    return Given(entry.id, entry.number, paper.revision)


def finish(store: Store, session: Session, asked: Asked, given: Given, made: Made, note: Note | None = None) -> Entry:
    """Puts the files to the line; StepError where somebody took another step meanwhile (their step holds)."""
    paper = get(session, asked.agency_id, asked.paper_id, lock=True)
    entry = line(session, asked.agency_id, given.entry_id, lock=True)
    assert paper is not None
    assert entry is not None
    mine = entry.state == EntryState.ISSUING and entry.paper_id == paper.id and entry.day == asked.day
    if not mine or paper.revision != given.revision or paper.stage != Stage.SIGNED:
        what = f"có người vừa làm một bước với văn bản này trong lúc cấp số {padded(given.number)}"
        raise StepError(Problem("", what, "mở lại văn bản để xem rồi làm tiếp"))
    docx = blobs.keep(store, session, made.docx, made.docx_type)
    pdf = blobs.keep(store, session, made.pdf, made.pdf_type)
    paper.docx_sha, paper.pdf_sha = entry.docx_sha, entry.pdf_sha = docx, pdf
    entry.state = EntryState.ISSUED.value
    entry.symbol, entry.type_name, entry.subject = made.symbol, made.type_name, made.subject
    entry.signer, entry.position = made.signer, made.position
    entry.recipients, entry.keeper = made.recipients, made.keeper
    entry.pages, entry.priority, entry.text, entry.copies = made.pages, made.priority, made.text, made.copies
    index(entry)
    before = paper.stage
    paper.stage = Stage.ISSUED.value
    paper.revision += 1
    record_step(session, paper, _ISSUE, asked.user_id, before, (paper.version, entry.docx_sha))
    acts.log(session, asked.user_id, asked.agency_id, "ban hành văn bản", code(entry), van_ban=paper.id)
    if note is not None:
        note(session, paper, entry)
    session.flush()
    return entry
