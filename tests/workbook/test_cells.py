"""What a cell says, however a program or a hand wrote it; and that none is ever left out in silence."""

from __future__ import annotations

import pytest

from generator.errors import DataError
from tests.workbook.by_hand import (
    MAIN,
    OFFICE,
    SHEET,
    STRINGS,
    book,
    grid,
    relationships,
    sheet,
    strings,
    styles,
    texts,
    workbook,
)

_NOTE, _CDATA, _INSTRUCTION = "abc<!-- x -->def", "abc<![CDATA[def]]>", "abc<?x y?>def"
BROKEN_TEXTS = {_NOTE, _CDATA, _INSTRUCTION, "abc&#100;ef", "abc<b/>def", "abc<b>def</b>"}


def _cell(inside: str, kind: str = "", style: int = 0) -> str:
    said = f' t="{kind}"' if kind else ""
    return f'<row r="1"><c r="A1"{said} s="{style}">{inside}</c></row>'


@pytest.mark.parametrize("text", sorted(BROKEN_TEXTS))
@pytest.mark.parametrize("place", ["shared", "shared run", "inline", "inline run", "formula", "plain"])
def test_the_whole_of_a_text_is_read(place: str, text: str) -> None:
    run = f'<r><t>abc</t></r><rPh sb="0" eb="1"><t>đọc</t></rPh><r><t>{text}</t></r><phoneticPr fontId="1"/>'
    rows, shared = {
        "shared": (_cell("<v>0</v>", "s"), f"<t>{text}</t>"),
        "shared run": (_cell("<v>0</v>", "s"), run),
        "inline": (_cell(f"<is><t>{text}</t></is>", "inlineStr"), ""),
        "inline run": (_cell(f"<is>{run}</is>", "inlineStr"), ""),
        "formula": (_cell(f"<f>A2&amp;A3</f><v>{text}</v>", "str"), ""),
        "plain": (_cell(f"<v>{text}</v>", "inlineStr"), ""),
    }[place]
    expected = "abcabcdef" if "run" in place else "abcdef"
    assert texts(workbook(rows, {STRINGS: strings(shared)})) == {"A1": expected}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (_cell("<v>1<!-- x -->2</v>"), "12"), (_cell("<v>1.50</v>"), "1,5"), (_cell("<v>1E-3</v>"), "0,001"),
        (_cell("<v>1_000</v>"), "1_000"), (_cell("<v>nan</v>"), "nan"), (_cell("<v>1e999</v>"), "1e999"),
        (_cell("<v>1</v>", "b"), "có"), (_cell("<v>true</v>", "b"), "có"), (_cell("<v>0</v>", "b"), "không"),
        (_cell("<v>#REF!</v>", "e"), "ô báo lỗi #REF!"),
        (_cell("<v>2027-04-05T00:00:00</v>", "d"), "05/04/2027"), (_cell("<v>2027-04-05</v>", "d"), "05/04/2027"),
        (_cell("<f>1+1</f>"), "công thức chưa có giá trị tính sẵn"),
        (_cell("<f>1+1</f><v/>"), "công thức chưa có giá trị tính sẵn"),
        (_cell("<f>1+1</f><v>2</v>"), "2"),
        (_cell("<is><t>chữ</t></is>"), "chữ"),
        (_cell("<v>một_x000A_hai _x005F_x0041_</v>", "str"), "một\nhai _x0041_"),
        (_cell("<v>_xD83D__xDE00_</v>", "str"), "😀"), (_cell("<v>_xD83D_</v>", "str"), "\ufffd"),
    ],
)  # fmt: skip
def test_each_kind_of_value(cell: str, expected: str) -> None:
    assert texts(workbook(cell)) == {"A1": expected}


@pytest.mark.parametrize("cell", [_cell(""), _cell("<v/>"), _cell('<f>""</f><v></v>', "str"), _cell("<v> </v>", "str")])
def test_cells_that_show_nothing_are_empty(cell: str) -> None:
    assert texts(workbook(cell)) == {}


