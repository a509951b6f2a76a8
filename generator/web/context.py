"""Who is at the door, for which agency, with which rights: every route of pages begins here."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, HTTPException, Request
from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session as Database

from generator.records import record
from generator.store.engine import Store
from generator.store.models import Agency, Membership, Role, Session, User
from generator.store.people.agencies import told
from generator.web.security.forgery import SAFE
from generator.web.security.sessions import session_of
from generator.web.workers import Workers

CHANGE, LEAVE = "/mat-khau", "/dang-xuat"
_ROLES = select(Membership.agency_id, Membership.role).where(Membership.user_id == bindparam("user"))
_OTHERS = select(func.count(Agency.id) > 1)
# What pages' scripts send: a page to sign in would be no answer to them.
_SCRIPTED = ("X-CSRF", "HX-Request", "X-Requested-With")


@record(frozen=True)
class Visitor:
    """Someone signed in, with the roles they have in the agency of the address; who runs all agencies administers each.

    ``roles`` are those they can act in: of an agency that is closed they look alone, as a reader, whatever they
    ``held``. ``choice``: whether they may come into another agency too.
    """

    user: User
    agency: Agency
    roles: frozenset[Role]
    csrf: str
    choice: bool = False
    held: frozenset[Role] = frozenset()

    @property
    def closed(self) -> str:
        """Since when and why the agency is closed; empty for one at work."""
        return told(self.agency)


def store_of(request: Request) -> Store:
    """The store of the application."""
    store: Store = request.app.state.store
    return store


def workers_of(request: Request) -> Workers:
    """The workers of the application."""
    workers: Workers = request.app.state.workers
    return workers


@record(frozen=True)
class Person:
    """Someone signed in, on a page of no agency."""

    user: User
    csrf: str
    agency: None = None
    roles: frozenset[Role] = frozenset()
    choice: bool = False


def _signed_in(database: Database, request: Request) -> Session:
    known: Session | None = getattr(request.state, "known", None) or session_of(database, request)
    if known is None:
        if any(header in request.headers for header in _SCRIPTED):
            raise HTTPException(401, "phiên làm việc đã hết; đăng nhập lại")
        back = f"?tiep={quote(request.url.path)}" if request.method == "GET" and request.url.path != "/" else ""
        raise HTTPException(303, headers={"Location": f"/dang-nhap{back}"})
    if known.user.must_change and request.url.path not in (CHANGE, LEAVE):
        raise HTTPException(303, headers={"Location": CHANGE})
    return known


def person(request: Request) -> Person:
    """Who asks, of whatever agency; to the sign-in where nobody is."""
    with store_of(request).read() as database:
        known = _signed_in(database, request)
        return Person(known.user, known.csrf)


Signed = Annotated[Person, Depends(person)]


def visitor(request: Request, agency_id: int) -> Visitor:
    """Who asks, in the agency of the address; to the sign-in where nobody is, 404 for an agency that is not theirs."""
    store = store_of(request)
    with store.read() as database:
        known = _signed_in(database, request)
        agency = database.get(Agency, agency_id)
        held = database.execute(_ROLES, {"user": known.user.id}).all()
        roles = frozenset(Role(role) for place, role in held if place == agency_id)
        if known.user.runs_all:
            roles |= {Role.ADMIN}
        if agency is None or not roles:
            raise HTTPException(404, "không có trang này")
        choice = len({place for place, _ in held}) > 1 or (known.user.runs_all and bool(database.scalar(_OTHERS)))
        acts = roles if agency.closed is None else roles & {Role.ADMIN} | {Role.READER}
        return Visitor(known.user, agency, acts, known.csrf, choice, roles)


Visiting = Annotated[Visitor, Depends(visitor)]


def needs(*roles: Role) -> Callable[[Request, Visitor], Awaitable[Visitor]]:
    """A dependency: the visitor, who must have one of the roles; 403 otherwise.

    In an agency that is closed nothing is changed (423) but what readers may, and what administrators alone may:
    people, tokens, how long is kept what.
    """
    stays = Role.READER in roles or set(roles) == {Role.ADMIN}

    # What is not async goes to a thread, and may wait for a processor.
    async def checked(request: Request, who: Visiting) -> Visitor:
        if not who.held & set(roles):
            raise HTTPException(403, "bạn không có quyền làm việc này")
        if who.closed and not stays and request.method not in SAFE:
            raise HTTPException(
                423, f"{who.closed}: không sửa, không trình, không cấp số được; vẫn xem, tìm, xuất được"
            )
        return who

    return checked
