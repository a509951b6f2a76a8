"""Chữ «Số» in thường, có dấu hai chấm, cỡ 13, đứng.

Quy định: từ «Số» được trình bày bằng chữ in thường, cỡ chữ 13, kiểu chữ đứng, sau từ «Số» có dấu hai chấm (Nghị định
30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3, điểm c).

Vì sao: cỡ 13 là cỡ duy nhất Nghị định cho dòng này, dù phần còn lại của đầu trang cỡ 12.

Sai: «Số : 05/QĐ-UBND»; «SỐ: 05»; dòng số cỡ 12, đậm

Đúng: «Số: 05/QĐ-UBND» cỡ 13, đứng
"""

from __future__ import annotations

from generator.edits import Rewrite
from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._looks import looks
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.number._read import numbers

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each line of the number with the word written otherwise, or of another look."""
    yield from looks(reading, RULE, "number", Part.NUMBER)
    for read in numbers(reading, RULE):
        if isinstance(read, Unjudged):
            continue
        if read.label == "Số:":
            continue
        spot = spot_of(read.line, read.label) if read.label else None
        yield RULE.found(
            f"viết «{read.label or read.line.text}»", "viết «Số:», dấu hai chấm liền sau chữ «Số»",
            place=read.place, spot=spot or read.spot, repairs=(Rewrite(spot, "Số:"),) if spot is not None else (),
        )  # fmt: skip
