"""Phông chữ Times New Roman ở mọi chỗ.

Quy định: phông chữ sử dụng trình bày văn bản là phông chữ tiếng Việt Times New Roman, kể cả trong bảng, khung chữ,
đầu trang, chân trang và chú thích (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 4).

Vì sao: phông khác thì máy khác có thể không có, dòng và trang xô đi; chỗ dán từ nơi khác lộ ra ngay.

Sai: đoạn dán vào còn phông Calibri, Arial

Đúng: mọi chữ Times New Roman; dấu ô vuông, mũi tên của phông ký hiệu
"""

from __future__ import annotations

from generator.edits import SetLook
from generator.layout.tree import Run
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.page._texts import Piece, grouped, pieces

RULE = form_rule(__name__, "M")
_SIGNS = ("symbol", "wingdings", "webdings", "marlett", "zapf", "segoe ui symbol", "ms gothic", "cambria math")


def check(reading: FileReading) -> Said:
    """One finding for each other typeface that letters or digits are set in."""
    font = reading.edition.font
    met = {piece.item.format.font for piece in pieces(reading)}
    others = {
        name for name in met if not name.casefold().startswith(_SIGNS) and not _bare(name).startswith(_bare(font))
    }

    def fault(piece: Piece) -> str:
        form, item = piece.item.format, piece.item
        if form.font not in others or form.old_font:
            return ""
        return form.font if not isinstance(item, Run) or any(map(str.isalnum, item.text)) else ""

    yield from grouped(
        reading, RULE, fault,
        lambda name, where: (f"phông chữ {name}{where}", f"đặt phông {font} (Home → Font)"),
        lambda spot: SetLook(spot, font=font),
    )  # fmt: skip


def _bare(font: str) -> str:
    """The name as PDF writes it as well: «TimesNewRomanPSMT»."""
    return font.replace(" ", "").casefold()
