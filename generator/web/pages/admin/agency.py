"""An agency's own choices: its name and code, how its documents are numbered."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from generator.errors import DataError, Problem
from generator.store import acts
from generator.store.models import Agency
from generator.store.people import accounts
from generator.store.register import cover, numbering
from generator.store.register.numbering import NUMBERING_NAMES, Numbering
from generator.web.context import Visitor, store_of
from generator.web.pages.admin.rooms import Admin, Typed, by_field, room, root_of
from generator.web.pages.drawing import go
from generator.web.pages.telling import VIETNAM

router = APIRouter()


@router.get("/thiet-lap")
def choices(request: Request, who: Admin) -> Response:
    """The agency's choices as they are."""
    return _drawn(request, who, who.agency)


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
        return _drawn(request, who, who.agency, status=422, typed=typed, wrong=by_field(error.problems))
    return go(f"{root_of(who)}/thiet-lap", "Đã lưu tên, mã, cơ quan chủ quản.")


@router.post("/cap-so")
def rule(
    request: Request,
    who: Admin,
    how: Annotated[Numbering, Form()],
    year: Annotated[int, Form(ge=2000, le=2999)],
    types: Typed = "",
) -> Response:
    """Rules how numbers are given from a year on."""
    named = [one.strip() for one in types.replace("\n", ",").split(",") if one.strip()]
    try:
        with store_of(request).begin() as database:
            agency = database.get_one(Agency, who.agency.id)
            numbering.rule(database, agency, year, how, named)
            acts.log(database, who.user.id, agency.id, "đặt cách cấp số", f"từ năm {year}", cach=how.value, loai=named)
    except DataError as error:
        wrong: dict[str, Problem] = {"how": error.problems[0]}
        ruled = {"how": how, "year": year, "types": types}
        return _drawn(request, who, who.agency, status=422, ruled=ruled, wrong=wrong)
    return go(f"{root_of(who)}/thiet-lap", f"Đã đặt cách cấp số từ năm {year}.")


def _drawn(request: Request, who: Visitor, agency: Agency, *, status: int = 200, **values: object) -> Response:
    this_year = datetime.now(VIETNAM).year
    now = numbering.ruled(agency, this_year)
    filled: dict[str, object] = {
        "typed": {"name": agency.name, "code": agency.code, "parent": cover.parent(agency)},
        "rulings": numbering.rulings(agency),
        "ruled": {"how": now.how, "year": this_year, "types": ", ".join(now.types)},
        "names": NUMBERING_NAMES,
    }
    return room(request, "agency", who, status=status, **(filled | values))
