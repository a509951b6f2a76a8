"""``/api/v1/``: every address of the service on one page, drawn from the same description that programs read."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from generator.errors import ExitCode
from generator.store.models.people import SCOPE_NAMES
from generator.web.api.problems import STATUS, TITLES
from generator.web.pages.drawing import page

router = APIRouter(include_in_schema=False)


@router.get("/")
def listing(request: Request) -> HTMLResponse:
    """The page: what can be asked, what is answered, what each refusal means."""
    described = request.app.openapi()
    routes = [
        _route(path, method.upper(), said)
        for path, methods in described["paths"].items()
        for method, said in methods.items()
    ]
    codes = [(code.name.lower(), int(code), STATUS[code]) for code in STATUS]
    assert {code for code in ExitCode if code} == set(STATUS)
    return page(request, "api.html", routes=routes, scopes=SCOPE_NAMES, titles=TITLES, codes=codes)


def _route(path: str, method: str, said: dict[str, Any]) -> dict[str, Any]:
    return {
        "method": method,
        "path": f"/api/v1{path}",
        "summary": said.get("summary", ""),
        "about": said.get("description", ""),
        "parameters": said.get("parameters", ()),
        "body": said.get("requestBody", {}),
        "answers": [(status, one) for status, one in said["responses"].items() if status.startswith("2")],
        "refusals": [status for status in said["responses"] if not status.startswith("2")],
    }
