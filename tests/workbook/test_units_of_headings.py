"""Units that headings name, lists of one column, ticks: read as the clerk means them, or asked about."""

from __future__ import annotations

from decimal import Decimal

import pytest
from openpyxl import Workbook

from generator.errors import DataError
from generator.workbook.reading.units import PERCENT, named_unit, put_in_unit
from generator.workbook.sheets.columns import Column, Kind
from generator.workbook.xlsx.cells import Cell
from tests.workbook.books import HEADING_ROW, at, changed, notes, read

RESULTS, OBJECTIVES = "Kết quả", "Mục tiêu"
_TARGET = Column("Mục tiêu đề ra", ("in_ra",))
_COST = Column("Kinh phí, nguồn lực", ("kinh_phi",))
_VALUE = Column("Giá trị", ("gia_tri",), Kind.FIGURE)
_COUNT = Column("Tử số", ("tu_so",), Kind.WHOLE)
_NAME = Column("Số", ("so",))


@pytest.mark.parametrize(
    ("heading", "name", "unit"),
    [("Mục tiêu đề ra (%)", "Mục tiêu đề ra", "%"), ("Giá trị [%]", "Giá trị", "%"), ("Giá trị %", "Giá trị", "%"),
     ("Giá trị (ĐVT: %)", "Giá trị", "%"), ("Giá trị (phần trăm)", "Giá trị", "%"),
     ("Tử số (hồ sơ)", "Tử số", "hồ sơ"), ("Tử số\n(số hồ sơ)", "Tử số", "hồ sơ"),
     ("Kinh phí, nguồn lực (triệu đồng)", "Kinh phí, nguồn lực", "triệu đồng"),
     ("Kinh phí (ĐVT: Triệu đồng)", "Kinh phí", "triệu đồng"),
     ("Kinh phí, đơn vị tính: 1.000 đồng", "Kinh phí", "1.000 đồng"),
     ("Ghi chú (nếu có)", "Ghi chú (nếu có)", ""),
     ("Giá trị (so với kế hoạch)", "Giá trị (so với kế hoạch)", ""), ("Tử số", "Tử số", "")],
)  # fmt: skip
def test_the_unit_a_heading_names(heading: str, name: str, unit: str) -> None:
    assert named_unit(heading) == (name, unit)


@pytest.mark.parametrize(
    ("column", "unit", "typed", "read_as"),
    [(_TARGET, PERCENT, "95", "95%"), (_TARGET, PERCENT, "≥ 95", "≥ 95%"),
     (_TARGET, PERCENT, "từ 95 trở lên", "từ 95% trở lên"),
     (_TARGET, PERCENT, "85 - 95", "85 - 95%"), (_TARGET, PERCENT, "95 %", "95 %"), (_TARGET, PERCENT, "≥95%", "≥95%"),
     (_TARGET, PERCENT, "02 lần/năm", "02 lần/năm"), (_TARGET, PERCENT, "loại tốt", "loại tốt"),
     (_TARGET, PERCENT, "trước 30/6", "trước 30/6"), (_TARGET, "vụ", "không quá 3", "không quá 3 vụ"),
     (_COST, "triệu đồng", "12,5", "12,5 triệu đồng"), (_COST, "triệu đồng", "20 triệu", "20 triệu"),
     (_VALUE, PERCENT, "71,5", "71,5%"), (_VALUE, "vụ", "3", "3"), (_COUNT, "hồ sơ", "412", "412"),
     (_NAME, "văn bản", "59", "59")],
)  # fmt: skip
def test_a_bare_number_takes_the_unit_of_its_heading(column: Column, unit: str, typed: str, read_as: str) -> None:
    cell = Cell("A4", typed)
    put_in_unit(cell, column, unit)
    assert cell.text == read_as


def test_a_fraction_below_a_percent_heading_is_asked_about() -> None:
    cell = Cell("A4", "0,95", Decimal("0.95"))
    put_in_unit(cell, _TARGET, PERCENT)
    assert "«0,95%» hay «95%»" in cell.wrong
    assert "gõ cả dấu %" in cell.fix


def _head(book: Workbook, sheet: str, heading: str, new: str) -> None:
    at(book, sheet, heading, HEADING_ROW).value = new


def test_targets_below_a_percent_heading_are_percent() -> None:
    def change(book: Workbook) -> None:
        for row in (HEADING_ROW + 1, HEADING_ROW + 2, HEADING_ROW + 3):
            at(book, OBJECTIVES, "Mục tiêu đề ra", row).value = 98
        _head(book, OBJECTIVES, "Mục tiêu đề ra", "Mục tiêu đề ra (%)")
        _head(book, RESULTS, "Tử số", "Tử số (hồ sơ)")

    targets = [target for objective in read(changed(change)).objectives for target in objective.targets]
    assert [target.printed for target in targets] == ["98%"] * 3
    assert read(changed(change)).results[0].numerator == 412
    assert "đơn vị «%»" in notes(changed(change))


def test_values_in_a_unit_of_money_no_target_is_told_in_are_refused() -> None:
    with pytest.raises(DataError, match="ghi theo «nghìn đồng» mà không chỉ tiêu nào"):
        read(changed(lambda book: _head(book, RESULTS, "Giá trị", "Giá trị (nghìn đồng)")))


@pytest.mark.parametrize("above", [[], ["NƠI NHẬN"], ["NƠI NHẬN", None, "(theo thứ tự)"]])
def test_a_list_of_one_column_needs_no_other_heading(above: list[str | None]) -> None:
    def change(book: Workbook) -> None:
        sheet = book["Nơi nhận"]
        sheet.delete_rows(1, sheet.max_row)
        for row in [*above, "Nơi nhận", "Sở Nội vụ", "Các phòng"]:
            sheet.append([row])

    assert read(changed(change)).documents[0].recipients == ("Sở Nội vụ", "Các phòng")


@pytest.mark.parametrize(("typed", "said"), [("x", True), ("X", True), ("✓", True), ("không", False)])
def test_a_tick_is_yes(typed: str, said: bool) -> None:
    def change(book: Workbook) -> None:
        at(book, "Văn bản", "In địa chỉ liên hệ").value = typed
        next(row for row in book["Cơ quan"].iter_rows() if row[0].value == "Địa chỉ liên hệ")[1].value = "Số 1, đường A"

    assert read(changed(change)).documents[0].with_contact is said
