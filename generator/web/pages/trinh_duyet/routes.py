"""The addresses of Trình duyệt: the list by stage, handing in, one document with its steps, its files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from generator.errors import Problem, VanthuError
from generator.media_types import DOCX, PDF
from generator.service.pages.keeping import Changed
from generator.service.register.numbered import draft, listed, moved_on, pages_of, symbol_of
from generator.store import acts, blobs, dossiers, papers, waiting
from generator.store import forms as own_forms
from generator.store.models import Blob, Entry, Paper, Role, Stage, User
from generator.store.models.papers import STAGE_NAMES
from generator.store.models.people import ROLE_NAMES
from generator.store.register import entries, issuing
from generator.store.register.issuing import Asked, NumberTakenError, OutOfOrderError
from generator.web.context import Visitor, needs, store_of
from generator.web.names import attachment
from generator.web.pages.boxes import Boxes
from generator.web.pages.drawing import page
from generator.web.pages.telling import VIETNAM, moment
from generator.web.pages.trinh_duyet.making import as_made, maker, media_type, noted, worked
from generator.wording.numerals.ordinals import padded

router = APIRouter(prefix="/co-quan/{agency_id}/trinh-duyet")

_AT_WORK = (Role.DRAFTER, Role.CONTENT, Role.FORM, Role.LEADER, Role.CLERK, Role.ADMIN)
Working = Annotated[Visitor, Depends(needs(*_AT_WORK))]
Drafting = Annotated[Visitor, Depends(needs(Role.DRAFTER))]
Issuing = Annotated[Visitor, Depends(needs(Role.CLERK))]
Typed = Annotated[str, Form()]
_LARGEST = 2**31 - 1  # what a database keeps as a number


def _root(who: Visitor) -> str:
    return f"/co-quan/{who.agency.id}/trinh-duyet"


def _paper(session: Session, who: Visitor, paper_id: int) -> Paper:
    paper = papers.get(session, who.agency.id, paper_id)
    if paper is None:
        raise HTTPException(404, "không có văn bản này")
    return paper


@router.get("")
def stages(request: Request, who: Working) -> Response:
    """The documents by stage, those that wait for the visitor first."""
    with store_of(request).read() as session:
        found = papers.of_agency(session, who.agency.id)
        mine = [] if who.closed else waiting.for_me(session, who.agency.id, who.user.id, who.roles)
        open_dossiers = [one for one in dossiers.of_agency(session, who.agency.id) if one.closed is None]
    groups = [(STAGE_NAMES[stage], [paper for paper in found if paper.stage == stage]) for stage in Stage]
    return page(
        request,
        "trinh_duyet/danh_sach.html",
        who,
        root=_root(who),
        waiting=mine,
        groups=[group for group in groups if group[1]],
        names=STAGE_NAMES,
        dossiers=open_dossiers if Role.DRAFTER in who.roles else [],
    )


@router.get("/moi")
def documents(request: Request, who: Drafting, ho_so: int) -> Response:
    """The documents of a dossier that may be handed in."""
    return _documents(request, who, ho_so)


def _documents(request: Request, who: Visitor, dossier_id: int, error: VanthuError | None = None) -> Response:
    with store_of(request).read() as session:
        dossier = dossiers.get(session, who.agency.id, dossier_id)
        version = dossiers.version(session, dossier) if dossier else None
        on_way = {one.name: one for one in papers.of_agency(session, who.agency.id) if one.dossier_id == dossier_id}
    if dossier is None or version is None:
        raise HTTPException(404, "không có hồ sơ này")
    found = []
    try:
        found = worked(request, listed, version.data)
    except VanthuError as wrong:
        error = error or wrong
    return page(
        request,
        "trinh_duyet/moi.html",
        who,
        status=422 if error else 200,
        root=_root(who),
        dossier=dossier,
        version=version,
        documents=[(one, on_way.get(one.name)) for one in found],
        names=STAGE_NAMES,
        error=error,
    )


@router.post("/moi")
def hand_in(request: Request, who: Drafting, ho_so: Annotated[int, Form()], ten: Typed) -> Response:
    """A document of the newest version of its dossier, drawn and handed in."""
    store = store_of(request)
    with store.read() as session:
        dossier = dossiers.get(session, who.agency.id, ho_so)
        if dossier is None:
            raise HTTPException(404, "không có hồ sơ này")
        version = dossiers.version(session, dossier)
        forms = own_forms.files_in_use(store, session, who.agency.id)
    assert version is not None
    try:
        drawn = worked(request, draft, version.data, ten, forms)
        issuing.check_fits(as_made(drawn))
        blobs.write(store.files, drawn.docx)
        with store.begin() as session:
            dossiers.hold_open(session, who.agency.id, ho_so)
            sha = blobs.keep(store, session, drawn.docx, media_type(drawn, DOCX))
            paper = papers.add(session, dossier, ten, who.user.id, type_name=drawn.type_name, subject=drawn.subject)
            action = papers.ACTIONS["trinh"]
            papers.step(
                session,
                who.agency.id,
                paper.id,
                paper.revision,
                action,
                who.user.id,
                who.roles,
                version=version.number,
                draft_sha=sha,
            )
            acts.log(session, who.user.id, who.agency.id, "trình duyệt", ten, van_ban=paper.id, ban=version.number)
    except VanthuError as error:
        return _documents(request, who, ho_so, error)
    return RedirectResponse(f"{_root(who)}/{paper.id}", 303)


@router.get("/{paper_id}")
def one(request: Request, who: Working, paper_id: int) -> Response:
    """One document: where it is, what was done, what the visitor may do."""
    return _one(request, who, paper_id)


def _one(request: Request, who: Visitor, paper_id: int, error: VanthuError | None = None, **typed: str) -> Response:
    with store_of(request).read() as session:
        paper = _paper(session, who, paper_id)
        told = papers.steps(session, paper)
        returned = papers.sent_back(session, [paper]).get(paper.id)
        actors = session.query(User).filter(User.id.in_({one.actor_id for one in told}))
        people = {user.id: user.full_name for user in actors}
        dossier = dossiers.get(session, who.agency.id, paper.dossier_id)
        issued = entries.of_papers(session, who.agency.id)
        entry = session.query(Entry).filter_by(paper_id=paper.id).one_or_none()
        kept = entries.reserved(session, who.agency.id)
        hands = None if who.closed else waiting.hands(session, paper)
        assert dossier is not None
        later = not who.closed and paper.version is not None and dossier.head > paper.version and paper.docx_sha is None
        versions = [dossiers.version(session, dossier, number) for number in (paper.version, None)] if later else []
        forms = own_forms.files_in_use(store_of(request), session, who.agency.id) if later else {}
    both = [one.data for one in versions if one is not None]
    changed: Sequence[Changed] = worked(request, moved_on, *both, paper.name, paper.draft_sha, forms) if both else ()
    actions = papers.open_to(paper, who.roles)
    return page(
        request,
        "trinh_duyet/mot.html",
        who,
        status=409 if error else 200,
        root=_root(who),
        paper=paper,
        hands=hands and (ROLE_NAMES[hands[0]], hands[1]),
        stage=STAGE_NAMES[Stage(paper.stage)],
        returned=returned,
        steps=[
            (
                moment(one.at),
                people.get(one.actor_id, ""),
                papers.ACTIONS[one.action].name,
                one.remark,
                one.version,
                issued.get(one.related_id or 0),
            )
            for one in told
        ],
        actions=sorted(  # taking it back comes last
            (action for action in actions if not action.asks & {"draft", "issue"}),
            key=lambda action: action.code == "rut",
        ),
        hand_in=any("draft" in action.asks for action in actions),
        issuing=any("issue" in action.asks for action in actions),
        dossier=dossier,
        changed=changed,
        code_of=entries.code,
        entry=entry,
        code=entries.code(entry) if entry else "",
        reserved=[(kept_one.id, padded(kept_one.number), kept_one.reason) for kept_one in kept],
        others={
            action.code: [
                (other, entries.code(line))
                for other, line in sorted(issued.values(), key=lambda one: one[0].type_name != paper.type_name)
                if papers.may_relate(action, paper, other)
            ]
            for action in actions
            if "related" in action.asks
        },
        error=error,
        today=typed.get("ngay") or datetime.now(VIETNAM).date().isoformat(),
        typed=typed,
    )


@router.post("/{paper_id}/buoc")
def take_step(
    request: Request,
    who: Working,
    paper_id: int,
    buoc: Typed,
    lan: Annotated[int, Form()],
    nhan_xet: Typed = "",
    lien_quan: Typed = "",
) -> Response:
    """One step taken, or the page again with why not."""
    action = papers.ACTIONS.get(buoc)
    if action is None or action.asks & {"draft", "issue"}:
        raise HTTPException(404, "không có bước này")
    boxes = Boxes(lien_quan=lien_quan)
    related = boxes.number_or_none("lien_quan", "bằng văn bản", 1, _LARGEST)
    try:
        _check(boxes)
        with store_of(request).begin() as session:
            _paper(session, who, paper_id)
            paper = papers.step(
                session,
                who.agency.id,
                paper_id,
                lan,
                action,
                who.user.id,
                who.roles,
                remark=nhan_xet,
                related_id=related,
            )
            entries.retell(session, paper)
            acts.log(session, who.user.id, who.agency.id, action.name.lower(), paper.name, van_ban=paper.id)
    except VanthuError as error:
        return _one(request, who, paper_id, error, nhan_xet=nhan_xet, buoc=buoc, lien_quan=lien_quan)
    return RedirectResponse(f"{_root(who)}/{paper_id}", 303)


@router.get("/{paper_id}/ban-hanh")
def look_again(
    request: Request, who: Issuing, paper_id: int, lan: str = "", ngay: str = "", so_giu: str = ""
) -> Response:
    """What would be issued, under which number, on which day: before the act that cannot be undone."""
    return _look_again(request, who, paper_id, Boxes(lan=lan, ngay=ngay, so_giu=so_giu))


def _look_again(
    request: Request, who: Visitor, paper_id: int, boxes: Boxes, error: VanthuError | None = None
) -> Response:
    try:
        with store_of(request).read() as session:
            paper = _paper(session, who, paper_id)
            asked = _asked(who, paper_id, boxes)
            number, warned = issuing.foresee(session, asked, paper.type_name)
            dossier = dossiers.get(session, who.agency.id, paper.dossier_id)
            version = dossiers.version(session, dossier, paper.version) if dossier and paper.version else None
        symbol = worked(request, symbol_of, version.data, paper.name, number, asked.day) if version else ""
    except VanthuError as wrong:
        return _one(request, who, paper_id, wrong, **boxes.typed)
    return page(
        request, "trinh_duyet/ban_hanh.html", who, status=409 if error else 200, root=_root(who), paper=paper,
        typed=boxes.typed, day=asked.day, number=number, code=f"{padded(number)}/{symbol}", warned=warned,
        error=None if isinstance(error, OutOfOrderError) else error, unticked=isinstance(error, OutOfOrderError),
    )  # fmt: skip


@router.post("/{paper_id}/ban-hanh")
def issue(
    request: Request,
    who: Issuing,
    paper_id: int,
    lan: Typed = "",
    ngay: Typed = "",
    so_giu: Typed = "",
    so: Typed = "",
    xac_nhan: Typed = "",
) -> Response:
    """The signed document given the number that was shown (``so``), dated and issued."""
    boxes = Boxes(lan=lan, ngay=ngay, so_giu=so_giu, so=so)
    if not so:
        return _look_again(request, who, paper_id, boxes)
    store = store_of(request)
    with store.read() as session:
        paper = _paper(session, who, paper_id)
        dossier = dossiers.get(session, who.agency.id, paper.dossier_id)
        assert dossier is not None
        version = dossiers.version(session, dossier, paper.version) if paper.version else None
        forms = own_forms.files_in_use(store, session, who.agency.id)
    try:
        asked = replace(
            _asked(who, paper_id, boxes), confirmed=bool(xac_nhan), expected=boxes.number("so", "số", 1, _LARGEST)
        )
        if version is None or paper.draft_sha is None:
            raise papers.StepError(Problem("", "văn bản chưa được duyệt", "trình duyệt trước"))
        make = maker(request, version.data, paper.name, paper.draft_sha, forms)
        issuing.issue(store, asked, paper.type_name, make, noted(who.user.id))
    except (OutOfOrderError, NumberTakenError) as error:
        return _look_again(request, who, paper_id, boxes, error)
    except VanthuError as error:
        return _one(request, who, paper_id, error, **boxes.typed)
    return RedirectResponse(f"{_root(who)}/{paper_id}", 303)


def _check(boxes: Boxes) -> None:
    """Raises StepError with what is wrong with the boxes, which this page tells in one place."""
    if boxes.wrong:
        raise papers.StepError([Problem("", one.what, one.fix) for one in boxes.wrong.values()])


def _asked(who: Visitor, paper_id: int, boxes: Boxes) -> Asked:
    """What the boxes ask for; StepError with what is wrong with them."""
    revision = boxes.number("lan", "lần", 0, _LARGEST)
    kept = boxes.number_or_none("so_giu", "số giữ chỗ", 1, _LARGEST)
    day = boxes.day_or_none("ngay", "ngày văn bản")
    if day is None:
        boxes.note("ngay", "ngày văn bản còn trống", "ghi ngày như 05/03/2026")
    _check(boxes)
    assert day is not None
    return Asked(who.agency.id, paper_id, revision, who.user.id, frozenset(who.roles), day, kept)


@router.get("/{paper_id}/tep/{kind}")
def file(request: Request, who: Working, paper_id: int, kind: str) -> Response:
    """A file of the document: ``du-thao``, ``du-thao-pdf``, ``word``, ``pdf``."""
    store = store_of(request)
    with store.read() as session:
        paper = _paper(session, who, paper_id)
        sha = {"word": paper.docx_sha, "pdf": paper.pdf_sha}.get(kind, paper.draft_sha)
        blob = session.get(Blob, sha) if sha and kind in ("word", "pdf", "du-thao", "du-thao-pdf") else None
    if blob is None:
        raise HTTPException(404, "không có tệp này")
    data, kind_of = blobs.read(store.files, blob.sha), blob.media_type
    if kind == "du-thao-pdf" and kind_of == DOCX:
        data, kind_of = worked(request, pages_of, data), PDF
    return download(data, kind_of, f"{paper.name}{'' if paper.docx_sha else '-du-thao'}{blobs.SUFFIXES[kind_of]}")


def download(data: bytes, media_type: str, name: str) -> Response:
    """The bytes as a file of the name."""
    return Response(data, media_type=media_type, headers={"Content-Disposition": attachment(name)})
