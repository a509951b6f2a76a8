"""Stores whose tables are there: those of SQLite copied, as the steps that make them take longer than most tests."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from generator.store.engine import DATABASE, PATIENCE, Store, open_store
from generator.store.migrations import migrate


def open_migrated(folder: Path, url: str | None = None, patience: int = PATIENCE) -> Store:
    """The store in the folder, new or there already, its database at ``url`` or beside its files."""
    if url is None and not (folder / DATABASE).exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / DATABASE).write_bytes(_tables())
    store = open_store(folder, url, patience)
    if url is not None:
        migrate(store)
    return store


@cache
def _tables() -> bytes:
    """A database of SQLite as the migrations leave it."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder))
        migrate(store)
        store.close()
        return (Path(folder) / DATABASE).read_bytes()
