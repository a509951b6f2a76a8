"""Rows that are no units are left out and said; what only looks like them is read."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from generator.errors import DataError
from tests.workbook.books import FIRST, Change, at, changed, notes, put, read, starter
from tests.workbook.spoiling import (
    BELOW,
    RESULTS,
    copied,
    crossed_out,
    formatted,
    inserted,
    own_table,
    result,
    several,
    total,
)

_LABELS = {"Mục tiêu": "(1)", "Chỉ tiêu": "(2)", "Đơn vị": "(3)", "Kỳ báo cáo": "(4)", "Tử số": "(5)", "Mẫu số": "(6)"}
_LETTERS = {"Mục tiêu": "A", "Đơn vị": "B", "Kỳ báo cáo": 1, "Tử số": 2, "Mẫu số": 3, "Tỷ lệ %": "4=2/3"}
_AGAIN = {"Mục tiêu": "Mục tiêu", "Đơn vị": "ĐƠN VỊ", "Kỳ báo cáo": "Kỳ báo cáo", "Tử số": "Tử số"}
_GONE = {"Mục tiêu": "mt1", "Đơn vị": "Phòng Kinh tế", "Kỳ báo cáo": "quý III", "Tử số": 5, "Mẫu số": 6}


def _hidden(book: Workbook) -> None:
    total()(book)
    book[RESULTS].row_dimensions[BELOW].hidden = True


def _merged_total(book: Workbook) -> None:
    result(BELOW, {"Mục tiêu": "Tổng cộng", "Tử số": 1340, "Mẫu số": 1365})(book)
    book[RESULTS].merge_cells(start_row=BELOW, end_row=BELOW, start_column=1, end_column=4)


_TOTAL, _MEAN = "bỏ qua dòng tổng «{}», không phải một đơn vị", "bỏ qua dòng trung bình «{}», không phải một đơn vị"
LEFT_OUT: dict[str, tuple[Change, str]] = {
    "a total of a quarter": (total(), "dòng 10: " + _TOTAL.format("Tổng cộng")),
    "a total of all": (total(name="Toàn xã"), _TOTAL.format("Toàn xã")),
    "a total typed as text": (total(name="CỘNG:", done="448"), _TOTAL.format("CỘNG:")),
    "a total across merged cells": (_merged_total, _TOTAL.format("Tổng cộng")),
    "a total that is hidden": (_hidden, _TOTAL.format("Tổng cộng")),
    "a subtotal": (inserted(8, {"Mục tiêu": "Cộng mục I", "Tử số": 943}), _TOTAL.format("Cộng mục I")),
    "a total on top": (inserted(4, {"Đơn vị": "Toàn xã", "Tử số": 1340}), _TOTAL.format("Toàn xã")),
    "a total never computed": (total(done="=SUM(F4:F9)"), _TOTAL.format("Tổng cộng")),
    "an average": (result(BELOW, {"Mục tiêu": "Bình quân", "Giá trị": 97.5}), _MEAN.format("Bình quân")),
    "an average of a quarter": (
        result(BELOW, {"Mục tiêu": "mt1", "Đơn vị": "Trung bình", "Kỳ báo cáo": "quý I", "Giá trị": "97,5%"}),
        _MEAN.format("Trung bình"),
    ),
    "numbers of columns": (inserted(4, _LABELS), "dòng 4: bỏ qua dòng đánh số cột"),
    "letters of columns": (inserted(4, _LETTERS), "dòng 4: bỏ qua dòng đánh số cột"),
    "headings again": (inserted(6, _AGAIN), "dòng 6: bỏ qua dòng nhắc lại tiêu đề"),
    "a row crossed out": (
        several(result(BELOW, _GONE), crossed_out(BELOW)), "dòng 10: bỏ qua dòng có chữ gạch ngang «mt1»",
    ),
    "a title": (inserted(4, {"Mục tiêu": "I. Khối văn phòng"}), "bỏ qua dòng tiêu đề nhóm «I. Khối văn phòng»"),
    "a title in two cells": (
        inserted(6, {"Mục tiêu": "II", "Chỉ tiêu": "Khối chuyên môn"}), "tiêu đề nhóm «II. Khối chuyên môn»",
    ),
    "a title above rows with units": (inserted(4, {"Đơn vị": "A. Khối"}), "tiêu đề nhóm «A. Khối»"),
    "three who sign": (
        result(BELOW, {"Mục tiêu": "Người lập biểu", "Đơn vị": "Kế toán", "Tử số": "THỦ TRƯỞNG ĐƠN VỊ"}),
        "bỏ qua dòng ghi chú «Người lập biểu»",
    ),
    "a place and a day": (
        result(BELOW, {"Giá trị": "Mẫu, ngày 5 tháng 7 năm 2027"}), "bỏ qua dòng ghi chú «Mẫu, ngày 5 tháng 7",
    ),
    "a remark in brackets": (result(BELOW, {"Mục tiêu": "(*) Số liệu sơ bộ"}), "bỏ qua dòng ghi chú «(*) Số liệu"),
}  # fmt: skip


@pytest.mark.parametrize("name", LEFT_OUT)
def test_a_row_that_is_no_unit_is_left_out_and_said(name: str) -> None:
    change, expected = LEFT_OUT[name]
    raw = changed(change)
    assert read(raw).model_dump() == starter().model_dump()
    assert expected in notes(raw)


@pytest.mark.parametrize(
    "unit", ["Phòng Tổng hợp", "Ban Tổng kết", "Văn phòng Đảng ủy", "Tổng cục Thống kê", "Tổ Cộng đồng", "Xã Cộng Hòa"]
)
def test_a_unit_whose_name_only_sounds_like_a_total_is_read(unit: str) -> None:
    def change(book: Workbook) -> None:
        for row in (FIRST + 4, FIRST + 5):
            at(book, RESULTS, "Đơn vị", row).value = unit

    raw = changed(change)
    assert [one.unit for one in read(raw).results[4:]] == [unit, unit]
    assert not notes(raw)


def test_a_whole_that_a_target_binds_is_a_unit() -> None:
    unit = "CQCM, đơn vị theo dõi và báo cáo (Chỉ tiêu)"
    bound = several(put("Mục tiêu", unit, "Toàn xã", FIRST + 2), put(RESULTS, "Đơn vị", "Toàn xã", 8),
                    put(RESULTS, "Đơn vị", "Toàn xã", 9))  # fmt: skip
    raw = changed(bound)
    assert read(raw).results[-1].unit == "Toàn xã"
    assert not notes(raw)


def test_the_unit_above_its_rows_is_theirs() -> None:
    def change(book: Workbook) -> None:
        for row in range(FIRST, FIRST + 4):
            at(book, RESULTS, "Đơn vị", row).value = None
        inserted(FIRST + 2, {"Mục tiêu": "2. Phòng Kinh tế"})(book)
        inserted(FIRST, {"Mục tiêu": "1. Trung tâm Phục vụ hành chính công"})(book)

    raw = changed(change)
    assert [one.unit for one in read(raw).results[:4]] == [one.unit for one in starter().results[:4]]
    assert "đơn vị «Phòng Kinh tế» ở dòng 7 được hiểu là của các dòng 8, 9" in notes(raw)


def test_a_merged_unit_holds_for_the_rows_it_covers() -> None:
    raw = changed(lambda book: book[RESULTS].merge_cells("C4:C5"))
    assert read(raw).model_dump() == starter().model_dump()
    assert not notes(raw)


def test_a_blank_unit_below_a_unit_is_said() -> None:
    raw = changed(several(put(RESULTS, "Đơn vị", "Phòng Kinh tế", 8), put("Mục tiêu", "Mục tiêu đề ra", "≥ 90%", 6)))
    assert "Sheet Kết quả, ô C9: để trống nên hiểu là số của cả cơ quan" in notes(raw)


SAID: dict[str, tuple[Change, str]] = {
    "a draft": (copied(RESULTS, "Nháp kết quả"), "Sheet «Nháp kết quả» không thuộc hồ sơ, bỏ qua"),
    "a sheet of their own": (own_table("Danh bạ", [["Tên", "Máy"], ["A", 1], ["B", 2]]), "Sheet «Danh bạ» không thuộc"),
    "words around a number": (
        formatted("Mục tiêu đề ra", 0.98, '"≥ "0%', "Mục tiêu"), "ô E4: định dạng của ô thêm chữ quanh số",
    ),
    "a rate typed over the formula": (
        result(FIRST, {"Tỷ lệ %": 0.98}), "«Tỷ lệ %» và «Đánh giá» tự tính, không đọc số gõ tay ở ô J4",
    ),
    "a name cut short beside its code": (put(RESULTS, "Mục tiêu", "mt1 – Tỷ lệ hồ sơ"), ""),
    "a code in capitals beside its name": (put(RESULTS, "Mục tiêu", "MT1 – Tỷ lệ hồ sơ thủ tục hành chính"), ""),
}  # fmt: skip


@pytest.mark.parametrize("name", SAID)
def test_what_changes_nothing_is_said_where_it_is_more_than_a_habit(name: str) -> None:
    change, expected = SAID[name]
    raw = changed(change)
    assert read(raw).model_dump() == starter().model_dump()
    assert expected in notes(raw)
    assert bool(expected) == bool(notes(raw))


def test_an_objective_reworded_keeps_its_results() -> None:
    raw = changed(put("Mục tiêu", "Nội dung", "Hồ sơ đúng hạn"))
    assert read(raw).results == starter().results
    assert "Sheet Kết quả, ô A4: tên đi kèm mã nay đã khác (4 dòng), đọc theo mã" in notes(raw)


def test_rounded_figures_are_read_as_they_are_kept_and_said() -> None:
    raw = changed(formatted("Giá trị", 98.96, "0"))
    assert str(read(raw).results[0].value) == "98.96"
    assert "1 ô hiện số làm tròn, đọc số Excel giữ (H4 hiện 99, giữ 98,96)" in notes(raw)


def test_five_hundred_percent_is_asked_about() -> None:
    raw = changed(formatted("Mục tiêu đề ra", 5, "0%", "Mục tiêu"))
    assert "ô E4: ô hiện 500%; nếu định ghi 5% thì gõ lại cả dấu %" in notes(raw)


def test_a_cell_without_value_is_said_once() -> None:
    with pytest.raises(DataError) as caught:
        read(changed(formatted("Tử số", 412, "0%")))
    assert [problem.place for problem in caught.value.problems] == ["Sheet Kết quả, ô F4"]


_KINDS = "chọn: Phần, Chương, Mục"
_FORM = "→ ghi vào ô này: khoản, khoản tiêu đề, điểm, gạch, bảng"
ONE_FAULT: dict[str, tuple[dict[str, str | None], str]] = {
    "a kind that is none": ({"Loại": "Lời văn"}, f"ô C{FIRST}: loại «Lời văn» không dùng được → {_KINDS}"),
    "no kind": ({"Loại": None}, f"ô C{FIRST}: chưa rõ dòng này là gì → {_KINDS}"),
    "no form": (
        {"Loại": "In mục tiêu của hồ sơ", "Nội dung": None},
        f"ô D{FIRST}: «In mục tiêu của hồ sơ» chưa ghi dạng {_FORM}",
    ),
    "a form that is none": (
        {"Loại": "In mục tiêu của hồ sơ", "Nội dung": "liệt kê"},
        f"ô D{FIRST}: «In mục tiêu của hồ sơ» không có dạng «liệt kê» {_FORM}",
    ),
    "no table": ({"Loại": "Bảng", "Nội dung": None}, f"ô E{FIRST}: chưa ghi mã bảng →"),
}


@pytest.mark.parametrize("case", ONE_FAULT)
def test_a_wrong_row_of_a_body_is_told_once_and_nothing_as_missing_besides(case: str) -> None:
    cells, told = ONE_FAULT[case]

    def only_row(book: Workbook) -> None:
        book["Nội dung"].delete_rows(FIRST + 1, 100)
        for heading, value in cells.items():
            at(book, "Nội dung", heading, FIRST).value = value

    with pytest.raises(DataError) as refused:
        read(changed(only_row))
    body = [str(one) for one in refused.value.problems if "Nội dung" in str(one) or "nội dung" in str(one)]
    assert len(body) == 1, body
    assert body[0].startswith(f"Sheet Nội dung, {told}")
