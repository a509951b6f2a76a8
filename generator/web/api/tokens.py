"""Who calls: a token in the header, what it is good for, and how many requests it has open at once."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.concurrency import run_in_threadpool
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from generator.errors import Problem
from generator.records import record
from generator.store.models.people import SCOPE_NAMES, Scope, Token
from generator.store.people import tokens
from generator.web.api.problems import Refusal, refused
from generator.web.context import store_of

_bearer = HTTPBearer(auto_error=False, description="Mã truy cập do người quản trị của cơ quan cấp")
_AGAIN = 2  # seconds


@record(frozen=True)
class Caller:
    """The program that calls: its token, the user and the agency it acts for, what it may by both."""

    token_id: int
    user_id: int
    agency_id: int
    scopes: frozenset[str]


class AtOnce:
    """How many requests each token has open."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._open: Counter[int] = Counter()
        self._lock = threading.Lock()

    def enter(self, token_id: int) -> bool:
        """Whether one more may come in."""
        with self._lock:
            if self._open[token_id] >= self._most:
                return False
            self._open[token_id] += 1
            return True

    def leave(self, token_id: int) -> None:
        """One has been answered."""
        with self._lock:
            self._open[token_id] -= 1


async def caller(
    request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Security(_bearer)] = None
) -> AsyncIterator[Caller]:
    """The one who calls; 401 without a token that holds, 429 for one with too many requests open."""

    def asked(secret: str) -> tuple[Token | None, frozenset[Scope]]:
        with store_of(request).read() as database:
            found = tokens.known(database, secret)
            return found, tokens.open_to(database, found.user_id, found.agency_id) if found else frozenset()

    found, good = (None, frozenset[Scope]()) if given is None else await run_in_threadpool(asked, given.credentials)
    if found is None:
        fix = "gửi «Authorization: Bearer MÃ» với mã còn hạn; hết hạn hoặc bị thu hồi thì xin người quản trị mã mới"
        raise refused(401, "không có mã truy cập, hoặc mã không còn dùng được", fix, "Authorization")
    at_once: AtOnce = request.app.state.at_once
    if not at_once.enter(found.id):
        raise refused(429, "mã này đang có quá nhiều yêu cầu cùng lúc", f"thử lại sau {_AGAIN} giây", again=_AGAIN)
    try:
        request.scope["vanthu.caller"] = (found.agency_id, found.id)
        yield Caller(
            found.id, found.user_id, found.agency_id, frozenset(found.scopes) & {scope.value for scope in good}
        )
    finally:
        at_once.leave(found.id)


Calling = Annotated[Caller, Depends(caller)]


def needs(scope: Scope) -> Callable[[Caller], Awaitable[Caller]]:
    """A dependency: the caller, whose token must be good for this; 403 otherwise."""

    async def checked(who: Calling) -> Caller:
        demand(who, scope)
        return who

    checked.scope = scope  # type: ignore[attr-defined]  # for who lists the routes with what they need
    return checked


def demand(who: Caller, scope: Scope) -> None:
    """Refuses a caller whose token is not good for this."""
    if scope.value not in who.scopes:
        what = f"mã truy cập, hoặc người cấp mã, không có quyền «{SCOPE_NAMES[scope]}» ({scope.value})"
        raise Refusal(403, Problem("Authorization", what, "xin người quản trị có quyền này cấp mã"))


def scoped(scope: Scope) -> object:
    """The annotation of a route's caller who needs the scope."""
    return Depends(needs(scope))
