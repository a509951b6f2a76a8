"""«Kính gửi:» chữ in thường, cỡ 13 đến 14, đứng, có dấu hai chấm.

Quy định: từ «Kính gửi» và tên nơi nhận được trình bày bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ đứng; sau từ
«Kính gửi» có dấu hai chấm (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9, điểm d).

Vì sao: đây là chỗ hay bị in đậm, in hoa nhất.

Sai: «KÍNH GỬI:»; «Kính gửi Sở Nội vụ»; tên nơi nhận in đậm

Đúng: «Kính gửi: Sở Nội vụ» cỡ 14, đứng
"""

from __future__ import annotations

from generator.edits import Rewrite
from generator.layout.tree import Tab
from generator.parts.model import Part
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._capitals import capitals
from generator.rules.form._looks import look
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.recipients._list import rightly_addressed

RULE = form_rule(__name__, "M")
_SPACED = late(r"\W*kính gửi\s+:", 2)
_LETTERS = late(r"kính\s+gửi", 2)


def check(reading: FileReading) -> Said:
    """«Kính gửi» that looks otherwise, or without its colon."""
    letter = reading.parts.text(Part.TYPE).upper().startswith("THƯ ")  # «Kính gửi bà con» opens a thư công
    for said in rightly_addressed(reading):
        yield from look(RULE, said.component, reading.edition.components["addressee"])
        line = said.component.lines[0]
        typed = _LETTERS.search(line.text)
        if typed is not None and typed[0].split() != ["Kính", "gửi"] and not line.upper:
            spot = spot_of(line, typed[0])
            yield RULE.found(
                f"viết «{typed[0]}»", "viết «Kính gửi»", place=place_of(said.component), spot=spot,
                repairs=(Rewrite(spot, "Kính gửi"),) if spot is not None else (),
            )  # fmt: skip
        if not said.colon and (said.rest or said.items) and not letter:
            words = line.text[: line.text.find(said.rest)].rstrip() if said.rest else line.text
            spot = spot_of(line, words)
            yield RULE.found(
                "sau «Kính gửi» không có dấu hai chấm", "viết «Kính gửi:»", place=place_of(said.component), spot=spot,
                repairs=(Rewrite(spot, f"{words}:"),) if spot is not None else (),
            )  # fmt: skip
        elif said.colon and (spaced := _SPACED.match(line.text)) and not any(isinstance(i, Tab) for i in line.items):
            spot = spot_of(line, spaced[0])
            yield RULE.found(
                f"«{spaced[0]}» có dấu cách trước «:»", "viết «Kính gửi:»", place=place_of(said.component), spot=spot,
                repairs=(Rewrite(spot, f"{spaced[0][:-1].rstrip()}:"),) if spot is not None else (),
            )  # fmt: skip
    yield from capitals(reading, RULE, Part.ADDRESSEE, own=True)
