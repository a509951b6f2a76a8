"""Gửi một nơi thì ghi trên cùng dòng với «Kính gửi:».

Quy định: trường hợp văn bản gửi cho một cơ quan, tổ chức hoặc cá nhân thì từ «Kính gửi» và tên nơi nhận được trình
bày trên cùng một dòng (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9, điểm d).

Vì sao: danh sách có một dòng làm người đọc tưởng còn thiếu.

Sai: «Kính gửi:», dòng dưới «- Sở Nội vụ.»

Đúng: «Kính gửi: Sở Nội vụ»
"""

from __future__ import annotations

from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.recipients._list import rightly_addressed

RULE = form_rule(__name__, "C")


def check(reading: FileReading) -> Said:
    """A list of one addressee."""
    for said in rightly_addressed(reading):
        alone = not said.rest and len(said.items) == 1 and said.items[0].dashed
        if (alone and ";" not in said.items[0].text.rstrip(";")) or (said.rest[:1] in ("-", "–") and not said.items):
            if said.open or said.rest.rstrip(";").count(";"):
                continue
            yield RULE.found(
                "gửi một nơi mà ghi thành danh sách có gạch đầu dòng",
                "ghi tên nơi nhận liền sau «Kính gửi:», cùng dòng",
                place=place_of(said.component), spot=spot_of(said.component.lines[0]),
            )  # fmt: skip
