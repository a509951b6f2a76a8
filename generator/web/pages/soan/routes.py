"""One document drafted: its form, its pages as they will be, what is found in it, bases from the registry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, Response

from generator.errors import VanthuError
from generator.service.pages.bases import found_bases
from generator.service.pages.fields import dossier_fields
from generator.service.pages.judging import Judged, Remark, document_names, judged, problems_of
from generator.service.pages.keeping import text_of, values_of
from generator.service.pages.medium import unmarked
from generator.service.pages.patching import Typed
from generator.service.pages.previewing import Handed, pages_typed, typed_in
from generator.store import forms, papers
from generator.store.models import Stage
from generator.store.models.papers import STAGE_NAMES
from generator.web.context import Visiting, Visitor, store_of, workers_of
from generator.web.pages.drawing import page
from generator.web.pages.ho_so.boxes import Boxes, Drawing
from generator.web.pages.ho_so.common import (
    MOST_TYPED,
    Held,
    address_of,
    held,
    may_write,
    names_of,
    number_of,
    root_of,
    sent,
    shown_at,
    stands,
)

router = APIRouter(prefix="/co-quan/{agency_id}/soan")
_SECONDS = 20


@router.get("/{dossier_id:int}/{name}", response_class=HTMLResponse)
async def draft(request: Request, who: Visiting, dossier_id: int, name: str) -> Response:
    """The page on which a document is drafted."""

    def asked() -> tuple[Held, str, dict[str, str], list[str], dict[str, papers.SentBack]]:
        with store_of(request).read() as database:
            one = held(database, who.agency.id, dossier_id)
            author = names_of(database, {one.version.author_id}).get(one.version.author_id, "")
            own = sorted(forms.in_use(database, who.agency.id))
            found = papers.of_dossier(database, who.agency.id, dossier_id) if may_write(who, one.dossier) else {}
            back = papers.sent_back(database, [paper for paper, _ in found.values()])
            told = {name: back[paper.id] for name, (paper, _) in found.items() if paper.id in back}
            return one, author, stands(database, who, dossier_id), own, told

    one, author, stages, own, back = await run_in_threadpool(asked)
    data = values_of(one.version.data)
    names = document_names(data)
    number = number_of(names, name)
    name = names[number]
    found = await workers_of(request).run(problems_of, one.version.data, short=True)
    boxes = Boxes(data, found)
    document = data["van_ban"][number]
    known = ("ten_tep",) if name in stages else ()  # it goes on its way, and stands in the register, under its name
    form, more = boxes.document(dossier_fields()["van_ban"].inside(data), ("van_ban", number), document, known)
    root, soan = root_of(who.agency.id, dossier_id), f"/co-quan/{who.agency.id}/soan/{dossier_id}"
    return page(
        request, "soan/draft.html", who, held=one, author=author, called=name, number=number,
        address=address_of(names, number), boxes=form, more=more,
        root=root, soan=soan, part="van-ban", faults=shown_at(root, soan, names, data, found), document=document,
        writes=may_write(who, one.dossier), x=Drawing(boxes, data, may_write(who, one.dossier)), clashes=[],
        stands=stages.get(name, ""), forms=own, returned=back.get(name),
        at_draft=stages.get(name) == STAGE_NAMES[Stage.DRAFT],
    )  # fmt: skip


async def _typed(request: Request, who: Visitor, dossier_id: int) -> tuple[str, tuple[Typed, ...], dict[str, Any]]:
    """The text of the version that was typed upon; what was typed and is not saved in it; what is asked."""
    typed = await sent(request)

    def there() -> Held:
        with store_of(request).read() as database:
            return held(database, who.agency.id, dossier_id, typed.base)

    one = await run_in_threadpool(there)
    waiting = (one for one in typed.acts if one[0] == "ghi")
    return one.version.data, (*typed.since, *waiting)[-MOST_TYPED:], typed.asked


@router.post("/{dossier_id:int}/{name}/trang")
async def pages(request: Request, who: Visiting, dossier_id: int, name: str) -> Response:
    """The pages of the document as it is typed: all their digests, and what makes those that are not known."""
    text, typed, asked = await _typed(request, who, dossier_id)
    told = asked.get("biet")
    known = [str(one) for one in told][:1_000] if isinstance(told, list) else []

    async def made(own: dict[str, bytes] | None) -> Handed:
        given = text, typed, name, known, own
        return await workers_of(request).run(
            pages_typed, *given, seconds=_SECONDS, near=(who.agency.id, dossier_id, name)
        )

    try:
        found = await made(None)
        if found.asks_forms:
            found = await made(await run_in_threadpool(_forms, request, who))
    except VanthuError as error:
        data = typed_in(text, typed)
        wrong = tuple(Remark((), unmarked(one.what, data), unmarked(one.fix, data)) for one in error.problems)
        return JSONResponse({"trang": [], "moi": {}, "net": {}, "loi": _shown(who, dossier_id, data, wrong)})
    if not found.there:
        raise HTTPException(404, "hồ sơ không có văn bản này")
    shown = _shown(who, dossier_id, typed_in(text, typed), found.problems) if found.problems else []
    return JSONResponse({"trang": found.pages, "moi": found.new or {}, "net": found.letters or {}, "loi": shown})


def _forms(request: Request, who: Visitor) -> dict[str, bytes]:
    store = store_of(request)
    with store.read() as database:
        return forms.files_in_use(store, database, who.agency.id)


@router.post("/{dossier_id:int}/{name}/nhan-xet")
async def findings(request: Request, who: Visiting, dossier_id: int, name: str) -> Response:
    """What is found in the document as it is typed, each with its field and its clause."""
    text, typed, _ = await _typed(request, who, dossier_id)
    data = typed_in(text, typed)
    name = _called(data, name)
    try:
        found = await workers_of(request).run(judged, text_of(data), [name], seconds=_SECONDS)
    except VanthuError as error:
        found = Judged(tuple(Remark((), one.what, one.fix) for one in error.problems))
    said = (*(replace(one, code="") for one in found.problems), *found.findings)  # codes of rules can be looked up
    return JSONResponse({"nhan_xet": _shown(who, dossier_id, data, said), "giu": name in found.held})


def _called(data: dict[str, Any], address: str) -> str:
    names = document_names(data)
    return names[number_of(names, address)]


def _shown(who: Visitor, dossier_id: int, data: dict[str, Any], found: tuple[Remark, ...]) -> list[dict[str, str]]:
    root, soan = root_of(who.agency.id, dossier_id), f"/co-quan/{who.agency.id}/soan/{dossier_id}"
    return [
        {"o": one.at, "trang": one.href, "noi_dung": one.text, "muc": one.grave, "noi": one.place,
         "dieu_khoan": one.clause, "ma": one.rule, "cho": "" if one.at.startswith("/van_ban") else one.called}
        for one in shown_at(root, soan, document_names(data), data, found)
    ]  # fmt: skip


@router.get("/{dossier_id:int}/{name}/can-cu")
async def bases(request: Request, who: Visiting, dossier_id: int, name: str, tim: str = "") -> Response:
    """Legal documents of the registry that have the words, with their force on the document's day."""

    def there() -> Held:
        with store_of(request).read() as database:
            return held(database, who.agency.id, dossier_id)

    one = await run_in_threadpool(there)
    data = values_of(one.version.data)
    number = number_of(document_names(data), name)
    document = data["van_ban"][number]
    day = _day(document.get("ngay") if isinstance(document, Mapping) else None)
    found = await workers_of(request).run(found_bases, tim[:200], day, short=True)
    return JSONResponse({"ngay": f"{day or date.today():%d/%m/%Y}", "van_ban": [asdict(basis) for basis in found]})


def _day(typed: Any) -> date | None:
    try:
        return datetime.strptime(str(typed).strip(), "%d/%m/%Y").date()
    except ValueError:
        return None
