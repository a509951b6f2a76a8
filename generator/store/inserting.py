"""A row that may be there already, put in by whoever comes first."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from generator.store.models.base import Base


def insert_new(session: Session, table: type[Base], **values: Any) -> None:
    """Puts the row in, unless one with the same key is there."""
    writer = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    session.execute(writer(table).values(**values).on_conflict_do_nothing())
