"""Số nhỏ hơn 10 ghi thêm số 0 phía trước.

Quy định: với những số nhỏ hơn 10 phải ghi thêm số 0 phía trước (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II,
khoản 3, điểm c).

Vì sao: «5» dễ bị thêm chữ số vào trước.

Sai: «Số: 5/QĐ-UBND»

Đúng: «Số: 05/QĐ-UBND»; «Số: 15/QĐ-UBND»
"""

from __future__ import annotations

from generator.edits import Rewrite
from generator.findings import Unjudged
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.number._read import numbers

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each number of one digit."""
    for read in numbers(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
            continue
        if len(read.number) == 1 and read.number in "123456789":
            spot = spot_of(read.line, f"{read.number}/") if f"{read.number}/" in read.line.text else None
            yield RULE.found(
                f"số của văn bản ghi «{read.number}»", f"ghi «0{read.number}»", place=read.place, spot=read.spot,
                repairs=(Rewrite(spot, f"0{read.number}/"),) if spot is not None else (),
            )  # fmt: skip
