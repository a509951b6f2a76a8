"""Ký thay mặt tập thể ghi «TM.» trước tên tập thể hoặc cơ quan.

Quy định: trường hợp ký thay mặt tập thể thì ghi chữ viết tắt «TM.» vào trước tên tập thể lãnh đạo hoặc tên cơ quan,
tổ chức (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7, điểm b).

Vì sao: «T/M» là cách viết của văn bản Đảng; «TM.» trước chức vụ là nhầm với «KT.».

Sai: «T/M ỦY BAN NHÂN DÂN»; «TM. CHỦ TỊCH»

Đúng: «TM. ỦY BAN NHÂN DÂN»
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.issuer._names import abbreviations
from generator.rules.form.signature._signing import signatures, wrongly_abbreviated

RULE = form_rule(__name__, "C")


def check(reading: FileReading) -> Said:
    """Each «TM.» written otherwise, or before the title of a person."""
    yield from wrongly_abbreviated(reading, RULE, "TM.")
    for signature in signatures(reading):
        for said in signature.lines:
            if said.power == "TM." and said.rest_is_person:
                yield RULE.found(
                    f"«TM.» đứng trước chức vụ «{said.rest.upper()}»",
                    "«TM.» đứng trước tên tập thể hoặc cơ quan; ký thay người đứng đầu thì ghi «KT.»",
                    place=signature.place, spot=said.spot,
                )  # fmt: skip
            elif said.power == "TM." and (short := abbreviations(said.rest)):
                yield RULE.found(
                    f"sau «TM.» viết tắt «{short[0]}»", "ghi đủ, ví dụ «TM. ỦY BAN NHÂN DÂN»", level=Level.WARNING,
                    place=signature.place, spot=said.spot,
                )  # fmt: skip
