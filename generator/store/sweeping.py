"""What has served its time taken out: rows that ended, old versions where an agency says so, bytes nothing refers to.

Never what the register or a document that was handed in refers to, nor the log of acts. What is taken out is logged.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

from sqlalchemy import Column, ColumnElement, Delete, delete, func, or_, select
from sqlalchemy.orm import Session

from generator.records import record
from generator.store import acts
from generator.store.blobs import path_of
from generator.store.engine import Store
from generator.store.inserting import insert_new
from generator.store.models import (
    Agency,
    Attempt,
    Base,
    Blob,
    Dossier,
    DossierVersion,
    Idempotency,
    Job,
    Opening,
    Paper,
    Step,
    Token,
)
from generator.store.models import Session as SignedIn
from generator.store.models.base import VIETNAM, now

SETTING = "luu_giu"
KEPT = timedelta(days=1)
"""How long is kept what only waits to be fetched: results of long work, answers to requests, bytes of nothing."""
GRACE = timedelta(days=1)
"""How long after an agency changed its rule nothing is taken out by it."""
SWEPT = "dọn dữ liệu đã hết hạn"
VERSION_DAYS = (0, 90, 180, 365, 730)
TOKEN_DAYS = (0, 90, 365)
_OVER = ("xong", "hong", "huy")
_AT_ONCE = 500
_REFERRING: tuple[Column[str], ...] = tuple(
    column
    for table in Base.metadata.sorted_tables
    for column in table.c
    if any(key.column is Blob.__table__.c.sha for key in column.foreign_keys)
)


@record(frozen=True)
class Rule:
    """After how many days of an agency's only the last version of a day is kept, and tokens that ended go; 0: never.

    ``since``: from when on it holds.
    """

    versions: int = 0
    tokens: int = 0
    since: datetime | None = None


def ruled(agency: Agency) -> Rule:
    """What the agency says; all is kept where it said nothing."""
    kept = agency.settings.get(SETTING)
    if not isinstance(kept, dict):
        return Rule()
    return Rule(int(kept["ban"]), int(kept["ma"]), datetime.fromisoformat(kept["tu"]))


def rule(agency: Agency, versions: int, tokens: int, at: datetime | None = None) -> None:
    """Says anew what is kept, from ``GRACE`` after now on; ValueError for days that cannot be chosen."""
    VERSION_DAYS.index(versions), TOKEN_DAYS.index(tokens)
    since = (at or now()) + GRACE
    agency.settings = {**agency.settings, SETTING: {"ban": versions, "ma": tokens, "tu": since.isoformat()}}


def old_versions(session: Session, agency_id: int, days: int, at: datetime) -> dict[Dossier, list[int]]:
    """The numbers of versions that are none of the agency's last days, by dossier; none where ``days`` is 0.

    The last of a day stays, the first and the newest of all, each with a note, each that a document was handed in of.
    """
    if not days:
        return {}
    first = datetime.combine(at.astimezone(VIETNAM).date() - timedelta(days=days), time(), VIETNAM)
    here = Dossier.agency_id == agency_id
    version = DossierVersion
    asked = select(version.dossier_id, version.number, version.at, version.note).join(Dossier)
    rows = session.execute(asked.where(here, version.at < first).order_by(version.dossier_id, version.number)).all()
    of_day = {(row.dossier_id, row.at.astimezone(VIETNAM).date()): row.number for row in rows}
    kept = {(dossier, number) for (dossier, _), number in of_day.items()}
    dossiers = {one.id: one for one in session.scalars(select(Dossier).where(here))}
    kept |= {(one.id, number) for one in dossiers.values() for number in (1, one.head)}
    for number in (Paper.version, Step.version):
        shown = select(Paper.dossier_id, number).where(Paper.agency_id == agency_id)
        kept |= {(one, two) for one, two in session.execute(shown.outerjoin(Step, Step.paper_id == Paper.id))}
    found: dict[Dossier, list[int]] = {}
    for row in rows:
        if not row.note and (row.dossier_id, row.number) not in kept:
            found.setdefault(dossiers[row.dossier_id], []).append(row.number)
    return found


def ended_tokens(session: Session, agency_id: int, days: int, at: datetime) -> dict[int, str]:
    """The names of tokens that ended longer ago, by id; none where ``days`` is 0."""
    if not days:
        return {}
    before = at - timedelta(days=days)
    asked = select(Token.id, Token.name).where(Token.agency_id == agency_id)
    found = session.execute(asked.where(or_(Token.expires < before, Token.revoked < before)))
    return {row.id: row.name for row in found}


def sweep(store: Store, at: datetime | None = None) -> None:
    """Takes out all that has served its time, in short transactions: stopped anywhere, the next goes on."""
    at = at or now()
    with store.read() as session:
        agencies = session.scalars(select(Agency)).all()
    for agency in agencies:
        said = ruled(agency)
        if said.since is not None and said.since <= at:
            with store.begin() as session:
                _sweep_agency(session, agency.id, said, at)
    found: dict[str, int] = {}
    with store.begin() as session:
        for called, what in _ended(at):
            found[called] = session.execute(what).rowcount  # type: ignore[attr-defined]
        found["tep"], found["dung_luong"] = _forget_bytes(store, session, at)
        if any(found.values()):
            told = {name: count for name, count in found.items() if count}
            acts.log(session, None, None, SWEPT, "", **told)
    _remove_files(store, at)


def _sweep_agency(session: Session, agency_id: int, said: Rule, at: datetime) -> None:
    for dossier, numbers in old_versions(session, agency_id, said.versions, at).items():
        for some in _parts(numbers):
            own = DossierVersion.dossier_id == dossier.id
            session.execute(delete(DossierVersion).where(own, DossierVersion.number.in_(some)))
        acts.log(session, None, agency_id, "xóa bản cũ của hồ sơ", dossier.name, ban=_spans(numbers))
    for token, name in ended_tokens(session, agency_id, said.tokens, at).items():
        session.execute(delete(Idempotency).where(Idempotency.token_id == token))
        session.execute(delete(Token).where(Token.id == token))
        acts.log(session, None, agency_id, "xóa mã truy cập đã hết hạn", name)


def _ended(at: datetime) -> Iterator[tuple[str, Delete]]:
    yield "phien", delete(SignedIn).where(SignedIn.expires < at)
    yield "lan_dang_nhap", delete(Attempt).where(Attempt.at < at - KEPT)
    yield "lien_ket_mo_dau", delete(Opening).where(Opening.expires < at, Opening.used.is_(None))
    yield "tra_loi_theo_khoa", delete(Idempotency).where(Idempotency.created < at - KEPT)
    yield "viec_dai", delete(Job).where(Job.changed < at - KEPT, Job.state.in_(_OVER))


def unreferred(at: datetime) -> tuple[ColumnElement[bool], ...]:
    """What holds of a row of ``Blob`` that nothing refers to any more, and that nobody gave of late."""
    return Blob.created < at - KEPT, *(~select(column).where(column == Blob.sha).exists() for column in _REFERRING)


def bytes_of_nothing(session: Session, at: datetime) -> tuple[int, int]:
    """How many files nothing refers to, and their bytes together."""
    count, size = session.execute(select(func.count(), func.sum(Blob.size)).where(*unreferred(at))).one()
    return count, size or 0


def _forget_bytes(store: Store, session: Session, at: datetime) -> tuple[int, int]:
    """The rows of bytes that nothing refers to taken out; how many, and their bytes together.

    Their files go a day later (``_remove_files``): a backup that began before this one finds them.
    """
    gone = session.execute(delete(Blob).where(*unreferred(at)).returning(Blob.sha, Blob.size)).all()
    for sha, _ in gone:
        with contextlib.suppress(FileNotFoundError):
            os.utime(path_of(store.files, sha))
    return len(gone), sum(size for _, size in gone)


def _remove_files(store: Store, at: datetime) -> None:
    """Files without a row, and what a kill left half-written, where nobody has touched them for a day."""
    with store.read() as session:
        named = set(session.scalars(select(Blob.sha)))
    for path in store.files.glob("*/*"):
        if path.name in named or path.stat().st_mtime > (at - KEPT).timestamp():
            continue
        if path == path_of(store.files, path.name):
            _remove(store, path)
        elif path.name.startswith("."):
            path.unlink(missing_ok=True)


def _remove(store: Store, path: Path) -> None:
    with store.begin() as session:
        # The key is taken until the end: who keeps the same bytes now waits for it, and writes them again.
        if insert_new(session, Blob, sha=path.name, size=0, media_type="", created=now()):
            path.unlink(missing_ok=True)
            session.execute(delete(Blob).where(Blob.sha == path.name))


def _parts(numbers: list[int]) -> Iterator[list[int]]:
    return (numbers[at : at + _AT_ONCE] for at in range(0, len(numbers), _AT_ONCE))


def _spans(numbers: Iterable[int]) -> str:
    """The numbers in short: ``2–14, 16``."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in spans)
