"""The words a page says references in: fields by their titles, parts by the names of their pages."""

from __future__ import annotations

from generator.dossier.model import Dossier
from generator.faults import Add, Advice, Choice, Column, Entry, Field, File, Fill, Key, Label, Place, Quoted, Reference
from generator.typed.labels import titles
from generator.workbook.sheets.words import label_of

_PARTS = {
    ("ho-so", ""): "trang «Cơ quan»",
    ("co-quan", ""): "trang «Cơ quan»",
    ("co-quan", "nguoi"): "trang «Người ký»",
    ("muc-tieu", ""): "trang «Mục tiêu»",
    ("ke-hoach", ""): "trang «Kế hoạch»",
    ("ket-qua", ""): "trang «Kết quả»",
    ("can-cu", ""): "trang «Căn cứ»",
}
_ADVICE = {
    Advice.LIST: "mỗi mục một dòng",
    Advice.FIELDS: "điền vào từng ô",
    Advice.QUOTES: "ghi một câu",
    Advice.EMPTY_CELL: "điền đủ ô, ô trống thì để trống",
    Advice.COMMA_IN_CELL: "bỏ bớt ô, hoặc thêm cột",
    Advice.TWO_LINES: "hai dòng: Ủy ban nhân dân / xã Thượng Lộ",
    Advice.SEVERAL_PLACES: "nhiều nơi thì mỗi nơi một dòng",
    Advice.SEVERAL: "mỗi người, mỗi nơi một dòng",
    Advice.SCHEMA: "xem lời giải thích dưới ô",
    Advice.DROP_LINE: "điền giá trị hoặc xóa dòng đó",
}


class PageWords:
    """A form in a browser: titles, boxes; no key of the files means anything here."""

    def word(self, part: Reference) -> str:
        """The reference as a page shows it."""
        match part:
            case Field(key, title) | Label(key, title) | Quoted(key, title) | Entry(key, title):
                return f"«{title or key}»"
            case Key():
                return ""
            case File(stem, key):
                return _PARTS.get((stem, key), "hồ sơ")
            case Choice(code) | Column(code):
                return f"«{label_of(code)}»"
            case Place(path):
                return f"«{titles(Dossier, path)}»"
            case Add():
                return "điền ô này"
            case Fill():
                return "điền giá trị"
            case Advice():
                return _ADVICE[part]


WORDS = PageWords()
