"""What the pages of Quản trị share: who may come in, which rooms there are, how what is wrong is shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import Depends, Form, HTTPException, Request, Response

from generator.errors import Problem
from generator.store.models import Role
from generator.web.context import Visitor, needs
from generator.web.pages.drawing import page

ROOT = "/co-quan/{agency_id}/quan-tri"
Admin = Annotated[Visitor, Depends(needs(Role.ADMIN))]
Typed = Annotated[str, Form()]
_ROOMS = {
    "nguoi-dung": "Người dùng",
    "thiet-lap": "Cơ quan",
    "mau": "Mẫu Word",
    "ma-truy-cap": "Mã truy cập",
    "nhat-ky": "Nhật ký",
    "luu-giu": "Lưu giữ",
}
_FOR_ALL = {"cac-co-quan": "Các cơ quan"}


def runs_all(who: Admin) -> Visitor:
    """The visitor, who must run all agencies; 403 otherwise."""
    if not who.user.runs_all:
        raise HTTPException(403, "chỉ người quản trị chung mới làm được việc này")
    return who


RunsAll = Annotated[Visitor, Depends(runs_all)]


def root_of(who: Visitor) -> str:
    """Where the rooms of the visitor's agency begin."""
    return f"/co-quan/{who.agency.id}/quan-tri"


def room(request: Request, name: str, who: Visitor, *, status: int = 200, **values: Any) -> Response:
    """The page of a room drawn; ``wrong`` in the values are problems by the field's name."""
    rooms = _ROOMS | (_FOR_ALL if who.user.runs_all else {})
    here = request.url.path.removeprefix(f"{root_of(who)}/").split("/")[0]
    filled = {"rooms": rooms, "here": here, "root": root_of(who), "wrong": {}, **values}
    return page(request, f"admin/{name}.html", who, status=status, **filled)


def by_field(problems: Iterable[Problem]) -> dict[str, Problem]:
    """The problems by the field they are of, the first of each."""
    return {one.place: one for one in reversed(list(problems))}
