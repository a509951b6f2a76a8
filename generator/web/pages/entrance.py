"""The ways in and out: signing in, signing out, the page's own question whether someone still is."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request

from generator.web.context import store_of
from generator.web.security.sessions import session_of

router = APIRouter(include_in_schema=False)


@router.get("/phien")
def session(request: Request) -> dict[str, str]:
    """The secret of the browser's session, for a page that was open before it was renewed; 401 where nobody is in."""
    with store_of(request).begin() as database:
        known = session_of(database, request)
        if known is None:
            raise HTTPException(401, "phiên làm việc đã hết")
        return {"csrf": known.csrf}
