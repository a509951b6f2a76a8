"""What clerks do to a workbook and is understood all the same; what is more than a habit is said."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from generator.dossier import Dossier
from generator.dossier.reading.reader import build_dossier
from generator.errors import DataError
from generator.workbook import empty_workbook, read_workbook_bytes, write_workbook
from tests.workbook.books import FIRST, HEADING_ROW, Change, at, changed, column, notes, put, read, starter

RESULTS = "Kết quả"


def _same(dossier: Dossier) -> None:
    assert dossier.model_dump() == starter().model_dump()


@pytest.mark.parametrize(
    ("typed", "shown", "value"),
    [("95%", "General", "95"), (0.95, "0%", "95"), (0.9496, "0.0%", "94.96"), ("95,0", "@", "95"),
     ("94,96%", "@", "94.96"),
     (95, "General", "95"), (95.5, "0.0", "95.5"), (95.30000000000001, "General", "95.3")],
)  # fmt: skip
def test_a_figure_is_read_however_it_is_typed(typed: object, shown: str, value: str) -> None:
    def change(book: Workbook) -> None:
        at(book, RESULTS, "Tử số").value = at(book, RESULTS, "Mẫu số").value = None
        cell = at(book, RESULTS, "Giá trị")
        cell.value, cell.number_format = typed, shown

    assert read(changed(change)).results[0].value == Decimal(value)


def test_a_rate_of_a_thousand_percent_is_asked_about() -> None:
    def change(book: Workbook) -> None:
        at(book, RESULTS, "Tử số").value = at(book, RESULTS, "Mẫu số").value = None
        cell = at(book, RESULTS, "Giá trị")
        cell.value, cell.number_format = "1.234", "@"

    with pytest.raises(DataError, match="không thể là tỷ lệ phần trăm"):
        read(changed(change))


@pytest.mark.parametrize("typed", ["412", " 412 ", "0412", 412.0])
def test_a_count_is_read_however_it_is_typed(typed: object) -> None:
    assert read(changed(put(RESULTS, "Tử số", typed))).results[0].numerator == 412


@pytest.mark.parametrize("typed", [date(2027, 4, 5), datetime(2027, 4, 5), "5/4/2027", "05.04.2027", "2027-04-05"])
def test_a_day_is_read_however_it_is_typed(typed: object) -> None:
    assert read(changed(put(RESULTS, "Ngày báo cáo", typed))).results[0].reported == date(2027, 4, 5)


def test_a_day_that_lost_its_format_is_read_and_said() -> None:
    def change(book: Workbook) -> None:
        cell = at(book, RESULTS, "Ngày báo cáo")
        cell.value, cell.number_format = 46482, "General"

    raw = changed(change)
    _same(read(raw))
    assert "Sheet Kết quả, ô P4: số 46482 được hiểu là ngày 05/04/2027" in notes(raw)


def test_a_target_that_became_a_percentage_or_a_day() -> None:
    def change(book: Workbook) -> None:
        first, second = at(book, "Mục tiêu", "Mục tiêu đề ra"), at(book, "Mục tiêu", "Mục tiêu đề ra", FIRST + 1)
        first.value, first.number_format = 0.985, "0.0%"
        second.value, second.number_format = datetime(2027, 2, 1), "d-mmm"

    raw = changed(change)
    assert [target.printed for target in read(raw).objectives[0].targets] == ["98,5%", "1/2"]
    assert "Sheet Mục tiêu, ô E5: Excel giữ ô này là ngày, đọc là «1/2»; xem lại" in notes(raw)


def _moved(book: Workbook) -> None:
    sheet = book[RESULTS]
    for row in sheet.iter_rows(min_row=HEADING_ROW):
        row[0].value, row[5].value = row[5].value, row[0].value


def _lower(book: Workbook) -> None:
    book[RESULTS].insert_rows(1, 3)
    book[RESULTS]["A1"] = "BẢNG TỔNG HỢP KẾT QUẢ"


def _numbered(book: Workbook) -> None:
    book[RESULTS].insert_cols(1)
    book[RESULTS].cell(HEADING_ROW, 1, "STT")
    for number in range(6):
        book[RESULTS].cell(FIRST + number, 1, number + 1)


def _decomposed(book: Workbook) -> None:
    for row in book["Mục tiêu"].iter_rows(min_row=HEADING_ROW):
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = unicodedata.normalize("NFD", cell.value)


def _gaps(book: Workbook) -> None:
    for _ in range(2):
        book[RESULTS].insert_rows(FIRST + 2)


def _repeated(book: Workbook) -> None:
    at(book, "Mục tiêu", "Mã mục tiêu", FIRST + 1).value = "mt1"


def _merged(book: Workbook) -> None:
    sheet = book["Mục tiêu"]
    for heading in ("Mã mục tiêu", "Nội dung"):
        number = column(sheet, heading)
        sheet.merge_cells(start_row=FIRST, end_row=FIRST + 1, start_column=number, end_column=number)


def _merged_owner(book: Workbook) -> None:
    sheet = book["Nội dung"]
    sheet.merge_cells(start_row=FIRST, end_row=FIRST + 3, start_column=1, end_column=1)


def _no_owner(book: Workbook) -> None:
    for row in book["Nội dung"].iter_rows(min_row=FIRST, max_col=1):
        row[0].value = None


def _no_levels(book: Workbook) -> None:
    for row in range(FIRST, FIRST + 10):
        at(book, "Nội dung", "Cấp", row).value = None


@pytest.mark.parametrize(
    "habit",
    [_moved, _lower, _numbered, _decomposed, _gaps, _repeated, _merged, _merged_owner, _no_owner, _no_levels],
    ids=lambda habit: habit.__name__.strip("_"),
)
def test_habits_change_nothing_and_are_not_worth_a_word(habit: Change) -> None:
    raw = changed(habit)
    _same(read(raw))
    assert not notes(raw)


def _hidden_rows(book: Workbook) -> None:
    book[RESULTS].row_dimensions[FIRST + 1].hidden = True


def _hidden_sheet(book: Workbook) -> None:
    book[RESULTS].sheet_state = "hidden"


def _hidden_column(book: Workbook) -> None:
    sheet = book[RESULTS]
    sheet.column_dimensions[get_column_letter(column(sheet, "Tử số"))].hidden = True


def _crossed_out(book: Workbook) -> None:
    at(book, RESULTS, "Tử số").font = Font(strike=True)


def _partly_crossed_out(book: Workbook) -> None:
    cell = at(book, "Mục tiêu", "Nội dung")
    words = str(cell.value)
    cell.value = CellRichText(TextBlock(InlineFont(strike=True), words[:4]), TextBlock(InlineFont(), words[4:]))


def _counted_from_1904(book: Workbook) -> None:
    book.epoch = CALENDAR_MAC_1904
    cell = at(book, RESULTS, "Ngày báo cáo")
    cell.value, cell.number_format = 46482 - 1462, "General"


def _renamed_heading(book: Workbook) -> None:
    book[RESULTS].cell(HEADING_ROW, column(book[RESULTS], "Nguyên nhân"), "Nguyên nhân không đạt")


def _renamed_sheet(book: Workbook) -> None:
    book[RESULTS].title = "Ket qua 2027"


def _renamed_field(book: Workbook) -> None:
    book["Cơ quan"]["A10"] = "Địa danh (xã)"


def _own_column(book: Workbook) -> None:
    sheet = book[RESULTS]
    sheet.cell(HEADING_ROW, sheet.max_column + 1, "Điện thoại")
    sheet.cell(FIRST, sheet.max_column, "0912")


def _unheaded(book: Workbook) -> None:
    sheet = book[RESULTS]
    right = sheet.max_column + 1
    for row in range(FIRST, FIRST + 5):
        sheet.cell(row, right, row)
    sheet.cell(FIRST, right + 3, "xem lại")


def _own_sheet(book: Workbook) -> None:
    book.create_sheet("Nháp")["A1"] = "tính thử"


def _below(*lines: tuple[int, object]) -> Change:
    def change(book: Workbook) -> None:
        for offset, value in lines:
            book[RESULTS].cell(FIRST + 6 + offset, 1, value)

    return change


SAID: dict[str, tuple[Change, str]] = {
    "hidden rows": (_hidden_rows, "Sheet Kết quả: đọc cả 1 dòng đang ẩn (5)"),
    "a hidden sheet": (_hidden_sheet, "Sheet «Kết quả» đang ẩn, vẫn đọc"),
    "a hidden column": (_hidden_column, "Sheet Kết quả: đọc cả 1 cột đang ẩn («Tử số»)"),
    "a cell crossed out": (_crossed_out, "Sheet Kết quả: đọc cả 1 ô có chữ gạch ngang (F4)"),
    "words crossed out": (_partly_crossed_out, "Sheet Mục tiêu: đọc cả 1 ô có chữ gạch ngang (B4)"),
    "days counted from 1904": (_counted_from_1904, "Sheet Kết quả, ô P4: số 45020 được hiểu là ngày 05/04/2027"),
    "a heading renamed": (_renamed_heading, "cột «Nguyên nhân không đạt» được hiểu là «Nguyên nhân»"),
    "a sheet renamed": (_renamed_sheet, "Sheet «Ket qua 2027» được hiểu là «Kết quả»"),
    "a field renamed": (_renamed_field, "mục «Địa danh (xã)» được hiểu là «Địa danh»"),
    "a column of their own": (_own_column, "Sheet Kết quả, ô X3: cột «Điện thoại» không dùng, bỏ qua"),
    "values under no heading": (
        _unheaded, "Sheet Kết quả, ô X4, X5, X6 và 2 ô nữa: cột không có tiêu đề, không đọc",
    ),
    "a value far right": (_unheaded, "Sheet Kết quả, ô AA4: cột không có tiêu đề, không đọc"),
    "a sheet of their own": (_own_sheet, "Sheet «Nháp» không thuộc hồ sơ, bỏ qua"),
    "a remark below": (_below((1, "Ghi chú: số liệu tính đến 30/6")), "bỏ qua dòng ghi chú «Ghi chú: số liệu tính đến"),
    "a total below": (_below((0, "Tổng cộng")), "dòng 10: bỏ qua dòng ghi chú «Tổng cộng»"),
    "signatures below": (
        _below((2, "Người lập biểu"), (3, "(Ký, ghi rõ họ tên)"), (6, "Lê Văn C")), "bỏ qua dòng ghi chú «Lê Văn C»",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SAID)
def test_what_is_more_than_a_habit_is_said(name: str) -> None:
    change, expected = SAID[name]
    raw = changed(change)
    _same(read(raw))
    assert expected in notes(raw)


def test_an_old_font_is_read() -> None:
    raw = changed(put("Mục tiêu", "Nội dung", "Tû lÖ hå s¬ gi¶i quyÕt ®óng h¹n"))
    assert read(raw).objectives[0].text == "Tỷ lệ hồ sơ giải quyết đúng hạn"


def test_formulas_are_read_by_the_value_computed_last() -> None:
    raw = changed(put(RESULTS, "Tử số", "=400+12"))
    computed = _with_cached(raw, b"<f>400+12</f><v></v>", b"<f>400+12</f><v>412</v>")
    _same(read(computed))


def _with_cached(raw: bytes, old: bytes, new: bytes) -> bytes:
    import io
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(stream, "w") as archive:
        parts = {name: source.read(name) for name in source.namelist()}
        assert sum(data.count(old) for data in parts.values()) == 1
        for name, data in parts.items():
            archive.writestr(name, data.replace(old, new))
    return stream.getvalue()


def test_words_that_look_like_remarks_survive_where_they_are_data() -> None:
    typed = starter().model_dump(by_alias=True, mode="json", exclude_defaults=True)
    words = ["Tổng cộng", "Ghi chú: xem sau", "VD: 95%", "* tạm"]
    typed["muc_tieu"][0]["chi_tieu"] = [{"in_ra": "≥ 98%"}, *({"in_ra": word, "gia_tri": "95%"} for word in words)]
    typed["ket_qua"] = []
    dossier = build_dossier(typed)
    assert read(write_workbook(dossier)).model_dump() == dossier.model_dump()


def _filled(change: Callable[[Workbook], None]) -> bytes:
    import io

    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(empty_workbook()))
    for name, value in (("Năm", 2027), ("Tên cơ quan", "Ủy ban nhân dân xã Mẫu"), ("Chữ viết tắt tên cơ quan", "UBND"),
                        ("Địa danh", "Mẫu")):  # fmt: skip
        next(row for row in book["Cơ quan"].iter_rows(min_row=FIRST) if row[0].value == name)[1].value = value
    rows = {
        "Người ký": {"Mã người ký": "ct", "Họ và tên": "Nguyễn Văn A", "Chức vụ": "Chủ tịch"},
        "Văn bản": {"Tên tệp": "qd", "Tên loại": "quyết định", "Trích yếu": "Về việc ban hành", "Người ký": "ct"},
        "Nội dung": {"Loại": "Điều", "Nội dung": "Ban hành."},
        "Nơi nhận": {"Nơi nhận": "Như trên"},
    }
    for sheet, cells in rows.items():
        for heading, value in cells.items():
            at(book, sheet, heading, FIRST + 2).value = value
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_example_rows_of_an_empty_workbook_are_not_read() -> None:
    done = read_workbook_bytes(_filled(lambda book: None), "x.xlsx")
    assert [person.id for person in done.dossier.agency.people] == ["ct"]
    assert not done.dossier.objectives
    assert not done.notes


def test_an_example_row_typed_over_is_said() -> None:
    done = read_workbook_bytes(_filled(put("Người ký", "Họ và tên", "Lê Thị D")), "x.xlsx")
    assert [person.id for person in done.dossier.agency.people] == ["ct"]
    assert "Sheet Người ký, dòng 4: không đọc vì bắt đầu bằng «VD:»" in "\n".join(done.notes)
