"""Agencies kept apart in one installation, users, what each may do where, how they come in."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from generator.store.models.base import At, Base, Key, Moment, Sha


class Role(StrEnum):
    """What a user may do in an agency; the values are what is kept."""

    DRAFTER = "soan_thao"
    CONTENT = "duyet_noi_dung"  # head of the drafting unit (Điều 10 to 13)
    FORM = "duyet_the_thuc"  # head of the office
    LEADER = "lanh_dao"
    CLERK = "van_thu"
    ADMIN = "quan_tri"
    READER = "chi_xem"


ROLE_NAMES = {
    Role.DRAFTER: "Soạn thảo",
    Role.CONTENT: "Duyệt nội dung",
    Role.FORM: "Duyệt thể thức",
    Role.LEADER: "Lãnh đạo",
    Role.CLERK: "Văn thư",
    Role.ADMIN: "Quản trị",
    Role.READER: "Chỉ xem",
}


class Scope(StrEnum):
    """What a program's token is good for; the values are what is kept, and what requests are refused by name of."""

    MAKE = "lap_van_ban"
    CHECK = "kiem_tra"
    READ_BACK = "doc_lai"
    SEE_DOSSIERS = "ho_so_xem"
    SAVE_DOSSIERS = "ho_so_ghi"
    SEE_REGISTER = "so_xem"


SCOPE_NAMES = {
    Scope.MAKE: "Lập văn bản, chuyển PDF",
    Scope.CHECK: "Kiểm tra văn bản, căn cứ, mẫu",
    Scope.READ_BACK: "Đọc lại văn bản đã ban hành",
    Scope.SEE_DOSSIERS: "Xem hồ sơ",
    Scope.SAVE_DOSSIERS: "Ghi hồ sơ",
    Scope.SEE_REGISTER: "Xem sổ văn bản đi",
}


WRITERS = (Role.DRAFTER, Role.CONTENT, Role.FORM, Role.LEADER, Role.CLERK)
"""Who may change a dossier."""
SCOPE_ROLES = {scope: frozenset(Role) for scope in Scope} | {Scope.SAVE_DOSSIERS: frozenset(WRITERS)}
"""The roles of which a token's user must have one for it to be good for the scope: a program may no more than they."""


class Agency(Base):
    """An agency whose documents are kept apart from every other's; ``settings`` are its choices.

    ``closed`` when it is no more (merged into another, say), ``closed_for`` why: nothing of it changes, all is kept.
    ``taken`` is the name that no other may have: a closed agency's is free, for the one that goes on under it.
    """

    __tablename__ = "agency"
    __table_args__ = (UniqueConstraint("taken", name="uq_agency_name"),)  # as the column was called at first

    id: Mapped[Key]
    name: Mapped[str] = mapped_column(String(200), server_default=text("''"))
    taken: Mapped[str] = mapped_column(String(200))
    code: Mapped[str] = mapped_column(String(13), default="")  # OrganId, VI.II.I
    settings: Mapped[dict[str, object]] = mapped_column(JSON, default=dict)
    created: Mapped[At]
    closed: Mapped[datetime | None] = mapped_column(Moment)
    closed_for: Mapped[str] = mapped_column(String(500), default="", server_default=text("''"))

    @validates("name", include_backrefs=False)
    def _take(self, _key: str, name: str) -> str:
        """An agency at work takes the name it is given."""
        if self.closed is None:
            self.taken = name
        return name


class User(Base):
    """Someone who signs in; ``runs_all`` may make agencies and users of every agency."""

    __tablename__ = "user"

    id: Mapped[Key]
    login: Mapped[str] = mapped_column(String(64), unique=True)  # folded to lower case
    full_name: Mapped[str] = mapped_column(String(100))
    password: Mapped[str] = mapped_column(String(255), default="")  # argon2's own text; empty: no way in
    active: Mapped[bool] = mapped_column(default=True)
    runs_all: Mapped[bool] = mapped_column(default=False)
    must_change: Mapped[bool] = mapped_column(default=False)
    created: Mapped[At]
    memberships: Mapped[list[Membership]] = relationship(back_populates="user", cascade="all, delete-orphan")


class Membership(Base):
    """One role of a user in an agency; a user has as many as needed."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("user_id", "agency_id", "role"),)

    id: Mapped[Key]
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    role: Mapped[str] = mapped_column(String(20))
    user: Mapped[User] = relationship(back_populates="memberships")
    agency: Mapped[Agency] = relationship()


class Session(Base):
    """A browser that is signed in; only the hash of its cookie is kept."""

    __tablename__ = "session"

    id: Mapped[Key]
    token_hash: Mapped[Sha] = mapped_column(unique=True)
    csrf: Mapped[str] = mapped_column(String(64))
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"))
    created: Mapped[At]
    seen: Mapped[At]
    expires: Mapped[At]
    user: Mapped[User] = relationship()


class Opening(Base):
    """A link that makes one administrator, once and for a day; only the hash of its secret is kept."""

    __tablename__ = "opening"

    id: Mapped[Key]
    secret_hash: Mapped[Sha] = mapped_column(unique=True)
    created: Mapped[At]
    expires: Mapped[At]
    used: Mapped[datetime | None] = mapped_column(Moment)


class Token(Base):
    """What another program calls the service with; only its hash is kept."""

    __tablename__ = "token"

    id: Mapped[Key]
    token_hash: Mapped[Sha] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(String(100))
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    scopes: Mapped[list[str]] = mapped_column(JSON)
    created: Mapped[At]
    expires: Mapped[At]
    revoked: Mapped[datetime | None] = mapped_column(Moment)
