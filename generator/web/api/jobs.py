"""Long work: begun now, its progress told as it goes, its result kept for a day.

What a job was given is in memory alone: one that was at work when the server ended says so, and may be asked again.
"""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import delete, func, select, update
from sse_starlette import EventSourceResponse, ServerSentEvent

from generator.errors import Problem
from generator.store import blobs
from generator.store.engine import Store
from generator.store.models import Job, Scope
from generator.store.models.base import now
from generator.web.api.answers import JobAnswer
from generator.web.api.problems import as_data, items, refused
from generator.web.api.tokens import Caller, Calling, demand
from generator.web.api.work import Made
from generator.web.context import store_of

WAITS, WORKS, DONE, FAILED, STOPPED = "cho", "dang_lam", "xong", "hong", "huy"
_OVER = frozenset((DONE, FAILED, STOPPED))
_KEPT = timedelta(hours=24)
_MOST = 10  # of one agency, waiting or at work
_LOOK = 0.3  # seconds between looks at how far a job is
router = APIRouter(prefix="/jobs", tags=["việc dài"])
NEEDS = {
    "render": Scope.MAKE, "pdf": Scope.MAKE, "check": Scope.CHECK, "bases/audit": Scope.CHECK,
    "template/check": Scope.CHECK, "read": Scope.READ_BACK,
}  # fmt: skip
"""What a token must be good for to ask for each kind of work, and to see what came of it."""


