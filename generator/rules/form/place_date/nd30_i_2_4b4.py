"""Tháng 3 đến tháng 9 không thêm số 0.

Quy định: Nghị định chỉ đòi số 0 cho tháng 1, 2 (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4, điểm b);
mọi ngày tháng trong Nghị định viết «tháng 3», «tháng 6» (mục V, dòng 4).

Vì sao: viết thống nhất một cách thì dễ tìm.

Sai: «ngày 05 tháng 03 năm 2020»

Đúng: «ngày 05 tháng 3 năm 2020»
"""

from __future__ import annotations

from generator.edits import Rewrite
from generator.findings import Unjudged
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.place_date._read import places

RULE = form_rule(__name__, "S")


def check(reading: FileReading) -> Said:
    """Each month from March to September with a zero before it."""
    for read in places(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
            continue
        if len(read.month) == 2 and "03" <= read.month <= "09":
            old = f"tháng {read.month} "
            right = read.month.lstrip("0")
            spot = spot_of(read.line, old.strip()) if old in f"{read.line.text} " else None
            yield RULE.found(
                f"tháng ban hành ghi «{read.month}»", f"ghi «tháng {right}»", place=read.where, spot=read.spot,
                repairs=(Rewrite(spot, f"tháng {right}"),) if spot is not None else (),
            )  # fmt: skip
