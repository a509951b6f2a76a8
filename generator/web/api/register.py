"""The register of outgoing documents of the token's agency: searched, one line, its files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request, Response
from sqlalchemy.orm import Session

from generator.media_types import DOCX, PDF
from generator.store import blobs
from generator.store.models import Entry, Scope
from generator.store.register import entries, listing
from generator.store.register.entries import Fate
from generator.store.register.listing import Search
from generator.web.api.answers import EntryAnswer, RegisterAnswer
from generator.web.api.describing import refusals, told_of
from generator.web.api.problems import refused
from generator.web.api.tokens import Caller, scoped
from generator.web.context import store_of
from generator.web.names import attachment, clean_name

router = APIRouter(prefix="/register", tags=["sổ văn bản đi"])
Seeing = Annotated[Caller, scoped(Scope.SEE_REGISTER)]
Number = Annotated[int, Path(description="Mã của dòng (không phải số văn bản)", ge=1, le=2**31 - 1)]


@router.get("", summary="Tìm trong sổ", response_model=RegisterAnswer, responses=refusals(400, 401, 403, 429))
def search(
    request: Request,
    who: Seeing,
    nam: Annotated[int | None, Query(description="Sổ của năm này", ge=1945, le=9999)] = None,
    tim: Annotated[
        str, Query(description="Tìm trong mọi trường và nội dung văn bản, có dấu hoặc không", max_length=200)
    ] = "",
    loai: Annotated[str, Query(description="Tên loại văn bản", max_length=100)] = "",
    trang_thai: Literal["giu_cho", "dang_cap", "da_cap", "huy"] | None = None,
    bo_qua: Annotated[int, Query(description="Bỏ qua bao nhiêu dòng đầu", ge=0, le=1_000_000)] = 0,
    nhieu_nhat: Annotated[int, Query(ge=1, le=500)] = 100,
) -> dict[str, Any]:
    """The lines that hold every word asked for, the newest number first."""
    asked = Search(year=nam, words=tim, type_name=loai, state=trang_thai or "")
    with store_of(request).read() as database:
        total, found = listing.newest(database, who.agency_id, asked, bo_qua, nhieu_nhat)
        became = entries.fates(database, found)
    return {"tong": total, "dong": [_told(entry, became.get(entry.id, ())) for entry in found]}


def _told(entry: Entry, became: Sequence[Fate]) -> dict[str, Any]:
    files = {
        name: f"/api/v1/register/{entry.id}/files/{name}"
        for name, sha in (("docx", entry.docx_sha), ("pdf", entry.pdf_sha))
        if sha
    }
    return {
        "ma": entry.id, "so": entries.code(entry), "trang_thai": entry.state,
        "ngay": entry.day.isoformat() if entry.day else None, "ten_loai": entry.type_name, "trich_yeu": entry.subject,
        "nguoi_ky": entry.signer, "chuc_vu": entry.position, "noi_nhan": entry.recipients, "noi_luu": entry.keeper,
        "so_ban": entry.copies, "ngay_gui": entry.sent.isoformat() if entry.sent else None,
        "nguoi_nhan": entry.received_by, "ghi_chu": entry.note, "so_trang": entry.pages, "ly_do": entry.reason,
        "tep": files, "da_bi": [_told_of(fate) for fate in became],
    }  # fmt: skip


def _told_of(fate: Fate) -> dict[str, Any]:
    by = fate.by and {"ma": fate.by.id, "so": entries.code(fate.by), "ten_loai": fate.by.type_name}
    return {"viec": fate.code, "ngay": fate.day.isoformat(), "ly_do": fate.reason, "bang": by}


def _of(database: Session, who: Caller, number: int) -> Entry:
    entry = entries.get(database, who.agency_id, number)
    if entry is None:
        raise refused(404, "sổ của cơ quan không có dòng này", "tìm ở /api/v1/register", "ma")
    return entry


@router.get("/{number}", summary="Một dòng của sổ", response_model=EntryAnswer, responses=refusals(401, 403, 404, 429))
def one(request: Request, number: Number, who: Seeing) -> dict[str, Any]:
    """One line."""
    with store_of(request).read() as database:
        entry = _of(database, who, number)
        return _told(entry, entries.fates(database, [entry]).get(entry.id, ()))


@router.get(
    "/{number}/files/{kind}",
    summary="Tệp của văn bản đã ban hành",
    response_class=Response,
    responses=told_of("Tệp", DOCX, PDF),
)
def file(request: Request, number: Number, kind: Literal["docx", "pdf"], who: Seeing) -> Response:
    """The bytes that were issued."""
    with store_of(request).read() as database:
        entry = _of(database, who, number)
    sha = entry.docx_sha if kind == "docx" else entry.pdf_sha
    if sha is None:
        raise refused(404, f"dòng này không có tệp {kind}", "xem trường tep của dòng", "tep")
    name = clean_name(f"{entries.code(entry).replace('/', '-')}.{kind}", f"van-ban.{kind}")
    headers = {"Content-Disposition": attachment(name), "ETag": f'"{sha}"'}
    return Response(blobs.read(store_of(request).files, sha), 200, headers, DOCX if kind == "docx" else PDF)
