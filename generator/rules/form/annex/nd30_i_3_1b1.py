"""Chữ «Phụ lục» dòng riêng, giữa trang, in thường, cỡ 14, đứng, đậm.

Quy định: từ «Phụ lục» và số thứ tự của phụ lục được trình bày thành một dòng riêng, canh giữa, bằng chữ in thường, cỡ
chữ 14, kiểu chữ đứng, đậm (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 1, điểm b).

Vì sao: chỉ tiêu đề của phụ lục mới in hoa.

Sai: «PHỤ LỤC I»; «Phụ lục I: DANH MỤC» trên một dòng

Đúng: «Phụ lục I» cỡ 14, đậm, giữa trang
"""

from __future__ import annotations

from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._capitals import capitals
from generator.rules.form._looks import looks
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.annex._labels import labelled

RULE = form_rule(__name__, "C")


def check(reading: FileReading) -> Said:
    """Labels that look otherwise, or hold the title as well."""
    yield from looks(reading, RULE, "annex_label", Part.ANNEX_LABEL, aligned=True)
    yield from capitals(reading, RULE, Part.ANNEX_LABEL)
    for one in labelled(reading):
        words = one.label.text.rstrip(" .:")
        if len(words) > len("Phụ lục số ") + len(one.ordinal) and one.annex.first(Part.ANNEX_TITLE) is None:
            yield RULE.found(
                "chữ «Phụ lục» và tiêu đề trên một dòng", "để «Phụ lục» trên dòng riêng, tiêu đề ở dòng dưới",
                place=one.place, spot=one.spot,
            )  # fmt: skip
