"""Quản trị: users and roles, the agency, its Word forms, tokens, the log, what is kept how long; several agencies."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import RedirectResponse

from generator.web.pages.admin import agencies, agency, forms, log, retention, tokens, users
from generator.web.pages.admin.rooms import ROOT, Admin

router = APIRouter(prefix=ROOT, include_in_schema=False)
for _room in (users, agency, forms, tokens, log, retention, agencies):
    router.include_router(_room.router)


@router.get("")
def start(agency_id: int, who: Admin) -> RedirectResponse:
    """To the first of the rooms."""
    return RedirectResponse(f"/co-quan/{agency_id}/quan-tri/nguoi-dung", 303)
