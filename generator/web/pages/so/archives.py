"""Files (hồ sơ lưu): their list, one with its documents in order, out as a zip with XML and PDFs."""

from __future__ import annotations

from datetime import date
from typing import Any

from fastapi import HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from generator.errors import VanthuError
from generator.service.register.keeping import file_zip
from generator.store import blobs
from generator.store.models import Archive, Blob, Entry, Role
from generator.store.register import archives, entries
from generator.web.context import Visitor, store_of
from generator.web.pages.boxes import Boxes
from generator.web.pages.drawing import page
from generator.web.pages.so.common import YEARS, Keeping, Seeing, Typed, data_of, file_code, root_of, router, today
from generator.web.pages.trinh_duyet.routes import download


def _file(session: Session, who: Visitor, archive_id: int) -> Archive:
    archive = archives.get(session, who.agency.id, archive_id)
    if archive is None:
        raise HTTPException(404, "không có hồ sơ này")
    return archive


@router.get("/ho-so-luu")
def files(request: Request, who: Seeing) -> Response:
    """The files of the agency."""
    return _files(request, who)


def _files(request: Request, who: Visitor, boxes: Boxes | None = None) -> Response:
    with store_of(request).read() as session:
        found = archives.of_agency(session, who.agency.id)
    return page(
        request,
        "so/ho_so_luu.html",
        who,
        status=409 if boxes else 200,
        root=root_of(who),
        files=found,
        keeps=Role.CLERK in who.roles,
        typed=boxes.typed if boxes else {"nam": str(today().year)},
        wrong=boxes.wrong if boxes else {},
    )


@router.post("/ho-so-luu")
def create(
    request: Request, who: Keeping, nam: Typed = "", ky_hieu: Typed = "", tieu_de: Typed = "", thoi_han: Typed = ""
) -> Response:
    """A new file."""
    boxes = Boxes(nam=nam, ky_hieu=ky_hieu, tieu_de=tieu_de, thoi_han=thoi_han)
    year = boxes.number("nam", "năm", 1945, YEARS[-1])
    notation = boxes.text("ky_hieu", "số, ký hiệu", 20)
    title = boxes.text("tieu_de", "tiêu đề", 500)
    maintenance = boxes.text("thoi_han", "thời hạn bảo quản", 30, must=False)
    further = {"maintenance": maintenance, "creator": who.user.full_name}
    try:
        boxes.done()
        with store_of(request).begin() as session:
            made = archives.create(
                session, who.agency.id, who.user.id, catalog=year, notation=notation, title=title, **further
            )
    except VanthuError as error:
        return _files(request, who, boxes.told(error, "ky_hieu"))
    return RedirectResponse(f"{root_of(who)}/ho-so-luu/{made.id}", 303)


@router.get("/ho-so-luu/{archive_id}")
def one(request: Request, who: Seeing, archive_id: int) -> Response:
    """A file with its documents in order."""
    with store_of(request).read() as session:
        archive = _file(session, who, archive_id)
        items = archives.items(session, archive)
    return page(
        request,
        "so/mot_ho_so.html",
        who,
        root=root_of(who),
        file=archive,
        code=file_code(who.agency, archive),
        items=[(item.ordinal, entry, entries.code(entry)) for item, entry in items],
        keeps=Role.CLERK in who.roles,
    )


@router.post("/ho-so-luu/{archive_id}/khoa")
def lock(request: Request, who: Keeping, archive_id: int, khoa: Typed = "") -> Response:
    """A file locked, or opened again."""
    with store_of(request).begin() as session:
        _file(session, who, archive_id)
        archives.lock(session, who.agency.id, who.user.id, archive_id, locked=bool(khoa))
    return RedirectResponse(f"{root_of(who)}/ho-so-luu/{archive_id}", 303)


@router.get("/ho-so-luu/{archive_id}/xuat")
def out(request: Request, who: Seeing, archive_id: int) -> Response:
    """The file as a zip, its documents in order of time."""
    store = store_of(request)
    with store.read() as session:
        archive = _file(session, who, archive_id)
        items = sorted(archives.items(session, archive), key=lambda pair: (pair[1].day or date.min, pair[1].number))
        became = entries.told_fates(session, [entry for _, entry in items])
        kinds = {blob.sha: blob.media_type for blob in session.query(Blob).filter(Blob.sha.in_(_shas(items)))}
    documents = [data_of(who.agency, entry, archive, item, became.get(entry.id, ())) for item, entry in items]
    pdfs = [
        (
            f"{item.ordinal:03d}-{entries.code(entry).replace('/', '-')}{blobs.SUFFIXES[kinds[entry.pdf_sha]]}",
            blobs.read(store.files, entry.pdf_sha),
        )
        for item, entry in items
        if entry.pdf_sha
    ]
    days = [entry.day for _, entry in items if entry.day]
    kept: dict[str, Any] = {
        "FileCode": file_code(who.agency, archive),
        "Title": archive.title,
        "Maintenance": archive.maintenance,
        "Rights": archive.rights,
        "Creator": archive.creator,
        "Language": archive.language,
        "StartDate": f"{min(days):%d/%m/%Y}" if days else None,
        "EndDate": f"{max(days):%d/%m/%Y}" if days else None,
        "DocTotal": len(items),
        "PageTotal": sum(entry.pages or 0 for _, entry in items),
        "Description": archive.description,
    }
    name = f"ho-so-{file_code(who.agency, archive)}.zip".replace("/", "-")
    return download(file_zip(kept, documents, pdfs), "application/zip", name)


def _shas(items: list[tuple[Any, Entry]]) -> list[str]:
    return [entry.pdf_sha for _, entry in items if entry.pdf_sha]
