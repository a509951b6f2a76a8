"""Địa danh viết hoa chữ cái đầu, sau địa danh có dấu phẩy.

Quy định: các chữ cái đầu của địa danh phải viết hoa; sau địa danh có dấu phẩy (Nghị định 30/2020/NĐ-CP, Phụ lục I,
phần I, mục II, khoản 4, điểm c).

Vì sao: thiếu dấu phẩy thì địa danh dính vào ngày tháng.

Sai: «Hà Nội ngày 05 …»; «hà nội, ngày 05 …»

Đúng: «Hà Nội, ngày 05 tháng 01 năm 2026»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.place_date._read import places

RULE = form_rule(__name__, "M")
_WHOLE = late(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}\b", 2)


def check(reading: FileReading) -> Said:
    """Each line with no comma behind the place, or a place in small letters."""
    for read in places(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
            continue
        words = read.place.split()
        wrong = []
        if words and not read.comma:
            wrong.append("sau địa danh không có dấu phẩy")
        if words and (words[0][:1].islower() or words[-1][:1].islower()):
            wrong.append(f"địa danh «{read.place}» không viết hoa chữ cái đầu")
        if len(words) > 1 and read.place.isupper() and not read.line.upper and "." not in read.place:
            wrong.append(f"địa danh «{read.place}» viết in hoa cả chữ")
        if read.date.startswith(("Ngày", "NGÀY")) and not read.line.upper:
            wrong.append("chữ «Ngày» viết hoa")
        if read.date.rstrip().endswith("."):
            wrong.append("cuối dòng có dấu chấm")
        if not words and (day := _WHOLE.match(read.date)):
            behind = read.date[day.end() :].strip(" ,.")
            wrong.append(f"địa danh «{behind}» đứng sau ngày, tháng, năm" if behind else "không ghi địa danh")
        if wrong and (not read.open or not words):
            yield RULE.found(
                ", ".join(wrong), "viết như «Hà Nội, ngày 05 tháng 01 năm 2026»", place=read.where, spot=read.spot
            )
