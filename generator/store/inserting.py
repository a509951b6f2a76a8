"""A row that may be there already, put in by whoever comes first."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from generator.store.models.base import Base


def insert_new(session: Session, table: type[Base], *, renew: str = "", **values: Any) -> bool:
    """Puts the row in, unless one with the same key is there; whether it was put in.

    With ``renew`` the row that is there is held until the transaction ends, and takes the new value of that column.
    """
    writer = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    new = writer(table).values(**values)
    key = list(table.__table__.primary_key)
    if not renew:  # what came back says so: of an insert no count of rows is kept
        return session.execute(new.on_conflict_do_nothing().returning(*key)).first() is not None
    session.execute(new.on_conflict_do_update(index_elements=key, set_={renew: values[renew]}))
    return True
