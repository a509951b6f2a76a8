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
        if read.typed == read.joined or read.open or read.blank:
            continue
        spot = spot_of(read.line, read.typed) if read.typed in read.line.text else None
        yield RULE.found(
            f"số, ký hiệu viết «{read.typed}»", f"viết «{read.joined}», không cách chữ, gạch nối (-) giữa các nhóm chữ",
            place=read.place, spot=spot or read.spot,
            repairs=(Rewrite(spot, read.joined),) if spot is not None else (),
        )  # fmt: skip
