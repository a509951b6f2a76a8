"""Thư công không có chữ viết tắt tên loại trong ký hiệu.

Quy định: bảng chữ viết tắt tên loại tại mục I, Phụ lục III Nghị định 30/2020/NĐ-CP bỏ trống ở công văn và thư công. Ký
hiệu của công văn do quy tắc ND30-I.2.3b2 xét.

Vì sao: «TC» là chữ viết tắt của thông cáo.

Sai: THƯ CÔNG mang số «05/TC-UBND»

Đúng: THÔNG CÁO mang số «05/TC-UBND»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.law.types import DOCUMENT_TYPES
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.number._read import numbers

RULE = form_rule(__name__, "M")
_WITHOUT = "thư công"
_TAKEN = frozenset({kind.abbreviation for kind in DOCUMENT_TYPES.values() if kind.abbreviation} | {"CV"})


def check(reading: FileReading) -> Said:
    """Each symbol of a thư công that opens with the abbreviation of a type."""
    for read in numbers(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
        elif read.type_name == _WITHOUT and len(read.groups) > 1 and read.groups[0] in _TAKEN:
            yield RULE.found(
                f"ký hiệu «{read.sign}» của thư công có chữ viết tắt tên loại «{read.groups[0]}»",
                "bỏ chữ viết tắt tên loại", place=read.place, spot=read.spot,
            )  # fmt: skip
