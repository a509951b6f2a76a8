"""What all tables share: names of constraints that migrations can rely on, times in UTC, keys."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Annotated, Any

from sqlalchemy import DateTime, Dialect, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, mapped_column

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
