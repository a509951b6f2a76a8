"""How the agency's numbers are given, where a year begins, numbers kept for documents to come."""

from __future__ import annotations

from typing import Annotated

from fastapi import Form, Request, Response
from fastapi.responses import RedirectResponse

from generator.errors import VanthuError
from generator.law.types import DOCUMENT_TYPES
from generator.store import acts
from generator.store.models import Agency, Role
from generator.store.register import cover, entries, numbering
from generator.store.register.numbering import NUMBERING_NAMES, Numbering
from generator.web.context import Visitor, store_of
from generator.web.pages.boxes import Boxes
from generator.web.pages.drawing import page
from generator.web.pages.so.common import YEARS, Keeping, Ruling, Typed, root_of, router, today
from generator.wording.numerals.ordinals import padded

_TYPES = tuple(kind.name for kind in DOCUMENT_TYPES.values())
_MOST = 99_999
_REASON = 240  # two of them fit one line: kept for a document, then cancelled


@router.get("/cap-so")
def numbers(request: Request, who: Ruling) -> Response:
    """How numbers are given, and what is kept."""
    return _drawn(request, who)


def _drawn(request: Request, who: Visitor, boxes: Boxes | None = None) -> Response:
    year = today().year
    with store_of(request).read() as session:
        agency = session.get_one(Agency, who.agency.id)
        kept = entries.reserved(session, who.agency.id)
        now, then = numbering.ruled(agency, year), numbering.ruled(agency, year + 1)
    usual = {"nam": str(year), "cach": now.how.value, "bia_nam": str(year), "bia_quyen": cover.volume(agency, year)}
    return page(
        request,
        "so/cap_so.html",
        who,
        status=409 if boxes else 200,
        root=root_of(who),
        year=year,
        parent=cover.parent(agency),
        now=now,
        then=then,
        rulings=numbering.rulings(agency),
        names=NUMBERING_NAMES,
        types=_TYPES,
        reserved=[(one.id, padded(one.number), one.reason) for one in kept],
        keeps=Role.CLERK in who.roles,
        typed={**usual, "cu_nam": str(year), **(boxes.typed if boxes else {})},
        wrong=boxes.wrong if boxes else {},
        chosen=boxes.chosen if boxes else now.types,
    )


@router.post("/cap-so")
def rule(
    request: Request,
    who: Ruling,
    nam: Typed = "",
    cach: Typed = "",
    loai: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """How numbers are given from the year on."""
    boxes = Boxes(nam=nam, cach=cach, loai="")
    boxes.chosen = tuple(one.casefold() for one in loai or ())
    year = boxes.number("nam", "năm", YEARS[0], YEARS[-1])
    boxes.one_of("cach", "cách cấp số", set(Numbering))
    for one in loai or ():
        if one not in _TYPES:
            boxes.note("loai", f"không có loại văn bản «{one}»", "chọn trong danh sách")
    try:
        boxes.done()
        with store_of(request).begin() as session:
            agency = session.get_one(Agency, who.agency.id)
            numbering.rule(session, agency, year, Numbering(cach), loai or ())
            acts.log(session, who.user.id, who.agency.id, "đặt cách cấp số", str(year), cach=cach, loai=loai or [])
    except VanthuError as error:
        return _drawn(request, who, boxes.told(error, "nam"))
    return RedirectResponse(f"{root_of(who)}/cap-so", 303)


@router.post("/bia")
def cover_of_year(request: Request, who: Ruling, nam: Typed = "", quyen: Typed = "") -> Response:
    """Which volume of the year the register is, as its cover says."""
    boxes = Boxes(bia_nam=nam, bia_quyen=quyen)
    year = boxes.number("bia_nam", "năm", YEARS[0], YEARS[-1])
    try:
        boxes.done()
        with store_of(request).begin() as session:
            agency = session.get_one(Agency, who.agency.id)
            cover.set_volume(agency, year, quyen)
            acts.log(session, who.user.id, who.agency.id, "đặt quyển số", str(year), quyen=cover.volume(agency, year))
    except VanthuError as error:
        return _drawn(request, who, boxes.told(error, "bia_quyen"))
    return RedirectResponse(f"{root_of(who)}/cap-so", 303)


@router.post("/so-cu")
def begin_after(
    request: Request, who: Keeping, nam: Typed = "", so_cuoi: Typed = "", ly_do: Typed = "", loai: Typed = ""
) -> Response:
    """A year begun in another book goes on from its last number."""
    boxes = Boxes(cu_nam=nam, cu_so=so_cuoi, cu_ly_do=ly_do, cu_loai=loai)
    year = boxes.number("cu_nam", "năm", YEARS[0], YEARS[-1])
    last = boxes.number("cu_so", "số cuối đã cấp", 0, _MOST)
    reason = boxes.text("cu_ly_do", "sổ nào", _REASON)
    boxes.one_of("cu_loai", "tên loại", ("", *_TYPES))
    try:
        boxes.done()
        with store_of(request).begin() as session:
            agency = session.get_one(Agency, who.agency.id)
            key = numbering.ruled(agency, year).key(loai)
            numbering.begin_after(session, who.agency.id, year, key, last, reason)
            acts.log(session, who.user.id, who.agency.id, "đặt số bắt đầu", str(year), so_cuoi=last, ly_do=reason)
    except VanthuError as error:
        return _drawn(request, who, boxes.told(error, "cu_so"))
    return RedirectResponse(f"{root_of(who)}/cap-so", 303)


@router.post("/giu-so")
def reserve(request: Request, who: Keeping, ly_do: Typed = "", loai: Typed = "") -> Response:
    """The next number kept for a document to come."""
    boxes = Boxes(giu_ly_do=ly_do, giu_loai=loai)
    reason = boxes.text("giu_ly_do", "giữ cho văn bản nào", _REASON)
    boxes.one_of("giu_loai", "tên loại", _TYPES)
    try:
        boxes.done()
        with store_of(request).begin() as session:
            agency = session.get_one(Agency, who.agency.id)
            entry = entries.reserve(session, agency, who.user.id, today(), loai, reason)
    except VanthuError as error:
        return _drawn(request, who, boxes.told(error, "giu_loai"))
    return RedirectResponse(f"{root_of(who)}/dong/{entry.id}", 303)
