"""An office to test with: a store, an agency, a user of every role, browsers that are signed in."""

from __future__ import annotations

import atexit
import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fastapi import FastAPI, Response
from fastapi.testclient import TestClient

from generator.store.engine import PATIENCE, Store
from generator.store.models import Agency, Membership, Role, User
from generator.store.models.base import now
from generator.web.app import create_app
from generator.web.pages.telling import live_in_vietnam
from generator.web.security.sessions import COOKIE, sign_in
from generator.web.workers import Workers
from tests.store.opening import open_migrated


@dataclass
class Office:
    """An installation with one agency and a user of each role, whose login is the role's value."""

    store: Store
    agency: int
    client: TestClient

    def add_agency(self, name: str) -> int:
        """Another agency, with users ``<role>-<id>``; its id."""
        with self.store.begin() as database:
            agency = Agency(name=name, created=now())
            database.add(agency)
            database.flush()
            for role in Role:
                login = role.value if agency.id == 1 else f"{role.value}-{agency.id}"
                user = User(login=login, full_name=f"Người {login}", created=now())
                database.add_all([user, Membership(user=user, agency=agency, role=role.value)])
            return agency.id

    def browser(self, login: str) -> TestClient:
        """A browser in which the user is signed in; ``headers`` hold what proves a request is no forgery."""
        with self.store.begin() as database:
            user = database.query(User).filter_by(login=login).one()
            answer = Response()
            session = sign_in(database, answer, user, secure=False)
        secret = answer.headers["set-cookie"].split(";")[0].partition("=")[2]
        return TestClient(
            self.client.app, cookies={COOKIE: secret}, headers={"X-CSRF": session.csrf}, follow_redirects=False
        )


# Applications whose office has closed: to work out all routes takes longer than most tests.
_IDLE: list[FastAPI] = []


@cache
def _workers() -> Workers:
    """The worker of all offices of a run: a process of its own for each would cost more than most tests."""
    live_in_vietnam()  # as the application does before it makes its own: they take over what day it is
    made = Workers(1)
    atexit.register(made.close)
    return made


@contextlib.contextmanager
def office_in(folder: Path, url: str | None = None, patience: int = PATIENCE) -> Iterator[Office]:
    """An office whose store stands in the folder, or its database at ``url``; ``patience`` as of ``open_store``."""
    store = open_migrated(folder, url, patience)
    app = _IDLE.pop() if _IDLE else create_app(store, workers=_workers())
    app.state.store = store
    with TestClient(app, follow_redirects=False) as client:
        office = Office(store, 0, client)
        office.agency = office.add_agency("Ủy ban nhân dân xã Suối Trong")
        yield office
    store.close()
    _IDLE.append(app)
