"""The rules that a form is held against, by their ids, and how grave each is."""

from __future__ import annotations

from generator.docx.compiling import wrongs
from generator.edits import Spot
from generator.findings import Finding, Level

UNKNOWN = "M01"
GUARDED = "M02"
NO_LIST = "M10"
SPLIT = "M12"
TYPED = "M13"
LIKE = "M14"
WORD_FIELD = "M15"
UNSAFE = "M17"
MACROS = "M18"
FROM_OUTSIDE = "M19"
REVISIONS = "M20"
COMMENTS = "M21"
TWICE = "M23"
NOT_MADE = "M24"
NOT_IN_WORD = "M26"
NOT_IN_PDF = "M27"
EXAMPLE = "M28"
SHEET = "M29"
DAMAGED = "M30"
HEADING = "M32"

RULES: dict[str, tuple[Level, str]] = {
    UNKNOWN: (Level.ERROR, "Thẻ đọc trường không có"),
    GUARDED: (Level.WARNING, "Trường không có, mẫu luôn dùng giá trị thay"),
    wrongs.HALF: (Level.ERROR, "Thẻ mở hoặc đóng dở"),
    wrongs.BLOCKS: (Level.ERROR, "Khối if, for thiếu thẻ đóng, thừa hoặc đan nhau"),
    wrongs.SYNTAX: (Level.ERROR, "Biểu thức viết sai"),
    wrongs.BESIDE: (Level.ERROR, "Nội dung đứng cạnh thẻ {%p, {%tr, {%tc sẽ mất"),
    wrongs.COMMAND: (Level.ERROR, "Lệnh không có trong mẫu"),
    wrongs.FILTER: (Level.ERROR, "Bộ lọc, phép thử không có"),
    wrongs.JOINING: (Level.ERROR, "Thẻ nối đoạn làm mất nội dung"),
    NO_LIST: (Level.ERROR, "Vòng lặp qua giá trị không phải danh sách"),
    wrongs.PRINTING: (Level.ERROR, "Cách in không hợp với giá trị"),
    SPLIT: (Level.WARNING, "Một thẻ nằm trong chữ có định dạng khác nhau"),
    TYPED: (Level.NOTE, "Word tự đổi dấu trong thẻ"),
    LIKE: (Level.WARNING, "Chữ giống thẻ mà không phải thẻ"),
    WORD_FIELD: (Level.WARNING, "Trường trộn thư, ô nhập của Word không được điền"),
    wrongs.OUTSIDE: (Level.ERROR, "Thẻ ở chỗ không được điền"),
    UNSAFE: (Level.ERROR, "Biểu thức không an toàn"),
    MACROS: (Level.ERROR, "Mẫu có macro"),
    FROM_OUTSIDE: (Level.WARNING, "Mẫu lấy nội dung từ nơi khác"),
    REVISIONS: (Level.WARNING, "Mẫu còn thay đổi chưa duyệt"),
    COMMENTS: (Level.WARNING, "Mẫu còn nhận xét"),
    wrongs.OWED: (Level.ERROR, "Phần bắt buộc mà mẫu không in"),
    wrongs.TAGLESS: (Level.ERROR, "Tệp không có thẻ nào"),
    TWICE: (Level.ERROR, "Thẻ viết hai lần, thẻ trong thẻ"),
    NOT_MADE: (Level.ERROR, "In thử không được"),
    wrongs.UNPRINTED: (Level.WARNING, "Kiểu mục mà mẫu không in"),
    NOT_IN_WORD: (Level.ERROR, "Giá trị không đến được tệp Word"),
    NOT_IN_PDF: (Level.ERROR, "Giá trị không đến được bản PDF"),
    EXAMPLE: (Level.NOTE, "Hồ sơ ví dụ thiếu giá trị mà mẫu in"),
    SHEET: (Level.ERROR, "Tệp .yaml của mẫu khai sai"),
    DAMAGED: (Level.ERROR, "Tệp Word hỏng"),
    HEADING: (Level.WARNING, "Hàng lặp lại đặt là hàng tiêu đề"),
}
"""By id: how grave it is, and what it is called."""


def found(
    rule: str, what: str, fix: str = "", *, place: str = "", spot: Spot | None = None, level: Level | None = None
) -> Finding:
    """A finding of the rule, as grave as the rule says unless told otherwise."""
    return Finding(rule, RULES[rule][0] if level is None else level, what, fix, place, spot=spot)
