"""Spoiled workbooks by kinds, each with what must be said: the place, what is wrong, what to do."""

from __future__ import annotations

from datetime import datetime

from tests.workbook.books import Change, put
from tests.workbook.spoiling import (
    BELOW,
    RESULTS,
    broken,
    copied,
    dropped,
    formatted,
    heading,
    inserted,
    no_column,
    own_table,
    result,
    several,
    sheet_called,
    total,
)

Spoiled = dict[str, tuple[Change, list[str]]]

_NO_UNIT = "không phải là một đơn vị → kết quả chung của cả cơ quan thì để trống «Đơn vị»"
ROWS: Spoiled = {
    "a total that is no sum": (
        total(done=449), ["Sheet Kết quả, ô F10: dòng «Tổng cộng» ghi 449 mà cộng các dòng được 448 → sửa số sai"],
    ),
    "a total of what there was in all": (
        total(name="Toàn xã", all_=500), ["Sheet Kết quả, ô G10: dòng «Toàn xã» ghi 500 mà cộng các dòng được 454"],
    ),
    "a total without objective": (
        result(BELOW, {"Mục tiêu": "TỔNG CỘNG", "Tử số": 9999}), ["ô F10: dòng «TỔNG CỘNG» ghi 9999", "được 1340"],
    ),
    "a subtotal that is no sum": (
        inserted(8, {"Mục tiêu": "Cộng mục I", "Tử số": 900}), ["Sheet Kết quả, ô F8: dòng «Cộng mục I» ghi 900"],
    ),
    "a total on top": (inserted(4, {"Đơn vị": "Toàn tỉnh", "Tử số": 1}), ["ô F4: dòng «Toàn tỉnh» ghi 1"]),
    "a total typed as text": (total(done="1.448"), ["Sheet Kết quả, ô F10: dòng «Tổng cộng» ghi 1448"]),
    "a total of no units": (put(RESULTS, "Đơn vị", "Toàn xã", 8), [f"Sheet Kết quả, ô C8: «Toàn xã» {_NO_UNIT}"]),
    "an average of no units": (put(RESULTS, "Đơn vị", "Bình quân", 8), [f"ô C8: «Bình quân» {_NO_UNIT}"]),
    "a rate typed where it is computed": (
        result(4, {"Tử số": None, "Mẫu số": None, "Tỷ lệ %": 0.98}),
        ["Sheet Kết quả, ô J4: «98%» gõ vào cột tự tính, không được đọc", "ghi vào «Tử số» và «Mẫu số»"],
    ),
    "a verdict typed for a figure": (
        result(4, {"Tử số": None, "Mẫu số": None, "Đánh giá": "Đạt"}), ["ô K4: «Đạt» gõ vào cột tự tính"],
    ),
    "a code with another's name": (
        put(RESULTS, "Mục tiêu", "mt1 – Mức độ hài lòng"),
        ["Sheet Kết quả, ô A4: «mt1» đi kèm tên của «mt2»: «Mức độ hài lòng» → chọn lại trong danh sách"],
    ),
    "a code of nothing with a name": (
        put(RESULTS, "Mục tiêu", "mt9 – Tỷ lệ hồ sơ"), ["Sheet Kết quả, ô A4: không có mục tiêu «mt9"],
    ),
    "words that are no title": (
        inserted(6, {"Mục tiêu": "xem lại số dưới đây"}), ["Sheet Kết quả, ô D6: «Kỳ báo cáo» đang để trống"],
    ),
}  # fmt: skip

