"""The agencies of an installation, for who runs all of them."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from sqlalchemy import func, select

from generator.store import acts
from generator.store.models import Agency, Membership
from generator.store.people import accounts
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


def _drawn(request: Request, who: Visitor, *, status: int = 200, **values: object) -> Response:
    people_in = select(func.count(Membership.user_id.distinct())).where(Membership.agency_id == Agency.id)
    with store_of(request).read() as database:
        rows = database.execute(select(Agency, people_in.scalar_subquery()).order_by(Agency.name)).all()
    return room(request, "agencies", who, status=status, **{"rows": rows, "typed": {}, **values})
