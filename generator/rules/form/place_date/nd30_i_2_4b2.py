"""Ngày nhỏ hơn 10 ghi thêm số 0 phía trước.

Quy định: đối với những số thể hiện ngày nhỏ hơn 10 phải ghi thêm số 0 phía trước (Nghị định 30/2020/NĐ-CP, Phụ lục I,
phần I, mục II, khoản 4, điểm b).

Vì sao: «ngày 5» dễ bị thêm chữ số vào trước.

Sai: «ngày 5 tháng 3 năm 2026»

Đúng: «ngày 05 tháng 3 năm 2026»
"""

from __future__ import annotations

from generator.edits import Rewrite
from generator.findings import Unjudged
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.place_date._read import places

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each day of one digit."""
    for read in places(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
            continue
        if len(read.day) == 1 and read.day in "123456789":
            old = f"ngày {read.day} "
            right = f"0{read.day}"
            spot = spot_of(read.line, old.strip()) if old in f"{read.line.text} " else None
            yield RULE.found(
                f"ngày ban hành ghi «{read.day}»", f"ghi «ngày {right}»", place=read.where, spot=read.spot,
                repairs=(Rewrite(spot, f"ngày {right}"),) if spot is not None else (),
            )  # fmt: skip
