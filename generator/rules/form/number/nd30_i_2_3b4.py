"""Số của văn bản hành chính không kèm năm.

Quy định: các ví dụ của Nghị định (15/QĐ-BNV, 05/BNV-VP, 12/UBND-VX) không có năm (Phụ lục I, phần I, mục V, dòng 3);
năm trong số là dấu hiệu của văn bản quy phạm pháp luật.

Vì sao: «05/2026/TB-UBND» làm người đọc lầm là văn bản quy phạm.

Sai: «Số: 05/2026/TB-UBND»

Đúng: «Số: 05/TB-UBND»; quyết định quy phạm «05/2026/QĐ-UBND»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.number._read import numbers

RULE = form_rule(__name__, "S")
_YEAR = late(r"20\d\d")
_NORMATIVE = frozenset({"quyết định", "nghị quyết"})  # which may be quy phạm, and bear a year then


def check(reading: FileReading) -> Said:
    """Each number with a year, in a document that cannot be quy phạm."""
    for read in numbers(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
            continue
        last = read.groups[-1] if read.groups and _YEAR.fullmatch(read.groups[-1]) else ""
        year = last or (read.year if read.type_name not in _NORMATIVE else "")
        if year:
            yield RULE.found(
                f"số của văn bản có năm «{year}»", "bỏ năm: số, dấu gạch chéo, ký hiệu",
                place=read.place, spot=read.spot,
            )  # fmt: skip
