"""How long is kept what no document needs: what never goes, what goes by itself, what the agency says of its own."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from generator.store import acts, sweeping
from generator.store.models import Agency
from generator.store.models.base import now
from generator.store.sweeping import TOKEN_DAYS, VERSION_DAYS, Rule
from generator.web.context import store_of
from generator.web.pages.admin.rooms import Admin, Typed, room, root_of
from generator.web.pages.drawing import go

router = APIRouter()
_HERE = "luu-giu"


@router.get(f"/{_HERE}")
def shown(request: Request, who: Admin, ban: str = "", ma: str = "") -> Response:
    """What is kept how long, and what would go; with days in the address, what would go by them."""
    asked = _rule(ban, ma)
    at = now()
    with store_of(request).read() as database:
        agency = database.get_one(Agency, who.agency.id)
        said = sweeping.ruled(agency)
        counted = asked or said
        versions = sweeping.old_versions(database, agency.id, counted.versions, at)
        tokens = sweeping.ended_tokens(database, agency.id, counted.tokens, at)
        loose = sweeping.bytes_of_nothing(database, at) if who.user.runs_all else None
    next_ = request.app.state.sweeper.next
    holds = max(next_, said.since) if said.since else next_
    return room(
        request, "retention", who, asked=asked, rule=said, chosen=counted, versions=versions, tokens=tokens,
        loose=loose, next=next_, holds=holds, later=at + sweeping.GRACE,
        version_days=VERSION_DAYS, token_days=TOKEN_DAYS,
    )  # fmt: skip


@router.post(f"/{_HERE}")
def change(request: Request, who: Admin, ban: Typed = "", ma: Typed = "") -> Response:
    """Says anew what is kept how long."""
    asked = _rule(ban, ma)
    if asked is None:
        return go(f"{root_of(who)}/{_HERE}", "Chưa đổi gì: chọn lại thời gian giữ.")
    with store_of(request).begin() as database:
        agency = database.get_one(Agency, who.agency.id)
        sweeping.rule(agency, asked.versions, asked.tokens)
        said = {"ban_cu_sau_ngay": asked.versions, "ma_het_han_sau_ngay": asked.tokens}
        acts.log(database, who.user.id, agency.id, "đổi thời gian lưu giữ", agency.name, **said)
    return go(f"{root_of(who)}/{_HERE}", "Đã đổi thời gian lưu giữ.")


def _rule(versions: str, tokens: str) -> Rule | None:
    """What was chosen; None where it is none of the choices."""
    choices = {str(days): days for days in (*VERSION_DAYS, *TOKEN_DAYS)}
    asked = Rule(choices.get(versions, -1), choices.get(tokens, -1))
    return asked if asked.versions in VERSION_DAYS and asked.tokens in TOKEN_DAYS else None
