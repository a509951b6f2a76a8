"""One line of the register: what it holds, what a clerk completes, its number cancelled, put into files, its PDF."""

from __future__ import annotations

from fastapi import HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from generator.errors import VanthuError
from generator.service.register.book import COLUMNS
from generator.store import blobs
from generator.store.models import Blob, Entry, EntryState, Role, User
from generator.store.register import archives, entries
from generator.web.context import Visitor, store_of
from generator.web.pages.boxes import Boxes
from generator.web.pages.drawing import page
from generator.web.pages.so.common import Keeping, Seeing, Typed, root_of, router, told
from generator.web.pages.telling import moment
from generator.web.pages.trinh_duyet.routes import download


def _line(session: Session, who: Visitor, entry_id: int) -> Entry:
    entry = entries.get(session, who.agency.id, entry_id)
    if entry is None:
        raise HTTPException(404, "không có số này trong sổ")
    return entry


@router.get("/dong/{entry_id}")
def line(request: Request, who: Seeing, entry_id: int) -> Response:
    """The line of the number."""
    return _shown(request, who, entry_id)


def _shown(request: Request, who: Visitor, entry_id: int, boxes: Boxes | None = None) -> Response:
    with store_of(request).read() as session:
        entry = _line(session, who, entry_id)
        maker = session.get(User, entry.made_by_id)
        twins = [entries.code(one) for one in entries.twins(session, entry)]
        files = [one for one in archives.of_agency(session, who.agency.id) if not one.locked]
        became = entries.told_fates(session, [entry]).get(entry.id, [])
    texts = told(entry, became)
    return page(
        request,
        "so/dong.html",
        who,
        status=409 if boxes else 200,
        root=root_of(who),
        entry=entry,
        code=entries.code(entry),
        state=entries.STATE_NAMES[EntryState(entry.state)],
        texts=[(column.heading, texts[key]) for key, column in COLUMNS.items() if texts[key]],
        made=(moment(entry.made), maker.full_name if maker else ""),
        typed={**_typed(entry), **(boxes.typed if boxes else {})},
        wrong=boxes.wrong if boxes else {},
        twins=twins,
        became=became,
        files=files,
        keeps=Role.CLERK in who.roles,
        issued=entry.state == EntryState.ISSUED,
        open_=entry.state in (EntryState.RESERVED, EntryState.ISSUING),
    )


@router.post("/dong/{entry_id}")
def complete(
    request: Request,
    who: Keeping,
    entry_id: int,
    noi_nhan: Typed = "",
    luu: Typed = "",
    so_ban: Typed = "",
    ngay_chuyen: Typed = "",
    ky_nhan: Typed = "",
    han: Typed = "",
    ghi_chu: Typed = "",
) -> Response:
    """What the clerk completes of the line."""
    boxes = Boxes(
        noi_nhan=noi_nhan, luu=luu, so_ban=so_ban, ngay_chuyen=ngay_chuyen, ky_nhan=ky_nhan, han=han, ghi_chu=ghi_chu
    )
    values = {
        "recipients": boxes.lines("noi_nhan", "nơi nhận", 20_000),
        "keeper": boxes.text("luu", "nơi nhận bản lưu", 200, must=False),
        "copies": boxes.number_or_none("so_ban", "số lượng bản", 1, 999),
        "sent": boxes.day_or_none("ngay_chuyen", "ngày chuyển"),
        "received_by": boxes.text("ky_nhan", "ký nhận", 200, must=False),
        "due": boxes.day_or_none("han", "hạn trả lời"),
        "note": boxes.lines("ghi_chu", "ghi chú", 500),
    }
    try:
        boxes.done()
        with store_of(request).begin() as session:
            _line(session, who, entry_id)
            entries.complete(session, who.agency.id, entry_id, who.user.id, **values)
    except VanthuError as error:
        return _shown(request, who, entry_id, boxes.told(error, ""))
    return RedirectResponse(f"{root_of(who)}/dong/{entry_id}", 303)


def _typed(entry: Entry) -> dict[str, str]:
    return {
        "noi_nhan": entry.recipients,
        "luu": entry.keeper,
        "so_ban": str(entry.copies or ""),
        "ngay_chuyen": entry.sent.isoformat() if entry.sent else "",
        "ky_nhan": entry.received_by,
        "han": entry.due.isoformat() if entry.due else "",
        "ghi_chu": entry.note,
    }


@router.post("/dong/{entry_id}/huy")
def cancel(request: Request, who: Keeping, entry_id: int, ly_do: Typed = "") -> Response:
    """A number that will not be used, cancelled with its reason."""
    boxes = Boxes(ly_do=ly_do)
    reason = boxes.text("ly_do", "lý do hủy", 240)
    try:
        boxes.done()
        with store_of(request).begin() as session:
            _line(session, who, entry_id)
            entries.cancel(session, who.agency.id, entry_id, who.user.id, reason)
    except VanthuError as error:
        return _shown(request, who, entry_id, boxes.told(error, "ly_do"))
    return RedirectResponse(f"{root_of(who)}/dong/{entry_id}", 303)


@router.post("/dong/{entry_id}/ho-so")
def put(request: Request, who: Keeping, entry_id: int, ho_so: Typed = "") -> Response:
    """The document put into a file."""
    boxes = Boxes(ho_so=ho_so)
    file = boxes.number("ho_so", "hồ sơ", 1, 2**31 - 1)
    try:
        boxes.done()
        with store_of(request).begin() as session:
            _line(session, who, entry_id)
            archives.put(session, who.agency.id, who.user.id, file, entry_id)
    except VanthuError as error:
        return _shown(request, who, entry_id, boxes.told(error, "ho_so"))
    return RedirectResponse(f"{root_of(who)}/ho-so-luu/{file}", 303)


@router.get("/dong/{entry_id}/tep/{kind}")
def file(request: Request, who: Seeing, entry_id: int, kind: str) -> Response:
    """The issued document: ``pdf`` or ``word``."""
    store = store_of(request)
    with store.read() as session:
        entry = _line(session, who, entry_id)
        sha = {"pdf": entry.pdf_sha, "word": entry.docx_sha}.get(kind)
        blob = session.get(Blob, sha) if sha else None
    if blob is None:
        raise HTTPException(404, "không có tệp này")
    name = entries.code(entry).replace("/", "-")
    return download(blobs.read(store.files, blob.sha), blob.media_type, f"{name}{blobs.SUFFIXES[blob.media_type]}")
