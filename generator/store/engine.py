"""The store opened: its database (SQLite in the data folder, or PostgreSQL by URL) and the folder of its files."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, sessionmaker

from generator.records import record

DATABASE = "vanthu.sqlite3"
FILES = "tep"
_READS = "vanthu_reads"
PATIENCE = 7
"""Seconds a writer waits for its turn, among those of its process and then among all; many who save wait less."""


@record(frozen=True)
class Store:
    """A store: ``with store.begin() as session`` is one transaction, undone where an error leaves it."""

    engine: Engine
    files: Path
    sessions: sessionmaker[Session]
    readers: sessionmaker[Session]
    turn: RLock | None = None
    patience: int = PATIENCE

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """A transaction. In SQLite it holds the one place of writers from its first statement on, so keep it short."""
        with self._turn(), self.sessions.begin() as session:
            yield session

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if self.turn is None:
            yield
        elif not self.turn.acquire(timeout=self.patience):
            raise OperationalError("BEGIN IMMEDIATE", None, sqlite3.OperationalError("database is locked"))
        else:
            try:
                yield
            finally:
                self.turn.release()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A transaction that only reads, of the store as it is at its first statement; it waits for no writer."""
        with self.readers() as session:
            yield session

    def close(self) -> None:
        """Closes the connections."""
        self.engine.dispose()


def open_store(folder: Path, url: str | None = None, patience: int = PATIENCE) -> Store:
    """The store in the folder, its database there or at ``url``; its tables must have been made (``migrate``).

    ``patience``: so many seconds a writer of SQLite waits for its turn.
    """
    folder.mkdir(parents=True, exist_ok=True)
    address = make_url(url) if url else make_url(f"sqlite:///{folder / DATABASE}")
    if address.drivername == "postgresql":
        address = address.set(drivername="postgresql+psycopg")
    engine = create_engine(address, pool_pre_ping=address.get_backend_name() != "sqlite")
    if engine.dialect.name == "sqlite":
        _sqlite(engine, patience)
    files = folder / FILES
    files.mkdir(exist_ok=True)
    # REPEATABLE READ is in PostgreSQL what any transaction is in SQLite: all of it sees one moment.
    once = (
        {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    )
    reading = engine.execution_options(**{_READS: True}, **once)
    sessions, readers = (sessionmaker(one, expire_on_commit=False) for one in (engine, reading))
    # SQLite lets one write and has the others look again and again, ever later; of one process each waits for its turn.
    turn = RLock() if engine.dialect.name == "sqlite" else None
    return Store(engine, files, sessions, readers, turn, patience)


def _sqlite(engine: Engine, patience: int) -> None:
    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin where the next function says
        for said in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", f"busy_timeout = {patience}000"):
            connection.execute(f"PRAGMA {said}")

    @event.listens_for(engine, "begin")
    def _begun(connection: Any) -> None:
        reads = connection.get_execution_options().get(_READS, False)
        connection.exec_driver_sql(f"PRAGMA query_only = {int(reads)}")
        # A transaction that reads first and writes later could find that another wrote in between, and fail.
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
