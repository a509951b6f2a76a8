"""The log of acts: who did what, when; filtered, page by page, out as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select

from generator.store.models import Act, Membership, User
from generator.store.sweeping import SWEPT
from generator.web.context import Visitor, store_of
from generator.web.pages.admin.rooms import Admin, room
from generator.web.pages.boxes import day_of
from generator.web.pages.telling import VIETNAM

router = APIRouter()
_A_PAGE = 50
_AT_ONCE = 1_000
PROGRAM = "(chương trình)"
_HEADS = ("Thời gian", "Người làm", "Tên đăng nhập", "Việc", "Đối tượng", "Chi tiết")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Asked = Annotated[str, Query(max_length=100)]


@router.get("/nhat-ky")
def log(
    request: Request,
    who: Admin,
    nguoi: Asked = "",
    viec: Asked = "",
    tu: Asked = "",
    den: Asked = "",
    trang: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> Response:
    """The acts of the agency, the latest first."""
    asked = {"nguoi": nguoi, "viec": viec, "tu": tu, "den": den}
    where = _where(who, **asked)
    with store_of(request).read() as database:
        count = database.scalar(_acts(select(func.count(Act.id)), where)) or 0
        pages = max(1, -(-count // _A_PAGE))
        number = min(trang, pages)
        wanted = _acts(select(Act, User), where).order_by(Act.id.desc())
        rows = database.execute(wanted.limit(_A_PAGE).offset((number - 1) * _A_PAGE)).all()
        known = database.execute(
            select(User.login, User.full_name).where(User.id.in_(_people(who))).order_by(User.full_name)
        ).all()
        kinds = database.scalars(_acts(select(Act.action), _where(who)).distinct().order_by(Act.action)).all()
    query = urlencode({name: value for name, value in asked.items() if value})
    values: dict[str, Any] = {"asked": asked, "rows": rows, "count": count, "number": number, "pages": pages}
    return room(request, "log", who, query=query, known=known, kinds=kinds, said_of=_said, program=PROGRAM, **values)


@router.get("/nhat-ky.csv")
def as_csv(
    request: Request, who: Admin, nguoi: Asked = "", viec: Asked = "", tu: Asked = "", den: Asked = ""
) -> Response:
    """All acts of the filter, the earliest first, for a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_HEADS)
    with store_of(request).read() as database:
        wanted = _acts(select(Act, User), _where(who, nguoi, viec, tu, den)).order_by(Act.id)
        for act, user in database.execute(wanted).yield_per(_AT_ONCE):
            at = act.at.astimezone(VIETNAM).strftime("%Y-%m-%d %H:%M:%S")
            login = user.login if user else ""
            writer.writerow(
                [at, *map(_plain, (act.called or PROGRAM, login, act.action, act.target, _said(act.detail)))]
            )
    # Excel takes a CSV for UTF-8 by these three bytes alone.
    data = b"\xef\xbb\xbf" + out.getvalue().encode()
    return Response(data, media_type="text/csv", headers={"Content-Disposition": 'attachment; filename="nhat-ky.csv"'})


def _acts(selected: Any, where: ColumnElement[bool]) -> Any:
    """The selection of acts with who did them."""
    return selected.select_from(Act).outerjoin(User, User.id == Act.user_id).where(where)


def _people(who: Visitor) -> Select[int]:
    return select(Membership.user_id).where(Membership.agency_id == who.agency.id)


def _where(who: Visitor, nguoi: str = "", viec: str = "", tu: str = "", den: str = "") -> ColumnElement[bool]:
    """Acts in the agency, and those of its people at the door, which is of no agency; of all, what the program did."""
    of_none = Act.agency_id.is_(None)
    found: list[ColumnElement[bool]] = [
        or_(
            Act.agency_id == who.agency.id,
            and_(of_none, Act.user_id.in_(_people(who))),
            and_(of_none, Act.user_id.is_(None), Act.action == SWEPT, literal(who.user.runs_all)),
        )
    ]
    if nguoi:
        found.append(User.login == nguoi)
    if viec:
        found.append(Act.action == viec)
    if (first := day_of(tu)) is not None:
        found.append(Act.at >= datetime.combine(first, time(), VIETNAM))
    if (last := day_of(den)) is not None:
        found.append(Act.at < datetime.combine(last, time(), VIETNAM) + timedelta(days=1))
    return and_(*found)


def _said(detail: dict[str, object]) -> str:
    return "; ".join(f"{name}: {_value(value)}" for name, value in _items(detail))


def _items(detail: dict[str, object]) -> Iterator[tuple[str, object]]:
    yield from ((name.replace("_", " "), value) for name, value in detail.items())


def _value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(_value, value))
    if isinstance(value, bool):
        return "có" if value else "không"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _plain(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
