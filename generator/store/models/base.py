"""What all tables share: names of constraints that migrations can rely on, times in UTC, keys."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Annotated, Any

from sqlalchemy import Connection, DateTime, Dialect, MetaData, String, TypeDecorator, event
from sqlalchemy.orm import DeclarativeBase, Mapper, mapped_column

from generator.errors import DataError, Problem

VIETNAM = timezone(timedelta(hours=7))  # which knows no summer time


class Moment(TypeDecorator[datetime]):
    """A time in UTC with its zone, also where the database (SQLite) keeps none."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The time as the database keeps it; ValueError for one without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time needs its zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """The time with its zone."""
        kept: datetime | None = value
        return kept.replace(tzinfo=UTC) if kept is not None and kept.tzinfo is None else kept


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


Key = Annotated[int, mapped_column(primary_key=True)]
At = Annotated[datetime, mapped_column(Moment)]
Sha = Annotated[str, mapped_column(String(64))]
"""A SHA-256, in hexadecimal."""


class TooLongError(DataError):
    """A text does not fit its column: told alike on SQLite, which would take it, and on PostgreSQL."""

    heading = "Chưa lưu được"


class Base(DeclarativeBase):
    """The base of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


_SHOWN = 40  # characters of a text that a message repeats


@event.listens_for(Base, "before_insert", propagate=True)
@event.listens_for(Base, "before_update", propagate=True)
def _fits(mapper: Mapper[Any], _connection: Connection, row: Base) -> None:
    """The last look at every text before it is written; pages look before, and tell it at its box."""
    for attribute in mapper.column_attrs:
        kind, text = attribute.columns[0].type, getattr(row, attribute.key)
        if not isinstance(kind, String) or text is None:
            continue
        if kind.length is not None and len(text) > kind.length:
            what = f"«{text[:_SHOWN]}…» dài {len(text)} ký tự, ghi được nhiều nhất {kind.length}"
            raise TooLongError(Problem("", what, "viết ngắn hơn"))
        if "\x00" in text:
            raise TooLongError(Problem("", f"«{text[:_SHOWN]}» có ký tự rỗng (U+0000)", "bỏ ký tự này rồi gửi lại"))
