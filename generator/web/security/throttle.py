"""Guessing made slow: how many sign-ins may fail, for one login and from one address, before one has to wait."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session as Database

from generator.store.models import Attempt
from generator.store.models.base import now
from generator.store.people.accounts import folded

PER_LOGIN, PER_ADDRESS = 8, 40
WINDOW = timedelta(minutes=15)
_KEPT = timedelta(days=1)
_LOGIN = 64


def begin(database: Database, login: str, address: str) -> int:
    """Notes an attempt before its password is looked at, so that many at once count as many; the seconds to wait.

    0: the attempt is on. One that has to wait is not noted, and so does not make the wait longer.
    """
    at, login = now(), folded(login)[:_LOGIN]
    for limit, where in ((PER_LOGIN, Attempt.login == login), (PER_ADDRESS, Attempt.address == address)):
        recent = select(Attempt.at).where(where, Attempt.at > at - WINDOW).order_by(Attempt.at.desc())
        times = database.scalars(recent.limit(limit)).all()
        if len(times) == limit:
            return max(1, round((times[-1] + WINDOW - at).total_seconds()))
    database.execute(delete(Attempt).where(Attempt.at < at - _KEPT))
    database.add(Attempt(at=at, login=login, address=address))
    return 0


def succeed(database: Database, login: str, address: str) -> None:
    """Forgets what failed before: the person is in."""
    login = folded(login)[:_LOGIN]
    database.execute(delete(Attempt).where(Attempt.login == login, Attempt.address == address))
