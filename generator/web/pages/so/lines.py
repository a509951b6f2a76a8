"""One line of the register: what it holds, what a clerk completes, its number cancelled, put into files, its PDF."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from generator.errors import Problem, VanthuError
from generator.service.book import COLUMNS
from generator.store import blobs
from generator.store.models import Agency, Blob, Entry, EntryState, Role, User
from generator.store.register import archives, entries
from generator.web.context import Visitor, store_of
from generator.web.pages.drawing import page
from generator.web.pages.so.common import Keeping, Seeing, day_of, root_of, router, today, told
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


def _shown(
    request: Request,
    who: Visitor,
    entry_id: int,
    error: VanthuError | None = None,
    typed: dict[str, str] | None = None,
) -> Response:
    with store_of(request).read() as session:
        entry = _line(session, who, entry_id)
        maker = session.get(User, entry.made_by_id)
        twins = [entries.code(one) for one in entries.twins(session, entry)]
        files = [one for one in archives.of_agency(session, who.agency.id) if not one.locked]
    texts = told(entry)
    return page(
        request,
        "so/dong.html",
        who,
        status=409 if error else 200,
        root=root_of(who),
        entry=entry,
        code=entries.code(entry),
        state=entries.STATE_NAMES[EntryState(entry.state)],
        texts=[(column.heading, texts[key]) for key, column in COLUMNS.items() if texts[key]],
        made=(moment(entry.made), maker.full_name if maker else ""),
        typed=typed or _typed(entry),
        twins=twins,
        files=files,
        keeps=Role.CLERK in who.roles,
        issued=entry.state == EntryState.ISSUED,
        open_=entry.state in (EntryState.RESERVED, EntryState.ISSUING),
        error=error,
    )


@router.post("/dong/{entry_id}")
def complete(
    request: Request,
    who: Keeping,
    entry_id: int,
    noi_nhan: Annotated[str, Form()] = "",
    luu: Annotated[str, Form()] = "",
    so_ban: Annotated[str, Form()] = "",
    ngay_chuyen: Annotated[str, Form()] = "",
    ky_nhan: Annotated[str, Form()] = "",
    han: Annotated[str, Form()] = "",
    ghi_chu: Annotated[str, Form()] = "",
) -> Response:
    """What the clerk completes of the line."""
    wrong = [
        Problem(name, f"«{typed}» không phải là ngày", "ghi ngày như 05/03/2026")
        for name, typed in (("Ngày chuyển", ngay_chuyen), ("Hạn trả lời", han))
        if typed.strip() and day_of(typed) is None
    ]
    if so_ban.strip() and not (so_ban.strip().isdecimal() and 1 <= int(so_ban) <= 999):
        wrong.append(Problem("Số lượng bản", f"«{so_ban}» không phải là số từ 1 đến 999", "ghi lại"))
    try:
        if wrong:
            raise entries.RegisterError(wrong)
        with store_of(request).begin() as session:
            _line(session, who, entry_id)
            entries.complete(
                session,
                who.agency.id,
                entry_id,
                who.user.id,
                recipients=noi_nhan.strip(),
                keeper=luu.strip(),
                copies=int(so_ban) if so_ban.strip() else None,
                sent=day_of(ngay_chuyen),
                received_by=ky_nhan.strip(),
                due=day_of(han),
                note=ghi_chu.strip(),
            )
    except VanthuError as error:
        typed = {"noi_nhan": noi_nhan, "luu": luu, "so_ban": so_ban, "ngay_chuyen": ngay_chuyen}
        return _shown(request, who, entry_id, error, {**typed, "ky_nhan": ky_nhan, "han": han, "ghi_chu": ghi_chu})
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
def cancel(request: Request, who: Keeping, entry_id: int, ly_do: Annotated[str, Form()] = "") -> Response:
    """A number that will not be used, cancelled with its reason."""
    try:
        with store_of(request).begin() as session:
            _line(session, who, entry_id)
            entries.cancel(session, who.agency.id, entry_id, who.user.id, ly_do)
    except VanthuError as error:
        return _shown(request, who, entry_id, error)
    return RedirectResponse(f"{root_of(who)}/dong/{entry_id}", 303)


@router.post("/dong/{entry_id}/ho-so")
def put(request: Request, who: Keeping, entry_id: int, ho_so: Annotated[int, Form()]) -> Response:
    """The document put into a file."""
    try:
        with store_of(request).begin() as session:
            _line(session, who, entry_id)
            archives.put(session, who.agency.id, who.user.id, ho_so, entry_id)
    except VanthuError as error:
        return _shown(request, who, entry_id, error)
    return RedirectResponse(f"{root_of(who)}/ho-so-luu/{ho_so}", 303)


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


@router.post("/giu-so")
def reserve(
    request: Request,
    who: Keeping,
    ly_do: Annotated[str, Form()] = "",
    loai: Annotated[str, Form()] = "",
) -> Response:
    """The next number kept for a document to come."""
    from generator.web.pages.so.numbers import numbers_page

    try:
        with store_of(request).begin() as session:
            agency = session.get_one(Agency, who.agency.id)
            entry = entries.reserve(session, agency, who.user.id, today(), loai.strip(), ly_do)
    except VanthuError as error:
        return numbers_page(request, who, error)
    return RedirectResponse(f"{root_of(who)}/dong/{entry.id}", 303)
