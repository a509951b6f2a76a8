from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.store.engine import Store
from tests.store.offices import Office, office_in
from tests.store.opening import open_migrated
from tests.store.servers import Server, server


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    with server() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str | None:
    """The address of an empty database, one with its tables where the test asks for a store; None: in the folder."""
    if request.param == "sqlite":
        return None
    running: Server = request.getfixturevalue("postgresql")
    return running.migrated_database() if "store" in request.fixturenames else running.new_database()


@pytest.fixture
def store(tmp_path: Path, url: str | None) -> Iterator[Store]:
    opened = open_migrated(tmp_path / "kho", url)
    yield opened
    opened.close()


@pytest.fixture
def office(store: Store) -> Office:
    return office_in(store)
