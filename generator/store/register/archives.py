"""Files (hồ sơ lưu): issued documents put together under a code, in order; one document may be in several."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from generator.errors import DataError, Problem
from generator.store import acts
from generator.store.models import Archive, ArchiveItem, Entry, EntryState


class ArchiveError(DataError):
    """The file does not allow it."""

    heading = "Hồ sơ lưu chưa ghi được"


def create(
    session: Session, agency_id: int, user_id: int, *, catalog: int, notation: str, title: str, **further: str
) -> Archive:
    """A new file; ArchiveError where one of the same code is there, or code or title is wanting."""
    if not notation.strip() or not title.strip():
        raise ArchiveError(Problem("Hồ sơ lưu", "thiếu số, ký hiệu hoặc tiêu đề", "ghi cả hai"))
    if len(notation.strip()) > 20 or len(title.strip()) > 500:
        raise ArchiveError(Problem("Hồ sơ lưu", "số, ký hiệu quá 20 hoặc tiêu đề quá 500 ký tự", "rút ngắn"))
    asked = select(Archive.id).where(
        Archive.agency_id == agency_id, Archive.catalog == catalog, Archive.notation == notation.strip()
    )
    if session.scalar(asked) is not None:
        raise ArchiveError(Problem("Hồ sơ lưu", f"năm {catalog} đã có hồ sơ «{notation.strip()}»", "đổi số, ký hiệu"))
    archive = Archive(agency_id=agency_id, catalog=catalog, notation=notation.strip(), title=title.strip(), **further)
    session.add(archive)
    session.flush()
    acts.log(session, user_id, agency_id, "lập hồ sơ lưu", f"{catalog}.{archive.notation}")
    return archive


def get(session: Session, agency_id: int, archive_id: int, *, lock: bool = False) -> Archive | None:
    """The file, None where the agency has none of the id."""
    asked = select(Archive).where(Archive.id == archive_id, Archive.agency_id == agency_id)
    return session.scalar(asked.with_for_update() if lock else asked)


def of_agency(session: Session, agency_id: int) -> Sequence[Archive]:
    """The files of the agency, the latest year first."""
    asked = select(Archive).where(Archive.agency_id == agency_id)
    return session.scalars(asked.order_by(Archive.catalog.desc(), Archive.notation)).all()


def put(session: Session, agency_id: int, user_id: int, archive_id: int, entry_id: int) -> ArchiveItem:
    """An issued document put at the end of the file; ArchiveError where that cannot be."""
    archive = get(session, agency_id, archive_id, lock=True)
    entry = session.scalar(select(Entry).where(Entry.id == entry_id, Entry.agency_id == agency_id))
    if archive is None or entry is None or entry.state != EntryState.ISSUED:
        raise ArchiveError(Problem("Hồ sơ lưu", "không có hồ sơ hoặc văn bản đã ban hành này", "mở lại sổ"))
    if archive.locked:
        raise ArchiveError(Problem("Hồ sơ lưu", f"hồ sơ «{archive.notation}» đã khóa", "chọn hồ sơ khác"))
    there = select(ArchiveItem.id).where(ArchiveItem.archive_id == archive.id, ArchiveItem.entry_id == entry.id)
    if session.scalar(there) is not None:
        raise ArchiveError(Problem("Hồ sơ lưu", "văn bản đã có trong hồ sơ này", "chọn hồ sơ khác"))
    last = session.scalar(select(func.max(ArchiveItem.ordinal)).where(ArchiveItem.archive_id == archive.id)) or 0
    item = ArchiveItem(archive_id=archive.id, entry_id=entry.id, ordinal=last + 1)
    session.add(item)
    session.flush()
    acts.log(session, user_id, agency_id, "đưa vào hồ sơ lưu", f"{archive.catalog}.{archive.notation}", dong=entry.id)
    return item


def items(session: Session, archive: Archive) -> list[tuple[ArchiveItem, Entry]]:
    """The documents of the file in order."""
    asked = (
        select(ArchiveItem, Entry)
        .join(Entry, ArchiveItem.entry_id == Entry.id)
        .where(ArchiveItem.archive_id == archive.id)
        .order_by(ArchiveItem.ordinal)
    )
    return [(item, entry) for item, entry in session.execute(asked)]


def lock(session: Session, agency_id: int, user_id: int, archive_id: int, *, locked: bool) -> None:
    """Locks the file against changes, or opens it again."""
    archive = get(session, agency_id, archive_id, lock=True)
    if archive is None:
        raise ArchiveError(Problem("Hồ sơ lưu", "không có hồ sơ này", "mở lại danh sách"))
    archive.locked = locked
    acts.log(session, user_id, agency_id, "khóa hồ sơ lưu" if locked else "mở khóa hồ sơ lưu", archive.notation)
