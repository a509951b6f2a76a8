"""What an issued document says about itself: number, symbol, date … — one table for Word's properties and the PDF's.

They travel in the DOCX as custom properties with Vietnamese names, and in the PDF as XMP metadata.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum

from generator.patterns import late
from generator.records import record

PROGRAM = "vanthu"  # who saved the file last, until Word puts its user's name in this place
_LONGEST = 2000  # characters of one value; a subject may hold 500
_WRITTEN = late(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO = late(r"(\d{4})-(\d\d)-(\d\d)")


class Status(StrEnum):
    """How far a document of ours has come; a file of others may say anything."""

    DRAFT = "Dự thảo"
    NUMBERED = "Đã cấp số"


@record(frozen=True)
class Entry:
    """One line of the table: its name in Word, its name in XMP, and what it means."""

    label: str
    tag: str
    meaning: str


ENTRIES = {
    "number": Entry("Số", "so", "Số của văn bản"),
    "symbol": Entry("Ký hiệu", "kyHieu", "Ký hiệu của văn bản"),
    "issued": Entry("Ngày ban hành", "ngayBanHanh", "Ngày, tháng, năm ban hành văn bản"),
    "type_name": Entry("Loại văn bản", "loaiVanBan", "Tên loại văn bản"),
    "subject": Entry("Trích yếu", "trichYeu", "Trích yếu nội dung văn bản"),
    "issuer": Entry("Cơ quan ban hành", "coQuanBanHanh", "Tên cơ quan, tổ chức ban hành văn bản"),
    "signer": Entry("Người ký", "nguoiKy", "Họ và tên người ký văn bản"),
    "status": Entry("Trạng thái", "trangThai", "Trạng thái của văn bản: dự thảo hay đã cấp số"),
    "form": Entry("Mẫu Word", "mauWord", "Tệp mẫu Word riêng của cơ quan đã dùng, kèm phiên bản"),
    "form_hash": Entry("Mã băm mẫu Word", "maBamMauWord", "SHA-256 của tệp mẫu Word đã dùng"),
    "overridden": Entry("Lỗi đã bỏ qua", "loiDaBoQua", "Lỗi về căn cứ, cơ quan còn lại khi tạo văn bản"),
}


@record(frozen=True)
class Particulars:
    """The particulars of one document, as printed; what it does not say is empty."""

    number: str = ""
    symbol: str = ""
    issued: date | None = None
    type_name: str = ""
    subject: str = ""
    issuer: str = ""
    signer: str = ""
    status: str = ""
    form: str = ""
    form_hash: str = ""
    overridden: str = ""

    def said(self, *, iso: bool = False) -> Iterator[tuple[Entry, str]]:
        """Each particular that is known with its text; the day as ``22/03/2024``, or as ISO 8601 says it."""
        for item in fields(self):
            value = getattr(self, item.name)
            if isinstance(value, date):
                value = value.isoformat() if iso else f"{value:%d/%m/%Y}"
            if value:
                yield ENTRIES[item.name], value


def from_properties(properties: Mapping[str, str]) -> Particulars:
    """The particulars among a file's custom properties, found by their Vietnamese names in any case."""
    by_label = {_fold(name): " ".join(value.split())[:_LONGEST] for name, value in properties.items()}
    found = {name: by_label.get(_fold(entry.label), "") for name, entry in ENTRIES.items()}
    day = _day(found.pop("issued"))
    return Particulars(issued=day, **found)


def _fold(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


def _day(text: str) -> date | None:
    """The day as Vietnam writes it, or as Word stores a date."""
    if match := _ISO.match(text):
        year, month, day = match.groups()
    elif match := _WRITTEN.fullmatch(text):
        day, month, year = match.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
