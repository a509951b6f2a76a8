"""Phụ lục không có chữ ký và nơi nhận riêng.

Quy định: Mẫu 2.1 và 2.2 của Phụ lục III không có Quốc hiệu, tên cơ quan, số, chữ ký, nơi nhận.

Vì sao: phụ lục có giá trị nhờ chữ ký của văn bản; ký thêm lần nữa là thừa.

Sai: cuối phụ lục lặp lại chức vụ và họ tên người ký văn bản

Đúng: phụ lục hết nội dung thì hết; người lập biểu ký thì được
"""

from __future__ import annotations

from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.annex._labels import labelled
from generator.wording.characters import fold

RULE = form_rule(__name__, "S")


def check(reading: FileReading) -> Said:
    """Each annex that the signer of the document signs again, or that has a nơi nhận."""
    names = {fold(signer.text) for signer in reading.parts.of(Part.SIGNER)}
    for one in labelled(reading):
        signer = one.annex.first(Part.SIGNER)
        label = one.annex.first(Part.RECIPIENTS_LABEL)
        if signer is not None and fold(signer.text) in names:
            yield RULE.found(
                f"«{one.label.text}» có chữ ký của người ký văn bản", "bỏ khối chữ ký ở phụ lục",
                place=place_of(signer), spot=spot_of(signer.lines[-1]),
            )  # fmt: skip
        elif label is not None and names:
            yield RULE.found(
                f"«{one.label.text}» có «Nơi nhận»", "bỏ «Nơi nhận» ở phụ lục", place=place_of(label),
                spot=spot_of(label.lines[0]),
            )  # fmt: skip