_RENAME = "→ đổi tên sheet thành «Kết quả»"
SHEETS: Spoiled = {
    **{
        f"the results called {name}": (
            sheet_called(RESULTS, name), [f"Sheet {name}: có 6 dòng mà không được đọc", "của sheet «Kết quả»", _RENAME],
        )
        for name in ("Số liệu", "KQ", "Sheet1", "Quý II", "BC 6 tháng")
    },
    "the results called as nothing of ours": (
        several(dropped(RESULTS), own_table("Quý I", [["Đơn vị nào", "Đúng", "Hết"], ["A", 1, 2], ["B", 3, 4]])),
        ["Sheet Quý I: có 3 dòng mà không được đọc: hồ sơ thiếu sheet «Kết quả»", _RENAME],
    ),
    "figures beside empty results": (
        several(lambda book: book[RESULTS].delete_rows(4, 100), own_table("Số liệu", [["Phòng", "Đúng"], ["A", 1]])),
        ["Sheet Số liệu: có 2 dòng mà không được đọc: hồ sơ không có dữ liệu ở sheet «Kết quả»", "chuyển các dòng đó"],
    ),
    "two sheets that may be the results": (
        several(copied(RESULTS, "Kết quả Q2"), sheet_called(RESULTS, "Kết quả Q1")),
        ["chưa rõ sheet nào là «Kết quả»: «Kết quả Q1», «Kết quả Q2» → dồn dữ liệu vào một sheet"],
    ),
    "a second sheet of results": (
        copied(RESULTS, "Kết quả (2)"),
        ["Sheet Kết quả (2): có 6 dòng mà không được đọc", "chuyển các dòng đó sang sheet «Kết quả»", "«Nháp»"],
    ),
    "no results in a report": (
        dropped(RESULTS), ["thiếu sheet «Kết quả» mà có văn bản báo cáo kỳ «6 tháng đầu năm» → thêm lại sheet"],
    ),
    "the objectives under another name": (
        sheet_called("Mục tiêu", "Bảng 1"), ["Sheet Bảng 1: có 3 dòng", "→ đổi tên sheet thành «Mục tiêu»"],
    ),
    "the body under another name": (
        sheet_called("Nội dung", "Thân bài"), ["Sheet Thân bài: có", "→ đổi tên sheet thành «Nội dung»"],
    ),
    "the signers under another name": (
        sheet_called("Người ký", "Lãnh đạo"), ["Sheet Lãnh đạo: có 2 dòng", "→ đổi tên sheet thành «Người ký»"],
    ),
}  # fmt: skip

_GONE = "mà không được đọc, trong khi thiếu cột"
COLUMNS: Spoiled = {
    "the unit's column gone": (
        no_column(RESULTS, "Đơn vị"),
        ["Sheet Kết quả, dòng 3: thiếu cột «Đơn vị» mà có chỉ tiêu giao cho từng đơn vị → thêm lại cột"],
    ),
    "the numerator's column gone": (
        no_column(RESULTS, "Tử số"), ["Sheet Kết quả, dòng 3: thiếu cột «Tử số» mà cột «Mẫu số» có số liệu"],
    ),
    "the denominator's column gone": (no_column(RESULTS, "Mẫu số"), ["thiếu cột «Mẫu số» mà cột «Tử số» có số liệu"]),
    "no column of figures": (
        no_column(RESULTS, "Tử số", "Mẫu số", "Giá trị", "Mức xếp loại"), ["thiếu cột «Tử số» mà không cột nào ghi"],
    ),
    "the period's column gone": (no_column(RESULTS, "Kỳ báo cáo"), ["Sheet Kết quả, dòng 3: thiếu cột «Kỳ báo cáo»"]),
    "the targets' column gone": (
        no_column("Mục tiêu", "Mục tiêu đề ra"), ["Sheet Mục tiêu, dòng 3: thiếu cột «Mục tiêu đề ra»"],
    ),
    **{
        f"«{old}» called «{new}»": (
            heading(RESULTS, old, new), [f"cột «{new}» có", _GONE, f"«{old}» → ghi tiêu đề thành «{old}»"],
        )
        for old, new in (
            ("Tử số", "Số hồ sơ đúng hạn"), ("Tử số", "Đạt"), ("Mẫu số", "Tổng số hồ sơ"), ("Đơn vị", "Tên phòng"),
            ("Đơn vị", "Cơ quan thực hiện"), ("Nguyên nhân", "Lý do"), ("Hành động khắc phục", "Giải pháp"),
        )
    },
    "a heading rubbed out": (
        heading(RESULTS, "Tử số", None), ["ô F4, F5, F6 và 3 ô nữa: cột không có tiêu đề", _GONE, "«Tử số»"],
    ),
    "a day under an unknown heading": (heading(RESULTS, "Ngày báo cáo", "Hôm gửi"), ["ô P3: cột «Hôm gửi»", _GONE]),
    "targets under an unknown heading": (
        heading("Mục tiêu", "Mục tiêu đề ra", "Con số"), ["Sheet Mục tiêu, ô E3: cột «Con số» có 3 ô dữ liệu", _GONE],
    ),
    "names under an unknown heading": (
        heading("Người ký", "Chức vụ", "Làm gì"), ["Sheet Người ký, ô C3: cột «Làm gì» có 2 ô dữ liệu", _GONE],
    ),
}  # fmt: skip

