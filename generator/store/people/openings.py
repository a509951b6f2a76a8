"""The link that makes an administrator: printed where the server runs, good once and for a day."""

from __future__ import annotations

import secrets
from datetime import timedelta

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session as Database

from generator.store.hashes import sha_of
from generator.store.models import Opening, User
from generator.store.models.base import now

HOURS = 24


def has_administrator(database: Database) -> bool:
    """Whether someone who runs the installation can come in."""
    asked = select(User.id).where(User.runs_all, User.active, User.password != "")
    return database.scalar(asked.limit(1)) is not None


def new_opening(database: Database) -> str:
    """The secret of a new link; those before it that were not used are good no more."""
    secret, at = secrets.token_urlsafe(32), now()
    database.execute(delete(Opening).where(Opening.used.is_(None)))
    database.add(Opening(secret_hash=sha_of(secret), created=at, expires=at + timedelta(hours=HOURS)))
    return secret


def is_open(database: Database, secret: str) -> bool:
    """Whether the link can still be used."""
    return database.scalar(select(Opening.id).where(*_good(secret))) is not None


def use(database: Database, secret: str) -> bool:
    """Uses the link up; False where it could not be, also where another did at this moment."""
    done = database.execute(update(Opening).where(*_good(secret)).values(used=now()).returning(Opening.id))
    return done.first() is not None


def _good(secret: str) -> tuple[ColumnElement[bool], ...]:
    return Opening.secret_hash == sha_of(secret), Opening.used.is_(None), Opening.expires > now()
