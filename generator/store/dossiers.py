"""Dossiers: each save is a new version upon the one it began from; none is ever written over."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from generator.errors import DataError, Problem
from generator.store import acts
from generator.store.hashes import sha_of
from generator.store.models import Dossier, DossierVersion, Paper
from generator.store.models.base import now
from generator.store.people.agencies import check_open


class DossierError(DataError):
    """The dossier cannot be closed or removed."""

    heading = "Chưa làm được"


class Conflict(DataError):  # noqa: N818 – it is no fault of who saves
    """Another saved since; ``newer`` is the version that is there now."""

    heading = "Hồ sơ đã có bản mới hơn"

    def __init__(self, newer: DossierVersion) -> None:
        self.newer = newer
        what = f"có người đã lưu bản {newer.number} sau khi bạn mở hồ sơ"
        super().__init__(Problem("", what, "xem những chỗ đã đổi rồi gộp"))


def create(
    session: Session, agency_id: int, name: str, year: int, data: str, author_id: int | None, note: str = ""
) -> Dossier:
    """A new dossier with its first version; ClosedError where the agency is closed."""
    check_open(session, agency_id)
    dossier = Dossier(agency_id=agency_id, name=name, year=year, head=1, created=now())
    session.add(dossier)
    session.flush()
    session.add(_version(dossier.id, 1, 0, data, author_id, note))
    session.flush()
    return dossier


def of_agency(session: Session, agency_id: int) -> Sequence[Dossier]:
    """The dossiers of the agency, the newest year first."""
    asked = select(Dossier).where(Dossier.agency_id == agency_id).order_by(Dossier.year.desc(), Dossier.name)
    return session.scalars(asked).all()


def get(session: Session, agency_id: int, dossier_id: int, *, lock: bool = False) -> Dossier | None:
    """The dossier, None where the agency has none of the id; ``lock`` holds it for a new version."""
    asked = select(Dossier).where(Dossier.id == dossier_id, Dossier.agency_id == agency_id)
    if lock:
        asked = asked.with_for_update().execution_options(populate_existing=True)
    return session.scalar(asked)


def version(session: Session, dossier: Dossier, number: int | None = None) -> DossierVersion | None:
    """The version of the number, the newest without one."""
    number = dossier.head if number is None else number
    asked = select(DossierVersion).where(DossierVersion.dossier_id == dossier.id, DossierVersion.number == number)
    return session.scalar(asked)


def with_version(
    session: Session, agency_id: int, dossier_id: int, number: int | None = None
) -> tuple[Dossier, DossierVersion] | None:
    """The dossier with its version of the number, the newest without one; None where the agency has none of both."""
    asked = {"agency": agency_id, "dossier": dossier_id}
    found = session.execute(_NEWEST, asked) if number is None else session.execute(_OF, asked | {"number": number})
    one = found.first()
    return (one[0], one[1]) if one is not None else None


_WITH = (
    select(Dossier, DossierVersion)
    .join(DossierVersion, DossierVersion.dossier_id == Dossier.id)
    .where(Dossier.id == bindparam("dossier"), Dossier.agency_id == bindparam("agency"))
)
_NEWEST = _WITH.where(DossierVersion.number == Dossier.head)
_OF = _WITH.where(DossierVersion.number == bindparam("number"))


def versions(session: Session, dossier: Dossier) -> Sequence[DossierVersion]:
    """Every version of the dossier, the newest first."""
    asked = select(DossierVersion).where(DossierVersion.dossier_id == dossier.id)
    return session.scalars(asked.order_by(DossierVersion.number.desc())).all()


def version_before(session: Session, dossier: Dossier, number: int) -> DossierVersion | None:
    """The newest version before the number that is still kept."""
    asked = select(DossierVersion).where(DossierVersion.dossier_id == dossier.id, DossierVersion.number < number)
    return session.scalar(asked.order_by(DossierVersion.number.desc()).limit(1))


def author(session: Session, dossier: Dossier) -> int | None:
    """Who made the dossier."""
    first = version(session, dossier, 1)
    return first.author_id if first is not None else None


def close(session: Session, agency_id: int, dossier_id: int, user_id: int, *, closed: bool) -> Dossier:
    """Takes the dossier out of the lists, where nothing of it may change, or opens it again; DossierError for none."""
    dossier = _held(session, agency_id, dossier_id)
    if closed is (dossier.closed is None):
        dossier.closed = now() if closed else None
        acts.log(
            session, user_id, agency_id, "đóng hồ sơ" if closed else "mở lại hồ sơ", dossier.name, nam=dossier.year
        )
    return dossier


def rename(session: Session, agency_id: int, dossier_id: int, user_id: int, name: str) -> Dossier:
    """The dossier under another name; DossierError for none, or one that is closed."""
    dossier = hold_open(session, agency_id, dossier_id)
    if name != dossier.name:
        acts.log(session, user_id, agency_id, "đổi tên hồ sơ", name, truoc=dossier.name)
        dossier.name = name
    return dossier


def remove(session: Session, agency_id: int, dossier_id: int, user_id: int) -> Dossier:
    """Deletes the dossier with all its versions; DossierError where a document of it was ever handed in."""
    dossier = _held(session, agency_id, dossier_id)
    if session.scalar(select(Paper.id).where(Paper.dossier_id == dossier.id).limit(1)) is not None:
        raise DossierError(Problem(dossier.name, "hồ sơ đã có văn bản được trình, không xóa được", "đóng hồ sơ"))
    session.execute(delete(DossierVersion).where(DossierVersion.dossier_id == dossier.id))
    session.execute(delete(Dossier).where(Dossier.id == dossier.id))
    acts.log(session, user_id, agency_id, "xóa hồ sơ", dossier.name, nam=dossier.year, so_ban=dossier.head)
    return dossier


def hold_open(session: Session, agency_id: int, dossier_id: int) -> Dossier:
    """The dossier held until the transaction ends; DossierError where it is closed or gone."""
    dossier = _held(session, agency_id, dossier_id)
    if dossier.closed is not None:
        raise DossierError(Problem(dossier.name, "hồ sơ đã đóng", "mở lại hồ sơ rồi làm tiếp"))
    return dossier


def _held(session: Session, agency_id: int, dossier_id: int) -> Dossier:
    dossier = get(session, agency_id, dossier_id, lock=True)
    if dossier is None:
        raise DossierError(Problem("", "không có hồ sơ này", "mở lại danh sách hồ sơ"))
    return dossier


def save(
    session: Session,
    agency_id: int,
    dossier_id: int,
    base: int,
    data: str,
    author_id: int | None,
    note: str = "",
    *,
    year: int | None = None,
) -> DossierVersion:
    """The values as a new version upon version ``base``; the newest as it is where they are the same.

    ``year`` is what the list of dossiers shows from then on.
    Raises Conflict where another was saved since, DataError for a dossier that is closed or not the agency's,
    ClosedError where the agency is closed.
    """
    dossier = get(session, agency_id, dossier_id, lock=True)
    if dossier is None:
        raise DataError(Problem("", "không có hồ sơ này", "mở lại danh sách hồ sơ"))
    if dossier.closed is not None:
        raise DataError(Problem(dossier.name, "hồ sơ đã đóng, không sửa được", "mở lại hồ sơ rồi sửa"))
    check_open(session, agency_id)
    newest = version(session, dossier)
    assert newest is not None
    if newest.sha == sha_of(data):
        _of_year(dossier, year)
        return newest
    if dossier.head != base:
        session.expunge(newest)  # what is undone by the error would take its values along
        raise Conflict(newest)
    dossier.head += 1
    _of_year(dossier, year)
    made = _version(dossier.id, dossier.head, base, data, author_id, note)
    session.add(made)
    session.flush()
    return made


def name_of(year: int) -> str:
    """What a dossier is called that nobody named."""
    return f"Hồ sơ năm {year}"


def _of_year(dossier: Dossier, year: int | None) -> None:
    """Puts the dossier into the year, also by its name where nobody named it."""
    if year and year != dossier.year:
        dossier.name = name_of(year) if dossier.name == name_of(dossier.year) else dossier.name
        dossier.year = year


def _version(dossier_id: int, number: int, base: int, data: str, author_id: int | None, note: str) -> DossierVersion:
    return DossierVersion(
        dossier_id=dossier_id,
        number=number,
        base=base,
        data=data,
        sha=sha_of(data),
        author_id=author_id,
        at=now(),
        note=note,
    )