CELLS: Spoiled = {
    "95 in a cell of percent": (
        formatted("Giá trị", 95, "0%"), ["ô H4: ô đang hiện 9500%: số 95 nằm trong ô định dạng phần trăm → gõ lại 95%"],
    ),
    "98.5 in a cell of percent": (formatted("Giá trị", 98.5, "0.00%"), ["ô H4: ô đang hiện 9850%", "gõ lại 98,5%"]),
    "a count in a cell of percent": (
        formatted("Tử số", 412, "0%"), ["ô F4: ô đang hiện 41200%", "đổi định dạng ô sang General rồi gõ lại 412"],
    ),
    "a target in a cell of percent": (
        formatted("Mục tiêu đề ra", 98, "0%", "Mục tiêu"), ["Sheet Mục tiêu, ô E4: ô đang hiện 9800%"],
    ),
    "1.000 taken for one": (
        formatted("Mẫu số", 1, "0.000"), ["ô G4: ô đang hiện «1.000» nhưng Excel giữ số 1", "1000 nếu là hàng nghìn"],
    ),
    "a value of 2.000": (formatted("Giá trị", 2, "#,##0.000"), ["ô H4: ô đang hiện «2.000» nhưng Excel giữ số 2"]),
    "1.234 taken for a little more than one": (
        formatted("Mẫu số", 1.234, "General"), ["ô G4: «Mẫu số»: «1,234» có phần lẻ", "nếu là 1234 thì gõ liền"],
    ),
    "shown in thousands": (
        formatted("Tử số", 412_000, "#,##0,"), ["ô F4: ô hiện số đã chia cho 1000, Excel giữ 412000"],
    ),
    "a value that became a day": (formatted("Giá trị", datetime(2027, 5, 4), "d/m/yyyy"), ["ô H4: «Giá trị»"]),
    "a count that became a day": (formatted("Tử số", datetime(2027, 5, 4), "d-mmm"), ["ô F4: «Tử số»"]),
    "a year that became a day": (formatted("Năm", 2027, "d/m/yyyy"), ["Sheet Kết quả, ô E4: «Năm»"]),
    "a flag for a count": (put(RESULTS, "Tử số", value=True), ["Sheet Kết quả, ô F4: «Tử số»: «có» không phải là số"]),
    "a count with its unit": (put(RESULTS, "Tử số", "412 hồ sơ"), ["ô F4: «Tử số»: «412 hồ sơ» không phải là số"]),
    "a fraction in one cell": (put(RESULTS, "Tử số", "412/418"), ["Sheet Kết quả, ô F4: «Tử số»: «412/418»"]),
    "a numerator below zero": (put(RESULTS, "Tử số", -1), ["Sheet Kết quả, ô F4: «Tử số»"]),
    "a year of two figures": (put(RESULTS, "Năm", 27), ["Sheet Kết quả, ô E4: «Năm»"]),
    "a period that is a number": (put(RESULTS, "Kỳ báo cáo", 1), ["Sheet Kết quả, ô D4: «Kỳ báo cáo»"]),
    "a reference lost": (broken("Mẫu số", "#REF!"), ["Sheet Kết quả, ô G4: ô báo lỗi #REF! → sửa công thức"]),
    "a name lost": (broken("Giá trị", "#NAME?"), ["Sheet Kết quả, ô H4: ô báo lỗi #NAME?"]),
    "a unit not found": (broken("Đơn vị", "#N/A"), ["Sheet Kết quả, ô C4: ô báo lỗi #N/A"]),
    "a target not found": (broken("Mục tiêu đề ra", "#VALUE!", "Mục tiêu"), ["ô E4: ô báo lỗi #VALUE!"]),
    "a unit never computed": (
        put(RESULTS, "Đơn vị", "=UPPER(\"a\")"), ["Sheet Kết quả, ô C4: công thức chưa có giá trị tính sẵn"],
    ),
    "a unit of another file": (put(RESULTS, "Đơn vị", "=[2]Danh!A1"), ["ô C4: công thức lấy số từ tệp Excel khác"]),
}  # fmt: skip
