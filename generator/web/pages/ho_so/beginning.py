"""A dossier begun from a workbook, from last year's, from issued Word files: looked at before it is kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, HTTPException, Request, UploadFile
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response

from generator.errors import Problem, VanthuError
from generator.service.pages.keeping import Taken, of_issued, of_last_year, of_workbook, text_of
from generator.service.pages.medium import unmarked
from generator.store import dossiers
from generator.web.context import Visitor, store_of, workers_of
from generator.web.pages.boxes import Boxes
from generator.web.pages.drawing import page
from generator.web.pages.ho_so.common import PREFIX, held, root_of, writing
from generator.web.pages.ho_so.listing import LONGEST, YEARS, list_page

router = APIRouter(prefix=PREFIX)
Writer = Annotated[Visitor, Depends(writing)]
_MOST_FILES = 20


@router.post("/tu-excel")
async def of_excel(request: Request, who: Writer, tep: UploadFile) -> Response:
    """What the workbook holds and what was forgiven, before it becomes a dossier."""
    name = tep.filename or "tệp Excel"
    return await _looked_at(request, who, f"Đọc từ {name}", "tep-excel", of_workbook, await tep.read(), name)


@router.post("/tu-word")
async def of_word(request: Request, who: Writer, tep: list[UploadFile]) -> Response:
    """What issued Word files hold, what is unsure first, before it becomes a dossier."""
    if len(tep) > _MOST_FILES:
        fix = "bỏ bớt tệp, hoặc đọc làm nhiều lần"
        problem = Problem("", f"chọn {len(tep)} tệp, mỗi lần đọc được nhiều nhất {_MOST_FILES}", fix)
        return _refused(request, who, "Đọc lại từ tệp Word", [problem])
    files = [(one.filename or "tệp Word", await one.read()) for one in tep]
    said = f"Đọc lại từ {', '.join(name for name, _ in files)}"
    return await _looked_at(request, who, said, "tep-word", of_issued, files, date.today().year)


@router.post("/nam-sau")
async def next_year(
    request: Request, who: Writer, ho_so: Annotated[int, Form()], nam: Annotated[str, Form()]
) -> Response:
    """The dossier of the next year, with what a person must decide first."""
    before = await run_in_threadpool(_held, request, who, ho_so)
    boxes = Boxes(nam_sau=nam, ho_so=str(ho_so))
    year = boxes.number("nam_sau", "năm mới", YEARS[0], YEARS[-1])
    if boxes.wrong:
        return await run_in_threadpool(list_page, request, who, boxes)
    said = f"Lập từ «{before.dossier.name}» năm {before.dossier.year}"
    return await _looked_at(request, who, said, "nam-sau", of_last_year, before.version.data, year)


def _held(request: Request, who: Visitor, dossier_id: int) -> Any:
    with store_of(request).read() as database:
        return held(database, who.agency.id, dossier_id)


async def _looked_at(
    request: Request, who: Visitor, said: str, way: str, task: Callable[..., Taken], *given: object
) -> Response:
    try:
        taken = await workers_of(request).run(task, *given)
    except VanthuError as error:
        return _refused(request, who, said, error.problems)
    return page(request, "ho_so/taken.html", who, taken=taken, heading=said, way=way)


def _refused(request: Request, who: Visitor, said: str, problems: list[Problem]) -> Response:
    told = [(unmarked(one.place), unmarked(one.what), unmarked(one.fix)) for one in problems]
    return page(request, "ho_so/refused.html", who, status=422, heading=said, told=told)


@router.post("/lap")
def keep(
    request: Request,
    who: Writer,
    van_ban: Annotated[str, Form()],
    ten: Annotated[str, Form()] = "",
    tu: Annotated[str, Form()] = "",
) -> Response:
    """The dossier that was looked at, kept as a first version."""
    try:
        data = json.loads(van_ban)
        year = YEARS[YEARS.index(int(str(data["nam"])))]  # ValueError for a year that no dossier has
        text = text_of(data)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise HTTPException(422, "không đọc được hồ sơ vừa gửi; hãy làm lại từ đầu") from None
    name = " ".join(ten.split()) or dossiers.name_of(year)
    if len(name) > LONGEST:
        raise HTTPException(422, f"tên hồ sơ dài {len(name)} ký tự; quay lại, rút còn nhiều nhất {LONGEST} ký tự")
    with store_of(request).begin() as database:
        made = dossiers.create(database, who.agency.id, name, year, text, who.user.id, tu[:500])
    return RedirectResponse(f"{root_of(who.agency.id, made.id)}/co-quan", 303)
