"""The sheet that explains a workbook to who fills it, and the line at the top of each sheet."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from generator.workbook.reading.row import EXAMPLE
from generator.workbook.sheets.layout import (
    AGENCY,
    BODY,
    DETAILS,
    DOCUMENTS,
    PEOPLE,
    TABLES,
)  # fmt: skip
from generator.workbook.writing.flatten import SheetRows
from generator.workbook.writing.look import BOLD, PLAIN, TITLE, for_print

SHEET_NOTES = {
    AGENCY: "Khai một lần: năm, cơ quan ban hành, cách làm. Điền cột «Nội dung điền»; mục màu cam là bắt buộc.",
    PEOPLE: "Những người có thể ký văn bản, mỗi người một dòng.",
    DOCUMENTS: "Mỗi văn bản cần soạn một dòng: quyết định, kế hoạch, báo cáo … Số và ngày để trống khi chưa ban hành.",
    BODY: "Phần thân của văn bản: mỗi Điều, khoản, điểm, đoạn một dòng; số Điều, khoản, điểm tự đánh. "
    "Dòng «Phụ lục» mở đầu một phụ lục, các dòng sau thuộc phụ lục đó.",
    TABLES: "Chỉ dùng khi văn bản có bảng riêng, hoặc muốn chọn cột khi in mục tiêu, kế hoạch.",
    DETAILS: "Chỉ dùng cho loại văn bản có mục riêng: giấy mời, biên bản, công điện, hợp đồng …",
    "Mục tiêu": "Mỗi chỉ tiêu một dòng; mã và nội dung của mục tiêu chỉ ghi ở dòng đầu của mục tiêu đó.",
    "Kế hoạch": "Mỗi công việc một dòng; mã mục tiêu ghi ở dòng đầu, các dòng sau để trống là cùng mục tiêu.",
    "Kết quả": "Mỗi đơn vị, mỗi kỳ một dòng: ghi tử số và mẫu số, hoặc giá trị, hoặc mức xếp loại.",
    "Căn cứ": "Mỗi căn cứ một dòng: mã hoặc số ký hiệu của văn bản, hoặc lời văn.",
    "Căn cứ riêng": "Văn bản của cơ quan, của tỉnh chưa có trong danh mục chung (xem: vanthu bases list).",
    "Nơi nhận": "Mỗi nơi nhận một dòng; không gõ gạch đầu dòng, dòng «Lưu» tự ghi.",
}
"""What each sheet is for; a sheet not named here needs no explanation."""

_STEPS = (
    "1. Điền các sheet từ trái sang phải. Tiêu đề cột màu cam là bắt buộc; rê chuột vào tiêu đề để xem cách ghi.",
    f"2. Dòng màu xám bắt đầu bằng «{EXAMPLE}» là ví dụ, không được đọc. Điền từ dòng dưới nó; xóa nó cũng được.",
    "3. Một ô cần nhiều dòng: bấm Alt+Enter. Ngày ghi ngày/tháng/năm. Ô «có», «không» chọn trong danh sách.",
    "4. Lưu tệp dạng .xlsx rồi chạy: vanthu render TỆP.xlsx",
    "5. Nếu có lỗi, chương trình nêu tên sheet và ô, ví dụ «Sheet Kết quả, ô D7», và cách sửa; sửa hết rồi chạy lại.",
    "Được phép: đổi chỗ cột, thêm cột riêng, thêm dòng ghi chú dưới bảng, thêm sheet riêng, gộp ô theo chiều dọc.",
    "Cột «Tỷ lệ %», «Đánh giá» của sheet Kết quả tự tính để xem ngay, không được đọc; dòng không đạt có màu đỏ.",
    "Dòng tổng, dòng trung bình không phải một đơn vị: chương trình không đọc, chỉ so với tổng các dòng.",
    "Trong lời văn, {nam} được thay bằng năm của hồ sơ. Sheet đặt tên bắt đầu bằng «Nháp» không được đọc.",
)


def write_guide(sheet: Worksheet, sheets: Sequence[SheetRows]) -> None:
    """Fill the sheet with the steps, then the sheets and what each is for."""
    lines: list[tuple[str, str]] = [("HƯỚNG DẪN", ""), *((step, "") for step in _STEPS), ("", "")]
    lines += [("Sheet", "Nội dung"), *((rows.name, SHEET_NOTES.get(rows.name, "")) for rows in sheets)]
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 22, 100
    table_from = len(_STEPS) + 3
    for number, (left, right) in enumerate(lines, start=1):
        for at, text in ((1, left), (2, right)):
            cell = sheet.cell(number, at, text or None)
            cell.font = (
                TITLE if number == 1 else BOLD if number == table_from or (number > table_from and at == 1) else PLAIN
            )
            cell.alignment = Alignment(vertical="top", wrap_text=True)
        if number < table_from:
            sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=2)
            sheet.row_dimensions[number].height = 17 * (1 + len(left) // 135)
        elif len(right) > 110:
            sheet.row_dimensions[number].height = 34
    for_print(sheet, 1)
