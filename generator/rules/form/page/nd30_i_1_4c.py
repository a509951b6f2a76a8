"""Chữ màu đen.

Quy định: phông chữ màu đen ở mọi chỗ, không tô nền chữ; dấu chỉ mức độ khẩn và hình dấu không thuộc quy định này
(Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 4).

Vì sao: chữ màu in trên máy đen trắng thành xám, chữ tô nền khi sao chụp không đọc được; liên kết màu xanh là dấu vết
của chỗ dán.

Sai: chữ màu đỏ; liên kết màu xanh; chữ tô vàng

Đúng: chữ màu tự động hoặc đen; dấu HỎA TỐC màu đỏ
"""

from __future__ import annotations

from generator.edits import SetLook
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.page._texts import Piece, grouped, pieces

RULE = form_rule(__name__, "M")
_DARK = 0x33  # of 255 in each of red, green and blue: what nobody tells from black


def check(reading: FileReading) -> Said:
    """One finding for each other colour, and for each colour behind letters."""

    bright = set(filter(_is_bright, {piece.item.format.color for piece in pieces(reading)}))

    def fault(piece: Piece) -> str:
        form = piece.item.format
        if form.color in bright:
            return f"màu {form.color}"
        return "tô nền" if form.highlight and form.highlight not in ("none", "FFFFFF") else ""

    yield from grouped(
        reading, RULE, fault,
        lambda name, where: (
            f"chữ {name}{where}", "đặt chữ màu đen (Home → Font Color → Automatic), bỏ tô nền (Text Highlight Color)"
        ),
        lambda spot: SetLook(spot, colour="auto"),
    )  # fmt: skip


def _is_bright(colour: str | None) -> bool:
    return colour is not None and len(colour) == 6 and any(int(colour[n : n + 2], 16) > _DARK for n in (0, 2, 4))
