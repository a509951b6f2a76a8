"""Users of an agency: made, given roles, given a new password, switched off."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from sqlalchemy.orm import Session as Database

from generator.errors import Problem
from generator.store import acts
from generator.store.models import Role, User
from generator.store.models.people import ROLE_NAMES
from generator.store.people import accounts
from generator.web.context import Visitor, store_of
from generator.web.pages.admin.rooms import Admin, Typed, by_field, room, root_of
from generator.web.pages.drawing import go
from generator.web.security import passwords

router = APIRouter()
_HERE = "nguoi-dung"


@router.get("/nguoi-dung")
def users(request: Request, who: Admin) -> Response:
    """Who works in the agency, with their roles; the form that adds someone."""
    return _drawn(request, who)


@router.post("/nguoi-dung")
def add(
    request: Request,
    who: Admin,
    login: Typed = "",
    full_name: Typed = "",
    roles: Annotated[list[Role], Form()] = [],  # noqa: B006 – FastAPI reads it, nobody writes it
) -> Response:
    """Adds a user with a password to hand over; who runs all agencies may add one who is known already."""
    typed = {"login": login, "full_name": full_name, "roles": roles}
    secret = passwords.new_password()
    kept = passwords.hashed(secret)
    problems = [] if roles else [Problem("roles", "chưa chọn vai trò nào", "chọn ít nhất một vai trò")]
    try:
        with store_of(request).begin() as database:
            user = accounts.user_of(database, login) if who.user.runs_all else None
            known = user is not None
            try:
                user = user or accounts.add_user(database, login, full_name, kept, must_change=True)
            except accounts.PersonError as error:
                problems = [*error.problems, *problems]
            if problems or user is None:
                raise accounts.PersonError(problems)
            accounts.change_roles(database, user.id, who.agency.id, roles, [])
            acts.log(database, who.user.id, who.agency.id, "thêm người dùng", user.login, vai_tro=[*roles])
    except accounts.PersonError as error:
        return _drawn(request, who, status=422, typed=typed, wrong=by_field(error.problems))
    if known:
        return go(f"{root_of(who)}/{_HERE}", f"Đã thêm {user.full_name} ({user.login}) vào cơ quan.")
    return room(request, "secret", who, user=user, secret=secret, made=True)


@router.post("/vai-tro")
def change_roles(
    request: Request,
    who: Admin,
    before: Annotated[list[str], Form()] = [],  # noqa: B006
    after: Annotated[list[str], Form()] = [],  # noqa: B006
) -> Response:
    """Changes the roles whose boxes were changed, so that two administrators undo nothing of each other's."""
    given, taken = _changes(set(after) - set(before)), _changes(set(before) - set(after))
    changed = 0
    try:
        with store_of(request).begin() as database:
            for user_id in sorted(given.keys() | taken.keys()):
                user = _member(database, who, user_id)
                if accounts.change_roles(
                    database, user_id, who.agency.id, given.get(user_id, ()), taken.get(user_id, ())
                ):
                    changed += 1
                    left = accounts.roles_of(database, user_id, who.agency.id)
                    _check_left(who, user, left)
                    held = sorted(role.value for role in left)
                    acts.log(database, who.user.id, who.agency.id, "đổi vai trò", user.login, vai_tro=held)
    except accounts.PersonError as error:
        return _drawn(request, who, status=422, wrong=by_field(error.problems))
    return go(f"{root_of(who)}/{_HERE}", f"Đã đổi vai trò của {changed} người." if changed else "Không có gì thay đổi.")


@router.post("/nguoi-dung/{user_id}/khoa")
def switch(request: Request, who: Admin, user_id: int, active: Annotated[bool, Form()] = False) -> Response:
    """Switches a user off, which ends what they are at, or on again."""
    with store_of(request).begin() as database:
        user = _own(database, who, user_id)
        if user.id == who.user.id:
            raise HTTPException(403, "không tự khóa tên đăng nhập của mình được")
        accounts.switch(database, user, active=active)
        acts.log(
            database, who.user.id, who.agency.id, "mở khóa người dùng" if active else "khóa người dùng", user.login
        )
    said = "đăng nhập lại được" if active else "không đăng nhập được nữa, các máy đang mở đã bị đăng xuất"
    return go(f"{root_of(who)}/{_HERE}", f"{user.full_name} {said}.")


