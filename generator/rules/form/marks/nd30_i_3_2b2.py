"""Dấu chỉ mức độ khẩn chữ in hoa, đậm, đỏ, trong khung, bên trái.

Quy định: con dấu các độ khẩn «HỎA TỐC» (30 mm x 8 mm), «THƯỢNG KHẨN» (40 mm x 8 mm), «KHẨN» (20 mm x 8 mm) trình bày
bằng chữ in hoa, cỡ chữ 13 hoặc 14, kiểu chữ đứng, đậm, cân đối trong khung hình chữ nhật viền đơn, mực đỏ tươi, ở ô
số 10b (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 2, điểm b).

Vì sao: dấu không có khung, không đỏ thì người chuyển không thấy.

Sai: «HỎA TỐC» chữ đen, không khung; khung rộng cả nửa trang

Đúng: «HỎA TỐC» đỏ, đậm, khung 30 mm, dưới số, ký hiệu
"""

from __future__ import annotations

from generator.edits import SetLook
from generator.findings import Level, Unjudged
from generator.law.figures import POINTS_PER_MM, URGENCY_COLOUR, URGENCY_WIDTHS
from generator.parts.lines import Line
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._looks import look
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.marks._stamps import is_red, stamps, unframed
from generator.wording.characters import fold

RULE = form_rule(__name__, "C")
_SLACK = 0.2  # of its width: programs measure a frame each in their way


def check(reading: FileReading) -> Said:
    """Each degree of urgency that looks otherwise."""
    for found in stamps(reading, RULE, Part.URGENCY):
        if isinstance(found, Unjudged):
            yield found
            continue
        line = found.lines[0]
        place, spot = place_of(found), spot_of(line)
        yield from look(RULE, found, reading.edition.components["urgency"])
        if not is_red(line):
            yield RULE.found(
                f"«{line.text}» không phải màu đỏ", "đặt chữ màu đỏ (Font color)", place=place, spot=spot,
                repairs=(SetLook(spot, colour=URGENCY_COLOUR),) if spot is not None else (),
            )  # fmt: skip
        if (bare := unframed(reading, RULE, line, "dấu", place)) is not None:
            yield bare
        elif (width := _width(line)) and abs(line.room / width - 1) > _SLACK and line.paragraph.format.border("left"):
            yield RULE.found(
                f"khung của «{line.text}» rộng {line.room / POINTS_PER_MM:.0f} mm",
                f"đặt khung rộng {width / POINTS_PER_MM:.0f} mm, cao 8 mm", level=Level.WARNING, place=place, spot=spot,
            )  # fmt: skip
        if line.side == "right":
            yield RULE.found(
                f"«{line.text}» ở bên phải", "đặt ở bên trái, dưới số, ký hiệu hoặc trích yếu công văn", place=place,
                spot=spot,
            )  # fmt: skip


def _width(line: Line) -> float:
    """How wide its frame shall be, points."""
    known = {fold(name): width for name, width in URGENCY_WIDTHS.items()}
    return known.get(line.folded, 0.0) * POINTS_PER_MM
