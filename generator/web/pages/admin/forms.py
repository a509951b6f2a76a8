"""The agency's own Word forms: uploaded, checked, kept in versions; one with errors is kept and not used."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from pathlib import PurePath
from typing import Annotated

from fastapi import APIRouter, File, HTTPException, Request, Response, UploadFile
from fastapi.concurrency import run_in_threadpool

from generator.errors import ConversionError, Problem, UsageError
from generator.media_types import DOCX, YAML
from generator.service.forms.uploaded import KINDS, check_uploaded
from generator.store import acts, blobs, forms
from generator.store.models import OwnForm, User
from generator.store.models.base import now
from generator.web.context import Visitor, store_of, workers_of
from generator.web.names import attachment
from generator.web.pages.admin.rooms import Admin, Typed, by_field, room, root_of
from generator.web.pages.drawing import go

router = APIRouter()
_LONGEST = 150


@router.get("/mau")
def listed(request: Request, who: Admin) -> Response:
    """Every form with its versions; the form that uploads one."""
    return _drawn(request, who)


@router.post("/mau")
async def upload(
    request: Request,
    who: Admin,
    docx: Annotated[UploadFile | None, File()] = None,
    sheet: Annotated[UploadFile | None, File()] = None,
    meant: Typed = "",
) -> Response:
    """Checks a form and keeps it with what the check said."""
    name, problems = _name(docx)
    if meant and meant not in KINDS:
        problems.append(Problem("meant", "không có loại văn bản này", "chọn một loại trong danh sách"))
    data = await docx.read() if docx is not None else b""
    declared = await sheet.read() if sheet is not None and sheet.filename else None
    report: dict[str, object] = {}
    if not problems:
        try:
            report = await workers_of(request).run(check_uploaded, name, data, declared, meant)
        except (ConversionError, UsageError) as error:
            problems = [Problem("docx", one.what, one.fix) for one in error.problems]
    if problems:
        return await run_in_threadpool(
            _drawn, request, who, status=422, typed={"meant": meant}, wrong=by_field(problems)
        )
    form = await run_in_threadpool(_keep, request, who, name, data, declared, meant, report)
    said = "Mẫu dùng được." if form.sound else "Mẫu còn lỗi: đã lưu để xem lại, chưa dùng để in văn bản."
    return go(f"{root_of(who)}/mau/{form.id}", said)


@router.get("/mau/{form_id}")
def report(request: Request, who: Admin, form_id: int) -> Response:
    """What the check said of a version."""
    with store_of(request).read() as database:
        form = _of(forms.get(database, who.agency.id, form_id))
        author = database.get_one(User, form.author_id).full_name
    return room(request, "form", who, form=form, author=author)


@router.get("/mau/{form_id}/tep")
def download(request: Request, who: Admin, form_id: int) -> Response:
    """The Word file of a version, as it was uploaded."""
    store = store_of(request)
    with store.read() as database:
        form = _of(forms.get(database, who.agency.id, form_id))
    data = blobs.read(store.files, form.sha)
    return Response(data, media_type=DOCX, headers={"Content-Disposition": attachment(form.name)})


@router.post("/mau/{form_id}/ngung")
def retire(request: Request, who: Admin, form_id: int) -> Response:
    """Takes the form of this version out of use, with all its versions."""
    with store_of(request).begin() as database:
        form = _of(forms.get(database, who.agency.id, form_id))
        forms.retire(database, who.agency.id, form.name)
        acts.log(database, who.user.id, who.agency.id, "ngừng dùng mẫu", form.name)
    return go(f"{root_of(who)}/mau", f"Đã ngừng dùng mẫu {form.name}.")


def _keep(
    request: Request,
    who: Visitor,
    name: str,
    data: bytes,
    declared: bytes | None,
    meant: str,
    report: dict[str, object],
) -> OwnForm:
    store = store_of(request)
    with store.begin() as database:
        form = OwnForm(
            agency_id=who.agency.id,
            name=name,
            sha=blobs.keep(store, database, data, DOCX),
            sheet_sha=blobs.keep(store, database, declared, YAML) if declared is not None else None,
            meant=meant,
            report=report,
            sound=bool(report["dung_duoc"]),
            author_id=who.user.id,
            at=now(),
        )
        database.add(form)
        acts.log(database, who.user.id, who.agency.id, "tải mẫu lên", name, dung_duoc=form.sound, bam=form.sha)
        database.flush()
    return form


def _name(docx: UploadFile | None) -> tuple[str, list[Problem]]:
    """The file's name without folders, and what is wrong with it."""
    given = (docx.filename or "") if docx is not None else ""
    name = unicodedata.normalize("NFC", PurePath(given.replace("\\", "/")).name)
    if not name:
        return "", [Problem("docx", "chưa chọn tệp mẫu", "chọn một tệp Word (.docx)")]
    if PurePath(name).suffix.lower() not in (".docx", ".dotx"):
        return name, [Problem("docx", "không phải tệp Word .docx", "mở bằng Word, lưu thành .docx rồi tải lên lại")]
    if len(name.encode()) > _LONGEST or not name.isprintable() or name.startswith("."):
        return name, [Problem("docx", "tên tệp quá dài hoặc có ký tự lạ", "đổi tên tệp ngắn gọn rồi tải lên lại")]
    return name, []


def _of(form: OwnForm | None) -> OwnForm:
    if form is None:
        raise HTTPException(404)
    return form


def _drawn(request: Request, who: Visitor, *, status: int = 200, **values: object) -> Response:
    with store_of(request).read() as database:
        found = forms.versions(database, who.agency.id)
        used = {form.id for form in forms.in_use(database, who.agency.id).values()}
    groups = [(name, list(ones)) for name, ones in groupby(found, lambda form: form.name)]
    filled: dict[str, object] = {"groups": groups, "used": used, "kinds": KINDS, "typed": {}}
    return room(request, "forms", who, status=status, **(filled | values))
