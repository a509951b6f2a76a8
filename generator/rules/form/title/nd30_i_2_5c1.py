"""Trích yếu công văn mở đầu bằng «V/v», chữ in thường, cỡ 12 đến 13, đứng.

Quy định: công văn không có tên loại; trích yếu nội dung công văn trình bày ở ô số 5b, sau chữ «V/v», bằng chữ in
thường, cỡ chữ từ 12 đến 13, kiểu chữ đứng (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 5, điểm b).

Vì sao: «V/v» đậm, nghiêng, cỡ 14 lấn át số và ngày ở bên cạnh.

Sai: «V/v …» in nghiêng, in đậm, cỡ 14; «Về việc …»; có tên loại «CÔNG VĂN»

Đúng: «V/v ban hành mục tiêu chất lượng năm 2027», cỡ 12 hoặc 13, đứng
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.lines import Line
from generator.parts.model import Part, Sure
from generator.parts.recognising import type_name
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._capitals import shouted
from generator.rules.form._looks import look
from generator.rules.form._reading import FileReading, Said, place_of, spot_of

RULE = form_rule(__name__, "M")
_WORDS = 3  # of a trích yếu at the least
_OPENS = late(r"V/v\s")
_LEAD = late(r"\W*(?:v\s*/\s*v\b\W*|v\.v\b\W*|về việc\b)", 2)


def check(reading: FileReading) -> Said:
    """Each trích yếu of a công văn that looks otherwise or opens otherwise, and a tên loại «CÔNG VĂN»."""
    for component in reading.judged(RULE, Part.TYPE):
        if not isinstance(component, Unjudged) and type_name(component.text) == "công văn":
            yield RULE.found(
                "có tên loại «CÔNG VĂN»", "bỏ dòng này: công văn không ghi tên loại",
                place=place_of(component), spot=spot_of(component.lines[0]),
            )  # fmt: skip
    if reading.parts.kind == "letter" and (line := _unled(reading)) is not None:
        words = " ".join(line.text.split()[:4])
        yield RULE.found(
            f"trích yếu công văn mở đầu bằng «{words}…»", "mở đầu bằng «V/v» rồi một dấu cách",
            place=f"Trích yếu công văn ({line.place})", spot=spot_of(line),
        )  # fmt: skip
    for component in reading.judged(RULE, Part.LETTER_SUBJECT):
        if isinstance(component, Unjudged):
            yield component
            continue
        yield from look(RULE, component, reading.edition.components["letter_subject"])
        lead = _LEAD.match(component.text)
        words = shouted(component.lines)
        if words and not any(line.upper for line in component.lines[:1]):
            yield RULE.found(
                f"trích yếu công văn có chữ viết in hoa «{words}»", "viết chữ in thường", place=place_of(component),
                spot=spot_of(component.lines[0]),
            )  # fmt: skip
        if lead and not _OPENS.match(component.text):
            yield RULE.found(
                f"trích yếu công văn mở đầu bằng «{lead[0].strip()}»", "mở đầu bằng «V/v» rồi một dấu cách",
                place=place_of(component), spot=spot_of(component.lines[0]),
            )  # fmt: skip


def _unled(reading: FileReading) -> Line | None:
    """The first line below số, ký hiệu of a letter that has no trích yếu known as one; ``None`` for none in its place.

    Only a number of its own, which is read surely, has it below: no stamp, no bracket, and nothing in capitals.
    """
    parts = reading.parts
    number = parts.first(Part.NUMBER)
    if parts.first(Part.LETTER_SUBJECT) is not None or number is None or number.sure is not Sure.SURE:
        return None
    held = number.lines[-1].cell
    below = [line for line in parts.unread if line.side == "left" and line.text and held and line.cell == held]
    if not below or below[0].upper or not below[0].text[0].isalpha() or len(below[0].text.split()) < _WORDS:
        return None
    return below[0]
