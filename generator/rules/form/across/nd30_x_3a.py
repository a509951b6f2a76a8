"""Điều, khoản, điểm của chính văn bản được viện dẫn thì phải có.

Quy định: nội dung được bố cục theo điều, khoản, điểm với số thứ tự để viện dẫn (Nghị định 30/2020/NĐ-CP, Phụ lục I,
phần I, mục II, khoản 6; Phụ lục II, mục V, khoản 7). Suy ra: «Điều 12 Quy chế này», «khoản 3 Điều này» chỉ một đơn vị
có trong văn bản. Viện dẫn văn bản khác, văn bản sửa đổi, bổ sung, và nơi số thứ tự không liên tục không xét.

Vì sao: thêm, bớt một Điều mà quên sửa chỗ viện dẫn thì người thi hành không biết làm theo đâu.

Sai: quyết định có 3 Điều mà ghi «thủ trưởng các đơn vị nêu tại Điều 11»; «khoản 5 Điều này» khi Điều có 2 khoản

Đúng: «theo khoản 1 Điều 2 Quy chế này» khi quy chế có khoản ấy; «quy định tại Điều 15 Luật Ngân sách nhà nước»
"""

from __future__ import annotations

from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.across._articles import amends
from generator.rules.form.across._cited_units import absent_units

RULE = form_rule(__name__, "D", "ND30-X.3")


def check(reading: FileReading) -> Said:
    """Each unit cited of the document itself that it does not have."""
    if amends(reading.parts.text(Part.SUBJECT), reading.parts.body):
        return
    for one in absent_units(reading):
        yield RULE.found(
            f"viện dẫn {one.what} mà {one.cited} này không có", "sửa số của điều, khoản, điểm được viện dẫn",
            place=f"Nội dung ({one.line.place})", spot=spot_of(one.line),
        )  # fmt: skip
