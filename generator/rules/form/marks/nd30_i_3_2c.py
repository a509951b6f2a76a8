"""Chỉ dẫn phạm vi lưu hành chữ in hoa, đậm, trong khung, ở lề trên bên phải.

Quy định: các chỉ dẫn về phạm vi lưu hành «XEM XONG TRẢ LẠI», «LƯU HÀNH NỘI BỘ» trình bày bằng chữ in hoa, cỡ chữ từ
13 đến 14, kiểu chữ đứng, đậm, cân đối trong khung hình chữ nhật viền đơn, ở ô số 11 (Nghị định 30/2020/NĐ-CP, Phụ lục
I, phần I, mục III, khoản 2, điểm c).

Vì sao: người nhận phải thấy giới hạn lưu hành trước khi đọc.

Sai: «LƯU HÀNH NỘI BỘ» không khung, giữa nội dung

Đúng: «LƯU HÀNH NỘI BỘ» trong khung ở lề trên
"""

from __future__ import annotations

from generator.findings import Level, Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._looks import look
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.marks._stamps import stamps, unframed

RULE = form_rule(__name__, "C")


def check(reading: FileReading) -> Said:
    """Each limit of circulation that looks or stands otherwise."""
    for found in stamps(reading, RULE, Part.CIRCULATION):
        if isinstance(found, Unjudged):
            yield found
            continue
        line = found.lines[0]
        place, spot = place_of(found), spot_of(line)
        yield from look(RULE, found, reading.edition.components["circulation"])
        if (bare := unframed(reading, RULE, line, "chỉ dẫn", place)) is not None:
            yield bare
        above = any(one is line for _, where, _, lines in reading.headed if where == "header" for one in lines)
        if line.side == "left" or (line.holder in ("table", "footer") and not above):
            yield RULE.found(
                f"«{line.text}» không ở lề trên, bên phải", "đặt ở đầu trang của trang đầu, bên phải (Insert → Header)",
                level=Level.WARNING, place=place, spot=spot,
            )  # fmt: skip
