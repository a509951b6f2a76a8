"""The log of acts, attempts to sign in, long work, answers to requests that come again."""

from __future__ import annotations

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from generator.store.models.base import At, Base, Key


class Act(Base):
    """What someone did: never changed, never a document's text; ``called`` is the name they had then."""

    __tablename__ = "act"

    id: Mapped[Key]
    at: Mapped[At] = mapped_column(index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    called: Mapped[str] = mapped_column(String(100), default="")
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"), index=True)
    action: Mapped[str] = mapped_column(String(60))
    target: Mapped[str] = mapped_column(String(200), default="")
    detail: Mapped[dict[str, object]] = mapped_column(JSON, default=dict)


class Attempt(Base):
    """A sign-in that failed, to slow down who guesses."""

    __tablename__ = "attempt"

    id: Mapped[Key]
    at: Mapped[At] = mapped_column(index=True)
    login: Mapped[str] = mapped_column(String(64), index=True)
    address: Mapped[str] = mapped_column(String(64), index=True)


class Job(Base):
    """Long work asked for over HTTP: how far it is, and where its result stands."""

    __tablename__ = "job"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    kind: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(12))  # cho, dang_lam, xong, hong
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    result_sha: Mapped[str | None] = mapped_column(ForeignKey("blob.sha"))
    result_headers: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    problem: Mapped[dict[str, object] | None] = mapped_column(JSON)
    created: Mapped[At]
    changed: Mapped[At]


class Idempotency(Base):
    """The answer that was given to a request with a key, for when it comes again."""

    __tablename__ = "idempotency"
    __table_args__ = (UniqueConstraint("token_id", "key"),)

    id: Mapped[Key]
    token_id: Mapped[int] = mapped_column(ForeignKey("token.id"))
    key: Mapped[str] = mapped_column(String(200))
    request_sha: Mapped[str] = mapped_column(String(64))
    status: Mapped[int | None]  # None while the first is at work
    headers: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    body_sha: Mapped[str | None] = mapped_column(ForeignKey("blob.sha"))
    created: Mapped[At]
