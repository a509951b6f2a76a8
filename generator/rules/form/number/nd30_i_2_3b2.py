"""Ký hiệu của công văn gồm chữ viết tắt tên cơ quan và tên đơn vị soạn thảo.

Quy định: ký hiệu của công văn bao gồm chữ viết tắt tên cơ quan, tổ chức hoặc chức danh nhà nước ban hành công văn và
chữ viết tắt tên đơn vị soạn thảo hoặc lĩnh vực được giải quyết (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II,
khoản 3, điểm b); công văn không có chữ «CV».

Vì sao: chữ sau gạch nối cho biết hỏi lại đơn vị nào; «CV» không có trong bảng chữ viết tắt.

Sai: «Số: 05/CV-UBND»; «Số: 05/UBND»

Đúng: «Số: 05/UBND-VP»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.number._read import numbers

RULE = form_rule(__name__, "M")
_TYPES = frozenset({"QĐ", "NQ", "TB", "BC", "GM", "KH"})  # abbreviations of types that no agency bears as well


def check(reading: FileReading) -> Said:
    """Each symbol of a letter that holds «CV», opens with the abbreviation of a type, or names no unit."""
    for read in numbers(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
            continue
        if reading.parts.kind != "letter" or read.open:
            continue
        if "CV" in map(str.upper, read.groups):
            what = f"ký hiệu «{read.sign}» có chữ «CV»"
        elif read.groups and read.groups[0] in _TYPES and not read.type_name:
            what = f"ký hiệu «{read.sign}» của công văn mở đầu bằng chữ viết tắt tên loại"
        elif len(read.groups) < 2:
            what = f"ký hiệu «{read.sign}» không có đơn vị soạn thảo" if read.groups else "công văn không có ký hiệu"
        else:
            continue
        yield RULE.found(
            what, "ghi chữ viết tắt tên cơ quan, gạch nối, chữ viết tắt đơn vị soạn thảo, ví dụ «05/UBND-VP»",
            place=read.place, spot=read.spot,
        )  # fmt: skip
