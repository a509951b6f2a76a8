"""Bản sao giấy đủ thành phần.

Quy định: thể thức bản sao gồm hình thức sao; tên cơ quan sao; số, ký hiệu bản sao; địa danh và thời gian sao; chức
vụ, họ tên, chữ ký của người có thẩm quyền; dấu; nơi nhận (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục II, khoản
1).

Vì sao: thiếu một thành phần thì bản sao không có giá trị như bản chính.

Sai: bản sao không ghi số; không có nơi nhận

Đúng: «SAO Y», tên cơ quan sao, số, ngày, chữ ký, nơi nhận
"""

from __future__ import annotations

from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.copies._block import copy_of

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """What a copy lacks, all of it in one finding."""
    copy = copy_of(reading)
    if copy is None:
        return
    lacks = {
        "tên cơ quan sao": not copy.names,
        "số, ký hiệu bản sao": copy.number is None,
        "địa danh và thời gian sao": not copy.has("date"),
        "chức vụ người ký": not copy.has("signature"),
        "nơi nhận": not copy.has("recipients"),
    }
    missing = [name for name, lacking in lacks.items() if lacking]
    if missing:
        yield RULE.found(
            f"bản sao không có {', '.join(missing)}", "ghi đủ các thành phần theo Mẫu 3.1", place=copy.place,
            spot=copy.spot,
        )  # fmt: skip
