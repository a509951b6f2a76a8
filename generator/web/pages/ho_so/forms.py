"""The parts of a dossier as forms and tables: shown, saved as they are typed, what is wrong told at each box."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from generator.errors import VanthuError
from generator.service.pages.fields import dossier_fields, node_at
from generator.service.pages.judging import document_names, problems_of
from generator.service.pages.keeping import values_of
from generator.service.pages.medium import mark, path_of, pointer, unmarked
from generator.service.pages.patching import Change, inside, patched, shown, typed_upon
from generator.store.engine import Store
from generator.web.context import Visiting, Visitor, store_of, workers_of
from generator.web.pages.drawing import page
from generator.web.pages.ho_so.boxes import Boxes, Drawing
from generator.web.pages.ho_so.common import (
    MOST_TYPED,
    PARTS,
    PREFIX,
    Held,
    address_of,
    held,
    hour,
    may_write,
    names_of,
    root_of,
    sent,
    shown_at,
    stands,
    writing,
)
from generator.web.pages.ho_so.saving import Saved, save

router = APIRouter(prefix=PREFIX)
_ACTS = {"them", "xoa", "len", "xuong", "loai"}  # of buttons
Writer = Annotated[Visitor, Depends(writing)]


@router.get("/{dossier_id:int}")
def first(request: Request, who: Visiting, dossier_id: int) -> Response:
    """To the first part of the dossier."""
    with store_of(request).read() as database:
        held(database, who.agency.id, dossier_id)
    return RedirectResponse(f"{root_of(who.agency.id, dossier_id)}/co-quan", 303)


@router.get("/{dossier_id:int}/loi")
async def faults(request: Request, who: Visiting, dossier_id: int, biet: int = 0) -> Response:
    """What is wrong with the newest version, by box; who saved since version ``biet``."""

    def asked() -> tuple[Held, str]:
        with store_of(request).read() as database:
            one = held(database, who.agency.id, dossier_id)
            return one, names_of(database, {one.version.author_id}).get(one.version.author_id, "")

    one, by = await run_in_threadpool(asked)
    found = await _faults(request, who, one)
    told = {"ban": one.version.number, "nguoi": by if one.version.number > biet else "",
            "loi": [{"o": at.at, "trang": at.href, "noi_dung": at.text, "cho": at.called} for at in found]}  # fmt: skip
    return JSONResponse(told)


async def _faults(request: Request, who: Visitor, one: Held) -> list[Any]:
    data = values_of(one.version.data)
    found = await workers_of(request).run(problems_of, one.version.data, short=True)
    soan = f"/co-quan/{who.agency.id}/soan/{one.dossier.id}"
    return shown_at(root_of(who.agency.id, one.dossier.id), soan, document_names(data), data, found)


@router.post("/{dossier_id:int}/luu")
async def save_typed(request: Request, who: Writer, dossier_id: int) -> Response:
    """Saves what a page's script sends: the version it was typed on, and the changes by path."""
    typed = await sent(request)
    if len(typed.since) + len(typed.acts) > MOST_TYPED:  # none may be left out in silence
        raise HTTPException(422, f"một lần lưu được nhiều nhất {MOST_TYPED} ô; dán ít hơn, hoặc đưa vào bằng Excel")

    def done() -> tuple[Saved, str]:
        store = store_of(request)
        with store.read() as database:
            on = held(database, who.agency.id, dossier_id, typed.base)
        values = typed_upon(values_of(on.version.data), typed.since)
        mine = typed_upon(values, typed.acts)
        saved = save(store, on.dossier, on.version.number, values, mine, who.user.id)
        return saved, _name_of(store, saved.by)

    try:
        saved, by = await run_in_threadpool(done)
    except VanthuError as error:
        return JSONResponse({"loi": str(error.problems[0])}, 409)
    return JSONResponse(_told(saved, by))


def _name_of(store: Store, user_id: int | None) -> str:
    if user_id is None:
        return ""
    with store.read() as database:
        return names_of(database, {user_id}).get(user_id, "")


def _told(saved: Saved, by: str) -> dict[str, Any]:
    return {
        "ban": saved.version.number,
        "luc": hour(saved.version.at),
        "gop": saved.by is not None,
        "nguoi": by,
        "khac": [{"o": one.where, "truoc": one.before, "sau": one.after} for one in saved.others],
        "trung": clashes_of(saved),
    }


def clashes_of(saved: Saved) -> list[dict[str, Any]]:
    """What both changed, each with its title and the forms to choose from."""
    return [
        {"o": pointer(one.path), "ten": unmarked(mark(one.path), saved.data), "cua_toi": one.mine,
         "cua_ho": one.theirs, "toi": _said(one.mine), "ho": _said(one.theirs)}
        for one in saved.clashes
    ]  # fmt: skip


