"""The dossiers of an agency, and an empty one begun."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from generator.media_types import XLSX
from generator.service.pages.keeping import begun, blank_workbook, values_of
from generator.store import dossiers
from generator.store.models.people import WRITERS, Role
from generator.web.context import Visiting, Visitor, store_of, workers_of
from generator.web.names import attachment
from generator.web.pages.boxes import Boxes
from generator.web.pages.drawing import page
from generator.web.pages.ho_so.common import PREFIX, names_of, root_of, writing

router = APIRouter(prefix=PREFIX)
YEARS = range(1945, 2101)
LONGEST = 200  # characters of a dossier's name
_LATE = 9  # the month after which a new dossier is of the next year


@router.get("", response_class=HTMLResponse)
def listed(request: Request, who: Visiting) -> Response:
    """Every dossier of the agency with its year, its newest version, and the ways to begin another."""
    return list_page(request, who)


def list_page(request: Request, who: Visitor, boxes: Boxes | None = None) -> Response:
    """The page, with what is wrong in its forms."""
    with store_of(request).read() as database:
        every = dossiers.of_agency(database, who.agency.id)
        found = [(one, dossiers.version(database, one)) for one in every if one.closed is None]
        people = names_of(database, {version.author_id for _, version in found if version})
    usual = {"nam": str(date.today().year + (date.today().month > _LATE))}
    usual["nam_sau"] = str(found[0][0].year + 1) if found else ""
    return page(
        request, "ho_so/listed.html", who, status=422 if boxes else 200, writes=bool(who.roles & set(WRITERS)),
        admin=Role.ADMIN in who.roles, found=found, people=people,
        closed=[one for one in every if one.closed is not None],
        typed={**usual, **(boxes.typed if boxes else {})}, wrong=boxes.wrong if boxes else {},
    )  # fmt: skip


@router.get("/tep-mau.xlsx")
async def blank(request: Request, who: Visiting) -> Response:
    """An empty workbook, to be filled in and taken in."""
    made = await workers_of(request).run(blank_workbook)
    return Response(made, media_type=XLSX, headers={"Content-Disposition": attachment("ho-so-trong.xlsx")})


@router.post("")
def begin(
    request: Request,
    who: Annotated[Visitor, Depends(writing)],
    ten: Annotated[str, Form()] = "",
    nam: Annotated[str, Form()] = "",
) -> Response:
    """An empty dossier of the year, its agency as in the newest one."""
    boxes = Boxes(ten=ten, nam=nam)
    name = boxes.text("ten", "tên hồ sơ", LONGEST, must=False)
    year = boxes.number("nam", "năm", YEARS[0], YEARS[-1])
    if boxes.wrong:
        return list_page(request, who, boxes)
    with store_of(request).begin() as database:
        every = dossiers.of_agency(database, who.agency.id)
        before = next((one for one in every if one.closed is None), None)
        version = dossiers.version(database, before) if before else None
        agency = values_of(version.data).get("co_quan") if version else None
        text = begun(year, agency or {"ten": [who.agency.name]})
        made = dossiers.create(
            database, who.agency.id, name or dossiers.name_of(year), year, text, who.user.id, "lập hồ sơ"
        )
    return RedirectResponse(f"{root_of(who.agency.id, made.id)}/co-quan", 303)
