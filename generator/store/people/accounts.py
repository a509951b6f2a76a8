"""Users and what they may do: made, switched off, given roles; each change ends what must not go on."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from string import ascii_letters, ascii_lowercase, digits

from sqlalchemy import delete, select
from sqlalchemy.orm import Session as Database

from generator.errors import DataError, Problem
from generator.store.models import Agency, Membership, Role, Session, User
from generator.store.models.base import now

_LOGIN = frozenset(ascii_lowercase + digits + "._-@")
_SIGNS = frozenset(ascii_letters + digits + ".-")
_SHORTEST, _LONGEST = 3, 64
_NAME, _AGENCY, _CODE = 100, 200, 13


class PersonError(DataError):
    """A user or an agency cannot be made as it was typed; each problem's place is the field's name."""

    heading = "Chưa lưu được"


def folded(login: str) -> str:
    """A login as it is kept and compared: capitals and forms of Unicode make no other person."""
    return unicodedata.normalize("NFC", login).strip().lower()


def user_of(database: Database, login: str) -> User | None:
    """The user of the login, None where nobody has it."""
    return database.scalar(select(User).where(User.login == folded(login)))


def add_user(database: Database, login: str, full_name: str, password: str, **more: bool) -> User:
    """A new user, ``password`` as argon2 writes it; PersonError with all that is wrong with login and name."""
    login, problems = folded(login), []
    if not _SHORTEST <= len(login) <= _LONGEST or not _LOGIN.issuperset(login):
        fix = f"dùng {_SHORTEST} đến {_LONGEST} chữ cái không dấu, chữ số hoặc các dấu . _ - @, không có khoảng trắng"
        problems.append(Problem("login", "tên đăng nhập chưa đúng", fix))
    elif user_of(database, login):
        problems.append(Problem("login", f"tên đăng nhập «{login}» đã có người dùng", "chọn tên khác"))
    full_name, wrong = _named(full_name, "full_name", "họ và tên", _NAME)
    if problems := problems + wrong:
        raise PersonError(problems)
    user = User(login=login, full_name=full_name, password=password, created=now(), **more)
    database.add(user)
    database.flush()
    return user


def add_agency(database: Database, name: str, code: str = "") -> Agency:
    """A new agency; PersonError with all that is wrong with its name and code."""
    agency = Agency(name="", created=now())
    set_agency(database, agency, name, code)
    database.add(agency)
    database.flush()
    return agency


def set_agency(database: Database, agency: Agency, name: str, code: str) -> None:
    """Name and code of an agency; PersonError with all that is wrong with them."""
    name, problems = _named(name, "name", "tên cơ quan", _AGENCY)
    with database.no_autoflush:
        twin = database.scalar(select(Agency).where(Agency.taken == name))
    if twin is not None and twin is not agency and agency.closed is None:
        fix = "ghi thêm địa bàn để phân biệt; cơ quan cũ đã sáp nhập thì đóng nó trước"
        problems.append(Problem("name", "đã có cơ quan tên này", fix))
    code = code.strip()
    if len(code) > _CODE or not _SIGNS.issuperset(code):
        what = f"mã cơ quan dài quá {_CODE} ký tự hoặc có ký tự khác chữ không dấu, chữ số, dấu chấm, gạch nối"
        problems.append(Problem("code", what, "ghi mã định danh đã được cấp"))
    if problems:
        raise PersonError(problems)
    agency.name, agency.code = name, code


def _named(text: str, field: str, called: str, longest: int) -> tuple[str, list[Problem]]:
    text = " ".join(unicodedata.normalize("NFC", text).split())
    if not text or not text.isprintable():
        return text, [Problem(field, f"{called} còn trống hoặc có ký tự lạ", f"nhập {called}")]
    if len(text) > longest:
        return text, [Problem(field, f"{called} dài quá {longest} ký tự", "viết ngắn hơn")]
    return text, []


def roles_of(database: Database, user_id: int, agency_id: int) -> frozenset[Role]:
    """The roles of the user in the agency."""
    asked = select(Membership.role).where(Membership.user_id == user_id, Membership.agency_id == agency_id)
    return frozenset(map(Role, database.scalars(asked)))


def change_roles(
    database: Database, user_id: int, agency_id: int, given: Iterable[Role], taken: Iterable[Role]
) -> bool:
    """Gives and takes roles of a user in an agency; whether anything was changed."""
    held = roles_of(database, user_id, agency_id)
    given, taken = set(given) - held, set(taken) & held
    database.add_all(Membership(user_id=user_id, agency_id=agency_id, role=role.value) for role in given)
    here = (Membership.user_id == user_id, Membership.agency_id == agency_id)
    database.execute(delete(Membership).where(*here, Membership.role.in_([role.value for role in taken])))
    return bool(given or taken)


def rename(user: User, full_name: str) -> None:
    """Corrects the name of a user; PersonError, at ``full_name``, with what is wrong with it."""
    full_name, problems = _named(full_name, "full_name", "họ và tên", _NAME)
    if problems:
        raise PersonError(problems)
    user.full_name = full_name


def set_password(database: Database, user: User, password: str, *, must_change: bool = False) -> None:
    """A new password, as argon2 writes it; whoever was signed in with the old one is not any more."""
    user.password, user.must_change = password, must_change
    end_sessions(database, user)


def switch(database: Database, user: User, *, active: bool) -> None:
    """Lets a user in, or not any more: at once."""
    user.active = active
    if not active:
        end_sessions(database, user)


def end_sessions(database: Database, user: User) -> None:
    """Ends all sessions of a user."""
    database.execute(delete(Session).where(Session.user_id == user.id))


def members(database: Database, agency_id: int) -> list[tuple[User, frozenset[Role]]]:
    """Who has a role in the agency, by name, with the roles."""
    rows = database.execute(select(User, Membership.role).join(Membership).where(Membership.agency_id == agency_id))
    found: dict[User, set[Role]] = {}
    for user, role in rows:
        found.setdefault(user, set()).add(Role(role))
    return [(user, frozenset(roles)) for user, roles in sorted(found.items(), key=lambda one: one[0].full_name)]


def belongs_elsewhere(database: Database, user: User, agency_id: int) -> bool:
    """Whether the user has a role in another agency, or runs all: then no administrator of one may shut them out."""
    other = select(Membership.id).where(Membership.user_id == user.id, Membership.agency_id != agency_id).limit(1)
    return user.runs_all or database.scalar(other) is not None
