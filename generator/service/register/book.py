"""The register of outgoing documents as a book: cover and ten columns (NĐ 30, Phụ lục IV), in Word, PDF and Excel."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Literal

from generator.content import Alignment, Block, Cell, Column, Rich, Row, Table
from generator.docx import Part, Properties, render_document
from generator.pdf import convert
from generator.records import record
from generator.resources import TEMPLATES

Kind = Literal["docx", "pdf", "xlsx"]
TITLE = "SỔ ĐĂNG KÝ VĂN BẢN ĐI"


@record(frozen=True)
class BookColumn:
    """A column: its key, heading, share of the width, how its cells align, whether Phụ lục IV has it."""

    key: str
    heading: str
    width: float
    align: Alignment = "left"
    asked: bool = True


COLUMNS = {
    column.key: column
    for column in (
        BookColumn("so_ky_hieu", "Số, ký hiệu văn bản", 1.5),
        BookColumn("ngay", "Ngày tháng văn bản", 1.3, "center"),
        BookColumn("noi_dung", "Tên loại và trích yếu nội dung văn bản", 3.6),
        BookColumn("nguoi_ky", "Người ký", 1.5),
        BookColumn("noi_nhan", "Nơi nhận văn bản", 2.2),
        BookColumn("luu", "Đơn vị, người nhận bản lưu", 1.3),
        BookColumn("so_ban", "Số lượng bản", 0.9, "center"),
        BookColumn("ngay_chuyen", "Ngày chuyển", 1.3, "center"),
        BookColumn("ky_nhan", "Ký nhận", 1.1),
        BookColumn("ghi_chu", "Ghi chú", 1.5),
        BookColumn("trang_thai", "Trạng thái", 1.2, asked=False),
        BookColumn("so_trang", "Số trang", 0.8, "center", asked=False),
        BookColumn("do_khan", "Độ khẩn", 0.9, asked=False),
        BookColumn("han", "Hạn trả lời", 1.2, "center", asked=False),
    )
}
"""Every column there is: the ten of Phụ lục IV, and what else the register keeps."""


@record(frozen=True)
class Book:
    """What is printed: the agency and its parent ('' for none), the year, what its numbers are, columns and rows.

    Each row holds texts by a column's key; ``spans`` says from which number to which.
    """

    parent: str
    agency: str
    year: int
    spans: str
    volume: str
    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


def made(book: Book, kind: Kind) -> bytes:
    """The book as a file of the kind."""
    if kind == "xlsx":
        return _workbook(book)
    docx = _docx(book)
    return docx if kind == "docx" else convert(docx).pdf


def _cover(book: Book) -> list[str]:
    return [f"Năm {book.year}", *([book.spans] if book.spans else []), f"Quyển số {book.volume}"]


def _docx(book: Book) -> bytes:
    cover = Part(
        TEMPLATES / "van-ban-kem-theo.docx",
        {
            "chu_ky_so": "",
            "co_quan_chu_quan": [book.parent.upper()] if book.parent else [],
            "co_quan": [book.agency.upper()],
            "ten_loai": TITLE,
            "trich_yeu": Rich.plain("\n".join(_cover(book))),
            "kem_theo": Rich(),
            "noi_dung": [],
        },
        landscape=True,
    )
    lines = Part(
        TEMPLATES / "phu-luc.docx",
        {
            "chu_ky_so": "",
            "nhan": TITLE,
            "tieu_de": [Rich.plain(f"Năm {book.year}")],
            "kem_theo": Rich(),
            "noi_dung": [Block("bang", bang=_table(book))],
        },
        landscape=True,
    )
    title = f"Sổ đăng ký văn bản đi năm {book.year}"
    return render_document(cover, [lines], Properties(title=title, creator=book.agency, subject=title))


def _table(book: Book) -> Table:
    columns = [COLUMNS[key] for key in book.columns]
    numbers = Row(tuple(_cell(f"({at})", "center") for at in range(1, len(columns) + 1)), keep_with_next=True)
    rows = book.rows or ({},)
    return Table(
        columns=tuple(Column(one.width, one.align) for one in columns),
        header=(Row(tuple(_cell(one.heading) for one in columns)), numbers),
        body=tuple(Row(tuple(_cell(row.get(one.key, "")) for one in columns)) for row in rows),
        description=f"Văn bản đi năm {book.year}",
    )


def _cell(text: str, align: Alignment | None = None) -> Cell:
    return Cell(tuple(Rich.plain(line) for line in text.split("\n")), align=align)


def _workbook(book: Book) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment as Aligned
    from openpyxl.styles import Border, Font, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    made = Workbook()
    cover, sheet = made.active, made.create_sheet("Sổ văn bản đi")
    assert cover is not None
    cover.title = "Bìa"
    cover.column_dimensions["A"].width = 100
    said = [*([book.parent.upper()] if book.parent else []), book.agency.upper(), "", TITLE, *_cover(book)]
    for at, text in enumerate(said, start=1):
        cell = cover.cell(at, 1, text)
        cell.font = Font(name="Times New Roman", size=20 if text == TITLE else 14, bold=True)
        cell.alignment = Aligned(horizontal="center", wrap_text=True)
    thin = Side(style="thin")
    for place, key in enumerate(book.columns, start=1):
        column = COLUMNS[key]
        sheet.column_dimensions[get_column_letter(place)].width = column.width * 11
        for at, text in enumerate([column.heading, *(row.get(key, "") for row in book.rows)], start=1):
            cell = sheet.cell(at, place)
            cell.value, cell.data_type = text, "s"  # what begins with = is a text here
            cell.font = Font(name="Times New Roman", size=12, bold=at == 1)
            cell.alignment = Aligned(vertical="top", wrap_text=True, horizontal="center" if at == 1 else None)
            cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    for one in (cover, sheet):
        one.page_setup.orientation, one.page_setup.paperSize = "landscape", 9
        one.page_setup.fitToWidth, one.page_setup.fitToHeight = 1, 0
        one.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    room = io.BytesIO()
    made.save(room)
    return room.getvalue()


def columns_of(chosen: Sequence[str]) -> tuple[str, ...]:
    """The columns chosen in their order; the ten of Phụ lục IV where none is."""
    found = tuple(key for key in COLUMNS if key in chosen)
    return found or tuple(key for key, column in COLUMNS.items() if column.asked)
