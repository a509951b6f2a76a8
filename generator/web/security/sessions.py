"""Browsers that are signed in: the cookie holds a random secret, the store its hash."""

from __future__ import annotations

import secrets
from datetime import timedelta

from fastapi import Request, Response
from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session as Database
from sqlalchemy.orm import joinedload

from generator.store.hashes import sha_of
from generator.store.models import Session, User
from generator.store.models.base import now

COOKIE = "vanthu"
_LASTS = timedelta(hours=10)  # one working day
_OF_SECRET = select(Session).options(joinedload(Session.user)).where(Session.token_hash == bindparam("sha"))


def sign_in(database: Database, response: Response, user: User, *, secure: bool) -> Session:
    """A new session of the user, whose secret goes out with the response: never one that the browser brought."""
    secret = secrets.token_urlsafe(32)
    at = now()
    database.execute(delete(Session).where(Session.expires < at))
    made = Session(
        token_hash=sha_of(secret), csrf=secrets.token_urlsafe(32), user=user, created=at, seen=at, expires=at + _LASTS
    )
    database.add(made)
    response.set_cookie(
        COOKIE, secret, httponly=True, samesite="lax", secure=secure, max_age=int(_LASTS.total_seconds())
    )
    return made


def sign_out(database: Database, request: Request) -> None:
    """Ends the session of the request's cookie."""
    database.execute(delete(Session).where(Session.token_hash == sha_of(request.cookies.get(COOKIE, ""))))


def session_of(database: Database, request: Request) -> Session | None:
    """The session of the request's cookie, None where there is none, it has ended, or its user may not come in."""
    secret = request.cookies.get(COOKIE)
    if not secret:
        return None
    found = database.scalar(_OF_SECRET, {"sha": sha_of(secret)})
    if found is None or found.expires < now() or not found.user.active:
        return None
    return found
