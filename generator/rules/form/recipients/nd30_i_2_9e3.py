"""Mỗi nơi nhận một dòng, có gạch đầu dòng và dấu chấm phẩy.

Quy định: tên mỗi nơi nhận hoặc mỗi nhóm nơi nhận được trình bày trên một dòng riêng, đầu dòng có gạch đầu dòng (-)
sát lề trái, cuối dòng có dấu chấm phẩy (;) (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9, điểm d).

Vì sao: văn thư đếm số bản theo từng dòng.

Sai: «- Như trên» không có dấu; «• Như trên;»; «- Như trên; - Lưu: VT.», «- UBND xã; Trạm Y tế xã;» trên một dòng

Đúng: «- Như trên;»; «- Thường trực: Đảng ủy, HĐND; UBND xã;» là một nhóm
"""

from __future__ import annotations

from itertools import pairwise

from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.recipients._list import recipients

RULE = form_rule(__name__, "M")
_DASHED = late(r";\s*[-–]\s*\S")
_TWO = late(r"(?:[^:(;]|\([^():;]*\))*;\s*[^\s(;]")  # a colon or a bracket left open makes a group of one


def check(reading: FileReading) -> Said:
    """Items without their signs, said once for each kind."""
    items = [item for item in recipients(reading) if not item.open]
    named = [item for n, item in enumerate(items) if not item.files and (n < len(items) - 1 or item.text[-1:] != ".")]
    pairs = [
        (before, item)
        for before, item in pairwise((None, *items))
        if item and not item.dashed and not (item.below and before and (before.below or before.text.endswith(":")))
    ]
    bare = [item for _, item in pairs]
    if bare:
        dashes = [edit for before, item in pairs if (edit := item.opened(before)) is not None]
        yield RULE.found(
            f"nơi nhận «{bare[0].text}» không có gạch đầu dòng (-)", "đặt gạch đầu dòng (-) ở đầu mỗi nơi nhận",
            place="Nơi nhận", spot=bare[0].spot, repairs=tuple(dashes),
        )  # fmt: skip
    ended = [item for item in named if not item.text.endswith((";", ":")) and not item.below]
    if ended:
        edits = [edit for item in ended if (edit := item.ended(";")) is not None]
        yield RULE.found(
            f"cuối dòng nơi nhận «{ended[0].text}» không có dấu chấm phẩy", "đặt dấu chấm phẩy cuối mỗi nơi nhận",
            place="Nơi nhận", spot=ended[0].spot, repairs=tuple(edits),
        )  # fmt: skip
    for item in items:
        if _DASHED.search(item.text) or _TWO.match(item.text):
            yield RULE.found(
                f"nhiều nơi nhận trên một dòng: «{item.text}»", "ghi mỗi nơi nhận trên một dòng",
                place="Nơi nhận", spot=spot_of(item.lines[0]),
            )  # fmt: skip
