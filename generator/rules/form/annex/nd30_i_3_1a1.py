"""Văn bản có chỉ dẫn về từng phụ lục kèm theo.

Quy định: trường hợp văn bản có phụ lục kèm theo thì trong văn bản phải có chỉ dẫn về phụ lục đó (Nghị định
30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 1, điểm a).

Vì sao: phụ lục không được nhắc đến trong văn bản thì không rõ giá trị.

Sai: có Phụ lục mà trong văn bản không có chữ nào về phụ lục

Đúng: «(chi tiết tại Phụ lục kèm theo)»
"""

from __future__ import annotations

from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.annex._labels import labelled
from generator.wording.characters import fold
from generator.wording.numerals.ordinals import roman

RULE = form_rule(__name__, "C")
_NUMBERED = late(r"phụ lục\s+(?:số\s+)?(?P<ordinal>[IVXLC]+|\d+|[A-ZĐ])\b", 2)
_TOGETHER = late(
    r"(?:các|những|\d+)\s+phụ lục|phụ lục(?!\s+(?:số\s+)?[IVXLC\d])|"
    r"phụ lục\s+(?:số\s+)?\w+\s*(?:,|và|đến|-|–|;)\s*(?:phụ lục\s+)?(?:số\s+)?[IVXLC\d]+\b",
    2,
)


def check(reading: FileReading) -> Said:
    """Each annex that the document does not speak of."""
    if reading.parts.kind == "annex":
        return
    annexes = labelled(reading)
    if not annexes:
        return
    said = " ".join([*(one.line.text for one in reading.parts.body), *(one.text for one in reading.parts.components)])
    spoken = "phụ lục" in said.casefold() or "phuluc" in fold(said)
    if not spoken and any(word in fold(said) for word in ("kemtheo", "dinhkem")):
        return  # it speaks of what comes with it, by another name
    named = {found["ordinal"].upper() for found in _NUMBERED.finditer(said)}
    loose = _TOGETHER.search(said) is not None
    for one in annexes:
        # One of a wrong number is known by its place among them: of the number speak ND30-I.3.1a2 and ND30-X.4.
        numbers = {one.ordinal.upper()} | ({roman(one.nth)} if one.count > 1 else set())
        if not spoken or (one.ordinal and not loose and not numbers & named):
            yield RULE.found(
                f"văn bản không nhắc đến «{one.label.text}»", "chỉ dẫn đến phụ lục ở chỗ nói về nội dung của nó",
                place=one.place, spot=one.spot,
            )  # fmt: skip
