"""Giữa số và ký hiệu có dấu gạch chéo, giữa các nhóm chữ có gạch nối, không cách chữ.

Quy định: giữa số và ký hiệu văn bản có dấu gạch chéo (/), giữa các nhóm chữ viết tắt trong ký hiệu văn bản có dấu
gạch nối (-), không cách chữ (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3, điểm c).

Vì sao: máy tìm «05/QĐ-UBND» không ra «05 / QĐ – UBND».

Sai: «05 / QĐ - UBND»; «05/QĐ–UBND»

Đúng: «05/QĐ-UBND»
"""

from __future__ import annotations

from generator.edits import Rewrite
from generator.findings import Unjudged
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.number._read import numbers

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each number and symbol with spaces or other signs between its groups."""
    for read in numbers(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
            continue
        typed, joined = (read.sign, "-".join(read.groups)) if read.blank else (read.typed, read.joined)
        if typed == joined or read.open:
            continue
        spot = spot_of(read.line, typed) if typed in read.line.text else None
        name = "ký hiệu" if read.blank else "số, ký hiệu"
        yield RULE.found(
            f"{name} viết «{typed}»", f"viết «{joined}», không cách chữ, gạch nối (-) giữa các nhóm chữ",
            place=read.place, spot=spot or read.spot, repairs=(Rewrite(spot, joined),) if spot is not None else (),
        )  # fmt: skip
