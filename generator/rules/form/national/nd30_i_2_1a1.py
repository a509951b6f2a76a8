"""Quốc hiệu viết đúng «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM».

Quy định: Quốc hiệu là «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM» (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản
1, điểm a); «HÒA» và «HOÀ» là một.

Vì sao: tên nước viết sai một chữ thì văn bản không dùng được.

Sai: «CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM»; có dấu chấm ở cuối

Đúng: «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.national._words import same_words

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each Quốc hiệu in other words."""
    for component in reading.judged(RULE, Part.NATIONAL):
        if isinstance(component, Unjudged):
            yield component
            continue
        if not same_words(component.text, reading.edition.national_name):
            yield RULE.found(
                f"Quốc hiệu viết «{component.text}»", f"viết «{reading.edition.national_name}»",
                place=place_of(component), spot=spot_of(component.lines[0]),
            )  # fmt: skip
