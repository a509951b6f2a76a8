"""The dossiers of the token's agency: listed, read, and saved upon the version one has seen."""

from __future__ import annotations

import json
import re
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from generator.errors import Problem
from generator.patterns import late
from generator.records import record
from generator.store import acts, dossiers
from generator.store.engine import Store
from generator.store.models import Dossier, DossierVersion, Scope
from generator.web.api import work
from generator.web.api.answers import DossiersAnswer, SavedAnswer
from generator.web.api.describing import refusals, told_of
from generator.web.api.idempotency import once
from generator.web.api.problems import Refusal, items, refused
from generator.web.api.tokens import Caller, scoped
from generator.web.context import store_of
from generator.web.uploads import UploadError, uploaded
from generator.web.workers import run_for

router = APIRouter(prefix="/dossiers", tags=["hồ sơ"])
Seeing = Annotated[Caller, scoped(Scope.SEE_DOSSIERS)]
Saving = Annotated[Caller, scoped(Scope.SAVE_DOSSIERS)]
Number = Annotated[int, Path(description="Mã của hồ sơ", ge=1, le=2**31 - 1)]
_JSON = frozenset(("application/json",))
_TAG = late(r'"?(\d{1,9})"?', re.ASCII)


@router.get("", summary="Các hồ sơ của cơ quan", response_model=DossiersAnswer, responses=refusals(401, 403, 429))
def listed(request: Request, who: Seeing) -> dict[str, Any]:
    """The dossiers of the agency, the newest year first."""
    with store_of(request).read() as database:
        found = dossiers.of_agency(database, who.agency_id)
    return {"ho_so": [_told(one) for one in found]}


def _told(dossier: Dossier) -> dict[str, Any]:
    return {
        "ma": dossier.id, "ten": dossier.name, "nam": dossier.year, "ban": dossier.head,
        "khoa": dossier.closed is not None,
    }  # fmt: skip


@router.get(
    "/{number}",
    summary="Một hồ sơ",
    response_class=Response,
    responses=told_of("Hồ sơ JSON; ETag là số của bản", "application/json"),
)
def one(
    request: Request,
    number: Number,
    who: Seeing,
    ban: Annotated[int | None, Query(description="Bản số mấy; mặc định bản mới nhất", ge=1, le=2**31 - 1)] = None,
) -> Response:
    """The values of a dossier, with the number of the version as ETag."""
    with store_of(request).read() as database:
        found = dossiers.with_version(database, who.agency_id, number, ban)
    if found is None:
        raise refused(404, "cơ quan không có hồ sơ hoặc bản này", "xem danh sách ở /api/v1/dossiers", "ma")
    return Response(found[1].data, 200, {"ETag": f'"{found[1].number}"'}, "application/json")


@record(frozen=True)
class _Save:
    number: int
    base: int
    data: str


@router.put(
    "/{number}",
    summary="Ghi bản mới của hồ sơ",
    response_model=SavedAnswer,
    responses=refusals(400, 401, 403, 404, 408, 409, 412, 413, 415, 422, 428, 429, 503),
    openapi_extra={
        "requestBody": {"required": True, "content": {"application/json": {"schema": {"type": "object"}}}},
        "parameters": [
            {
                "name": "If-Match", "in": "header", "required": True, "schema": {"type": "string"},
                "description": "ETag của bản đã xem; có bản mới hơn thì trả 412, không ghi đè", "example": '"7"',
            }
        ],
    },
)  # fmt: skip
async def save(request: Request, number: Number, who: Saving) -> Response:
    """Saves the dossier upon the version that If-Match names; what is still wrong with it is told beside."""
    base = _seen(request.headers.get("If-Match"))
    settings = request.app.state.settings
    try:
        given = await uploaded(request, settings.upload, _JSON, "ho-so.json")
    except UploadError as error:
        raise refused(error.status, error.what, error.fix) from None
    raw = given.files[0][1]

    async def answered() -> Response:
        wrong = await run_for(request, work.problems_of, raw, seconds=settings.seconds, short=True)
        asked = _Save(number, base, raw.decode("utf-8-sig"))
        saved = await run_in_threadpool(_save, store_of(request), who, asked)
        body = json.dumps({"ban": saved.number, "con_sai": items(wrong)}, ensure_ascii=False)
        return Response(body, 200, {"ETag": f'"{saved.number}"'}, "application/json")

    return await once(request, who, f"{base} {given.digest}", answered)


def _seen(header: str | None) -> int:
    if header is None:
        raise refused(428, "chưa nói đã xem bản nào", "gửi If-Match là ETag nhận được khi đọc hồ sơ", "If-Match")
    found = _TAG.fullmatch(header.strip())
    if found is None:
        raise refused(400, "không phải số của một bản", 'gửi đúng ETag đã nhận, ví dụ: "7"', "If-Match")
    return int(found[1])


def _save(store: Store, who: Caller, asked: _Save) -> DossierVersion:
    with store.begin() as database:
        if dossiers.get(database, who.agency_id, asked.number) is None:
            raise refused(404, "cơ quan không có hồ sơ này", "xem danh sách ở /api/v1/dossiers", "ma")
        try:
            note = "qua dịch vụ HTTP"
            saved = dossiers.save(database, who.agency_id, asked.number, asked.base, asked.data, who.user_id, note)
        except dossiers.Conflict as error:
            fix = "đọc lại hồ sơ, gộp thay đổi rồi gửi với ETag mới"
            what = f"bản mới nhất là {error.newer.number}, không phải {asked.base}"
            raise Refusal(412, Problem("If-Match", what, fix)) from None
        acts.log(database, who.user_id, who.agency_id, "lưu hồ sơ", f"hồ sơ {asked.number}", ban=saved.number)
        return saved
