"""The register of outgoing documents (Phụ lục IV.I), numbers by series, files (hồ sơ) with their documents (VI)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from generator.store.models.base import At, Base, Key


class EntryState(StrEnum):
    """What has become of a number; the values are what is kept."""

    RESERVED = "giu_cho"
    ISSUING = "dang_cap"  # given to a document whose bytes are being made; the same document gets it again
    ISSUED = "da_cap"
    CANCELLED = "huy"


class Series(Base):
    """Numbers that run from 1 each year: of one type of document, or of all (``key`` empty).

    ``before`` numbers of the year were given outside this register (a paper book), which ``reason`` says.
    """

    __tablename__ = "series"
    __table_args__ = (UniqueConstraint("agency_id", "year", "key"),)

    id: Mapped[Key]
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"))
    year: Mapped[int]
    key: Mapped[str] = mapped_column(String(100), default="")
    last: Mapped[int] = mapped_column(default=0)
    before: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(String(500), default="")


class Entry(Base):
    """One line of the register, kept for ever: also a number that was reserved, or cancelled with its reason."""

    __tablename__ = "entry"
    __table_args__ = (UniqueConstraint("series_id", "number"), UniqueConstraint("paper_id"))

    id: Mapped[Key]
    series_id: Mapped[int] = mapped_column(ForeignKey("series.id"))
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    number: Mapped[int]
    state: Mapped[str] = mapped_column(String(12), index=True)
    reason: Mapped[str] = mapped_column(String(500), default="")
    paper_id: Mapped[int | None] = mapped_column(ForeignKey("paper.id"))
    made_by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    made: Mapped[At]

    symbol: Mapped[str] = mapped_column(String(30), default="")  # CodeNotation
    day: Mapped[date | None]  # IssuedDate
    type_name: Mapped[str] = mapped_column(String(100), default="")
    subject: Mapped[str] = mapped_column(String(500), default="")
    signer: Mapped[str] = mapped_column(String(50), default="")
    position: Mapped[str] = mapped_column(String(100), default="")
    recipients: Mapped[str] = mapped_column(Text, default="")
    keeper: Mapped[str] = mapped_column(String(200), default="")
    copies: Mapped[int | None]  # IssuedAmount
    sent: Mapped[date | None]
    received_by: Mapped[str] = mapped_column(String(200), default="")
    note: Mapped[str] = mapped_column(String(500), default="")  # Description
    language: Mapped[str] = mapped_column(String(30), default="Tiếng Việt")
    pages: Mapped[int | None]  # PageAmount
    priority: Mapped[int] = mapped_column(default=0)
    due: Mapped[date | None]
    docx_sha: Mapped[str | None] = mapped_column(ForeignKey("blob.sha"))
    pdf_sha: Mapped[str | None] = mapped_column(ForeignKey("blob.sha"))
    # Searched in the database, and as long as documents are: read only where they are asked for.
    text: Mapped[str] = mapped_column(Text, default="", deferred=True)  # of the document, to search in
    lowered: Mapped[str] = mapped_column(Text, default="", deferred=True)  # every field and the text, without case
    folded: Mapped[str] = mapped_column(Text, default="", deferred=True)  # the same without diacritics


class Archive(Base):
    """A file (hồ sơ lưu): its code is OrganId, ``catalog`` and ``notation``; the data of VI.II."""

    __tablename__ = "archive"
    __table_args__ = (UniqueConstraint("agency_id", "catalog", "notation"),)

    id: Mapped[Key]
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    catalog: Mapped[int]
    notation: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(500))
    maintenance: Mapped[str] = mapped_column(String(30), default="")
    rights: Mapped[str] = mapped_column(String(30), default="")
    creator: Mapped[str] = mapped_column(String(100), default="")  # VI.II gives it 30: no name is cut
    language: Mapped[str] = mapped_column(String(50), default="Tiếng Việt")
    description: Mapped[str] = mapped_column(String(500), default="")
    locked: Mapped[bool] = mapped_column(default=False)


class ArchiveItem(Base):
    """A document in a file, with its number there; one document may be in several."""

    __tablename__ = "archive_item"
    __table_args__ = (UniqueConstraint("archive_id", "entry_id"), UniqueConstraint("archive_id", "ordinal"))

    id: Mapped[Key]
    archive_id: Mapped[int] = mapped_column(ForeignKey("archive.id"))
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"), index=True)
    ordinal: Mapped[int]


class SavedSearch(Base):
    """A search someone keeps: what was asked, and the columns shown."""

    __tablename__ = "saved_search"
    __table_args__ = (UniqueConstraint("user_id", "agency_id", "name"),)

    id: Mapped[Key]
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"))
    name: Mapped[str] = mapped_column(String(100))
    asked: Mapped[dict[str, str]] = mapped_column(JSON)
    columns: Mapped[list[str]] = mapped_column(JSON)
