"""An agency's own choices: its name, its code, the agency above it."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from generator.errors import DataError
from generator.store import acts
from generator.store.models import Agency
from generator.store.people import accounts
from generator.store.register import cover
from generator.web.context import Visitor, store_of
from generator.web.pages.admin.rooms import Admin, Typed, by_field, room, root_of
from generator.web.pages.drawing import go

router = APIRouter()


@router.get("/thiet-lap")
def choices(request: Request, who: Admin) -> Response:
    """The agency's choices as they are."""
    return _drawn(request, who)


@router.post("/thiet-lap")
def change(request: Request, who: Admin, name: Typed = "", code: Typed = "", parent: Typed = "") -> Response:
    """Changes name, code and the agency above."""
    try:
        with store_of(request).begin() as database:
            agency = database.get_one(Agency, who.agency.id)
            before = agency.name
            accounts.set_agency(database, agency, name, code)
            cover.set_parent(agency, parent)
            said = {"truoc": before, "ma": agency.code, "chu_quan": cover.parent(agency)}
            acts.log(database, who.user.id, agency.id, "đổi tên, mã cơ quan", agency.name, **said)
    except DataError as error:
        typed = {"name": name, "code": code, "parent": parent}
        return _drawn(request, who, status=422, typed=typed, wrong=by_field(error.problems))
    return go(f"{root_of(who)}/thiet-lap", "Đã lưu tên, mã, cơ quan chủ quản.")


def _drawn(request: Request, who: Visitor, *, status: int = 200, **values: object) -> Response:
    typed = {"name": who.agency.name, "code": who.agency.code, "parent": cover.parent(who.agency)}
    return room(request, "agency", who, status=status, **{"typed": typed, **values})
