"""Tokens that other programs call the service with: made, shown once, revoked."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response

from generator.errors import DataError, Problem
from generator.store.models import Scope, User
from generator.store.models.base import now
from generator.store.models.people import SCOPE_NAMES
from generator.store.people import tokens
from generator.web.context import Visitor, store_of
from generator.web.pages.admin.rooms import Admin, Typed, room, root_of
from generator.web.pages.boxes import day_of
from generator.web.pages.drawing import go
from generator.web.pages.telling import VIETNAM

router = APIRouter()
_LONGEST = 366  # days
_USUAL = 180
_FIELDS = {"Tên mã": "name", "Quyền của mã": "scopes", "Ngày hết hạn": "until"}


@router.get("/ma-truy-cap")
def listed(request: Request, who: Admin) -> Response:
    """Every token of the agency; the form that makes one."""
    return _drawn(request, who)


@router.post("/ma-truy-cap")
def make(
    request: Request,
    who: Admin,
    name: Typed = "",
    until: Typed = "",
    scopes: Annotated[list[Scope], Form()] = [],  # noqa: B006
) -> Response:
    """Makes a token that acts for who makes it; its secret is shown this once."""
    typed = {"name": name, "until": until, "scopes": scopes}
    expires = _end_of(until)
    if expires is None or expires > now() + timedelta(days=_LONGEST):
        what = "ngày chưa đúng" if expires is None else "mã dùng được lâu nhất một năm"
        fix = "ghi ngày như 05/03/2026" if expires is None else "chọn ngày gần hơn"
        return _drawn(request, who, status=422, typed=typed, wrong={"until": Problem("", what, fix)})
    try:
        with store_of(request).begin() as database:
            secret = tokens.make(database, who.agency.id, who.user.id, name, scopes, expires)
    except DataError as error:
        wrong = {
            _FIELDS.get(one.place, ""): Problem("", f"{one.place.lower()} {one.what}", one.fix)
            for one in error.problems
        }
        return _drawn(request, who, status=422, typed=typed, wrong=wrong)
    return room(request, "token", who, called=name, secret=secret)


@router.post("/ma-truy-cap/{token_id}/thu-hoi")
def revoke(request: Request, who: Admin, token_id: int) -> Response:
    """Ends a token at once."""
    with store_of(request).begin() as database:
        if not tokens.revoke(database, who.agency.id, token_id, who.user.id):
            raise HTTPException(404)
    return go(f"{root_of(who)}/ma-truy-cap", "Đã thu hồi mã; chương trình dùng mã này không gọi được nữa.")


def _end_of(typed: str) -> datetime | None:
    day = day_of(typed)
    return datetime.combine(day, time(23, 59, 59), VIETNAM) if day else None


def _drawn(request: Request, who: Visitor, *, status: int = 200, **values: object) -> Response:
    with store_of(request).read() as database:
        rows = [(token, database.get_one(User, token.user_id)) for token in tokens.of_agency(database, who.agency.id)]
        good = tokens.open_to(database, who.user.id, who.agency.id)
    usual = {"until": (datetime.now(VIETNAM) + timedelta(days=_USUAL)).date().isoformat(), "name": "", "scopes": []}
    offered = {scope: name for scope, name in SCOPE_NAMES.items() if scope in good}
    filled: dict[str, object] = {"rows": rows, "names": SCOPE_NAMES, "offered": offered, "typed": usual, "now": now()}
    return room(request, "tokens", who, status=status, **(filled | values))
