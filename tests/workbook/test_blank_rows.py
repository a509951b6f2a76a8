"""Rows of empty cells are cut out of a sheet before it is parsed, and nothing else is."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator.opc import EXCEL, PackageError, PackageReader
from generator.workbook.xlsx.blank_rows import without_blank_rows

_BLANK = [
    '<row r="9"/>',
    '<row r="9"></row>',
    '<row r="9"><c r="A9" s="14" t="n"></c><c r="B9" s="3"/></row>',
    '<row r="12" spans="1:23" ht="15" x14ac:dyDescent="0.25"><c r="AB12" s="1"/></row>',
]
_KEPT = [
    '<row r="9"><c r="A9"><v>1</v></c></row>',
    '<row r="9"><c r="A9" s="1"/><c r="B9"><f>A1</f></c></row>',
    '<row r="9"><c r="A10" s="1"/></row>',  # a cell of another row: the file is damaged
    '<row r="9"><c s="1"/></row>',
    '<row r="0"/>',
    '<row r="2000000"/>',
    '<row r="9"><c r="ABCD9"/></row>',
    '<row r="9"><c r="A9" t="s"/></row>',
    '<row r="9" ht="15"<c r="A9"/></row>',
]


def _sheet(rows: str) -> bytes:
    return f'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>{rows}</sheetData></worksheet>'.encode()


@pytest.mark.parametrize("row", _BLANK)
def test_a_row_of_empty_cells_is_cut_out(row: str) -> None:
    assert without_blank_rows(_sheet(row * 2)) == _sheet("")


@pytest.mark.parametrize("row", _KEPT)
def test_a_row_that_says_anything_or_is_damaged_stays(row: str) -> None:
    assert without_blank_rows(_sheet(row)) == _sheet(row)


@pytest.mark.parametrize(
    "beside",
    [
        "<row><c><v>2</v></c></row>",  # its number is one more than that of the row above
        '<row r="8"><c r="A8"><is><t><![CDATA[<row r="9"/>]]></t></is></c></row>',
        '<!-- <row r="9"/> -->',
        '<x:row r="8"/>',
        '<row r="8"><c r="A8"><f t="array" ref="A8:A9">[1]T!A1</f><v>1</v></c></row>',
    ],
)
def test_where_a_blank_row_may_mean_something_all_rows_stay(beside: str) -> None:
    sheet = _sheet(f'{beside}<row r="9"><c r="A9" s="1"/></row>')
    assert without_blank_rows(sheet) == sheet


def test_what_is_broken_is_told_where_it_stands_in_the_file() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("sheet.xml", _sheet(_BLANK[2] * 50 + "</oops>"))
    reader = PackageReader(stream.getvalue(), EXCEL)
    told = []
    for lean in (None, without_blank_rows):
        with pytest.raises(PackageError) as error:
            list(reader.stream("sheet.xml", "row", lean=lean))
        told.append(error.value.what)
    assert told[0] == told[1]
    assert "dòng 1, cột" in told[0]
