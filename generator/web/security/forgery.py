"""Requests that another site makes a signed-in browser send: known by what only our own pages can say."""

from __future__ import annotations

import hmac
from urllib.parse import urlsplit

from fastapi import HTTPException, Request
from fastapi.concurrency import run_in_threadpool

from generator.store.engine import Store
from generator.web.security.sessions import session_of

SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
HEADER = "X-CSRF"
FIELD = "csrf"
SIGN_IN = "/dang-nhap"
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


async def no_forgery(request: Request) -> None:
    """A dependency of every route: 403 for what changes something and was not sent by a page of ours.

    Who is signed in proves it by the session's secret, in the header or the form; where nobody is (the sign-in itself)
    the browser's word on where the request comes from must do. A program with a token sends no cookie on its own.
    """
    if request.method in SAFE or request.headers.get("Authorization", "").startswith("Bearer "):
        return
    # A form to sign in may be older than the session that was begun in another window: its secret is the password.
    expected = None if request.url.path == SIGN_IN else await run_in_threadpool(_expected, request)
    if not _ours(request) or (expected is not None and not _same(await _given(request), expected)):
        raise HTTPException(403, "trang đã cũ hoặc yêu cầu không đến từ trang này; tải lại trang rồi làm lại")


def _expected(request: Request) -> str | None:
    store: Store = request.app.state.store
    with store.read() as database:
        known = session_of(database, request)
    request.state.known = known  # who the visitor is need not be asked again
    return known.csrf if known else None


async def _given(request: Request) -> str:
    header = request.headers.get(HEADER)
    if header is not None:
        return header
    if request.headers.get("Content-Type", "").startswith(_FORMS):
        field = (await request.form()).get(FIELD)
        return field if isinstance(field, str) else ""
    return ""


def _same(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode(), expected.encode())


def _ours(request: Request) -> bool:
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("Host")
