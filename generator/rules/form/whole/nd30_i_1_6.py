"""Các thành phần đứng đúng vị trí theo sơ đồ.

Quy định: vị trí trình bày các thành phần thể thức theo sơ đồ tại mục IV, phần I, Phụ lục I Nghị định 30/2020/NĐ-CP: số,
ký hiệu và địa danh, thời gian ở trên tên loại; quyền hạn, chức vụ, họ tên ở bên phải, nơi nhận ở bên trái.

Vì sao: người nhận tìm số, ngày ở đầu trang; người ký, nơi nhận ở cuối.

Sai: «Mẫu, ngày 03 tháng 02 năm 2026» ở cuối văn bản, trên chức vụ người ký; nơi nhận bên phải, chữ ký bên trái

Đúng: ngày tháng ở đầu trang, dưới Tiêu ngữ; biên bản có thư ký ký bên trái
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part, Sure
from generator.parts.recognising import type_name
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.whole._presence import is_attached, stray

RULE = form_rule(__name__, "M")
_ABOVE = {
    Part.NUMBER: "đưa lên dưới tên cơ quan ban hành, bên trái",
    Part.PLACE_DATE: "đưa lên dưới Tiêu ngữ, bên phải, cùng dòng với số, ký hiệu",
}
_OWN = frozenset({"biên bản", "hợp đồng", "bản ghi nhớ", "bản thỏa thuận", "giấy nghỉ phép", "thư công"})


def check(reading: FileReading) -> Said:
    """A part of the head that stands below the title; a signature on the left with nơi nhận on the right."""
    parts = reading.parts
    if parts.kind not in ("type", "letter") or type_name(parts.text(Part.TYPE)) in _OWN:
        return
    for part, fix in _ABOVE.items():
        line = stray(reading, part) if not any(parts.of(part)) and not is_attached(parts) else None
        if line is not None:
            name = str(part)
            yield RULE.found(
                f"{name} không đứng ở đầu văn bản", fix, place=f"{name[:1].upper()}{name[1:]} ({line.place})",
                spot=spot_of(line),
            )  # fmt: skip
    yield from _columns(reading)


def _columns(reading: FileReading) -> Said:
    labels = list(reading.parts.of(Part.RECIPIENTS_LABEL))
    signing = list(reading.parts.of(Part.SIGN_AUTHORITY))
    if not labels or not signing or labels[0].lines[0].side != "right":
        return
    if all(one.lines[0].side == "left" and one.sure is not Sure.GUESS for one in signing):
        yield RULE.found(
            "nơi nhận ở bên phải, chữ ký ở bên trái", "đổi chỗ: nơi nhận bên trái, quyền hạn, chức vụ bên phải",
            place=place_of(labels[0]), spot=spot_of(labels[0].lines[0]),
        )  # fmt: skip
    else:
        yield Unjudged(RULE.id, "nơi nhận và chữ ký ở cùng một bên", place_of(labels[0]))