@router.post("/nguoi-dung/{user_id}/ho-ten")
def rename(request: Request, who: Admin, user_id: int, full_name: Typed = "") -> Response:
    """Corrects the name of a user; acts in the log stay told under the name they had then."""
    with store_of(request).begin() as database:
        user = _own(database, who, user_id)
        before = user.full_name
        try:
            accounts.rename(user, full_name)
        except accounts.PersonError as error:
            wrong = {f"ho-ten-{user_id}": one for one in error.problems}
            return _drawn(request, who, status=422, typed={f"ho-ten-{user_id}": full_name}, wrong=wrong)
        if user.full_name != before:
            said = {"truoc": before, "sau": user.full_name}
            acts.log(database, who.user.id, who.agency.id, "sửa họ tên", user.login, **said)
    return go(f"{root_of(who)}/{_HERE}", f"Đã sửa họ tên: {user.full_name}.")


@router.post("/nguoi-dung/{user_id}/mat-khau")
def renew_password(request: Request, who: Admin, user_id: int) -> Response:
    """A new password to hand over, for who forgot theirs."""
    secret = passwords.new_password()
    kept = passwords.hashed(secret)
    with store_of(request).begin() as database:
        user = _own(database, who, user_id)
        if user.id == who.user.id:
            raise HTTPException(403, "mật khẩu của mình thì đổi ở trang Đổi mật khẩu")
        accounts.set_password(database, user, kept, must_change=True)
        acts.log(database, who.user.id, who.agency.id, "cấp lại mật khẩu", user.login)
    return room(request, "secret", who, user=user, secret=secret, made=False)


def _drawn(request: Request, who: Visitor, *, status: int = 200, **values: object) -> Response:
    with store_of(request).read() as database:
        rows = [
            (user, roles, not accounts.belongs_elsewhere(database, user, who.agency.id))
            for user, roles in accounts.members(database, who.agency.id)
        ]
    return room(request, "users", who, status=status, **{"rows": rows, "names": ROLE_NAMES, "typed": {}, **values})


def _member(database: Database, who: Visitor, user_id: int) -> User:
    user = database.get(User, user_id)
    if user is None or not accounts.roles_of(database, user_id, who.agency.id):
        raise HTTPException(404)
    return user


def _own(database: Database, who: Visitor, user_id: int) -> User:
    """A member whom the visitor may shut out: one of another agency too only by who runs all."""
    user = _member(database, who, user_id)
    if accounts.belongs_elsewhere(database, user, who.agency.id) and not who.user.runs_all:
        raise HTTPException(403, "người này còn làm việc ở cơ quan khác; nhờ người quản trị chung")
    return user


def _check_left(who: Visitor, user: User, left: frozenset[Role]) -> None:
    if user.id == who.user.id and Role.ADMIN not in left and not user.runs_all:
        raise accounts.PersonError(
            Problem("table", "không tự bỏ vai trò quản trị của mình được", "nhờ người quản trị khác")
        )
    if not left:
        fix = "giữ ít nhất một vai trò; người không còn làm việc thì bấm Khóa"
        raise accounts.PersonError(Problem("table", f"{user.full_name} không còn vai trò nào", fix))


def _changes(boxes: Iterable[str]) -> dict[int, list[Role]]:
    """The boxes «id:role» by user; 422 where one is not of that form."""
    found: dict[int, list[Role]] = {}
    for box in boxes:
        number, _, role = box.partition(":")
        if not (number.isascii() and number.isdecimal()) or len(number) > 9 or role not in set(Role):
            raise HTTPException(422, "ô vai trò không đúng dạng; tải lại trang rồi làm lại")
        found.setdefault(int(number), []).append(Role(role))
    return found