@pytest.mark.parametrize(
    ("code", "value", "expected"),
    [
        ("0%", "0.95", "95%"), ("0.0%;[Red]-0.0%", "0.9496", "94,96%"), ("d/m/yyyy", "46482", "05/04/2027"),
        ("[$-42A]dddd, d mmmm yyyy", "46482", "05/04/2027"), ("mmm-yy", "46482", "4/2027"), ("mmmm", "46482", "4/2027"),
        ("d-mmm", "46482", "5/4"), ("h:mm", "0.3125", "07:30"), ("h:mm AM/PM", "0.3125", "07:30"),
        ("[h]:mm", "1.5", "1,5"), ("mm:ss", "0.5", "0,5"), ("h:mm d/m/yyyy", "46482.3125", "07:30 05/04/2027"),
        ("d/m/yyyy", "1", "01/01/1900"), ("d/m/yyyy", "61", "01/03/1900"), ("d/m/yyyy", "2958465", "31/12/9999"),
        ("d/m/yyyy", "-1", "-1"), ('0" đồng"', "5", "5"), ("#,##0", "1234", "1234"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_its_format_shows_it(code: str, value: str, expected: str) -> None:
    code = code.replace('"', "&quot;")
    raw = workbook(_cell(f"<v>{value}</v>", style=1), {"xl/styles.xml": styles(code)})
    assert texts(raw) == {"A1": expected}


@pytest.mark.parametrize(
    ("serial", "expected"), [("45020", "05/04/2027"), ("2957003", "31/12/9999"), ("2958465", None)]
)
def test_days_counted_from_1904(serial: str, expected: str | None) -> None:
    parts: dict[str, str | None] = {"xl/workbook.xml": book(before='<workbookPr date1904="1"/>')}
    raw = workbook(_cell(f"<v>{serial}</v>", style=1), parts | {"xl/styles.xml": styles("d/m/yyyy")})
    assert texts(raw) == {"A1": expected or serial}


_TWO = '<c r="B1"><v>2</v></c><c r="A1"><v>1</v></c>'
ORDERS = {
    "cells out of order": (f'<row r="1">{_TWO}</row>', {"A1": "1", "B1": "2"}),
    "rows out of order": ('<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
                          {"A1": "1", "A2": "2"}),
    "one row twice": ('<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row>',
                      {"A1": "1", "B1": "2"}),
    "no references": ("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
                      {"A1": "1", "B1": "2", "A2": "3"}),
    "small letters": ('<row r="1"><c r="b1"><v>2</v></c></row>', {"B1": "2"}),
    "a far column first": ('<row r="1"><c r="XFD1"><v>9</v></c><c r="A1"><v>1</v></c></row>', {"A1": "1"}),
}  # fmt: skip


@pytest.mark.parametrize("name", ORDERS)
def test_cells_are_found_where_they_say_they_are(name: str) -> None:
    rows, expected = ORDERS[name]
    assert texts(workbook(rows)) == expected


DAMAGED = {
    "a shared text that is not there": (_cell("<v>7</v>", "s"), "A1"),
    "a shared text without number": (_cell("<v>x</v>", "s"), "A1"),
    "a negative shared text": (_cell("<v>-1</v>", "s"), "A1"),
    "a flag that is neither": (_cell("<v>2</v>", "b"), "A1"),
    "a kind that is none": (_cell("<v>2</v>", "z"), "A1"),
    "a number whose style is not there": (_cell("<v>0.95</v>", style=9), "A1"),
    "one cell twice": ('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>', "A1"),
    "one cell twice in two rows": ('<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
                                   "A1"),
    "a cell of another row": ('<row r="1"><c r="A2"><v>1</v></c></row>', "A2"),
    "no reference": ('<row r="1"><c r="?"><v>1</v></c></row>', "?"),
    "row zero": ('<row r="0"><c><v>1</v></c></row>', "dòng 0"),
    "a row beyond the last": ('<row r="1048577"><c><v>1</v></c></row>', "dòng 1048577"),
    "a row without number": ('<row r="năm"><c><v>1</v></c></row>', "dòng năm"),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGED)
def test_a_cell_the_file_does_not_tell_is_named(name: str) -> None:
    rows, named = DAMAGED[name]
    with pytest.raises(DataError, match=r"Sheet Một: \d+ ô bị hỏng") as caught:
        texts(workbook(rows, {STRINGS: strings("<t>a</t>")}))
    assert f": {named}" in str(caught.value)


_ELSEWHERE = "công thức lấy số từ tệp Excel khác, không kiểm được"


@pytest.mark.parametrize(
    ("formula", "outside"),
    [
        ("[1]Tháng!B2", True), ("'[1]Tháng 6'!B2", True), ("SUM(A2,[12]Sheet1!A1:A9)", True), ("[1]!TyLe", True),
        ("Bảng1[2027]", False), ("SUM(Bảng1[2027])+Sheet2!A1", False), ("Bảng1[[#This Row],[2027]]+Sheet2!A1", False),
        ('IF(A2="[1]x!",1,0)', False), ("Sheet2!A1", False),
    ],
)  # fmt: skip
def test_formulas_on_other_files_are_told_from_columns_of_tables(formula: str, outside: bool) -> None:
    formula = formula.replace('"', "&quot;")
    assert texts(workbook(_cell(f"<f>{formula}</f><v>5</v>"))) == {"A1": _ELSEWHERE if outside else "5"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('<f t="shared" ref="A1:A2" si="0">[1]Sheet1!B1</f>', '<f t="shared" si="0"/>'),
        ('<f t="array" ref="A1:A2">[1]Sheet1!B1:B2</f>', ""),
    ],
)
def test_cells_that_share_a_formula_on_another_file_are_found(first: str, second: str) -> None:
    rows = f'<row r="1"><c r="A1">{first}<v>1</v></c></row><row r="2"><c r="A2">{second}<v>2</v></c></row>'
    assert texts(workbook(rows)) == {"A1": _ELSEWHERE, "A2": _ELSEWHERE}


_MORE = '<sheet name="Hai" sheetId="2" r:id="rId2"/>'
_BOOK_RELS = "xl/_rels/workbook.xml.rels"
_OUTER = f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="file:///a.xlsx" TargetMode="External"/>'
SHEETS: dict[str, tuple[dict[str, str | None], str]] = {
    "its part is missing": ({SHEET: None}, "Sheet Một: có tên trong tệp nhưng mất nội dung"),
    "no relationship": ({_BOOK_RELS: relationships()}, "Sheet Một: có tên trong tệp nhưng tệp không chỉ ra"),
    "no relationships at all": ({_BOOK_RELS: None}, "Sheet Một: có tên trong tệp nhưng tệp không chỉ ra"),
    "in another file": ({_BOOK_RELS: relationships(more=_OUTER)}, "Sheet Một: nằm ở tệp khác"),
    "a chart": ({_BOOK_RELS: relationships(("chartsheet", "worksheets/sheet1.xml"))}, "Sheet Một: là trang biểu đồ"),
    "not to the end": ({SHEET: sheet("<row>")[:-40]}, "Sheet Một: không đọc được: phần xl/worksheets/sheet1.xml"),
    "without cells": ({SHEET: f'<worksheet xmlns="{MAIN}"/>'}, "Sheet Một: bị hỏng: không có vùng chứa các ô"),
    "of another vocabulary": ({SHEET: sheet("").replace(MAIN, "urn:x")}, "Sheet Một: bị hỏng"),
    "with a DTD": ({SHEET: '<!DOCTYPE a [<!ENTITY b "c">]>' + sheet(_cell("<v>&b;</v>", "str"))}, "khai báo DTD"),
    "with an entity nobody declared": ({SHEET: sheet(_cell("<v>&b;</v>", "str"))}, "XML sai"),
}  # fmt: skip


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_that_cannot_be_read_whole_is_named(name: str) -> None:
    parts, expected = SHEETS[name]
    with pytest.raises(DataError) as caught:
        grid(workbook("", parts))
    assert expected in str(caught.value)
    assert caught.value.problems[0].fix


@pytest.mark.parametrize(
    "target", ["worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "worksheets\\sheet1.xml", "Worksheets/Sheet1.XML",
               "worksheets/sheet%31.xml", "../xl/worksheets/sheet1.xml"],
)  # fmt: skip
def test_a_sheet_is_found_however_its_place_is_written(target: str) -> None:
    raw = workbook(_cell("<v>5</v>"), {_BOOK_RELS: relationships(("worksheet", target))})
    assert texts(raw) == {"A1": "5"}


def test_the_strict_variant_is_read() -> None:
    strict = {"spreadsheetml/2006/main": "spreadsheetml/main", "officeDocument/2006/": "officeDocument/"}

    def old(content: str) -> str:
        for usual, other in strict.items():
            content = content.replace(
                f"http://schemas.openxmlformats.org/{usual}", f"http://purl.oclc.org/ooxml/{other}"
            )
        return content

    rels = old(relationships(("worksheet", "worksheets/sheet1.xml")))
    parts = {"xl/workbook.xml": old(book()), _BOOK_RELS: rels, SHEET: old(sheet(_cell("<v>5</v>")))}
    assert texts(workbook("", parts)) == {"A1": "5"}
