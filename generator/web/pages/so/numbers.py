"""How the agency's numbers are given, where a year begins, numbers kept for documents to come."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, Request, Response
from fastapi.responses import RedirectResponse

from generator.errors import Problem, VanthuError
from generator.law.types import DOCUMENT_TYPES
from generator.store import acts
from generator.store.models import Agency, Role
from generator.store.register import cover, entries, numbering
from generator.store.register.numbering import NUMBERING_NAMES, Numbering
from generator.web.context import Visitor, store_of
from generator.web.pages.drawing import page
from generator.web.pages.so.common import Keeping, Ruling, root_of, router, today


@router.get("/cap-so")
def numbers(request: Request, who: Ruling) -> Response:
    """How numbers are given, and what is kept."""
    return numbers_page(request, who)


def numbers_page(request: Request, who: Visitor, error: VanthuError | None = None) -> Response:
    """The page, with why something was not done."""
    year = today().year
    with store_of(request).read() as session:
        agency = session.get_one(Agency, who.agency.id)
        kept = entries.reserved(session, who.agency.id)
        now, then = numbering.ruled(agency, year), numbering.ruled(agency, year + 1)
    return page(
        request,
        "so/cap_so.html",
        who,
        status=409 if error else 200,
        root=root_of(who),
        year=year,
        volume=cover.volume(agency, year),
        parent=cover.parent(agency),
        now=now,
        then=then,
        rulings=numbering.rulings(agency),
        names=NUMBERING_NAMES,
        types=[kind.name for kind in DOCUMENT_TYPES.values()],
        reserved=[(one.id, entries.padded(one.number), one.reason) for one in kept],
        keeps=Role.CLERK in who.roles,
        rules=Role.ADMIN in who.roles or Role.CLERK in who.roles,
        error=error,
    )


@router.post("/cap-so")
def rule(
    request: Request,
    who: Ruling,
    nam: Annotated[int, Form()],
    cach: Annotated[str, Form()],
    loai: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """How numbers are given from the year on."""
    try:
        if cach not in set(Numbering) or not 2000 <= nam <= 2100:
            raise entries.RegisterError(Problem("Cách cấp số", "chưa chọn cách cấp số hoặc năm", "chọn lại"))
        with store_of(request).begin() as session:
            agency = session.get_one(Agency, who.agency.id)
            numbering.rule(session, agency, nam, Numbering(cach), loai or ())
            acts.log(session, who.user.id, who.agency.id, "đặt cách cấp số", str(nam), cach=cach, loai=loai or [])
    except VanthuError as error:
        return numbers_page(request, who, error)
    return RedirectResponse(f"{root_of(who)}/cap-so", 303)


@router.post("/bia")
def cover_of_year(
    request: Request, who: Ruling, nam: Annotated[int, Form(ge=2000, le=2999)], quyen: Annotated[str, Form()] = ""
) -> Response:
    """Which volume of the year the register is, as its cover says."""
    try:
        with store_of(request).begin() as session:
            agency = session.get_one(Agency, who.agency.id)
            cover.set_volume(agency, nam, quyen)
            acts.log(session, who.user.id, who.agency.id, "đặt quyển số", str(nam), quyen=cover.volume(agency, nam))
    except VanthuError as error:
        return numbers_page(request, who, error)
    return RedirectResponse(f"{root_of(who)}/cap-so", 303)


@router.post("/so-cu")
def begin_after(
    request: Request,
    who: Keeping,
    nam: Annotated[int, Form()],
    so_cuoi: Annotated[int, Form()],
    ly_do: Annotated[str, Form()] = "",
    loai: Annotated[str, Form()] = "",
) -> Response:
    """A year begun in another book goes on from its last number."""
    try:
        with store_of(request).begin() as session:
            agency = session.get_one(Agency, who.agency.id)
            key = numbering.ruled(agency, nam).key(loai)
            numbering.begin_after(session, who.agency.id, nam, key, so_cuoi, ly_do)
            acts.log(session, who.user.id, who.agency.id, "đặt số bắt đầu", str(nam), so_cuoi=so_cuoi, ly_do=ly_do)
    except VanthuError as error:
        return numbers_page(request, who, error)
    return RedirectResponse(f"{root_of(who)}/cap-so", 303)
