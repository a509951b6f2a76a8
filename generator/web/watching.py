"""Each request counted, timed and told in one line of JSON: by the template of its address, never by what it holds."""

from __future__ import annotations

import json
import logging
import re
import secrets
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.datastructures import Headers, MutableHeaders, State
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from generator.patterns import late
from generator.web.workers import Workers

LOGGER = "vanthu.http"
_LOG = logging.getLogger(LOGGER)
_NUMBER = late(r"[A-Za-z0-9._-]{8,64}", re.ASCII)
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10, 30, 60)
_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))


class Measures:
    """What is counted of one application, and of what its workers do."""

    def __init__(self, workers: Workers) -> None:
        self.registry = CollectorRegistry()
        labels = ("method", "route", "status")
        self.requests = Counter("vanthu_requests", "Requests answered", labels, registry=self.registry)
        self.seconds = Histogram(
            "vanthu_request_seconds", "Seconds until answered", labels[:2], buckets=_SECONDS, registry=self.registry
        )
        ProcessCollector(registry=self.registry)
        self.registry.register(_OfWorkers(workers))


class _OfWorkers(Collector):
    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def collect(self) -> Iterator[Metric]:
        """How busy the workers are, and how their tasks ended."""
        yield GaugeMetricFamily("vanthu_workers_busy", "Workers at work", self._workers.busy)
        yield GaugeMetricFamily("vanthu_tasks_waiting", "Tasks that wait for a worker", self._workers.waiting)
        ended = CounterMetricFamily("vanthu_tasks", "Tasks by how they ended", labels=["outcome"])
        for outcome, count in self._workers.outcomes.copy().items():
            ended.add_metric([outcome], count)
        yield ended


class Watch:
    """The application with its requests counted and logged; each has a number, which its answer bears."""

    def __init__(self, app: ASGIApp, state: State) -> None:
        self._app, self._state = app, state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        number = given if _NUMBER.fullmatch(given) else secrets.token_hex(8)
        scope["vanthu.request"] = number
        began = time.perf_counter()
        status, size = 500, 0

        async def counted(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = number
            elif message["type"] == "http.response.body":
                size += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, counted)
        finally:
            self._note(scope, status, size, time.perf_counter() - began)

    def _note(self, scope: Scope, status: int, size: int, seconds: float) -> None:
        measures: Measures = self._state.measures
        method = scope["method"] if scope["method"] in _METHODS else "khac"
        route = route_of(scope)
        measures.requests.labels(method, route, str(status)).inc()
        measures.seconds.labels(method, route).observe(seconds)
        agency, token = scope.get("vanthu.caller", (scope.get("path_params", {}).get("agency_id"), None))
        said = {
            "request": scope["vanthu.request"], "method": method, "route": route, "status": status,
            "ms": round(seconds * 1000, 1), "bytes": size, "agency": agency, "token": token,
        }  # fmt: skip
        _LOG.info("%s %s %s", method, route, status, extra={"said": said})


def route_of(scope: Scope) -> str:
    """The template of the address, e.g. ``/api/v1/jobs/{number}``; one that is no route is no name of its own."""
    route, root = scope.get("route"), scope.get("root_path", "")
    if route is not None:
        return f"{root}{route.path}"
    return root if root.endswith("/static") else "(none)"


class JsonLines(logging.Formatter):
    """A line of JSON for each record: when, how grave, what; a fault with its traceback, which holds no values."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        said: dict[str, Any] = {"at": at, "level": record.levelname.lower(), "logger": record.name}
        said |= getattr(record, "said", None) or {"message": record.getMessage()}
        if record.exc_info:
            said["trace"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=False)


def log_as_json() -> None:
    """Has everything that is logged from now on told as lines of JSON on standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
