"""Ký hiệu bản sao mở đầu bằng SY, SL hoặc TrS.

Quy định: số, ký hiệu bản sao được đánh chung cho các loại bản sao; ký hiệu dùng chữ viết tắt SY (sao y), SL (sao
lục), TrS (trích sao): «Số: 05/SY-UBND»; số nhỏ hơn 10 thêm số 0 phía trước như số của văn bản (Nghị định
30/2020/NĐ-CP, Phụ lục I, phần II, mục II, khoản 1, điểm c; Phụ lục III).

Vì sao: ký hiệu phân biệt số của bản sao với số của văn bản.

Sai: sao y mang số «05/UBND»; «05/SL-UBND»; «5/SY-UBND»

Đúng: sao y mang số «05/SY-UBND»
"""

from __future__ import annotations

from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.copies._block import copy_of

RULE = form_rule(__name__, "M")
_NUMBER = late(r"^\s*số\s*:?\s*(?P<n>[1-9])\s*/", 2)


def check(reading: FileReading) -> Said:
    """A copy whose symbol begins otherwise."""
    copy = copy_of(reading)
    if copy is None:
        return
    if copy.number is None or not copy.asked or not copy.sign:
        return
    said = _NUMBER.search(copy.number.text)
    if said is not None:
        yield RULE.found(
            f"số của bản sao ghi «{said['n']}»", f"ghi «0{said['n']}»: số nhỏ hơn 10 thêm số 0 phía trước",
            place=copy.place, spot=spot_of(copy.number),
        )  # fmt: skip
    if copy.sign.split("-")[0].strip() != copy.asked:
        yield RULE.found(
            f"bản sao «{copy.form.text}» mang ký hiệu «{copy.sign}»",
            f"ghi ký hiệu «{copy.asked}-<tên viết tắt cơ quan sao>»",
            place=copy.place, spot=spot_of(copy.number),
        )  # fmt: skip
