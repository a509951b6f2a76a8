"""Spoiled workbooks: each is refused with every mistake named by sheet and cell, and what to do."""

from __future__ import annotations

import zipfile
from datetime import datetime
from functools import cache
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from generator.errors import DataError
from generator.workbook.sheets.layout import GUIDE, LISTS
from tests.workbook.books import (
    FIRST,
    HEADING_ROW,
    LABEL,
    Change,
    at,
    changed,
    column,
    field,
    put,
    read,
    saved,
    starter,
)
from tests.workbook.spoiled import CELLS, COLUMNS, ROWS, SHEETS


def _field(name: str, value: object) -> Change:
    def change(book: Workbook) -> None:
        field(book, name).value = value

    return change


def _rename(sheet: str, old: str, new: str | None) -> Change:
    def change(book: Workbook) -> None:
        book[sheet].cell(HEADING_ROW, column(book[sheet], old)).value = new

    return change


def _drop(sheet: str) -> Change:
    return lambda book: book.remove(book[sheet])


def _clear(sheet: str) -> Change:
    def change(book: Workbook) -> None:
        book[sheet].delete_rows(FIRST, 100)

    return change


def _no_body(book: Workbook) -> None:
    """Without a period either, so that nothing can be composed."""
    _clear("Nội dung")(book)
    put("Văn bản", "Kỳ báo cáo", None)(book)


def _row(sheet: str, **values: object) -> Change:
    """A row below the data; the names of the arguments are the headings with _ for spaces."""

    def change(book: Workbook) -> None:
        free = next(n for n in range(FIRST, 500) if not any(c.value for c in book[sheet][n]))
        for heading, value in values.items():
            at(book, sheet, heading.replace("_", " "), free).value = value

    return change


def _error(book: Workbook) -> None:
    cell = at(book, "Kết quả", "Tử số")
    cell.value, cell.data_type = "#DIV/0!", "e"


def _header_gone(book: Workbook) -> None:
    book["Mục tiêu"].delete_rows(HEADING_ROW)


