"""``/health`` and ``/metrics``, for who keeps the server running: whether it can work, and how it does."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from generator.store.models import Agency
from generator.web.context import store_of, workers_of
from generator.web.watching import Measures

router = APIRouter(include_in_schema=False)


@router.get("/health")
def health(request: Request) -> JSONResponse:
    """Whether the database answers and a worker is ready: 200, or 503 with what is missing."""
    try:
        with store_of(request).read() as database:
            database.execute(select(Agency.id).limit(1))  # of a table: the file itself must be there
        reached = True
    except (SQLAlchemyError, OSError):
        reached = False
    ready = workers_of(request).ready()
    said = {
        "co_so_du_lieu": "tốt" if reached else "không mở được",
        "bo_lap_van_ban": "tốt" if ready else "chưa sẵn sàng",
    }
    good = reached and ready
    return JSONResponse({"trang_thai": "tốt" if good else "hỏng"} | said, 200 if good else 503)


@router.get("/metrics")
def metrics(request: Request) -> Response:
    """The counts in Prometheus' form: numbers of requests and tasks, nothing of what they were about."""
    measures: Measures = request.app.state.measures
    return Response(generate_latest(measures.registry), media_type=CONTENT_TYPE_PLAIN_0_0_4)
