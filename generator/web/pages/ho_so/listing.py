"""The dossiers of an agency, and an empty one begun."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from generator.media_types import XLSX
from generator.service.pages.keeping import begun, blank_workbook, values_of
from generator.store import dossiers
from generator.store.models.people import WRITERS
from generator.web.context import Visiting, Visitor, store_of, workers_of
from generator.web.pages.drawing import page
from generator.web.pages.ho_so.common import PREFIX, names_of, root_of, writing
from generator.web.uploads import attachment

router = APIRouter(prefix=PREFIX)
YEARS = range(1945, 2101)
LONGEST = 200  # characters of a dossier's name


@router.get("", response_class=HTMLResponse)
def listed(request: Request, who: Visiting) -> Response:
    """Every dossier of the agency with its year, its newest version, and the ways to begin another."""
    return _list(request, who)


def _list(
    request: Request, who: Visitor, status: int = 200, problem: str = "", typed: str = "", year: str = ""
) -> Response:
    with store_of(request).read() as database:
        found = [(one, dossiers.version(database, one)) for one in dossiers.of_agency(database, who.agency.id)]
        people = names_of(database, {version.author_id for _, version in found if version})
    values = {"found": found, "people": people, "problem": problem, "typed": typed}
    values["year"] = year or str(date.today().year + 1)
    writes = bool(who.roles & set(WRITERS))
    return page(request, "ho_so/listed.html", who, status=status, writes=writes, **values)


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
    name = " ".join(ten.split())
    if len(name) > LONGEST:
        return _list(request, who, 422, f"Tên hồ sơ dài {len(name)} ký tự: rút còn nhiều nhất {LONGEST}.", ten, nam)
    if not (nam.strip().isdecimal() and int(nam) in YEARS):
        return _list(
            request, who, 422, f"Năm «{nam[:20]}» không đúng: ghi bốn chữ số, ví dụ {date.today().year}.", ten, nam[:20]
        )
    with store_of(request).begin() as database:
        before = next(iter(dossiers.of_agency(database, who.agency.id)), None)
        version = dossiers.version(database, before) if before else None
        agency = values_of(version.data).get("co_quan") if version else None
        text = begun(int(nam), agency or {"ten": [who.agency.name]})
        made = dossiers.create(
            database, who.agency.id, name or f"Hồ sơ năm {int(nam)}", int(nam), text, who.user.id, "lập hồ sơ"
        )
    return RedirectResponse(f"{root_of(who.agency.id, made.id)}/co-quan", 303)
