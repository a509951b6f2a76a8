"""Việc hôm nay: what waits for the visitor, what is due, where the agency's documents are on their way."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from generator.errors import VanthuError
from generator.records import record
from generator.service.pages.due import Due, due_of_all
from generator.store import dossiers, papers, waiting
from generator.store.models import Dossier, Stage
from generator.store.models.papers import STAGE_NAMES
from generator.store.models.people import ROLE_NAMES
from generator.web.context import Visiting, store_of
from generator.web.pages.drawing import page
from generator.web.pages.so.common import today as today_in_vietnam
from generator.web.pages.trinh_duyet.making import worked

router = APIRouter(prefix="/co-quan/{agency_id}/viec", include_in_schema=False)
_MOST = 8  # dossiers looked through: of this year and the last, the newest first


@record(frozen=True)
class _DueHere:
    """What is due of a dossier, and how far each of its documents has come."""

    dossier: Dossier
    due: Due
    stages: dict[str, str]


@router.get("")
def today(request: Request, who: Visiting) -> Response:
    """The first page after signing in."""
    day = today_in_vietnam()
    with store_of(request).read() as database:
        # Of an agency that is closed nothing waits, and nothing is due.
        waits = [] if who.closed else waiting.for_me(database, who.agency.id, who.user.id, who.roles)
        returned = papers.sent_back(database, waits)
        known = {one.id: one for one in dossiers.of_agency(database, who.agency.id)}
        counts = waiting.by_stage(database, who.agency.id)
        current = [
            one
            for one in known.values()
            if not who.closed and one.closed is None and day.year - 1 <= one.year <= day.year
        ][:_MOST]
        versions = [dossiers.version(database, one) for one in current]
        on_way = [papers.of_dossier(database, who.agency.id, one.id) for one in current]
    asked = [
        (version.data, [name for name, (paper, _) in found.items() if paper.docx_sha])
        for version, found in zip(versions, on_way, strict=True)
        if version is not None
    ]
    try:
        due = worked(request, due_of_all, asked, day) if asked else []
    except VanthuError:  # all workers are busy, or one ended at it: the rest of the page is there
        due = None
    stages = [{name: STAGE_NAMES[Stage(paper.stage)] for name, (paper, _) in found.items()} for found in on_way]
    values: dict[str, Any] = {
        "papers": waits,
        "returned": returned,
        "dossiers": {id_: one.name for id_, one in known.items()},
        "counts": counts,
        "names": STAGE_NAMES,
        "due": due and [_DueHere(*one) for one in zip(current, due, stages, strict=True)],
        "untold": due is None,
        "roles": [ROLE_NAMES[role] for role in ROLE_NAMES if role in who.held],
        "begun": bool(known),
    }
    return page(request, "today.html", who, **values)
