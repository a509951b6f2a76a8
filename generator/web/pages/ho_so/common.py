"""What the pages of a dossier share: the dossier of the address, its parts, who may change it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, get_args
from urllib.parse import quote

from fastapi import HTTPException, Request
from sqlalchemy.orm import Session

from generator.records import record
from generator.service.pages.anchoring import anchor
from generator.service.pages.judging import Remark, document_at
from generator.service.pages.medium import pointer
from generator.service.pages.patching import Act, Typed
from generator.store import dossiers, papers
from generator.store.models import Dossier, DossierVersion, Stage, User
from generator.store.models.papers import STAGE_NAMES
from generator.store.models.people import WRITERS
from generator.store.register.entries import code
from generator.web.context import Visitor, needs
from generator.web.pages.telling import moment

PREFIX = "/co-quan/{agency_id}/ho-so"
_LARGEST = 2**31 - 1  # what a database keeps as a number
_MOST_SENT = 4_000_000  # bytes of what was typed: while they are read the server serves nobody else
MOST_TYPED = 2_000
"""Boxes typed in at once: a page that is open keeps them until they are saved."""
writing = needs(*WRITERS)


PARTS: dict[str, tuple[str, tuple[tuple[str, ...], ...]]] = {
    "co-quan": ("Cơ quan", (("nam",), ("co_quan",), ("ghi_chu",))),
    "nguoi-ky": ("Người ký", (("co_quan", "nguoi"),)),
    "muc-tieu": ("Mục tiêu", (("muc_tieu",),)),
    "ke-hoach": ("Kế hoạch", (("ke_hoach",),)),
    "ket-qua": ("Kết quả", (("ket_qua",),)),
    "can-cu": ("Căn cứ", (("can_cu",),)),
    "van-ban": ("Văn bản", ()),
    "cai-dat": ("Cài đặt", (("cai_dat",), ("quy_tac",))),
}
"""The pages of a dossier by address: title, and the fields each shows."""


@record(frozen=True)
class Held:
    """A dossier with its newest version, or the one that was asked for."""

    dossier: Dossier
    version: DossierVersion


def held(database: Session, agency_id: int, dossier_id: int, number: int | None = None) -> Held:
    """The dossier of the address; 404 where the agency has none of the id, or none of that version."""
    if max(dossier_id, number or 0) > _LARGEST:
        raise HTTPException(404, "không có hồ sơ này")
    found = dossiers.with_version(database, agency_id, dossier_id, number)
    if found is None:
        raise HTTPException(404, "không có hồ sơ này")
    return Held(*found)


def may_write(who: Visitor, dossier: Dossier) -> bool:
    """Whether the visitor may change the dossier as it stands."""
    return dossier.closed is None and bool(who.roles & set(WRITERS))


def stands(database: Session, who: Visitor, dossier_id: int) -> dict[str, str]:
    """How far each document of the dossier that was handed in has come, in words, by its name."""
    found = {}
    for name, (paper, entry) in papers.of_dossier(database, who.agency.id, dossier_id).items():
        given = f", số {code(entry)} ngày {entry.day:%d/%m/%Y}" if entry is not None and entry.day else ""
        found[name] = f"{STAGE_NAMES[Stage(paper.stage)]}{given}"
    return found


@record(frozen=True)
class Sent:
    """What a page's script sends: the version it was typed on, acts with names of boxes and values, and the whole.

    ``since`` are the page's acts that were saved since that version: what was typed was typed upon both.
    """

    base: int
    since: tuple[Typed, ...]
    acts: tuple[Typed, ...]
    asked: dict[str, Any]


async def sent(request: Request) -> Sent:
    """What the body says; 413 where it is longer than can be typed, 422 where it is nothing of the kind."""
    body = await request.body()
    if len(body) > _MOST_SENT:
        most = _MOST_SENT // 1_000_000
        raise HTTPException(413, f"một lần gửi được nhiều nhất {most} MB; dán ít hơn, hoặc đưa vào bằng Excel")
    try:
        asked = json.loads(body)
        if b"\\ud" in body.lower():  # half a sign is none that can be kept: UnicodeEncodeError
            json.dumps(asked, ensure_ascii=False).encode()
        since, acts = (tuple(map(_typed, ones)) for ones in (asked.get("truoc", ()), asked["doi"]))
        return Sent(int(asked["ban"]), since, acts, asked)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise HTTPException(422, "không đọc được nội dung vừa gửi; tải lại trang rồi làm lại") from None


def _typed(one: Mapping[str, Any]) -> Typed:
    if one["viec"] not in get_args(Act):
        raise ValueError(one["viec"])
    return one["viec"], str(one["o"]), one.get("gia_tri")


def names_of(database: Session, ids: set[int | None]) -> dict[int | None, str]:
    """What people are called, by id."""
    found = {id_: database.get(User, id_) for id_ in ids if id_ is not None}
    return {id_: user.full_name for id_, user in found.items() if user is not None}


def hour(at: datetime) -> str:
    """The moment as people here read it."""
    return moment(at)


def root_of(agency_id: int, dossier_id: int) -> str:
    """The address of a dossier."""
    return f"/co-quan/{agency_id}/ho-so/{dossier_id}"


def address_of(names: list[str], number: int) -> str:
    """What stands for a document in addresses: its name, or its place where the name leads to none or to another."""
    name = names[number]
    plain = name and "/" not in name and "\\" not in name and name[0] not in "@."
    return quote(name, safe="") if plain and names.index(name) == number else f"@{number}"


def number_of(names: list[str], address: str) -> int:
    """The place of the document that the part of an address stands for; 404 where there is none."""
    found = document_at(names, address)
    if found is None:
        raise HTTPException(404, "hồ sơ không có văn bản này")
    return found


def part_of(path: tuple[str | int, ...]) -> str:
    """The page of a dossier a path is shown on."""
    if path[:2] == ("co_quan", "nguoi"):
        return "nguoi-ky"
    found = {"nam": "co-quan", "ghi_chu": "co-quan", "quy_tac": "cai-dat"}
    key = str(path[0]) if path else "co-quan"
    return found.get(key, key.replace("_", "-")) if found.get(key, key.replace("_", "-")) in PARTS else "co-quan"


@record(frozen=True)
class Shown:
    """A fault as a page shows it: at which box, on which page of the dossier (and what it is called), in words."""

    at: str
    href: str
    text: str
    grave: str = "lỗi"
    place: str = ""
    clause: str = ""
    rule: str = ""
    called: str = ""


def shown_at(root: str, soan: str, names: list[str], data: Any, found: tuple[Remark, ...]) -> list[Shown]:
    """The faults with the addresses of their boxes; ``soan`` is where documents are drafted, by their names."""
    shown = []
    for one in found:
        path, inside = anchor(one.path, data)
        at = pointer(path)
        page, called = f"{root}/{part_of(path)}", PARTS[part_of(path)][0] if path else ""
        if len(path) > 1 and path[0] == "van_ban" and isinstance(path[1], int) and path[1] < len(names):
            page, called = f"{soan}/{address_of(names, path[1])}", names[path[1]]
        said = f"{one.what} → {one.fix}" if one.fix else one.what
        column = inside.rpartition(", ")[2]  # which what is said may begin with
        text = f"{inside}: {said.removeprefix(f'{column}: ')}" if inside else said
        shown.append(Shown(at, f"{page}#o{at}", text, one.level, one.place, one.clause, one.code, called))
    return shown
