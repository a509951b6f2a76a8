"""A workbook brought into a dossier that is there: what it would change is looked at first, then taken part by part."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request, UploadFile
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from generator.errors import VanthuError
from generator.service.pages.keeping import brought, text_of, values_of
from generator.service.pages.medium import unmarked
from generator.web.context import Visitor, store_of, workers_of
from generator.web.pages.drawing import go, page
from generator.web.pages.ho_so.common import PREFIX, Held, held, part_of, root_of, stands, writing
from generator.web.pages.ho_so.saving import Saved, save

router = APIRouter(prefix=PREFIX)
Writer = Annotated[Visitor, Depends(writing)]


@router.post("/{dossier_id:int}/tu-excel")
async def look(request: Request, who: Writer, dossier_id: int, tep: UploadFile) -> Response:
    """What the workbook would change of each part of the dossier, and what was forgiven; nothing is kept yet."""

    def there() -> tuple[Held, bool]:
        with store_of(request).read() as database:
            return held(database, who.agency.id, dossier_id), bool(stands(database, who, dossier_id))

    one, handed_in = await run_in_threadpool(there)
    name = tep.filename or "tệp Excel"
    try:
        found = await workers_of(request).run(brought, one.version.data, await tep.read(), name)
    except VanthuError as error:
        told = [(unmarked(p.place), unmarked(p.what), unmarked(p.fix)) for p in error.problems]
        return page(request, "ho_so/refused.html", who, status=422, heading=f"Đọc từ {name}", told=told)
    return page(
        request, "ho_so/brought.html", who, held=one, found=found, book=name, handed_in=handed_in, part="",
        root=root_of(who.agency.id, dossier_id),
    )  # fmt: skip


@router.post("/{dossier_id:int}/dua-vao")
def bring(
    request: Request,
    who: Writer,
    dossier_id: int,
    ban: Annotated[int, Form()],
    du_lieu: Annotated[str, Form()],
    phan: Annotated[list[str], Form()] = [],  # noqa: B006
    tep: Annotated[str, Form()] = "",
) -> Response:
    """The chosen parts of the workbook that was looked at, as a new version upon the one it was held against."""
    root = root_of(who.agency.id, dossier_id)
    try:
        given = json.loads(du_lieu)
        taken = {key: given.get(key) for key in phan}
        text_of(taken)
    except (ValueError, AttributeError, RecursionError):
        raise HTTPException(422, "không đọc được nội dung vừa gửi; hãy chọn lại tệp Excel") from None
    if not taken:
        return go(f"{root}/co-quan", "Chưa chọn phần nào: hồ sơ không có gì thay đổi.")

    def saved() -> Saved:
        store = store_of(request)
        with store.read() as database:
            on = held(database, who.agency.id, dossier_id, ban)
        was = values_of(on.version.data)
        mine = {key: value for key, value in (was | taken).items() if value is not None}
        note = f"đưa vào từ {tep}"[:500]
        return save(store, on.dossier, on.version.number, was, mine, who.user.id, note)

    done = saved()
    said = f"Đã đưa vào từ {tep[:100]}, thành bản {done.version.number}."
    if done.clashes:
        said += f" {len(done.clashes)} chỗ người khác vừa sửa được giữ của họ; của tệp còn ở «Các bản đã lưu»."
    return go(f"{root}/{part_of((phan[0],))}", said)
