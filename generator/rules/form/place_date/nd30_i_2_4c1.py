"""Địa danh và thời gian cùng một dòng với số, ký hiệu.

Quy định: địa danh và thời gian ban hành văn bản được trình bày trên cùng một dòng với số, ký hiệu văn bản (Nghị định
30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4, điểm c).

Vì sao: hai nửa đầu trang ngang hàng thì tên loại ở dưới mới cân.

Sai: số, ký hiệu ở hàng thứ hai, ngày tháng ở hàng thứ ba của bảng đầu trang

Đúng: cả hai ở hàng thứ hai
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.place_date._read import places

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each place and date in another row of the head than the number, where both have rows of their own."""
    for read in places(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
            continue
        number = reading.parts.first(Part.NUMBER)
        upper = [found.lines[0].row for found in reading.parts.of(Part.NATIONAL, Part.ISSUER, Part.PARENT)]
        if number is None or read.component not in reading.parts.components:
            continue
        rows = number.lines[0].row, read.line.row
        if "box" in (number.lines[0].holder, read.line.holder) or set(rows) & set(upper):
            continue  # cells of several lines: their heights decide
        if rows[0] != rows[1]:
            yield RULE.found(
                "địa danh, thời gian không cùng dòng với số, ký hiệu",
                "đặt cả hai ở một hàng của bảng đầu trang", place=read.where, spot=spot_of(read.line),
            )  # fmt: skip
