"""Requests with an ``Idempotency-Key``: done once, answered as often as they come."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from datetime import timedelta

from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from generator.store import blobs
from generator.store.engine import Store
from generator.store.models import Idempotency
from generator.store.models.base import now
from generator.web.api.problems import refused
from generator.web.api.tokens import Caller
from generator.web.context import store_of

_KEPT = timedelta(hours=24)
_LONGEST = 200
_LASTING = frozenset((200, 201, 202))
"""Answers that stay: what was refused may be mended, or the server less busy, when it is asked again."""


async def once(request: Request, who: Caller, digest: str, answer: Callable[[], Awaitable[Response]]) -> Response:
    """The answer to the request, or the one it was given before under its key.

    Raises Refusal: 422 where the key came with another request, 409 while the first is at work.
    """
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return await answer()
    if not 0 < len(key) <= _LONGEST or not key.isprintable():
        raise refused(400, f"khóa trống, dài quá {_LONGEST} ký tự hoặc có ký tự lạ", "dùng một UUID", "Idempotency-Key")
    asked = "\n".join((request.method, request.url.path, request.url.query, request.headers.get("Prefer", ""), digest))
    sha = hashlib.sha256(asked.encode()).hexdigest()
    store = store_of(request)
    try:
        again = await run_in_threadpool(_begin, store, who, key, sha)
    except IntegrityError:  # the same came in at the same moment
        again = await run_in_threadpool(_begin, store, who, key, sha)
    if again is not None:
        return again
    try:
        made = await answer()
    except BaseException:
        _forget(store, who, key)
        raise
    if made.status_code in _LASTING:
        await run_in_threadpool(_keep, store, who, key, made)
    else:
        await run_in_threadpool(_forget, store, who, key)
    return made


def _begin(store: Store, who: Caller, key: str, sha: str) -> Response | None:
    """Notes that the request is at work, or gives the answer it had."""
    with store.begin() as database:
        database.execute(delete(Idempotency).where(Idempotency.created < now() - _KEPT))
        known = database.scalar(select(Idempotency).where(Idempotency.token_id == who.token_id, Idempotency.key == key))
        if known is None:
            database.add(Idempotency(token_id=who.token_id, key=key, request_sha=sha, headers={}, created=now()))
            return None
        if known.request_sha != sha:
            what = "khóa này đã dùng cho một yêu cầu khác"
            raise refused(422, what, "dùng khóa mới cho mỗi yêu cầu", "Idempotency-Key")
        if known.status is None:
            raise refused(409, "yêu cầu trước cùng khóa chưa xong", "đợi rồi gửi lại", "Idempotency-Key", again=2)
        headers = known.headers | {"Idempotency-Replayed": "true"}
        body = blobs.read(store.files, known.body_sha) if known.body_sha else b""
        return Response(body, known.status, headers)


def _keep(store: Store, who: Caller, key: str, made: Response) -> None:
    body = bytes(made.body)
    kept = {name: value for name, value in made.headers.items() if name != "content-length"}
    blobs.write(store.files, body)
    with store.begin() as database:
        sha = blobs.keep(store, database, body, kept.get("content-type", "")[:100])
        row = database.scalar(select(Idempotency).where(Idempotency.token_id == who.token_id, Idempotency.key == key))
        if row is not None:
            row.status, row.headers, row.body_sha = made.status_code, kept, sha


def _forget(store: Store, who: Caller, key: str) -> None:
    with store.begin() as database:
        database.execute(delete(Idempotency).where(Idempotency.token_id == who.token_id, Idempotency.key == key))


def forget_unfinished(store: Store) -> None:
    """Requests that were at work when the server ended may be asked again."""
    with store.begin() as database:
        database.execute(delete(Idempotency).where(Idempotency.status.is_(None)))
