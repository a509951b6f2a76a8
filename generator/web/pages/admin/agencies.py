"""The agencies of an installation, for who runs all of them: added, closed, opened again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from sqlalchemy import func, select

from generator.errors import DataError
from generator.store import acts
from generator.store.models import Agency, Membership
from generator.store.people import accounts
from generator.store.people import agencies as kept
from generator.web.context import Visitor, store_of
from generator.web.pages.admin.rooms import RunsAll, Typed, by_field, room, root_of
from generator.web.pages.drawing import go

router = APIRouter()


@router.get("/cac-co-quan")
def agencies(request: Request, who: RunsAll) -> Response:
    """All agencies, with how many people work in each; the form that adds one."""
    return _drawn(request, who)


@router.post("/cac-co-quan")
def add(request: Request, who: RunsAll, name: Typed = "", code: Typed = "") -> Response:
    """Adds an agency, kept apart from all others."""
    try:
        with store_of(request).begin() as database:
            agency = accounts.add_agency(database, name, code)
            acts.log(database, who.user.id, agency.id, "thêm cơ quan", agency.name)
    except accounts.PersonError as error:
        return _drawn(request, who, status=422, typed={"name": name, "code": code}, wrong=by_field(error.problems))
    return go(f"{root_of(who)}/cac-co-quan", f"Đã thêm {agency.name}. Mở cơ quan đó để thêm người dùng.")


@router.get("/cac-co-quan/{other_id}/dong")
def closing(request: Request, who: RunsAll, other_id: int) -> Response:
    """What closing an agency means, and what of it is not finished; or since when and why it is closed."""
    return _closing(request, who, other_id)


@router.post("/cac-co-quan/{other_id}/dong")
def close(
    request: Request, who: RunsAll, other_id: int, why: Typed = "", mo: Annotated[bool, Form()] = False
) -> Response:
    """Closes an agency, or opens it again."""
    try:
        with store_of(request).begin() as database:
            if database.get(Agency, other_id) is None:
                raise HTTPException(404, "không có cơ quan này")
            if mo:
                agency = kept.reopen(database, other_id, who.user.id)
            else:
                agency = kept.close(database, other_id, who.user.id, why)
    except DataError as error:
        return _closing(request, who, other_id, status=422, typed={"why": why}, wrong=by_field(error.problems))
    said = "làm việc lại được." if mo else "đã đóng: xem, tìm, xuất được, không sửa được."
    return go(f"{root_of(who)}/cac-co-quan", f"{agency.name} {said}")


def _closing(request: Request, who: Visitor, other_id: int, *, status: int = 200, **values: object) -> Response:
    with store_of(request).read() as database:
        agency = database.get(Agency, other_id)
        if agency is None:
            raise HTTPException(404, "không có cơ quan này")
        papers, numbers = kept.unfinished(database, other_id)
    filled = {"agency": agency, "papers": papers, "numbers": numbers, "longest": kept.LONGEST, "typed": {}, **values}
    return room(request, "closing", who, status=status, **filled)


def _drawn(request: Request, who: Visitor, *, status: int = 200, **values: object) -> Response:
    people_in = select(func.count(Membership.user_id.distinct())).where(Membership.agency_id == Agency.id)
    with store_of(request).read() as database:
        rows = database.execute(select(Agency, people_in.scalar_subquery()).order_by(Agency.name)).all()
    return room(request, "agencies", who, status=status, **{"rows": rows, "typed": {}, **values})