def _said(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(_said(one) for one in value.values())
    return "(đã xóa)" if value is None else shown([_said(one) for one in value] if isinstance(value, list) else value)


@router.get("/{dossier_id:int}/{part}", response_class=HTMLResponse)
async def form(request: Request, who: Visiting, dossier_id: int, part: str) -> Response:
    """One part of the dossier, with everything wrong in it."""
    return await _form(request, who, dossier_id, part)


async def _form(
    request: Request,
    who: Visitor,
    dossier_id: int,
    part: str,
    status: int = 200,
    saved: Saved | None = None,
    by: str = "",
) -> Response:
    if part not in PARTS:
        raise HTTPException(404, "không có trang này")

    def asked() -> tuple[Held, str, dict[str, str]]:
        with store_of(request).read() as database:
            one = held(database, who.agency.id, dossier_id)
            author = names_of(database, {one.version.author_id}).get(one.version.author_id, "")
            return one, author, stands(database, who, dossier_id) if part == "van-ban" else {}

    one, author, stages = await run_in_threadpool(asked)
    data = values_of(one.version.data)
    found = await workers_of(request).run(problems_of, one.version.data, short=True)
    boxes = Boxes(data, found)
    root = root_of(who.agency.id, dossier_id)
    soan = f"/co-quan/{who.agency.id}/soan/{dossier_id}"
    drawn = [
        boxes.of(node, path, inside(data, path[:-1]), ("nguoi",))
        for path in PARTS[part][1]
        if (node := node_at(path, data)) is not None
    ]
    documents = []
    names = document_names(data)
    for n, document in enumerate(data["van_ban"] if names and part == "van-ban" else ()):
        values = document if isinstance(document, Mapping) else {}
        documents.append((names[n], values, boxes.below(("van_ban", n)), n, address_of(names, n)))
    return page(
        request, "ho_so/form.html", who, status=status, held=one, part=part, parts=PARTS, boxes=drawn, root=root,
        soan=soan, documents=documents, faults=shown_at(root, soan, names, data, found), author=author,
        writes=may_write(who, one.dossier), types=_types(), x=Drawing(boxes, data, may_write(who, one.dossier)),
        clashes=clashes_of(saved) if saved else [], by=by, stages=stages,
    )  # fmt: skip


def _types() -> tuple[tuple[str, str], ...]:
    whole = dossier_fields()["van_ban"].inside()
    return next(one.choices for one in whole if one.key == "loai")


@router.post("/{dossier_id:int}/{part}")
async def send(request: Request, who: Writer, dossier_id: int, part: str) -> Response:
    """Saves a form as a browser without script sends it: its boxes, and the button that was pressed."""
    typed = dict(await request.form())

    def done() -> tuple[Saved, str, str]:
        store = store_of(request)
        with store.read() as database:
            number = str(typed.get("ban", ""))
            on = held(database, who.agency.id, dossier_id, int(number) if number.isdecimal() else None)
        values = values_of(on.version.data)
        made, at = changes_of_form(typed, values)
        saved = save(store, on.dossier, on.version.number, values, patched(values, made), who.user.id)
        return saved, _name_of(store, saved.by), at

    try:
        saved, by, at = await run_in_threadpool(done)
    except VanthuError as error:
        raise HTTPException(409, str(error.problems[0])) from None
    if saved.clashes:
        return await _form(request, who, dossier_id, part, 409, saved, by)
    back = str(typed.get("ve", ""))
    root = f"/co-quan/{who.agency.id}/"
    target = back if back.startswith(root) and "\\" not in back else f"{root_of(who.agency.id, dossier_id)}/{part}"
    if typed.get("viec") == "them:/van_ban":  # to be drafted at once
        names = document_names(saved.data)
        soan = f"{root}soan/{dossier_id}"
        return RedirectResponse(f"{soan}/{address_of(names, len(names) - 1)}", 303)
    places = inside(saved.data, path_of(at, saved.data)) if str(typed.get("viec", "")).startswith("them:") else None
    if isinstance(places, list) and places:  # to what was added
        at = f"{at}/{len(places) - 1}"
    return RedirectResponse(f"{target}#o{at}" if at else target, 303)


def changes_of_form(typed: Mapping[str, Any], data: Any) -> tuple[list[Change], str]:
    """What a form's boxes changed of the values, and its button; the name of the box to go to then."""
    made: list[Change] = []
    for name, value in typed.items():
        if not name.startswith("/") or not isinstance(value, str):
            continue
        path = path_of(name, data)
        if value.replace("\r\n", "\n") != shown(inside(data, path)):
            made.append(Change("ghi", path, value))
    for name, value in typed.items():
        if name.startswith("loai:") and isinstance(value, str):
            path = path_of(name.removeprefix("loai:"), data)
            item = inside(data, path)
            if isinstance(item, Mapping) and value not in item:
                made.append(Change("loai", path, value))
    act, _, name = str(typed.get("viec", "")).partition(":")
    if act in _ACTS:
        made.append(Change(act, path_of(name, data), typed.get(f"kieu:{name}") or None))  # type: ignore[arg-type]
        if act == "them" and name == "/van_ban":
            made[-1] = Change("them", ("van_ban",), {"loai": str(typed.get("loai-moi") or "công văn")})
    elif act == "chon":
        with contextlib.suppress(ValueError):
            made.append(Change("ghi", path_of(name, data), json.loads(str(typed.get(f"gia-tri:{name}", "null")))))
    return made, name if act in {"them", "len", "xuong", "loai", "doi"} else name.rpartition("/")[0] if act else ""
