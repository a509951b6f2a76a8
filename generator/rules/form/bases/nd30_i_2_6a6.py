"""Mỗi căn cứ trình bày thành một dòng riêng.

Quy định: mỗi căn cứ ban hành văn bản trình bày thành một dòng riêng, sau mỗi căn cứ xuống dòng (Nghị định
30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6, điểm a). Luật và luật sửa đổi ghi chung một chữ «Căn cứ» không bị
nêu.

Vì sao: căn cứ sau nằm giữa dòng thì dễ bị bỏ sót khi đọc, khi rà soát.

Sai: «Căn cứ Luật Lưu trữ …; Căn cứ Nghị định số 30/2020/NĐ-CP …;» trong một đoạn

Đúng: mỗi căn cứ một đoạn; «Căn cứ Luật A ngày …; Luật sửa đổi, bổ sung một số điều của Luật A ngày …;»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.bases._cited import formal

RULE = form_rule(__name__, "M")
_SECOND = late(r"[;,.]\s*(?P<again>Căn cứ\s+(?=[A-ZĐ])|(?:Xét|Theo) đề nghị\s)")


def check(reading: FileReading) -> Said:
    """Each căn cứ behind which another begins on the same line."""
    for component in formal(reading, RULE):
        if isinstance(component, Unjudged):
            yield component
            continue
        for line in component.lines:
            second = _SECOND.search(line.text, 1)
            if second:
                begins = " ".join(line.text[second.start("again") :].split()[:6])
                yield RULE.found(
                    f"hai căn cứ trên một dòng: «{begins} …»", "xuống dòng (Enter) trước căn cứ ấy",
                    place=place_of(component), spot=spot_of(line, begins),
                )  # fmt: skip
