"""Bytes kept once, by their hash: in the files' folder, never changed."""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from generator.store.models.base import At, Base, Sha


class Blob(Base):
    """A file's bytes, which stand in the folder under their hash; ``created``: when they were last given to be kept."""

    __tablename__ = "blob"

    sha: Mapped[Sha] = mapped_column(primary_key=True)
    size: Mapped[int]
    media_type: Mapped[str] = mapped_column(String(100))
    created: Mapped[At]
