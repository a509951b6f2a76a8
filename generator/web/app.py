"""The application put together: its store, its workers, its pages and the HTTP service."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from generator.store.engine import Store
from generator.web import health
from generator.web.api.application import ROOT, create_api
from generator.web.api.beginning import begin_work
from generator.web.pages import kiem_tra
from generator.web.pages.kiem_tra.keeping import Kept
from generator.web.settings import WebSettings
from generator.web.watching import Measures, Watch
from generator.web.workers import Workers

STATIC = Path(__file__).parent / "static"


def create_app(store: Store, settings: WebSettings | None = None) -> FastAPI:
    """The application on a store whose tables are there; workers start with it and end with it."""
    settings = settings or WebSettings()

    @asynccontextmanager
    async def living(app: FastAPI) -> AsyncIterator[None]:
        app.state.workers = Workers(settings.workers, settings.memory)
        app.state.measures.follow(app.state.workers)
        await begin_work(app)
        try:
            yield
        finally:
            await app.state.jobs.end()
            app.state.checked.close()
            app.state.workers.close()

    app = FastAPI(title="vanthu", docs_url=None, redoc_url=None, openapi_url=None, lifespan=living)
    app.state.store = store
    app.state.settings = settings
    app.state.measures = Measures()
    app.state.checked = Kept()
    app.add_middleware(Watch, state=app.state)
    app.include_router(health.router)
    app.include_router(kiem_tra.router)
    app.mount(ROOT, create_api(app.state), name="api")
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app
