from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from playwright.sync_api import Browser

from generator.web.security import passwords
from tests.web.browsers import Desk, chromium, served
from tests.web.offices import Office, office_in


@pytest.fixture(scope="session", autouse=True)
def costly() -> Iterator[PasswordHasher]:
    """What keeps the passwords of offices. Here it is argon2 at its least: nobody guesses, and all sign in often."""
    with pytest.MonkeyPatch.context() as patch:
        own = passwords._HASHER
        patch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        yield own


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
