"""The log of acts: who did what, when, in which agency."""

from __future__ import annotations

from sqlalchemy.orm import Session

from generator.store.models import Act, User
from generator.store.models.base import now

_TARGET = 200


def log(
    database: Session, user_id: int | None, agency_id: int | None, action: str, target: str = "", **detail: object
) -> None:
    """Writes one act in the transaction of what it tells of; ``action`` is read by people: «ban hành văn bản».

    ``target`` is what it was done to, never a document's text nor a secret; ``detail`` holds values of JSON.
    """
    named = target if len(target) <= _TARGET else f"{target[: _TARGET - 1]}…"
    user = database.get(User, user_id) if user_id is not None else None
    called = user.full_name if user is not None else ""
    database.add(
        Act(at=now(), user_id=user_id, called=called, agency_id=agency_id, action=action, target=named, detail=detail)
    )
