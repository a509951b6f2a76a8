"""A workbook as a medium: fields as their headings, files as sheets, choices with their diacritics."""

from __future__ import annotations

from functools import cache

from generator.faults import (
    Add,
    Advice,
    Choice,
    Column,
    Entry,
    Field,
    File,
    Fill,
    Key,
    Label,
    Path_,
    Place,
    Quoted,
    Reference,
)  # fmt: skip
from generator.wording.characters import fold
from generator.workbook.sheets.layout import AGENCY, BODY, DETAILS, PEOPLE, tables

# A label is its code with diacritics and spaces, so that either is understood.
_LABELS = (
    "người đứng đầu", "cấp phó", "đơn vị", "tập thể", "trái", "giữa", "phải", "đều", "khoản", "điểm", "gạch", "bảng",
    "khoản tiêu đề", "cộng", "đoạn", "theo nhóm", "liên tục", "nhiều cấp",
    "theo mục tiêu", "cuộc họp", "hội nghị", "hội thảo",
    "hỏa tốc", "thượng khẩn", "khẩn", "xem xong trả lại", "lưu hành nội bộ", "tuyệt mật", "tối mật", "mật",
    "tổng hợp", "không đạt", "tiến độ", "số liệu", "biểu đồ", "xu hướng",
    "lũy kế", "xếp hạng", "đơn vị thiếu", "hành động", "đính chính", "xem xét",
    "hành động lần trước", "thay đổi", "hài lòng", "mục tiêu", "quá trình", "không phù hợp", "theo dõi đo lường",
    "đánh giá nội bộ", "nhà cung cấp", "nguồn lực", "rủi ro cơ hội", "cải tiến",
    "nội dung", "chỉ tiêu", "theo dõi", "phối hợp", "phương pháp", "biện pháp", "chủ trì", "thời gian", "kết quả",
)  # fmt: skip
_BY_FOLD = {fold(label): label for label in _LABELS}
_SHEET_OF_FILE = {
    ("ho-so", ""): AGENCY,
    ("co-quan", ""): AGENCY,
    ("co-quan", "nguoi"): PEOPLE,
    ("muc-tieu", ""): "Mục tiêu",
    ("ke-hoach", ""): "Kế hoạch",
    ("ket-qua", ""): "Kết quả",
    ("can-cu", ""): "Căn cứ riêng",
}
_ADVICE = {
    Advice.LIST: "mỗi mục một dòng trong ô (Alt+Enter)",
    Advice.FIELDS: "điền vào các cột riêng",
    Advice.QUOTES: "ghi một câu vào ô",
    Advice.EMPTY_CELL: "điền đủ ô, hoặc ghi «Số ô»",
    Advice.COMMA_IN_CELL: "bỏ bớt ô, hoặc thêm cột",
    Advice.TWO_LINES: "hai dòng: Ủy ban nhân dân / xã Thượng Lộ",
    Advice.SEVERAL_PLACES: "nhiều nơi thì mỗi nơi một dòng",
    Advice.SEVERAL: "mỗi người, mỗi nơi một dòng",
    Advice.SCHEMA: "rê chuột vào tiêu đề cột để xem cách ghi",
    Advice.DROP_LINE: "điền giá trị hoặc xóa dòng đó",
}


def label_of(code: str) -> str:
    """The choice as a workbook shows it."""
    return _BY_FOLD.get(fold(code), code)


def code_of(typed: str, choices: tuple[str, ...]) -> str:
    """The choice meant; what is none of them stays as typed."""
    if typed in choices:  # «hòa» and «hoà» are two choices, and one when folded
        return typed
    return next((choice for choice in choices if fold(choice) == fold(typed)), typed)


class Sheets:
    """A workbook: headings, sheets and cells; no key of the files means anything here."""

    def word(self, part: Reference) -> str:
        """The reference as a workbook shows it."""
        match part:
            case Field(key, title) | Label(key, title) | Quoted(key, title) | Entry(key, title):
                return f"«{title or key}»"
            case Key():
                return ""
            case File(stem, key):
                return f"sheet {_SHEET_OF_FILE[stem, key]}"
            case Choice(code) | Column(code):
                return label_of(code)
            case Place():
                return "chỗ khác"
            case Add(path):
                sheet = sheet_of(path)
                return f"thêm dòng vào sheet «{sheet}»" if sheet else "điền ô này"
            case Fill(path):
                sheet = sheet_of(path)
                return f"thêm dòng vào sheet «{sheet}»" if sheet else "điền giá trị"
            case Advice():
                return _ADVICE[part]


SHEETS = Sheets()


def sheet_of(path: Path_) -> str:
    """The sheet whose rows are the value at the path; empty for what stands in cells of a row."""
    keys = tuple(step for step in path if isinstance(step, str))
    if keys[-1:] == ("noi_dung",) and keys[0] == "van_ban":
        return BODY
    if keys == ("van_ban", "chi_tiet"):
        return DETAILS
    return _lists().get(keys, "")


@cache
def _lists() -> dict[tuple[str, ...], str]:
    return {(("van_ban",) if table.of_document else ()) + table.at: table.sheet for table in tables()}
