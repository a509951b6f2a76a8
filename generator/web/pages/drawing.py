"""A page drawn from its template."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates

from generator.web.context import Visitor

_TEMPLATES = Jinja2Templates(directory=Path(__file__).parents[1] / "templates")  # which escapes whatever is printed


def page(request: Request, name: str, who: Visitor | None = None, *, status: int = 200, **values: Any) -> HTMLResponse:
    """The template ``name`` filled; ``who`` is the visitor, whose agency and name stand in the head."""
    drawn: HTMLResponse = _TEMPLATES.TemplateResponse(request, name, {"who": who, **values}, status_code=status)
    return drawn