BAD = {
    # Cells
    "a required cell is blank": (put("Mục tiêu", "Nội dung", None), ["Sheet Mục tiêu, ô B4: «Nội dung» đang để trống"]),
    "no unit of measure for a period": (
        put("Kết quả", "Kỳ báo cáo", None), ["Sheet Kết quả, ô D4: «Kỳ báo cáo» đang để trống → điền giá trị"],
    ),
    "an unknown period": (put("Kết quả", "Kỳ báo cáo", "quý V"), ["Sheet Kết quả, ô D4: «Kỳ báo cáo»", "«quý V»"]),
    "an unknown objective": (
        put("Kết quả", "Mục tiêu", "mt9"), ["Sheet Kết quả, ô A4: không có mục tiêu «mt9»", "mt2"],
    ),
    "a count that is a word": (put("Kết quả", "Tử số", "nhiều"), ["Sheet Kết quả, ô F4: «Tử số»"]),
    "a count with a fraction": (put("Kết quả", "Tử số", 12.5), ["Sheet Kết quả, ô F4", "«12,5» có phần lẻ"]),
    "a count below zero": (put("Kết quả", "Mẫu số", -3), ["Sheet Kết quả, ô G4: «Mẫu số»"]),
    "a value that is a word": (put("Kết quả", "Giá trị", "khá"), ["Sheet Kết quả, ô H4: «Giá trị»"]),
    "a day that does not exist": (
        put("Kết quả", "Ngày báo cáo", "31/6/2027"), ["Sheet Kết quả, ô P4", "không có trong lịch"],
    ),
    "a day that is a word": (put("Kết quả", "Ngày báo cáo", "hôm qua"), ["Sheet Kết quả, ô P4", "không phải là ngày"]),
    "a year out of range": (put("Kết quả", "Năm", 20027), ["Sheet Kết quả, ô E4: «Năm» quá lớn: «20027»"]),
    "a formula never computed": (
        put("Kết quả", "Tử số", "=1+1"), ["Sheet Kết quả, ô F4: công thức chưa có giá trị tính sẵn", "lưu lại"],
    ),
    "a formula on another file": (
        put("Kết quả", "Tử số", "='[1]Tháng 6'!B2"), ["Sheet Kết quả, ô F4: công thức lấy số từ tệp Excel khác"],
    ),
    "an error value": (_error, ["Sheet Kết quả, ô F4: ô báo lỗi #DIV/0!", "gõ thẳng giá trị"]),
    "a character that does not print": (
        put("Mục tiêu", "Nội dung", "Tỷ lệ\u200bđúng hạn"), ["Sheet Mục tiêu, ô B4", "U+200B"],
    ),
    "old font mixed with Unicode": (
        put("Mục tiêu", "Nội dung", "QuyÕt ®Þnh của Ủy ban"), ["Sheet Mục tiêu, ô B4", "phông cũ"],
    ),
    "an id with letters it cannot have": (
        put("Mục tiêu", "Mã mục tiêu", "mục tiêu 1"), ["Sheet Mục tiêu, ô A4: «Mã mục tiêu» không nhận giá trị"],
    ),
    "an id twice": (
        put("Mục tiêu", "Mã mục tiêu", "mt1", FIRST + 2),
        ["Sheet Mục tiêu, ô A6: mã mục tiêu «mt1» đã dùng ở Sheet Mục tiêu, ô A4"],
    ),
    # Agency, people
    "no year": (_field("Năm", None), ["Sheet Cơ quan, ô B4: «Năm» đang để trống"]),
    "a year that is a word": (_field("Năm", "năm nay"), ["Sheet Cơ quan, ô B4: «Năm» phải là số nguyên"]),
    "a name too long": (_field("Tên cơ quan", "a\nb\nc\nd"), ["Sheet Cơ quan, ô B6: «Tên cơ quan» có quá nhiều mục"]),
    "a flag that is neither": (_field("In số của luật", "chắc"), ["Sheet Cơ quan, ô B15", "viết «có» hoặc «không»"]),
    "a choice that is none": (_field("Số 24", "năm"), ["Sheet Cơ quan, ô B18: «Số 24» không nhận giá trị «năm»"]),
    "nobody signs": (_clear("Người ký"), ["Sheet Người ký: «Người ký» đang để trống → thêm dòng vào sheet «Người ký»"]),
    "a rank that is none": (put("Người ký", "Cấp", "trưởng thôn"), ["Sheet Người ký, ô D4: «Cấp» không nhận giá trị"]),
    "a deputy called head": (
        put("Người ký", "Cấp", "người đứng đầu", FIRST + 1), ["Sheet Người ký, ô A5", "là cấp phó"],
    ),
    # Documents
    "no document": (_clear("Văn bản"), ["Sheet Văn bản: «Văn bản» đang để trống"]),
    "a type mistyped": (
        put("Văn bản", "Tên loại", "báo cao"), ["Sheet Văn bản, ô B4", "có phải ý bạn là «báo cáo»?"],
    ),
    "a signer nobody knows": (
        put("Văn bản", "Người ký", "chu-tic"), ["không có người ký «chu-tic»", "có phải ý bạn là «chu-tich»?"],
    ),
    "a signer by name": (put("Văn bản", "Người ký", "Nguyễn Văn A"), ["là họ tên", "ghi mã của người đó: chu-tich"]),
    "a number that is a word": (put("Văn bản", "Số", "năm chín"), ["Sheet Văn bản, ô F4: «Số» phải là số nguyên"]),
    "a file name that cannot be": (put("Văn bản", "Tên tệp", "báo/cáo"), ["Sheet Văn bản, ô A4: tên tệp «báo/cáo»"]),
    "recipients of no document": (
        _row("Nơi nhận", Thuộc_văn_bản="quyet-dinh", Nơi_nhận="Sở Nội vụ"),
        ["Sheet Nơi nhận, ô A6: không có văn bản «quyet-dinh»", "bao-cao"],
    ),
    "no recipients": (_clear("Nơi nhận"), ["Sheet Văn bản, ô A4: thiếu «Nơi nhận» → thêm dòng vào sheet «Nơi nhận»"]),
    "a basis nobody knows": (
        _row("Căn cứ", Văn_bản="99/2030/NĐ-CP"), ["Sheet Căn cứ, ô B4: danh mục căn cứ không có «99/2030/NĐ-CP»"],
    ),
    "a basis said twice": (
        _row("Căn cứ", Văn_bản="30/2020/NĐ-CP", Lời_văn="Nghị định"), ["Sheet Căn cứ, ô B4", "ghi một trong hai"],
    ),
    # Bodies
    "no body": (_no_body, ["Sheet Văn bản, ô A4", "chưa có nội dung"]),
    "a kind of row that is none": (
        put("Nội dung", "Loại", "Điều khoản chung"), ["Sheet Nội dung, ô C4: loại «Điều khoản chung» không dùng được"],
    ),
    "a row without a kind": (put("Nội dung", "Loại", None), ["Sheet Nội dung, ô C4: chưa rõ dòng này là gì"]),
    "a row without text": (put("Nội dung", "Nội dung", None), ["Sheet Nội dung, ô D4: «Mục» đang để trống"]),
    "a number typed": (put("Nội dung", "Nội dung", "I. Kết quả"), ["Sheet Nội dung, ô C4", "không ghi số «I.»"]),
    "a level that is none": (put("Nội dung", "Cấp", "hai"), ["Sheet Nội dung, ô B4: cấp «hai» không dùng được"]),
    "a view in no form": (
        put("Nội dung", "Nội dung", "danh sách", FIRST + 1),
        ["Sheet Nội dung, ô D5: «In mục tiêu của hồ sơ» không có dạng «danh sách»"],
    ),
    "a column that does not apply": (
        put("Nội dung", "Khổ giấy ngang", "có"), ["Sheet Nội dung, ô N4: cột «Khổ giấy ngang» không dùng với «Mục»"],
    ),
    "a table that is not there": (
        put("Nội dung", "Mã bảng", "bang-7", FIRST + 1), ["Sheet Nội dung, ô E5: sheet Bảng không có bảng «bang-7»"],
    ),
    "a table nobody prints": (
        _row("Bảng", Bảng="bang-1", Loại_dòng="Cột", Tên_cột="STT"), ["Sheet Bảng, ô A4: không dòng nào"],
    ),
    "a line of no table": (_row("Bảng", Loại_dòng="Cột", Tên_cột="STT"), ["Sheet Bảng, ô A4: chưa rõ dòng này"]),
    "a kind of line that is none": (
        _row("Bảng", Bảng="b", Loại_dòng="Hàng", Ô_1="a"), ["Sheet Bảng, ô B4: loại dòng «Hàng» không dùng được"],
    ),
    "details of a type that has none": (
        _row("Chi tiết", Trường="Địa điểm", Nội_dung_điền="Hội trường"), ["báo cáo không có mục riêng"],
    ),
    # Sheets and columns
    "no sheet of the agency": (_drop("Cơ quan"), [f"{LABEL}: thiếu sheet «Cơ quan»", "vanthu workbook new"]),
    "no sheet of documents": (_drop("Văn bản"), [f"{LABEL}: thiếu sheet «Văn bản»"]),
    "no headings": (_header_gone, ["Sheet Mục tiêu: không thấy dòng tiêu đề cột", "«Mã mục tiêu»"]),
    "a required heading is gone": (
        _rename("Mục tiêu", "Mã mục tiêu", None), ["Sheet Mục tiêu, dòng 3: thiếu cột «Mã mục tiêu»"],
    ),
    "a heading twice": (
        _rename("Kết quả", "Mẫu số", "Tử số"), ["Sheet Kết quả, ô G3: cột «Tử số» có hai lần"],
    ),
    **ROWS,
    **SHEETS,
    **COLUMNS,
    **CELLS,
}  # fmt: skip


