"""Việc hôm nay: what waits for the visitor, where the agency's documents are on their way."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from generator.store import waiting
from generator.store.models import Dossier
from generator.store.models.papers import STAGE_NAMES
from generator.store.models.people import ROLE_NAMES
from generator.web.context import Visiting, store_of
from generator.web.pages.drawing import page

router = APIRouter(prefix="/co-quan/{agency_id}/viec", include_in_schema=False)


@router.get("")
def today(request: Request, who: Visiting) -> Response:
    """The first page after signing in."""
    with store_of(request).read() as database:
        papers = waiting.for_me(database, who.agency.id, who.user.id, who.roles)
        dossiers = {paper.dossier_id: database.get_one(Dossier, paper.dossier_id).name for paper in papers}
        counts = waiting.by_stage(database, who.agency.id)
    values: dict[str, Any] = {"papers": papers, "dossiers": dossiers, "counts": counts, "names": STAGE_NAMES}
    return page(
        request, "today.html", who, roles=[ROLE_NAMES[role] for role in ROLE_NAMES if role in who.roles], **values
    )
