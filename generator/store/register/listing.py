"""Lines of the register found: by year, kind, state, days, and by words in every field and in the documents' text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from generator.records import record
from generator.store.models import Entry, SavedSearch, Series
from generator.store.register.searching import folded, has_marks, lowered, pattern


@record(frozen=True)
class Search:
    """What is asked for; what is empty does not count.

    ``words``: each word group between quotes or spaces must be there; typed with diacritics, with these.
    """

    year: int | None = None
    words: str = ""
    type_name: str = ""
    state: str = ""
    since: date | None = None
    until: date | None = None


def find(session: Session, agency_id: int, search: Search) -> Sequence[Entry]:
    """The lines, in order of year, series and number."""
    asked = _asked(session, agency_id, search)
    return session.scalars(asked.order_by(Series.year, Series.key, Entry.number)).all()


def newest(session: Session, agency_id: int, search: Search, skip: int, most: int) -> tuple[int, Sequence[Entry]]:
    """How many lines there are, and so many of them behind those left out, the newest year and number first."""
    asked = _asked(session, agency_id, search)
    total = session.scalar(select(func.count()).select_from(asked.subquery())) or 0
    order = asked.order_by(Series.year.desc(), Entry.number.desc(), Entry.id)
    return total, session.scalars(order.offset(skip).limit(most)).all()


def _asked(session: Session, agency_id: int, search: Search) -> Select[Entry]:
    asked = select(Entry).join(Series, Entry.series_id == Series.id).where(Entry.agency_id == agency_id)
    if search.year is not None:
        asked = asked.where(Series.year == search.year)
    if search.type_name:
        called = search.type_name.casefold()  # by Python: a database may know no small letter of Đ
        asked = asked.where(
            Entry.type_name.in_(name for name in type_names(session, agency_id) if name.casefold() == called)
        )
    if search.state:
        asked = asked.where(Entry.state == search.state)
    if search.since:
        asked = asked.where(Entry.day >= search.since)
    if search.until:
        asked = asked.where(Entry.day <= search.until)
    for words in _groups(search.words):
        column = Entry.lowered if has_marks(words) else Entry.folded
        asked = asked.where(column.like(pattern(lowered([words]) if has_marks(words) else folded(words)), escape="\\"))
    return asked


def _groups(typed: str) -> list[str]:
    """What must be there: the words, those between quotes as they stand together."""
    parts = typed.replace("“", '"').replace("”", '"').split('"')
    groups: list[str] = []
    for at, part in enumerate(parts):
        groups += [part.strip()] if at % 2 and part.strip() else part.split() if not at % 2 else []
    return groups


def years(session: Session, agency_id: int) -> list[int]:
    """The years that have numbers, the latest first."""
    asked = select(Series.year).where(Series.agency_id == agency_id).distinct().order_by(Series.year.desc())
    return list(session.scalars(asked))


def type_names(session: Session, agency_id: int) -> list[str]:
    """The types of documents in the register."""
    asked = select(Entry.type_name).where(Entry.agency_id == agency_id, Entry.type_name != "").distinct()
    return sorted(session.scalars(asked))


def saved(session: Session, user_id: int, agency_id: int) -> Sequence[SavedSearch]:
    """The searches the person keeps."""
    asked = select(SavedSearch).where(SavedSearch.user_id == user_id, SavedSearch.agency_id == agency_id)
    return session.scalars(asked.order_by(SavedSearch.name)).all()


def save(
    session: Session, user_id: int, agency_id: int, name: str, asked: dict[str, str], columns: list[str]
) -> SavedSearch:
    """The search kept under the name, in place of one of that name."""
    known = next((one for one in saved(session, user_id, agency_id) if one.name == name), None)
    kept = known or SavedSearch(user_id=user_id, agency_id=agency_id, name=name)
    kept.asked, kept.columns = asked, columns
    session.add(kept)
    session.flush()
    return kept