def test_there_are_a_hundred() -> None:
    assert len(BAD) >= 100


@pytest.mark.parametrize("name", BAD)
def test_each_mistake_is_named_by_its_cell(name: str) -> None:
    change, expected = BAD[name]
    with pytest.raises(DataError) as caught:
        read(changed(change))
    told = str(caught.value)
    assert all(part in told for part in expected), told
    assert ".yaml" not in told, told
    assert "_" not in told, told  # keys of the files mean nothing here


def test_all_mistakes_are_said_at_once() -> None:
    def change(book: Workbook) -> None:
        for name in ("a count that is a word", "a day that is a word", "a rank that is none", "a row without a kind"):
            BAD[name][0](book)

    with pytest.raises(DataError) as caught:
        read(changed(change))
    places = {problem.place for problem in caught.value.problems}
    assert places >= {"Sheet Kết quả, ô F4", "Sheet Kết quả, ô P4", "Sheet Người ký, ô D4", "Sheet Nội dung, ô C4"}


@cache
def sound() -> bytes:
    """The workbook nobody spoiled."""
    return changed(lambda book: None)


def _zip(**parts: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _rewritten(part: str, old: bytes, new: bytes) -> bytes:
    """The sound workbook with one part changed in its bytes."""
    raw = sound()
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in source.infolist():
            data = source.read(entry)
            archive.writestr(entry.filename, data.replace(old, new) if entry.filename == part else data)
    return stream.getvalue()


_DTD = b'<!-- x --><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
HOSTILE = {
    "empty": (b"", "tệp rỗng"),
    "no spreadsheet": ("chỉ là chữ".encode(), "không phải tệp XLSX"),
    "a Word file": (_zip(**{"[Content_Types].xml": b"<a/>", "_rels/.rels": b"<a/>"}), "không phải tệp XLSX"),
    "an old .xls": (b"\xd0\xcf\x11\xe0" + bytes(600) + "Workbook".encode("utf-16-le"), "tệp .xls kiểu cũ"),
    "with a password": (b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "đặt mật khẩu"),
    "an .ods": (_zip(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "không phải"),
    "cut short": (sound()[:20_000], "cắt cụt"),
    "a sheet that is no XML": (_rewritten("xl/worksheets/sheet2.xml", b"<worksheet", b"<worksheet <"), "bị hỏng"),
    "a page of HTML": (b"<html><table></table></html>", "là tệp HTML"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_workbook_is_refused_in_words(name: str) -> None:
    raw, expected = HOSTILE[name]
    with pytest.raises(DataError) as caught:
        read(raw)
    assert expected in str(caught.value)
    assert "Word" not in str(caught.value)
    assert "DOCX" not in str(caught.value)


def _without(part: str) -> bytes:
    """The sound workbook with one part gone."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(sound())) as source, zipfile.ZipFile(stream, "w") as archive:
        for entry in source.infolist():
            if entry.filename != part:
                archive.writestr(entry.filename, source.read(entry))
    return stream.getvalue()


def test_every_sheet_whose_part_is_gone_is_named() -> None:
    names = load_workbook(BytesIO(sound())).sheetnames
    for number, name in enumerate(names, 1):
        raw = _without(f"xl/worksheets/sheet{number}.xml")
        if name in (GUIDE, LISTS):  # what nobody fills
            assert read(raw).model_dump() == starter().model_dump()
            continue
        with pytest.raises(DataError) as caught:
            read(raw)
        assert [problem.place for problem in caught.value.problems] == [f"Sheet {name}"]


def test_two_sheets_of_one_name_are_not_chosen_from() -> None:
    def change(book: Workbook) -> None:
        book.create_sheet("Can cu")["A1"] = "Thuộc văn bản"

    with pytest.raises(DataError, match=f"{LABEL}: có hai sheet «Căn cứ»"):
        read(changed(change))


def test_a_zip_bomb_is_not_unpacked() -> None:
    with pytest.raises(DataError, match="quá lớn"):
        read(_zip(**{"[Content_Types].xml": b"<a/>", "xl/worksheets/sheet1.xml": bytes(600 * 1024 * 1024)}))


@pytest.mark.parametrize(
    ("part", "root"),
    [
        ("_rels/.rels", b"Relationships"), ("xl/workbook.xml", b"workbook"),
        ("xl/_rels/workbook.xml.rels", b"Relationships"), ("xl/styles.xml", b"styleSheet"),
        ("xl/worksheets/sheet2.xml", b"worksheet"),
    ],
)  # fmt: skip
def test_a_dtd_is_refused_wherever_it_stands(part: str, root: bytes) -> None:
    with pytest.raises(DataError) as caught:
        read(_rewritten(part, b"<" + root, _DTD + b"<" + root))
    assert "khai báo DTD" in str(caught.value)
    assert "aaaaaaaaaa" not in str(caught.value)


def test_cells_far_away_cost_nothing() -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    merged = b'<mergeCells><mergeCell ref="A900000:XFA1048576"/></mergeCells>'
    raw = _rewritten("xl/worksheets/sheet10.xml", b"</sheetData>", far + merged)
    assert len(read(raw).results) == len(starter().results)


def test_broken_data_in_a_cell_is_named() -> None:
    book = Workbook()
    book.active["A1"] = datetime(2027, 1, 1)
    with pytest.raises(DataError, match=f"{LABEL}: thiếu sheet «Cơ quan»"):
        read(saved(book))
