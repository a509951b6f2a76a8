"""Trước họ tên người ký không ghi học hàm, học vị, danh hiệu.

Quy định: họ và tên người ký gồm họ, tên đệm và tên; trước họ tên không ghi học hàm, học vị và các danh hiệu danh dự
khác. Việc ghi thêm quân hàm, học hàm, học vị ở lực lượng vũ trang, tổ chức sự nghiệp giáo dục, y tế, khoa học do
người đứng đầu ngành quy định (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7, điểm c).

Vì sao: thẩm quyền ký đến từ chức vụ, không từ học vị.

Sai: «TS. Nguyễn Văn A»; «Ông Nguyễn Văn A»

Đúng: «Nguyễn Văn A»
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Unjudged
from generator.parts.lines import Line
from generator.parts.model import Part, Sure
from generator.rules.base import form_rule
from generator.rules.data._honours import honours_around, is_armed, is_of_sector
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.signature._signing import signed_by_others, unsure_signatures

RULE = form_rule(__name__, "M")
_OF_SECTOR = frozenset({"quân hàm", "học hàm, học vị"})


def check(reading: FileReading) -> Said:
    """Each name of a signer with a title before or behind it."""
    parts = reading.parts
    agencies = [parts.text(part).lower() for part in (Part.ISSUER, Part.PARENT)]
    # Of several agencies that issue it together each signs under its own name.
    agencies += [line.text.lower() for title in parts.of(Part.SIGN_AUTHORITY) for line in title.lines]
    free = any(is_armed(agency) or is_of_sector(agency) for agency in agencies)
    yield from unsure_signatures(reading, RULE)
    for line, place in _names(reading):
        found = honours_around(line.text)
        if found is None or signed_by_others(reading):
            continue
        if free and found.kinds <= _OF_SECTOR:
            yield Unjudged(RULE.id, f"ghi «{found.words}»: ngành có thể có quy định riêng", place)
            continue
        yield RULE.found(
            f"{'sau' if found.behind else 'trước'} họ tên người ký ghi «{found.words}»", f"chỉ ghi «{found.name}»",
            place=place, spot=spot_of(line),
        )  # fmt: skip


def _names(reading: FileReading) -> Iterator[tuple[Line, str]]:
    """The names read, and the one line below a title that was not read as one for what stands before it."""
    for signer in reading.parts.of(Part.SIGNER):
        if signer.sure is not Sure.GUESS:
            yield signer.lines[-1], place_of(signer)
    for title in reading.parts.of(Part.SIGN_AUTHORITY):
        if title.sure is Sure.GUESS:
            continue
        row, side = title.lines[-1].row, title.lines[-1].side
        below = [line for line in reading.parts.unread if line.text and (line.row, line.side) == (row, side)]
        if len(below) == 1 and title.lines[-1].holder == "table":
            yield below[0], place_of(title)
