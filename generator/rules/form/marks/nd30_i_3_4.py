"""Địa chỉ cơ quan ở chân trang đầu, cỡ 11 đến 12, dưới đường kẻ liền.

Quy định: địa chỉ cơ quan, thư điện tử, trang thông tin điện tử, số điện thoại, số fax trình bày ở ô số 13 tại trang
đầu, chữ in thường, cỡ chữ từ 11 đến 12, kiểu chữ đứng, dưới một đường kẻ nét liền kéo dài hết chiều ngang vùng trình
bày (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 4).

Vì sao: địa chỉ lặp lại ở mọi trang chiếm chỗ của nội dung.

Sai: địa chỉ ở chân mọi trang, không có đường kẻ, cỡ 9

Đúng: địa chỉ ở chân trang đầu, cỡ 11, dưới đường kẻ
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding
from generator.layout.tree import Section
from generator.parts.lines import Line
from generator.parts.model import Component, Part
from generator.parts.recognising import address_foot
from generator.rules.base import form_rule
from generator.rules.form._looks import look
from generator.rules.form._reading import FileReading, Said, spot_of

RULE = form_rule(__name__, "O")
_LONG = 70  # lines of text that no page holds
_PLACE = "Địa chỉ cơ quan (chân trang)"


def check(reading: FileReading) -> Said:
    """An address in the footer that looks otherwise, stands on all pages, or has no line above it."""
    for number, where, kind, lines in reading.headed:
        written = [line for line in lines if line.text]
        if (number, where) == (0, "footer") and any(address_foot(line.text) for line in written):
            yield from look(RULE, Component(Part.ADDRESS, written), reading.edition.components["contact"])
            yield from _stands(reading, reading.document.sections[0], kind, lines, written[0])


def _stands(reading: FileReading, section: Section, kind: str, lines: list[Line], first: Line) -> Iterator[Finding]:
    if kind == "default" and (section.title_page or len(reading.lines) > _LONG):
        yield RULE.found(
            "địa chỉ cơ quan in ở chân các trang sau", "chỉ để ở chân trang đầu (Different First Page)", place=_PLACE,
            spot=spot_of(first),
        )  # fmt: skip
    ruled = any(line.rules or line.paragraph.format.border("top") is not None for line in lines)
    if not ruled and not reading.document.unsupported:
        yield RULE.found(
            "trên địa chỉ cơ quan không có đường kẻ", "kẻ đường nét liền hết chiều ngang (Borders → Top Border)",
            place=_PLACE, spot=spot_of(first),
        )  # fmt: skip
