"""Dossiers of a year with every version of them, and the Word forms of an agency."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from generator.store.models.base import At, Base, Key, Moment, Sha


class Dossier(Base):
    """A dossier: its newest version is ``head``; ``closed`` when nothing of it may change any more."""

    __tablename__ = "dossier"

    id: Mapped[Key]
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    year: Mapped[int]
    head: Mapped[int] = mapped_column(default=0)
    closed: Mapped[datetime | None] = mapped_column(Moment)
    created: Mapped[At]


class DossierVersion(Base):
    """The values of a dossier as JSON text at one time: who wrote them, upon which version, and how they came."""

    __tablename__ = "dossier_version"
    __table_args__ = (UniqueConstraint("dossier_id", "number"),)

    id: Mapped[Key]
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    number: Mapped[int]
    base: Mapped[int]
    data: Mapped[str] = mapped_column(Text)
    sha: Mapped[Sha]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    at: Mapped[At]
    note: Mapped[str] = mapped_column(String(500), default="")


class OwnForm(Base):
    """A Word form of the agency's (``mau:``), each upload a row; ``report`` is what its check said.

    ``sheet_sha`` is the YAML file that declares its fields, ``meant`` the type of document it was checked for.
    """

    __tablename__ = "own_form"

    id: Mapped[Key]
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    sha: Mapped[str] = mapped_column(ForeignKey("blob.sha"))
    sheet_sha: Mapped[str | None] = mapped_column(ForeignKey("blob.sha"))
    meant: Mapped[str] = mapped_column(String(100), default="")
    report: Mapped[dict[str, object]] = mapped_column(JSON, default=dict)
    sound: Mapped[bool]
    author_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[At]
    retired: Mapped[datetime | None] = mapped_column(Moment)
