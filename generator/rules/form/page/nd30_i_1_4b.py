"""Bộ mã ký tự Unicode theo TCVN 6909:2001.

Quy định: chữ trong văn bản thuộc bộ mã ký tự Unicode theo Tiêu chuẩn Việt Nam TCVN 6909:2001, không dùng phông của
bảng mã cũ (.VnTime, VNI-Times) (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 4); chữ có dấu viết bằng một
mã (dựng sẵn).

Vì sao: chữ của bảng mã cũ không tìm kiếm, không trích xuất được, máy khác đọc ra ký tự lạ; chữ tổ hợp thì tìm không
ra.

Sai: đoạn còn phông .VnTime; chữ «ế» gõ bằng hai mã

Đúng: chữ Unicode dựng sẵn
"""

from __future__ import annotations

import unicodedata

from generator.findings import Level
from generator.layout.tree import Run
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.page._texts import Piece, grouped

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Letters of fonts before Unicode, and letters whose marks are kept apart."""

    yield from grouped(
        reading, RULE, _old,
        lambda name, where: (
            f"chữ của bảng mã cũ, phông {name}{where}",
            "chuyển sang Unicode (Unikey: Ctrl+Shift+F6, đích Unicode) rồi đặt phông Times New Roman",
        ),
        None,
    )  # fmt: skip
    for found in grouped(reading, RULE, _apart, _say_apart, None):
        yield RULE.found(found.what, found.fix, level=Level.WARNING, place=found.place, spot=found.spot)


def _old(piece: Piece) -> str:
    item, font = piece.item, piece.item.format.old_font
    return font if font and isinstance(item, Run) and any(map(str.isalnum, item.text)) else ""


def _apart(piece: Piece) -> str:
    item = piece.item
    return "chữ tổ hợp" if isinstance(item, Run) and not unicodedata.is_normalized("NFC", item.text) else ""


def _say_apart(name: str, where: str) -> tuple[str, str]:
    return (
        f"{name}: chữ và dấu là hai mã riêng{where}",
        "chuyển sang Unicode dựng sẵn (Unikey: Ctrl+Shift+F6, nguồn Unicode tổ hợp, đích Unicode)",
    )
