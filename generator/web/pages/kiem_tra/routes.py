"""The page's addresses."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Path, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse

from generator.errors import Problem, VanthuError
from generator.findings import Level
from generator.law.form.profiles import Asked
from generator.service.checking.sheets import Sheet
from generator.web.api import work as copies
from generator.web.context import Visiting, Visitor
from generator.web.names import attachment
from generator.web.pages.drawing import page
from generator.web.pages.kiem_tra.keeping import Kept
from generator.web.pages.kiem_tra.work import look
from generator.web.uploads import files_of
from generator.web.workers import BusyError, run_for

router = APIRouter(prefix="/co-quan/{agency_id}/kiem-tra", tags=["kiểm tra"])
Key = Annotated[str, Path(pattern="^[0-9a-f]{32}$")]
CHOICES = {
    "co_quan": (
        "Cơ quan ban hành",
        {
            "ubnd": "Ủy ban nhân dân", "chuyen-mon": "Cơ quan chuyên môn", "dang": "Cơ quan Đảng",
            "doan-the": "Đoàn thể", "khac": "Cơ quan khác",
        },
    ),
    "hinh_thuc": ("Hình thức", {"giay": "Văn bản giấy", "dien-tu": "Văn bản điện tử"}),
    "trang_thai": ("Trạng thái", {"du-thao": "Bản dự thảo", "chinh-thuc": "Bản chính thức"}),
}  # fmt: skip
"""How the file is to be judged, where what it shows of itself is not meant: the field, its title, its values."""


def _kept(request: Request) -> Kept:
    kept: Kept = request.app.state.checked
    return kept


def _owner(who: Visitor) -> tuple[int, int]:
    return who.user.id, who.agency.id


@router.get("")
def empty(request: Request, who: Visiting) -> HTMLResponse:
    """The page before a file is chosen."""
    return _form(request, who)


@router.post("")
async def check(request: Request, who: Visiting) -> Response:
    """The file judged; on to its page, or back with why it cannot be read."""
    form = await request.form()
    files = await files_of(form)
    asked = {name: str(form.get(name, "")) for name in CHOICES}
    asked = {name: value for name, value in asked.items() if value in CHOICES[name][1]}
    settings = request.app.state.settings
    if not files or not files[0][1]:
        return _form(request, who, [Problem("", "chưa chọn tệp", "bấm «Chọn tệp Word», hoặc kéo tệp vào khung")], asked)
    name, docx = files[0]
    if len(docx) > settings.upload:
        size = f"tệp lớn quá {settings.upload // 1_000_000} MB"
        return _form(request, who, [Problem(name, size, "giảm kích thước hình rồi lưu lại")], asked, 413)
    try:
        shown, pictures = await run_for(request, look, name, docx, _asked(asked), seconds=settings.seconds)
    except BusyError as error:
        answer = _form(request, who, error.problems, asked, 503)
        answer.headers["Retry-After"] = str(error.again)
        return answer
    except VanthuError as error:
        told = [Problem(f"{name}, {one.place}" if one.place else name, one.what, one.fix) for one in error.problems]
        return _form(request, who, told, asked)
    key = await run_in_threadpool(_kept(request).put, _owner(who), (name, asked), docx, shown, pictures)
    return RedirectResponse(f"/co-quan/{who.agency.id}/kiem-tra/{key}", 303)


def _asked(chosen: dict[str, str]) -> Asked:
    return Asked(chosen.get("co_quan"), chosen.get("hinh_thuc"), chosen.get("trang_thai"))  # type: ignore[arg-type]


def _form(
    request: Request,
    who: Visitor,
    problems: list[Problem] | None = None,
    asked: dict[str, str] | None = None,
    status: int = 200,
) -> HTMLResponse:
    status = 422 if problems and status == 200 else status
    return page(
        request, "kiem_tra.html", who, status=status, problems=problems or (), asked=asked or {}, choices=CHOICES,
        most=request.app.state.settings.upload // 1_000_000,
    )  # fmt: skip


def _found(request: Request, who: Visitor, key: str) -> tuple[str, dict[str, str], Sheet]:
    found = _kept(request).get(_owner(who), key)
    if found is None:
        raise HTTPException(404, "kết quả kiểm tra không còn (giữ một giờ); kiểm tra lại tệp")
    (name, asked), shown = found
    return name, asked, shown


@router.get("/{key}")
def result(request: Request, who: Visiting, key: Key) -> HTMLResponse:
    """The pages with marks, the findings beside them."""
    _, asked, sheet = _found(request, who, key)
    return page(
        request, "kiem_tra_ket_qua.html", who, sheet=sheet, key=key, chosen=_said(asked),
        leaves=[(leaf, list(noted)) for leaf, noted in groupby(sheet.noted, key=lambda one: one.leaf)],
        totals=[(level.label, sheet.count(level)) for level in (Level.ERROR, Level.WARNING, Level.NOTE)],
    )  # fmt: skip


def _said(asked: dict[str, str]) -> list[str]:
    return [CHOICES[name][1][value] for name, value in asked.items()]


@router.get("/{key}/trang/{number}.png")
def picture(request: Request, who: Visiting, key: Key, number: Annotated[int, Path(ge=1, le=9999)]) -> Response:
    """One page as a picture."""
    _found(request, who, key)
    data = _kept(request).file(key, f"{number}.png")
    if data is None:
        raise HTTPException(404, "không có trang này")
    return Response(data, 200, {"Cache-Control": "private, max-age=3600"}, "image/png")


@router.get("/{key}/tep/{kind}")
async def copy(request: Request, who: Visiting, key: Key, kind: Literal["chu_thich", "ban_sua", "html"]) -> Response:
    """The file with comments, or with what is safe put right, or the whole result as one page to keep."""
    name, asked, _ = _found(request, who, key)
    docx = _kept(request).file(key, "docx") or b""
    given = [(name, docx)]
    seconds = request.app.state.settings.seconds
    made = await run_for(request, copies.check, given, kind, _asked(asked), None, True, True, seconds=seconds)
    headers = made.http_headers()
    if kind == "html":
        headers["Content-Disposition"] = attachment(f"{name.rpartition('.')[0] or name}.kiem-tra.html")
    return Response(made.data, 200, headers)
