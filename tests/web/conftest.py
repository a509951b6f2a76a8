from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.web.browsers import Desk, chromium, served
from tests.web.offices import Office, office_in


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office of one agency, with a user of every role."""
    with office_in(tmp_path) as made:
        yield made


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a run."""
    with chromium() as opened:
        yield opened


@pytest.fixture
def desk(office: Office, browser: Browser) -> Iterator[Desk]:
    """The office served on a port, with a browser."""
    with served(office.client.app) as url:  # type: ignore[arg-type]
        yield Desk(office, url, browser)
