"""Ký hiệu của văn bản có tên loại gồm chữ viết tắt tên loại và chữ viết tắt tên cơ quan.

Quy định: ký hiệu của văn bản có tên loại bao gồm chữ viết tắt tên loại văn bản và chữ viết tắt tên cơ quan, tổ chức
hoặc chức danh nhà nước có thẩm quyền ban hành (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3, điểm b);
chữ viết tắt tên loại theo bảng ở Phụ lục III.

Vì sao: ký hiệu cho biết ngay đó là loại văn bản gì, của ai; tên loại một đằng, ký hiệu một nẻo thì vào sổ sai.

Sai: THÔNG BÁO mang ký hiệu «QĐ-UBND»; ký hiệu chỉ có «TB»

Đúng: THÔNG BÁO mang ký hiệu «TB-UBND»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.law.types import DOCUMENT_TYPES
from generator.parts.model import Part
from generator.parts.recognising import parted
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.number._read import numbers

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each symbol that does not open with the abbreviation of the document's type, or names no agency."""
    _, joint = parted(reading.parts.text(Part.TYPE))
    for read in numbers(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
            continue
        asked = DOCUMENT_TYPES[read.type_name].abbreviation if read.type_name in DOCUMENT_TYPES else ""
        if not asked or read.open:
            continue
        first = read.groups[0] if read.groups else ""
        if joint and first.casefold() == f"{asked}LT".casefold():
            continue  # «KHLT» of a kế hoạch liên tịch: the decree says nothing of these
        if not first:
            what = "văn bản không có ký hiệu"
        elif first.casefold() != asked.casefold():
            what = f"ký hiệu «{read.sign}» không mở đầu bằng «{asked}»"
        elif len(read.groups) == 1:
            what = f"ký hiệu «{read.sign}» không có chữ viết tắt tên cơ quan"
        else:
            continue
        yield RULE.found(
            what, f"ghi ký hiệu «{asked}-» rồi chữ viết tắt tên cơ quan ban hành", place=read.place, spot=read.spot
        )
