"""Dưới «Nơi nhận:» có danh sách.

Quy định: nơi nhận gồm nơi nhận để thực hiện, để kiểm tra, giám sát, báo cáo, trao đổi công việc, để biết, nơi nhận để
lưu văn bản (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9, điểm a).

Vì sao: không có danh sách thì văn thư không biết gửi cho ai.

Sai: «Nơi nhận:» mà dưới không có dòng nào

Đúng: «Nơi nhận:», «- Như trên;», «- Lưu: VT.»
"""

from __future__ import annotations

from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.recipients._list import recipients

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """«Nơi nhận:» with nothing below it."""
    label = reading.parts.first(Part.RECIPIENTS_LABEL)
    if label is None or recipients(reading) or any(line.text for line in reading.parts.unread):
        return
    if not label.text.rstrip().endswith(":"):
        return  # the list stands on the same line
    yield RULE.found(
        "dưới «Nơi nhận:» không có nơi nhận nào", "ghi từng nơi nhận một dòng, dòng cuối là «- Lưu: VT, …»",
        place=place_of(label), spot=spot_of(label.lines[0]),
    )  # fmt: skip