class Running:
    """The jobs of this server that are waiting or at work."""

    def __init__(self) -> None:
        self.tasks: dict[str, asyncio.Task[None]] = {}

    async def end(self) -> None:
        """Stops them; they stay as they are, and are told as interrupted when the server begins again."""
        tasks = list(self.tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def start(
    request: Request, who: Caller, kind: str, work: Callable[..., Made], given: tuple[Any, ...]
) -> Response:
    """Begins the work as a job; 202 with its address, 429 where the agency has too many."""
    store, state = store_of(request), request.app.state
    number = str(uuid.uuid4())
    await run_in_threadpool(_enter, store, who, kind, number)
    task = asyncio.create_task(_run(state, number, work, given))
    state.jobs.tasks[number] = task
    task.add_done_callback(lambda _: state.jobs.tasks.pop(number, None))
    address = f"/api/v1/jobs/{number}"
    data = {"ma": number, "trang_thai": WAITS, "xem": address, "tien_do": f"{address}/events"}
    body = json.dumps(data, ensure_ascii=False)
    return Response(body, 202, {"Location": address, "Preference-Applied": "respond-async"}, "application/json")


def _enter(store: Store, who: Caller, kind: str, number: str) -> None:
    with store.begin() as database:
        database.execute(delete(Job).where(Job.changed < now() - _KEPT, Job.state.in_(_OVER)))
        open_ = select(func.count()).where(Job.agency_id == who.agency_id, Job.state.in_((WAITS, WORKS)))
        if (database.scalar(open_) or 0) >= _MOST:
            raise refused(429, f"cơ quan đang có {_MOST} việc dài chưa xong", "đợi một việc xong", again=10)
        at = now()
        database.add(
            Job(id=number, agency_id=who.agency_id, user_id=who.user_id, kind=kind, state=WAITS, created=at, changed=at)
        )


async def _run(state: Any, number: str, work: Callable[..., Made], given: tuple[Any, ...]) -> None:
    store: Store = state.store
    known = [(0, 0)]

    def told(done: int, total: int) -> None:
        known[0] = (done, total)
        _note(store, number, state=WORKS, done=done, total=total)

    try:
        seconds = state.settings.seconds * 10
        made = await state.workers.run(work, *given, seconds=seconds, told=told, patient=True)
        await run_in_threadpool(_finish, store, number, made, known[0][1])
    except asyncio.CancelledError:
        raise
    except Exception as error:
        _, problem = as_data(error)
        await run_in_threadpool(_note, store, number, state=FAILED, problem=problem)


def _note(store: Store, number: str, **values: Any) -> None:
    with store.begin() as database:
        asked = update(Job).where(Job.id == number, Job.state.not_in(_OVER))
        database.execute(asked.values(changed=now(), **values))


def _finish(store: Store, number: str, made: Made, total: int) -> None:
    blobs.write(store.files, made.data)
    headers = made.http_headers()
    with store.begin() as database:
        sha = blobs.keep(store, database, made.data, made.media_type)
        asked = update(Job).where(Job.id == number, Job.state.not_in(_OVER))
        done = {"done": total, "result_sha": sha, "result_headers": headers}
        database.execute(asked.values(state=DONE, changed=now(), **done))


def tell_interrupted(store: Store) -> None:
    """Jobs that were waiting or at work when the server ended say so."""
    told = Problem("", "máy chủ dừng giữa chừng nên việc này chưa xong", "gửi lại yêu cầu")
    problem = {
        "type": "/api/v1/#loi-503", "title": "Việc bị ngắt", "status": 503, "detail": str(told), "loi": items([told]),
    }  # fmt: skip
    with store.begin() as database:
        asked = update(Job).where(Job.state.in_((WAITS, WORKS)))
        database.execute(asked.values(state=FAILED, problem=problem, changed=now()))


def _of(store: Store, who: Caller, number: str) -> Job:
    with store.read() as database:
        job = database.get(Job, number)
    if job is None or job.agency_id != who.agency_id or job.user_id != who.user_id:
        raise refused(404, "không có việc này, hoặc kết quả đã quá một ngày", "gửi lại yêu cầu", "ma")
    demand(who, NEEDS[job.kind])
    return job


def _told(job: Job) -> dict[str, Any]:
    address = f"/api/v1/jobs/{job.id}"
    data: dict[str, Any] = {
        "ma": job.id, "loai": job.kind, "trang_thai": job.state, "da_xong": job.done, "tong": job.total,
        "luc_gui": job.created.isoformat(), "luc_doi": job.changed.isoformat(),
    }  # fmt: skip
    if job.state == DONE:
        data["ket_qua"] = f"{address}/result"
    if job.problem:
        data["loi"] = job.problem
    return data


@router.get("/{number}", summary="Việc đến đâu", response_model=JobAnswer, response_model_exclude_none=True)
def job(request: Request, number: str, who: Calling) -> dict[str, Any]:
    """How far a job is."""
    return _told(_of(store_of(request), who, number))


@router.get("/{number}/events", summary="Tiến độ từng bước (Server-Sent Events)", response_class=EventSourceResponse)
async def events(request: Request, number: str, who: Calling) -> EventSourceResponse:
    """The progress of a job as it goes; the last event is ``xong``, ``hong`` or ``huy``."""
    store = store_of(request)
    await run_in_threadpool(_of, store, who, number)

    async def steps() -> AsyncIterator[ServerSentEvent]:
        before = ""
        while True:
            job = await run_in_threadpool(_of, store, who, number)
            data = json.dumps(_told(job), ensure_ascii=False)
            if data != before:
                before = data
                yield ServerSentEvent(data, event=job.state if job.state in _OVER else "tien_do")
            if job.state in _OVER:
                return
            await asyncio.sleep(_LOOK)

    return EventSourceResponse(steps(), ping=15)


@router.get("/{number}/result", summary="Kết quả của việc đã xong", response_class=Response)
def result(request: Request, number: str, who: Calling) -> Response:
    """What came of the job, as it would have been answered at once."""
    store = store_of(request)
    found = _of(store, who, number)
    if found.state != DONE or found.result_sha is None:
        what = "việc chưa xong" if found.state not in _OVER else "việc không có kết quả"
        raise refused(409, what, f"xem /api/v1/jobs/{number}", "ma", again=2 if found.state not in _OVER else None)
    return Response(blobs.read(store.files, found.result_sha), 200, found.result_headers)


@router.delete("/{number}", summary="Dừng việc", response_model=JobAnswer, response_model_exclude_none=True)
async def stop(request: Request, number: str, who: Calling) -> dict[str, Any]:
    """Stops a job that waits or is at work; one that is over stays as it is."""
    store = store_of(request)
    await run_in_threadpool(_of, store, who, number)
    await run_in_threadpool(_note, store, number, state=STOPPED)
    running: Running = request.app.state.jobs
    task = running.tasks.get(number)
    if task is not None:
        task.cancel()
    return _told(await run_in_threadpool(_of, store, who, number))
