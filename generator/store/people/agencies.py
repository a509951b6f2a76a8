"""Agencies that are no more: closed, so that nothing of theirs changes and everything can be found, or opened again."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Database

from generator.errors import DataError, Problem
from generator.store import acts
from generator.store.models import Agency, Entry, EntryState, Paper
from generator.store.models.base import VIETNAM, now
from generator.store.models.papers import OVER

LONGEST = 500
"""Signs of why an agency is closed."""


class ClosedError(DataError):
    """The agency is closed: nothing of it changes."""

    heading = "Cơ quan đã đóng"


def told(agency: Agency) -> str:
    """Since when and why the agency is closed; empty for one at work."""
    if agency.closed is None:
        return ""
    why = f" ({agency.closed_for})" if agency.closed_for else ""
    return f"{agency.name} đã đóng từ ngày {agency.closed.astimezone(VIETNAM):%d/%m/%Y}{why}"


def check_open(database: Database, agency_id: int, *, hold: bool = False) -> None:
    """Raises ClosedError where the agency is closed; ``hold``: nobody closes it before the transaction ends."""
    asked = select(Agency.closed).where(Agency.id == agency_id)
    if database.scalar(asked.with_for_update(read=True) if hold else asked) is not None:
        said = told(database.get_one(Agency, agency_id, populate_existing=True))
        raise ClosedError(Problem("", said, "xem, tìm, xuất được; cần làm tiếp thì nhờ người quản trị chung mở lại"))


def close(database: Database, agency_id: int, user_id: int, why: str) -> Agency:
    """The agency closed, if it was not; its name is free for the one that goes on under it. DataError without why."""
    agency = _held(database, agency_id)
    why = " ".join(why.split())
    if agency.closed is None:
        if len(why) > LONGEST:
            raise DataError(Problem("why", f"lý do dài {len(why)} ký tự", f"viết nhiều nhất {LONGEST} ký tự"))
        if not why:
            raise DataError(Problem("why", "chưa ghi vì sao đóng", "ghi việc sáp nhập, giải thể và văn bản quyết định"))
        agency.closed, agency.closed_for = now(), why
        agency.taken = f"{agency.id} {agency.closed.isoformat()}"
        acts.log(database, user_id, agency.id, "đóng cơ quan", agency.name, ly_do=why)
        database.flush()
    return agency


def reopen(database: Database, agency_id: int, user_id: int) -> Agency:
    """The agency at work again, if it was closed; DataError where another goes on under its name."""
    agency = _held(database, agency_id)
    if agency.closed is not None:
        if database.scalar(select(Agency.id).where(Agency.taken == agency.name)) is not None:
            what = f"đã có cơ quan đang làm việc tên «{agency.name}»"
            raise DataError(Problem("", what, "mở Quản trị → Cơ quan của một trong hai, đổi tên, rồi mở lại"))
        since, why = agency.closed, agency.closed_for
        agency.closed, agency.closed_for, agency.taken = None, "", agency.name
        said = {"da_dong_tu": f"{since.astimezone(VIETNAM):%d/%m/%Y}", "vi": why}
        acts.log(database, user_id, agency.id, "mở lại cơ quan", agency.name, **said)
        database.flush()
    return agency


def unfinished(database: Database, agency_id: int) -> tuple[int, Mapping[EntryState, int]]:
    """How many documents are on their way, how many numbers kept or being given: closed, they stay as they are."""
    over = [stage.value for stage in OVER]
    papers = select(func.count(Paper.id)).where(Paper.agency_id == agency_id, Paper.stage.not_in(over))
    numbers = select(Entry.state, func.count(Entry.id)).group_by(Entry.state)
    numbers = numbers.where(
        Entry.agency_id == agency_id, Entry.state.in_([EntryState.RESERVED.value, EntryState.ISSUING.value])
    )
    return database.scalar(papers) or 0, {EntryState(state): count for state, count in database.execute(numbers)}


def _held(database: Database, agency_id: int) -> Agency:
    asked = select(Agency).where(Agency.id == agency_id).with_for_update().execution_options(populate_existing=True)
    agency = database.scalar(asked)
    if agency is None:
        raise DataError(Problem("", "không có cơ quan này", "mở lại danh sách cơ quan"))
    return agency
