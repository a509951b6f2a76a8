"""Ký thừa ủy quyền ghi «TUQ.» trước chức vụ người đứng đầu.

Quy định: trường hợp ký thừa ủy quyền thì ghi chữ viết tắt «TUQ.» vào trước chức vụ của người đứng đầu cơ quan, tổ
chức (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7, điểm b).

Vì sao: người ra lệnh, người ủy quyền là người đứng đầu, không phải tập thể; mỗi hình thức ký có một chữ viết tắt.

Sai: «TƯQ. CHỦ TỊCH»; «T/UQ CHỦ TỊCH»

Đúng: «TUQ. CHỦ TỊCH», dòng dưới «GIÁM ĐỐC»
"""

from __future__ import annotations

from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.signature._signing import signatures, wrongly_abbreviated

RULE = form_rule(__name__, "C")


def check(reading: FileReading) -> Said:
    """Each «TUQ.» written otherwise, before a collective or a deputy."""
    yield from wrongly_abbreviated(reading, RULE, "TUQ.")
    for signature in signatures(reading):
        for said in signature.lines:
            if said.power == "TUQ." and (said.rest_is_many or said.rest_is_deputy):
                yield RULE.found(
                    f"«TUQ.» đứng trước «{said.rest.upper()}»", "«TUQ.» đứng trước chức vụ của người đứng đầu",
                    place=signature.place, spot=said.spot,
                )  # fmt: skip
