"""The register as a table, searched, its columns chosen, searches kept; out as Word, PDF, Excel, XML, JSON."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from fastapi import HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import QueryParams

from generator import media_types
from generator.errors import Problem
from generator.service.register.book import COLUMNS, Book, made
from generator.service.register.keeping import documents_json, documents_xml
from generator.store import acts
from generator.store.models import EntryState, Role, SavedSearch
from generator.store.register import cover, entries, listing
from generator.store.register.entries import STATE_NAMES
from generator.web.context import Visitor, store_of
from generator.web.pages.boxes import Boxes
from generator.web.pages.drawing import page
from generator.web.pages.so.common import (
    FIELDS,
    LONGEST,
    Seeing,
    Typed,
    asked_of,
    data_of,
    root_of,
    router,
    today,
    told,
)
from generator.web.pages.trinh_duyet.making import worked
from generator.web.pages.trinh_duyet.routes import download
from generator.wording.numerals.ordinals import padded

_SHOWN = 500
_TYPES = {
    "docx": media_types.DOCX,
    "pdf": media_types.PDF,
    "xlsx": media_types.XLSX,
    "xml": media_types.XML,
    "json": media_types.JSON,
}


@router.get("")
def register(request: Request, who: Seeing) -> Response:
    """The lines that were asked for."""
    return _drawn(request, who)


def _drawn(request: Request, who: Visitor, boxes: Boxes | None = None, given: QueryParams | None = None) -> Response:
    typed, search, columns = asked_of(given or request.query_params)
    with store_of(request).read() as session:
        found = listing.find(session, who.agency.id, search)
        became = entries.told_fates(session, found[:_SHOWN])
        years = listing.years(session, who.agency.id)
        types = listing.type_names(session, who.agency.id)
        kept = listing.saved(session, who.user.id, who.agency.id)
    asked = urlencode([*((name, value) for name, value in typed.items()), *(("cot", key) for key in columns)])
    return page(
        request,
        "so/so.html",
        who,
        status=422 if boxes else 200,
        called=boxes.typed["ten_tim"] if boxes else "",
        wrong={**_asked_wrong(typed), **(boxes.wrong if boxes else {})},
        root=root_of(who),
        typed=typed,
        asked=asked,
        columns=[COLUMNS[key] for key in columns],
        every=list(COLUMNS.values()),
        rows=[(entry.id, entry.state, told(entry, became.get(entry.id, ()))) for entry in found[:_SHOWN]],
        total=len(found),
        years=sorted({*years, today().year}, reverse=True),
        types=types,
        states=STATE_NAMES,
        saved=[
            (one.id, one.name, urlencode([*one.asked.items(), *(("cot", key) for key in one.columns)])) for one in kept
        ],
        keeps=Role.CLERK in who.roles,
        rules=bool({Role.CLERK, Role.ADMIN} & who.roles),
    )


@router.get("/xuat/{kind}")
def out(request: Request, who: Seeing, kind: str) -> Response:
    """What is asked for as a file: ``docx``, ``pdf``, ``xlsx`` with the cover, ``xml`` and ``json`` with all data."""
    if kind not in _TYPES:
        raise HTTPException(404, "không có dạng tệp này")
    _, search, columns = asked_of(request.query_params)
    with store_of(request).read() as session:
        found = listing.find(session, who.agency.id, search)
        became = entries.told_fates(session, found)
    year = search.year or today().year
    if kind in ("xml", "json"):
        issued = [entry for entry in found if entry.state == EntryState.ISSUED]
        kept = [data_of(who.agency, entry, became=became.get(entry.id, ())) for entry in issued]
        data = documents_xml(kept) if kind == "xml" else documents_json(kept)
    else:
        numbers = [entry.number for entry in found]
        one = len({entry.series_id for entry in found}) == 1
        book = Book(
            parent=cover.parent(who.agency),
            agency=who.agency.name,
            year=year,
            spans=f"Từ số {padded(min(numbers))} đến số {padded(max(numbers))}" if one else "",
            volume=cover.volume(who.agency, year),
            columns=columns,
            rows=tuple(told(entry, became.get(entry.id, ())) for entry in found),
        )
        data = worked(request, made, book, kind)
    return download(data, _TYPES[kind], f"so-van-ban-di-{year}.{kind}")


def _asked_wrong(typed: dict[str, str]) -> dict[str, Problem]:
    boxes = Boxes(tim=typed["tim"], tu=typed["tu"], den=typed["den"])
    boxes.text("tim", "điều cần tìm", LONGEST, must=False)
    boxes.day_or_none("tu", "từ ngày")
    boxes.day_or_none("den", "đến ngày")
    return boxes.wrong


@router.post("/tim")
def keep(request: Request, who: Seeing, ten: Typed = "", hoi: Typed = "") -> Response:
    """The search that is shown, kept under a name; ``hoi`` is its address."""
    boxes = Boxes(ten_tim=ten)
    name = boxes.text("ten_tim", "tên của cách tìm", 100)
    pairs = parse_qsl(hoi)
    if boxes.wrong:
        return _drawn(request, who, boxes, QueryParams(pairs))
    asked = {name: value for name, value in pairs if name in FIELDS}
    columns = [value for name, value in pairs if name == "cot" and value in COLUMNS]
    with store_of(request).begin() as session:
        listing.save(session, who.user.id, who.agency.id, name, asked, columns)
        acts.log(session, who.user.id, who.agency.id, "lưu cách tìm", name)
    return RedirectResponse(f"{root_of(who)}?{urlencode(pairs)}", 303)


@router.post("/tim/{search_id}/bo")
def forget(request: Request, who: Seeing, search_id: int) -> Response:
    """A search of one's own no longer kept."""
    with store_of(request).begin() as session:
        kept = session.get(SavedSearch, search_id)
        if kept is None or kept.user_id != who.user.id or kept.agency_id != who.agency.id:
            raise HTTPException(404, "không có cách tìm này")
        session.delete(kept)
    return RedirectResponse(root_of(who), 303)
