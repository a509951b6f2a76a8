"""What is done before the first request: what a server that ended left behind is told as such."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool

from generator.web.api.idempotency import forget_unfinished
from generator.web.api.jobs import Running, tell_interrupted


async def begin_work(app: FastAPI) -> None:
    """Makes the application ready for work; one server at a time has a store."""
    app.state.jobs = Running()
    await run_in_threadpool(tell_interrupted, app.state.store)
    await run_in_threadpool(forget_unfinished, app.state.store)
