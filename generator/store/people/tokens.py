"""Tokens that other programs call the service with: made once, kept as a hash, ended by a day or by hand."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from generator.errors import DataError, Problem
from generator.store import acts
from generator.store.hashes import sha_of
from generator.store.models import Membership, Role, Scope, Token, User
from generator.store.models.base import now
from generator.store.models.people import SCOPE_NAMES, SCOPE_ROLES

_BEGINS = "vt_"  # so that one that got out is known for what it is
_LONGEST = 100


def make(
    session: Session,
    agency_id: int,
    user_id: int,
    name: str,
    scopes: Iterable[Scope],
    expires: datetime,
    made_by: int | None = None,
) -> str:
    """A new token of the user in the agency; its secret, which is kept nowhere. DataError with all that is wrong."""
    wanted = sorted({scope.value for scope in scopes})
    problems = []
    if not 0 < len(name.strip()) <= _LONGEST:
        problems.append(Problem("Tên mã", f"trống hoặc dài quá {_LONGEST} ký tự", "ghi tên chương trình sẽ dùng mã"))
    if not wanted:
        problems.append(Problem("Quyền của mã", "chưa chọn quyền nào", "chọn ít nhất một quyền"))
    beyond = [SCOPE_NAMES[Scope(one)] for one in wanted if Scope(one) not in open_to(session, user_id, agency_id)]
    if beyond:
        said = ", ".join(f"«{one}»" for one in beyond)
        problems.append(Problem("Quyền của mã", f"có quyền mà vai trò của bạn không có: {said}", "bỏ chọn quyền ấy"))
    if expires <= now():
        problems.append(Problem("Ngày hết hạn", "đã qua", "ghi một ngày sau hôm nay"))
    if problems:
        raise DataError(problems)
    secret = _BEGINS + secrets.token_urlsafe(32)
    session.add(
        Token(
            token_hash=sha_of(secret),
            name=name.strip(),
            user_id=user_id,
            agency_id=agency_id,
            scopes=wanted,
            created=now(),
            expires=expires,
        )
    )
    acts.log(session, made_by or user_id, agency_id, "cấp mã truy cập", name.strip(), quyen=wanted)
    return secret


def known(session: Session, secret: str) -> Token | None:
    """The token of the secret while it holds: not expired, not revoked, its user still at work in its agency."""
    token = session.scalar(_OF_SECRET, {"sha": sha_of(secret)})
    if token is None or token.revoked is not None or token.expires <= now():
        return None
    return token if open_to(session, token.user_id, token.agency_id) else None


def open_to(session: Session, user_id: int, agency_id: int) -> frozenset[Scope]:
    """What a token of the user may be good for in the agency, by the roles they have there now."""
    user = session.get(User, user_id)
    if user is None or not user.active:
        return frozenset()
    held = session.scalars(_ROLES, {"user": user_id, "agency": agency_id})
    roles = {Role(role) for role in held} | ({Role.ADMIN} if user.runs_all else set())
    return frozenset(scope for scope, needed in SCOPE_ROLES.items() if roles & needed)


_OF_SECRET = select(Token).where(Token.token_hash == bindparam("sha"))
_ROLES = select(Membership.role).where(
    Membership.user_id == bindparam("user"), Membership.agency_id == bindparam("agency")
)


def of_agency(session: Session, agency_id: int) -> Sequence[Token]:
    """Every token of the agency, the newest first."""
    return session.scalars(select(Token).where(Token.agency_id == agency_id).order_by(Token.id.desc())).all()


def revoke(session: Session, agency_id: int, token_id: int, user_id: int) -> bool:
    """Ends the token; whether the agency has one of the id."""
    token = session.scalar(select(Token).where(Token.id == token_id, Token.agency_id == agency_id))
    if token is None:
        return False
    if token.revoked is None:
        token.revoked = now()
        acts.log(session, user_id, agency_id, "thu hồi mã truy cập", token.name)
    return True
