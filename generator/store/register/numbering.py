"""Which numbers an office's documents run in: one series for all, one a type, or some types of their own."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from generator.errors import DataError, Problem
from generator.records import record
from generator.store.inserting import insert_new
from generator.store.models import Agency, Entry, Series
from generator.store.people.agencies import check_open

SETTING = "cap_so"


class Numbering(StrEnum):
    """How an agency numbers; the values are what its settings hold."""

    ONE = "chung"
    BY_TYPE = "tung_loai"
    SOME = "rieng"


NUMBERING_NAMES = {
    Numbering.ONE: "Một dãy số chung cho mọi loại văn bản",
    Numbering.BY_TYPE: "Mỗi loại văn bản một dãy số",
    Numbering.SOME: "Một số loại có dãy số riêng, các loại khác dùng chung một dãy",
}


@record(frozen=True)
class Ruled:
    """What holds from a year on: how numbers are given, and the types of their own where only some are."""

    since: int
    how: Numbering
    types: tuple[str, ...] = ()

    def key(self, type_name: str) -> str:
        """The series of the type; empty for the one of all."""
        name = type_name.strip().casefold()
        own = self.how is Numbering.BY_TYPE or (self.how is Numbering.SOME and name in self.types)
        return name if own else ""


def rulings(agency: Agency) -> list[Ruled]:
    """What the agency ruled, the latest year first; one series for all where it ruled nothing."""
    kept = agency.settings.get(SETTING)
    found = [
        Ruled(int(one["tu_nam"]), Numbering(one["cach"]), tuple(one.get("loai", ())))
        for one in (kept if isinstance(kept, list) else ())
    ]
    return [*sorted(found, key=lambda one: -one.since), Ruled(0, Numbering.ONE)]


def ruled(agency: Agency, year: int) -> Ruled:
    """What holds in the year."""
    return next(one for one in rulings(agency) if one.since <= year)


def rule(session: Session, agency: Agency, year: int, how: Numbering, types: Sequence[str] = ()) -> None:
    """Rules how numbers are given from the year on; DataError where numbers of it, or later, are given already."""
    given = session.scalar(
        select(func.count(Entry.id))
        .join(Series, Entry.series_id == Series.id)
        .where(Series.agency_id == agency.id, Series.year >= year)
    )
    new = Ruled(year, how, tuple(dict.fromkeys(name.strip().casefold() for name in types if name.strip())))
    if ruled(agency, year) == new:
        return
    if given:
        what = f"năm {year} đã cấp {given} số, đổi cách cấp số giữa năm dễ làm trùng số"
        raise DataError(Problem("Cách cấp số", what, f"đặt cách mới từ năm {year + 1}"))
    if how is Numbering.SOME and not new.types:
        raise DataError(Problem("Cách cấp số", "chưa chọn loại văn bản nào có dãy số riêng", "chọn ít nhất một loại"))
    kept = [one for one in rulings(agency) if one.since and one.since < year]
    agency.settings = {
        **agency.settings,
        SETTING: [{"tu_nam": one.since, "cach": one.how.value, "loai": list(one.types)} for one in (*kept, new)],
    }


def series_of(session: Session, agency_id: int, year: int, key: str) -> Series:
    """The series, held until the transaction ends: who gives a number waits for who is giving one.

    ClosedError where the agency is closed: nobody closes it either before the transaction ends.
    """
    check_open(session, agency_id, hold=True)
    asked = select(Series).where(Series.agency_id == agency_id, Series.year == year, Series.key == key)
    held = asked.with_for_update().execution_options(populate_existing=True)
    if (found := session.scalar(held)) is not None:
        return found
    insert_new(session, Series, agency_id=agency_id, year=year, key=key, last=0, before=0, reason="")
    return session.scalars(held).one()


def begin_after(session: Session, agency_id: int, year: int, key: str, before: int, reason: str) -> Series:
    """The series of the year begun after ``before`` numbers that stand in another book.

    Raises DataError where a number of it is given already, or no reason is.
    """
    series = series_of(session, agency_id, year, key)
    if session.scalar(select(func.count(Entry.id)).where(Entry.series_id == series.id)):
        raise DataError(Problem("Số bắt đầu", "dãy số này đã cấp số trong năm", "không đổi số bắt đầu được nữa"))
    if before < 0 or not reason.strip():
        raise DataError(Problem("Số bắt đầu", "thiếu số cuối của sổ cũ hoặc lý do", "ghi số cuối đã cấp và tên sổ cũ"))
    series.last = series.before = before
    series.reason = reason.strip()
    session.flush()
    return series


def find_series(session: Session, agency_id: int, year: int, key: str) -> Series | None:
    """The series, None where no number of it was given or kept yet."""
    return session.scalar(select(Series).where(Series.agency_id == agency_id, Series.year == year, Series.key == key))


def following(series: Series | None) -> int:
    """The number that would be given next, in a series that has begun or in none; another may take it."""
    return (series.last if series is not None else 0) + 1


def take(session: Session, series: Series) -> int:
    """The next number of a series that is held."""
    series.last += 1
    session.flush()
    return series.last
