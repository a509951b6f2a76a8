"""The versions of a dossier: who, when, what changed; one put back as a new one; the dossier as a workbook."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from generator.errors import VanthuError
from generator.media_types import XLSX
from generator.service.pages.keeping import changes, values_of, workbook_of
from generator.service.pages.medium import unmarked
from generator.store import dossiers
from generator.web.context import Visiting, Visitor, store_of, workers_of
from generator.web.names import attachment
from generator.web.pages.drawing import page
from generator.web.pages.ho_so.common import PREFIX, Held, held, hour, may_write, names_of, root_of, writing
from generator.web.pages.ho_so.saving import save

router = APIRouter(prefix=PREFIX)
_PAGE = 50


@router.get("/{dossier_id:int}/cac-ban", response_class=HTMLResponse)
def listed(request: Request, who: Visiting, dossier_id: int, tu: int = 0) -> Response:
    """The versions of the dossier, the newest first."""
    with store_of(request).read() as database:
        one = held(database, who.agency.id, dossier_id)
        found = list(dossiers.versions(database, one.dossier))
        people = names_of(database, {version.author_id for version in found})
    shown = found[max(tu, 0) : max(tu, 0) + _PAGE]
    more = max(tu, 0) + _PAGE if len(found) > max(tu, 0) + _PAGE else 0
    return page(
        request,
        "ho_so/versions.html",
        who,
        held=one,
        found=shown,
        people=people,
        more=more,
        part="cac-ban",
        hour=hour,
    )


@router.get("/{dossier_id:int}/cac-ban/{number}", response_class=HTMLResponse)
async def version(request: Request, who: Visiting, dossier_id: int, number: int, so_voi: int | None = None) -> Response:
    """What a version changed of the one kept before it, or of the one asked for."""

    def asked() -> tuple[Held, Held | None, dict[int | None, str]]:
        with store_of(request).read() as database:
            one = held(database, who.agency.id, dossier_id, number)
            if so_voi:
                before: Held | None = held(database, who.agency.id, dossier_id, so_voi)
            else:  # some between may have been swept
                older = dossiers.version_before(database, one.dossier, number)
                before = Held(one.dossier, older) if older else None
            return one, before, names_of(database, {one.version.author_id})

    one, before, people = await run_in_threadpool(asked)
    found = await workers_of(request).run(changes, before.version.data, one.version.data) if before else ()
    return page(
        request, "ho_so/version.html", who, held=one, before=before, found=found, people=people, part="cac-ban",
        writes=may_write(who, one.dossier), hour=hour,
    )  # fmt: skip


@router.post("/{dossier_id:int}/cac-ban/{number}/khoi-phuc")
def restore(request: Request, who: Annotated[Visitor, Depends(writing)], dossier_id: int, number: int) -> Response:
    """The values of a version as a new one; those in between stay."""
    store = store_of(request)
    with store.read() as database:
        old = held(database, who.agency.id, dossier_id, number)
        newest = held(database, who.agency.id, dossier_id)
    now, values = newest.version, values_of(old.version.data)
    was = values_of(now.data)
    save(store, newest.dossier, now.number, was, values, who.user.id, f"khôi phục bản {number}")
    return RedirectResponse(f"{root_of(who.agency.id, dossier_id)}/cac-ban", 303)


@router.get("/{dossier_id:int}/excel")
async def workbook(request: Request, who: Visiting, dossier_id: int) -> Response:
    """The dossier as a workbook; where it is not sound, what keeps it from being one."""

    def asked() -> Held:
        with store_of(request).read() as database:
            return held(database, who.agency.id, dossier_id)

    one = await run_in_threadpool(asked)
    try:
        made = await workers_of(request).run(workbook_of, one.version.data)
    except VanthuError as error:
        told = [(unmarked(p.place), unmarked(p.what), unmarked(p.fix)) for p in error.problems]
        heading = f"Chưa xuất được «{one.dossier.name}» ra Excel"
        return page(request, "ho_so/refused.html", who, status=422, heading=heading, told=told)
    return Response(made, media_type=XLSX, headers={"Content-Disposition": attachment(f"{one.dossier.name}.xlsx")})
