"""Ký thừa lệnh ghi «TL.» trước chức vụ người đứng đầu.

Quy định: trường hợp ký thừa lệnh thì ghi chữ viết tắt «TL.» vào trước chức vụ của người đứng đầu cơ quan, tổ chức
(Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7, điểm b).

Vì sao: người ra lệnh, người ủy quyền là người đứng đầu, không phải tập thể; mỗi hình thức ký có một chữ viết tắt.

Sai: «T/L CHỦ TỊCH»; «TL. ỦY BAN NHÂN DÂN»; «TL. PHÓ CHỦ TỊCH»

Đúng: «TL. CHỦ TỊCH», dòng dưới «CHÁNH VĂN PHÒNG»
"""

from __future__ import annotations

from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.signature._signing import signatures, wrongly_abbreviated

RULE = form_rule(__name__, "C")


def check(reading: FileReading) -> Said:
    """Each «TL.» written otherwise, before a collective or a deputy."""
    yield from wrongly_abbreviated(reading, RULE, "TL.")
    for signature in signatures(reading):
        for said in signature.lines:
            if said.power == "TL." and (said.rest_is_many or said.rest_is_deputy):
                yield RULE.found(
                    f"«TL.» đứng trước «{said.rest.upper()}»", "«TL.» đứng trước chức vụ của người đứng đầu",
                    place=signature.place, spot=said.spot,
                )  # fmt: skip
