"""Quyền cấp trưởng ghi «Q.» trước chức vụ.

Quy định: trường hợp được giao quyền cấp trưởng thì ghi chữ viết tắt «Q.» vào trước chức vụ của người đứng đầu (Nghị
định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7, điểm b).

Vì sao: «QUYỀN CHỦ TỊCH» viết đủ chữ không phải cách ghi của Nghị định; cấp phó không có quyền cấp trưởng của cấp phó.

Sai: «QUYỀN CHỦ TỊCH»; «Q CHỦ TỊCH»; «Q. PHÓ CHỦ TỊCH»

Đúng: «Q. CHỦ TỊCH»
"""

from __future__ import annotations

from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.signature._signing import signatures, wrongly_abbreviated

RULE = form_rule(__name__, "C")


def check(reading: FileReading) -> Said:
    """Each «Q.» written otherwise, or before the title of a deputy."""
    yield from wrongly_abbreviated(reading, RULE, "Q.")
    for signature in signatures(reading):
        for said in signature.lines:
            if said.power == "Q." and (said.rest_is_deputy or said.rest_is_many):
                yield RULE.found(
                    f"«Q.» đứng trước «{said.rest.upper()}»", "«Q.» đứng trước chức vụ của người đứng đầu",
                    place=signature.place, spot=said.spot,
                )  # fmt: skip
