"""Địa danh là tên riêng của xã, phường, tỉnh, không kèm chữ «xã», «phường», «tỉnh».

Quy định: địa danh là tên gọi chính thức của đơn vị hành chính nơi cơ quan đóng trụ sở; chỉ đơn vị đặt theo tên người,
bằng chữ số hoặc sự kiện lịch sử mới phải ghi tên gọi đầy đủ (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản
4, điểm a). Suy ra: các nơi khác ghi tên riêng. Không câu nào cấm ghi cả cấp, nên chỉ là thông tin; nơi có thể mang tên
người, sự kiện không xét.

Vì sao: «Long Hồ, ngày …» là cách ghi quen dùng; cùng một xã không nên khi có chữ «Xã», khi không.

Sai: «Xã Long Hồ, ngày …»; «Tỉnh Gia Lai, ngày …»

Đúng: «Long Hồ, ngày …»; «Phường 3, ngày …»; «Thành phố Hồ Chí Minh, ngày …»; «Xã Lê Lợi, ngày …»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.place_date._read import places
from generator.wording.naming.proper import EVENTS, FAMILY_NAMES

RULE = form_rule(__name__, "P")
_FULL = late(r"(?P<kind>xã|phường|đặc khu|tỉnh|thành phố(?! hồ chí minh))\s+(?P<name>(?P<first>[^\W\d]+).*)", 2)
_PROVINCIAL = ("tỉnh", "thành phố")  # none but Thành phố Hồ Chí Minh is named after a person


def check(reading: FileReading) -> Said:
    """Each place with its kind before its name that is surely named after no person, number or event."""
    for read in places(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
            continue
        full = None if read.open else _FULL.fullmatch(read.place)
        if full is None:
            continue
        if full["first"].title() in FAMILY_NAMES | EVENTS and full["kind"].casefold() not in _PROVINCIAL:
            continue
        yield RULE.found(
            f"địa danh ghi «{read.place}»",
            f"ghi «{full['name']}, ngày …», trừ nơi mang tên người, chữ số, sự kiện lịch sử",
            place=read.where, spot=read.spot,
        )  # fmt: skip
