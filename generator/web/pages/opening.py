"""The first page of an installation: the link that the server printed makes its administrator."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeVar

from fastapi import APIRouter, Form, HTTPException, Request, Response
from sqlalchemy import select

from generator.errors import Problem
from generator.store import acts
from generator.store.models import Agency, Role
from generator.store.people import accounts, openings
from generator.web.context import store_of
from generator.web.pages.drawing import go, page
from generator.web.pages.entrance import new_password_wrong
from generator.web.security import passwords
from generator.web.security.sessions import sign_in

router = APIRouter(prefix="/mo-dau/{secret}", include_in_schema=False)
Typed = Annotated[str, Form()]
T = TypeVar("T")
_CLOSED = "liên kết này đã dùng hoặc đã hết hạn; khởi động lại vanthu serve để có liên kết mới"


@router.get("")
def form(request: Request, secret: str) -> Response:
    """The form that makes the administrator."""
    with store_of(request).read() as database:
        if not openings.is_open(database, secret):
            raise HTTPException(410, _CLOSED)
        agency = database.scalar(select(Agency.id).limit(1))
    return page(request, "entrance/opening.html", with_agency=agency is None, typed={}, wrong={})


@router.post("")
def make(
    request: Request,
    secret: str,
    agency: Typed = "",
    full_name: Typed = "",
    login: Typed = "",
    new: Typed = "",
    again: Typed = "",
) -> Response:
    """Makes the administrator, with the first agency where there is none, and signs them in; the link is used up."""
    with store_of(request).read() as database:
        if not openings.is_open(database, secret):
            raise HTTPException(410, _CLOSED)
    wrong = new_password_wrong(login, new, again)
    kept = passwords.hashed(new)
    answer = go("/", "Đã lập tài khoản quản trị. Việc tiếp theo: thêm người dùng ở trang Quản trị.")
    try:
        with store_of(request).begin() as database:
            if not openings.use(database, secret):
                raise HTTPException(410, _CLOSED)
            first = database.scalar(select(Agency.id).limit(1)) is None
            made = None
            if first:
                made = _collecting(wrong, "agency", lambda: accounts.add_agency(database, agency))
            user = _collecting(wrong, "", lambda: accounts.add_user(database, login, full_name, kept, runs_all=True))
            if wrong or user is None:
                raise accounts.PersonError(wrong.values())
            if made is not None:
                accounts.change_roles(database, user.id, made.id, [Role.ADMIN], [])
            sign_in(database, answer, user, secure=request.app.state.settings.secure_cookies)
            acts.log(database, user.id, made.id if made else None, "lập tài khoản quản trị đầu tiên", user.login)
    except accounts.PersonError:
        typed = {"agency": agency, "full_name": full_name, "login": login}
        return page(request, "entrance/opening.html", status=422, with_agency=first, typed=typed, wrong=wrong)
    return answer


def _collecting(wrong: dict[str, Problem], field: str, make: Callable[[], T]) -> T | None:
    """What ``make`` makes; what is wrong with it joins the rest, by field, so that all is said at once."""
    try:
        return make()
    except accounts.PersonError as error:
        wrong.update({field or one.place: one for one in error.problems})
        return None
