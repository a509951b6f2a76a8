"""Work on documents that came with the request: made, converted, judged, read back. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from generator.law.form.profiles import Asked
from generator.media_types import DOCX, JSON, PDF, XLSX, ZIP
from generator.store import forms
from generator.store.models import Scope
from generator.web.api import jobs, work
from generator.web.api.answers import AuditsAnswer, CheckAnswer, ReadAnswer, StartedAnswer
from generator.web.api.describing import DOSSIERS, FILES, TEXTS, body, content, told
from generator.web.api.idempotency import once
from generator.web.api.problems import refused
from generator.web.api.tokens import Caller, scoped
from generator.web.context import store_of
from generator.web.uploads import UploadError, uploaded
from generator.web.workers import run_for

router = APIRouter(tags=["văn bản"])
Maker = Annotated[Caller, scoped(Scope.MAKE)]
Checker = Annotated[Caller, scoped(Scope.CHECK)]
Reader = Annotated[Caller, scoped(Scope.READ_BACK)]
_Day = Annotated[date | None, Query(description="Xét hiệu lực căn cứ vào ngày này; mặc định ngày ghi trên văn bản")]


async def _fulfil(
    request: Request,
    who: Caller,
    kind: str,
    taken: tuple[frozenset[str], str],
    task: Callable[..., work.Made],
    *options: Any,
    several: bool = False,
) -> Response:
    """Reads what was sent and has the task done with it: now, or as a job where that is preferred."""
    settings = request.app.state.settings
    try:
        given = await uploaded(request, settings.upload, *taken)
    except UploadError as error:
        raise refused(error.status, error.what, error.fix) from None
    if not several and len(given.files) > 1:
        raise refused(400, f"gửi {len(given.files)} tệp, địa chỉ này nhận một tệp mỗi lần", "gửi riêng từng tệp", "tep")

    async def answered() -> Response:
        if "respond-async" in request.headers.get("Prefer", ""):
            return await jobs.start(request, who, kind, task, (given.files, *options))
        made = await run_for(request, task, given.files, *options, seconds=settings.seconds)
        return Response(made.data, 200, made.http_headers())

    return await once(request, who, given.digest, answered)


@router.post(
    "/render",
    summary="Lập văn bản từ một hồ sơ",
    openapi_extra=body(DOSSIERS, "Hồ sơ JSON (khóa như lệnh vanthu schema) hoặc bảng tính Excel"),
    responses=told(content(ZIP, DOCX, PDF), StartedAnswer),
    response_class=Response,
)
async def render(
    request: Request,
    who: Maker,
    dinh_dang: Annotated[
        Literal["zip", "docx", "pdf"], Query(description="zip: mọi văn bản, DOCX và PDF, kèm nhan-xet.json")
    ] = "zip",
    van_ban: Annotated[list[str] | None, Query(description="Chỉ văn bản tên này; ghi được nhiều lần")] = None,
    van_tao: Annotated[
        bool, Query(description="Vẫn lập văn bản đã có số, ngày mà còn lỗi; lỗi ghi vào thuộc tính của tệp")
    ] = False,
    dinh_kem: Annotated[bool, Query(description="Đính kèm tệp Word và hồ sơ vào PDF (PDF/A-3a)")] = False,
    so_lieu: Annotated[bool, Query(description="Kèm bảng tính nguồn số liệu của báo cáo")] = False,
) -> Response:
    """Như `vanthu render`.

    Văn bản ghi `mau` thì lập bằng mẫu Word ấy của cơ quan (Quản trị → Mẫu Word).

    Văn bản chính thức còn lỗi thì không lập (422, ten_ma_thoat FINDINGS). Số lỗi, cảnh báo còn lại của bản đã lập ở
    hai dòng đầu X-So-Loi, X-So-Canh-Bao.
    """
    own = await run_in_threadpool(_forms, request, who)
    options = (dinh_dang, tuple(van_ban or ()), van_tao, dinh_kem, so_lieu, own)
    return await _fulfil(request, who, "render", (DOSSIERS, "ho-so"), work.render, *options)


def _forms(request: Request, who: Caller) -> dict[str, bytes]:
    store = store_of(request)
    with store.read() as session:
        return forms.files_in_use(store, session, who.agency_id)


@router.post(
    "/pdf",
    summary="Chuyển tệp Word sang PDF/A",
    openapi_extra=body(FILES, "Tệp .docx; nhiều tệp thì trả về zip"),
    responses=told(content(PDF, ZIP), StartedAnswer),
    response_class=Response,
)
async def pdf(
    request: Request,
    who: Maker,
    dong_nhu_word: Annotated[bool, Query(description="Ngắt dòng đoạn căn đều như Word 2013 trở lên")] = False,
) -> Response:
    """Như `vanthu pdf`."""
    return await _fulfil(request, who, "pdf", (FILES, "tep.docx"), work.pdf, dong_nhu_word, several=True)


@router.post(
    "/check",
    summary="Kiểm tra tệp Word theo Nghị định 30/2020/NĐ-CP",
    openapi_extra=body(FILES, "Tệp .docx của bất kỳ ai; json, sarif nhận nhiều tệp"),
    responses=told(content(work.SARIF, "text/html", DOCX, model=CheckAnswer), StartedAnswer),
    response_class=Response,
)
async def check(
    request: Request,
    who: Checker,
    dinh_dang: Annotated[
        Literal["json", "sarif", "html", "chu_thich", "ban_sua"],
        Query(description="chu_thich: bản sao có chú thích Word; ban_sua: bản sao đã sửa chỗ sửa được an toàn"),
    ] = "json",
    co_quan: Annotated[
        Literal["ubnd", "chuyen-mon", "dang", "doan-the", "khac"] | None, Query(description="Ai ban hành")
    ] = None,
    hinh_thuc: Annotated[Literal["giay", "dien-tu"] | None, Query(description="Văn bản giấy hay điện tử")] = None,
    trang_thai: Annotated[Literal["du-thao", "chinh-thuc"] | None, Query(description="Xét như bản nào")] = None,
    ngay: _Day = None,
    dan_trang: Annotated[bool, Query(description="Dàn trang để biết số trang; bỏ thì nhanh hơn")] = True,
    theo_doi: Annotated[bool, Query(description="ban_sua: sửa có theo dõi thay đổi (Track Changes)")] = True,
) -> Response:
    """Như `vanthu check`: tệp có lỗi vẫn trả 200, lỗi nằm trong nhan_xet; 422 là không đọc được tệp."""
    options = (dinh_dang, Asked(co_quan, hinh_thuc, trang_thai), ngay, dan_trang, theo_doi)
    return await _fulfil(request, who, "check", (FILES, "tep.docx"), work.check, *options, several=True)


@router.post(
    "/bases/audit",
    summary="Xét căn cứ pháp lý",
    openapi_extra=body(TEXTS, "Hồ sơ JSON hoặc bảng tính, tệp .docx, hoặc văn bản thuần UTF-8"),
    responses=told(content(model=AuditsAnswer), StartedAnswer),
    response_class=Response,
)
async def audit(request: Request, who: Checker, ngay: _Day = None) -> Response:
    """Như `vanthu bases audit`. Tên tệp (đuôi .json, .xlsx, .docx, .txt) nói đó là gì."""
    kind = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return await _fulfil(request, who, "bases/audit", (TEXTS, _NAMES.get(kind, "van-ban.txt")), work.audit, ngay)


_NAMES = {
    JSON: "ho-so.json",
    XLSX: "ho-so.xlsx",
    DOCX: "van-ban.docx",
    "application/octet-stream": "van-ban.docx",
}


@router.post(
    "/template/check",
    summary="Kiểm tra mẫu Word của cơ quan",
    openapi_extra=body(FILES, "Mẫu .docx có thẻ {{ … }}"),
    responses=told(content(model=CheckAnswer), StartedAnswer),
    response_class=Response,
)
async def template(
    request: Request,
    who: Checker,
    loai: Annotated[str, Query(description="Mẫu của loại văn bản nào, ví dụ: quyết định", max_length=100)] = "",
) -> Response:
    """Như `vanthu template check`."""
    taken = FILES, "mau.docx"
    return await _fulfil(request, who, "template/check", taken, work.template, loai, several=True)


@router.post(
    "/read",
    summary="Đọc lại văn bản đã ban hành thành hồ sơ",
    openapi_extra=body(FILES, "Văn bản .docx của một cơ quan, phụ lục ở tệp riêng gửi kèm"),
    responses=told(content(model=ReadAnswer), StartedAnswer),
    response_class=Response,
)
async def read(request: Request, who: Reader) -> Response:
    """Như `vanthu read`: từng giá trị kèm nơi đọc được và mức chắc chắn."""
    return await _fulfil(request, who, "read", (FILES, "van-ban.docx"), work.read, several=True)
