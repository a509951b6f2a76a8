"""A page drawn from its template, and the way to the next with a word on what was done."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.templating import Jinja2Templates

from generator.records import record
from generator.store.models import Role
from generator.web.context import Person, Visitor
from generator.web.pages.boxes import day_shown
from generator.web.pages.telling import VIETNAM

_TEMPLATES = Jinja2Templates(directory=Path(__file__).parents[1] / "templates")  # which escapes whatever is printed
_TEMPLATES.env.filters["luc"] = lambda at: at.astimezone(VIETNAM).strftime("%H:%M %d/%m/%Y") if at else ""
_TEMPLATES.env.filters["ngay"] = day_shown
_TEMPLATES.env.filters["capitalize_first"] = lambda text: f"{text[:1].upper()}{text[1:]}"
_SAID = "vanthu-loi-nhan"
_PLACES = {
    "viec": "Việc hôm nay",
    "ho-so": "Hồ sơ năm",
    "kiem-tra": "Kiểm tra tệp Word",
    "trinh-duyet": "Trình duyệt",
    "so": "Sổ văn bản đi",
    "quan-tri": "Quản trị",
}
_SHOWN_AS = {"soan": "ho-so"}  # pages that stand below another in the list
_FOR = {"quan-tri": {Role.ADMIN}}


@record(frozen=True)
class _Place:
    """A page in the list of pages."""

    name: str
    path: str
    current: bool


def page(
    request: Request, name: str, who: Visitor | Person | None = None, *, status: int = 200, **values: Any
) -> HTMLResponse:
    """The template ``name`` filled; ``who`` is the visitor, whose agency and name stand in the head."""
    said = unquote(request.cookies.get(_SAID, ""))
    filled = {"who": who, "said": said, "places": _places(request, who), "choice": who and who.choice, **values}
    drawn: HTMLResponse = _TEMPLATES.TemplateResponse(request, name, filled, status_code=status)
    if said:
        drawn.delete_cookie(_SAID)
    return drawn


def go(path: str, said: str = "") -> RedirectResponse:
    """To the page at ``path`` after something was changed; ``said`` stands there once, above everything."""
    answer = RedirectResponse(path, 303)
    if said:
        answer.set_cookie(_SAID, quote(said), max_age=30, httponly=True, samesite="strict")
    return answer


def _places(request: Request, who: Visitor | Person | None) -> list[_Place]:
    """The pages that are there, in order, for the visitor's roles."""
    if who is None or who.agency is None:
        return []
    root = f"/co-quan/{who.agency.id}"
    here = request.url.path.removeprefix(f"{root}/").split("/")[0]
    return [
        _Place(called, f"{root}/{key}", _SHOWN_AS.get(here, here) == key)
        for key, called in _PLACES.items()
        if key in request.app.state.places and (key not in _FOR or who.roles & _FOR[key])
    ]
