"""Tháng 1, 2 ghi thêm số 0 phía trước.

Quy định: đối với những số thể hiện tháng 1, 2 phải ghi thêm số 0 phía trước (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần
I, mục II, khoản 4, điểm b); các tháng khác thì không.

Vì sao: «tháng 1» dễ bị thêm chữ số thành tháng 10, 11, 12.

Sai: «tháng 2 năm 2026»

Đúng: «tháng 02 năm 2026»; «tháng 3 năm 2026»
"""

from __future__ import annotations

from generator.edits import Rewrite
from generator.findings import Unjudged
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.place_date._read import places

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each January and February of one digit."""
    for read in places(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
            continue
        if read.month in ("1", "2"):
            old = f"tháng {read.month} "
            right = f"0{read.month}"
            spot = spot_of(read.line, old.strip()) if old in f"{read.line.text} " else None
            yield RULE.found(
                f"tháng ban hành ghi «{read.month}»", f"ghi «tháng {right}»", place=read.where, spot=read.spot,
                repairs=(Rewrite(spot, f"tháng {right}"),) if spot is not None else (),
            )  # fmt: skip
