"""The application put together: its store, its workers, its pages and the HTTP service."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import Depends, FastAPI
from fastapi.routing import iter_route_contexts
from fastapi.staticfiles import StaticFiles

from generator.store.engine import Store
from generator.web import health
from generator.web.api.application import ROOT, create_api
from generator.web.api.beginning import begin_work
from generator.web.pages import admin, entrance, ho_so, kiem_tra, opening, programs, so, soan, today, trinh_duyet
from generator.web.pages.kiem_tra.keeping import Kept
from generator.web.pages.refusing import refuse
from generator.web.pages.telling import live_in_vietnam
from generator.web.security.forgery import no_forgery
from generator.web.security.headers import Guard
from generator.web.settings import WebSettings
from generator.web.sweeping import Sweeper
from generator.web.watching import Measures, Watch
from generator.web.workers import Workers

STATIC = Path(__file__).parent / "static"


def create_app(store: Store, settings: WebSettings | None = None, workers: Workers | None = None) -> FastAPI:
    """The application on a store whose tables are there; its own ``workers`` start with it and end with it.

    What belongs to one run of it is made when it starts: it may be started again, on another ``state.store``.
    """
    settings = settings or WebSettings()

    @asynccontextmanager
    async def living(app: FastAPI) -> AsyncIterator[None]:
        live_in_vietnam()
        working = app.state.workers = workers or Workers(settings.workers, settings.memory, short=True)
        checked = app.state.checked = Kept()
        app.state.measures = Measures(working)
        app.state.sweeper = Sweeper(app.state.store)
        await begin_work(app)
        sweeping = asyncio.create_task(app.state.sweeper.run())
        try:
            yield
        finally:
            sweeping.cancel()
            await app.state.jobs.end()
            checked.close()
            if workers is None:
                working.close()

    app = FastAPI(
        title="vanthu",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=living,
        dependencies=[Depends(no_forgery)],
    )
    app.add_middleware(Guard, hosts=settings.hosts, secure=settings.secure_cookies, most=settings.upload)
    refuse(app)
    app.state.store = store
    app.state.settings = settings
    app.add_middleware(Watch, state=app.state)
    # Pages, one line each:
    app.include_router(entrance.router)
    app.include_router(opening.router)
    app.include_router(today.router)
    app.include_router(admin.router)
    app.include_router(trinh_duyet.router)
    app.include_router(so.router)
    app.include_router(ho_so.router)
    app.include_router(soan.router)
    app.include_router(health.router)
    app.include_router(kiem_tra.router)
    api = create_api(app.state)
    api.include_router(programs.router)
    app.mount(ROOT, api, name="api")
    app.state.places = _places(app)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app


def _places(app: FastAPI) -> frozenset[str]:
    """The pages of an agency that are there, by the first part of their address."""
    root = "/co-quan/{agency_id}/"
    paths = (route.path or "" for route in iter_route_contexts(app.routes))
    return frozenset(path.removeprefix(root).split("/")[0] for path in paths if path.startswith(root))
