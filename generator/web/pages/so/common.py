"""What the pages of the register share: their address, what is asked for, how a line is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form
from starlette.datastructures import QueryParams

from generator.service.register.book import columns_of
from generator.store.models import Agency, Archive, ArchiveItem, Entry, EntryState, Role
from generator.store.register.entries import STATE_NAMES, code
from generator.store.register.listing import Search
from generator.web.context import Visitor, needs
from generator.web.pages.boxes import day_of
from generator.web.pages.telling import VIETNAM
from generator.wording.numerals.ordinals import padded

router = APIRouter(prefix="/co-quan/{agency_id}/so")
Seeing = Annotated[Visitor, Depends(needs(*Role))]
Keeping = Annotated[Visitor, Depends(needs(Role.CLERK))]
Ruling = Annotated[Visitor, Depends(needs(Role.CLERK, Role.ADMIN))]
Typed = Annotated[str, Form()]
YEARS = range(2000, 2101)

PRIORITIES = ("", "Khẩn", "Thượng khẩn", "Hỏa tốc")
LONGEST = 200
"""Signs of what is looked for in the register."""
FIELDS = ("nam", "tim", "loai", "trang_thai", "tu", "den")


def root_of(who: Visitor) -> str:
    """The address of the register."""
    return f"/co-quan/{who.agency.id}/so"


def today() -> date:
    """The day in Vietnam."""
    return datetime.now(VIETNAM).date()


def asked_of(given: QueryParams) -> tuple[dict[str, str], Search, tuple[str, ...]]:
    """What an address asks for: as typed, as a search, and the columns to show."""
    typed = {name: given.get(name, "") for name in FIELDS}
    if "nam" not in given:
        typed["nam"] = str(today().year)
    search = Search(
        year=int(typed["nam"]) if typed["nam"].isdecimal() and len(typed["nam"]) == 4 else None,
        words=typed["tim"][:LONGEST],
        type_name=typed["loai"],
        state=typed["trang_thai"],
        since=day_of(typed["tu"]),
        until=day_of(typed["den"]),
    )
    return typed, search, columns_of(given.getlist("cot"))


def told(entry: Entry, became: Sequence[str] = ()) -> dict[str, str]:
    """The line's texts by column; ``became`` is what became of the document (``entries.told_fates``)."""
    state = EntryState(entry.state)
    unused = entry.reason if state in (EntryState.CANCELLED, EntryState.RESERVED) else ""
    note = f"{STATE_NAMES[state]}: {unused}" if unused else ""
    return {
        "so_ky_hieu": code(entry),
        "ngay": _day(entry.day),
        "noi_dung": "\n".join(text for text in (entry.type_name, entry.subject) if text),
        "nguoi_ky": entry.signer,
        "noi_nhan": entry.recipients,
        "luu": entry.keeper,
        "so_ban": str(entry.copies or ""),
        "ngay_chuyen": _day(entry.sent),
        "ky_nhan": entry.received_by,
        "ghi_chu": _note(note, *became, entry.note),
        "trang_thai": STATE_NAMES[state],
        "so_trang": str(entry.pages or ""),
        "do_khan": PRIORITIES[entry.priority] if 0 <= entry.priority < len(PRIORITIES) else "",
        "han": _day(entry.due),
    }


def _note(*said: str) -> str:
    return "; ".join(text for text in said if text)


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def data_of(
    agency: Agency,
    entry: Entry,
    archive: Archive | None = None,
    item: ArchiveItem | None = None,
    became: Sequence[str] = (),
) -> Any:
    """The line as the data of Phụ lục VI, Phần II, I; ``became`` as in ``told``."""
    return {
        "FileCode": file_code(agency, archive) if archive else None,
        "DocOrdinal": item.ordinal if item else None,
        "TypeName": entry.type_name,
        "CodeNumber": padded(entry.number),
        "CodeNotation": entry.symbol,
        "IssuedDate": _day(entry.day),
        "OrganName": agency.name,
        "Subject": entry.subject,
        "Language": entry.language,
        "PageAmount": entry.pages,
        "Description": _note(*became, entry.note),
        "SignerInfo": {"Position": entry.position, "FullName": entry.signer},
        "To": {"OrganId": agency.code, "OrganName": entry.recipients},
        "Priority": entry.priority,
        "IssuedAmount": entry.copies,
        "DueDate": _day(entry.due) or None,
    }


def file_code(agency: Agency, archive: Archive) -> str:
    """OrganId.FileCatalog.FileNotation."""
    return ".".join(part for part in (agency.code, str(archive.catalog), archive.notation) if part)
