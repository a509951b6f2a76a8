"""A dossier named anew; one made by mistake closed, out of the lists until it is opened again, or removed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, Response
from sqlalchemy.orm import Session

from generator.errors import VanthuError
from generator.store import dossiers, papers
from generator.store.models import Dossier, Role
from generator.store.models.people import WRITERS
from generator.web.context import Visiting, Visitor, needs, store_of
from generator.web.pages.boxes import Boxes
from generator.web.pages.drawing import go, page
from generator.web.pages.ho_so.common import PREFIX, held, root_of, writing
from generator.web.pages.ho_so.listing import LONGEST

router = APIRouter(prefix=PREFIX)


@router.get("/{dossier_id:int}/dong", response_class=HTMLResponse)
def choice(request: Request, who: Visiting, dossier_id: int) -> Response:
    """What can be done with a dossier that is not wanted, and what becomes of it."""
    return _drawn(request, who, dossier_id)


@router.post("/{dossier_id:int}/dong")
def close(
    request: Request,
    who: Annotated[Visitor, Depends(writing)],
    dossier_id: int,
    dong: Annotated[bool, Form()] = True,
) -> Response:
    """Closes the dossier, or opens it again."""
    with store_of(request).begin() as database:
        held(database, who.agency.id, dossier_id)
        dossier = dossiers.close(database, who.agency.id, dossier_id, who.user.id, closed=dong)
    if dong:
        return go(f"/co-quan/{who.agency.id}/ho-so", f"Đã đóng hồ sơ «{dossier.name}»; mở lại ở cuối trang này.")
    return go(f"{root_of(who.agency.id, dossier_id)}/co-quan", "Đã mở lại hồ sơ.")


@router.post("/{dossier_id:int}/ten")
def rename(
    request: Request,
    who: Annotated[Visitor, Depends(writing)],
    dossier_id: int,
    ten: Annotated[str, Form()] = "",
) -> Response:
    """The dossier under the name that was typed."""
    boxes = Boxes(ten=ten)
    name = boxes.text("ten", "tên hồ sơ", LONGEST)
    try:
        boxes.done()
        with store_of(request).begin() as database:
            held(database, who.agency.id, dossier_id)
            dossiers.rename(database, who.agency.id, dossier_id, who.user.id, name)
    except VanthuError as error:
        return _drawn(request, who, dossier_id, boxes=boxes.told(error, "ten"))
    return go(f"{root_of(who.agency.id, dossier_id)}/dong", f"Đã đổi tên hồ sơ thành «{name}».")


@router.post("/{dossier_id:int}/xoa")
def remove(
    request: Request, who: Annotated[Visitor, Depends(needs(*WRITERS, Role.ADMIN))], dossier_id: int
) -> Response:
    """Removes the dossier with all its versions, where nothing of it was ever handed in."""
    try:
        with store_of(request).begin() as database:
            one = held(database, who.agency.id, dossier_id)
            if not _may_remove(database, who, one.dossier):
                raise HTTPException(403, "chỉ người lập hồ sơ hoặc người quản trị xóa được hồ sơ")
            dossier = dossiers.remove(database, who.agency.id, dossier_id, who.user.id)
    except VanthuError as error:
        return _drawn(request, who, dossier_id, error)
    return go(f"/co-quan/{who.agency.id}/ho-so", f"Đã xóa hồ sơ «{dossier.name}».")


def _may_remove(database: Session, who: Visitor, dossier: Dossier) -> bool:
    if who.closed:
        return False
    return Role.ADMIN in who.roles or dossiers.author(database, dossier) == who.user.id


def _drawn(
    request: Request, who: Visitor, dossier_id: int, error: VanthuError | None = None, boxes: Boxes | None = None
) -> Response:
    with store_of(request).read() as database:
        one = held(database, who.agency.id, dossier_id)
        on_way = papers.of_dossier(database, who.agency.id, dossier_id)
        removes = _may_remove(database, who, one.dossier)
    return page(
        request, "ho_so/closing.html", who, status=409 if error or boxes else 200, held=one, part="dong",
        error=error, typed=boxes.typed["ten"] if boxes else one.dossier.name, wrong=boxes.wrong if boxes else {},
        writes=bool(who.roles & set(WRITERS)), handed_in=len(on_way), removes=removes,
    )  # fmt: skip
