"""Quyết định, nghị quyết phải có căn cứ ban hành.

Quy định: căn cứ ban hành văn bản gồm văn bản quy định thẩm quyền, chức năng, nhiệm vụ của cơ quan ban hành và văn bản
quy định nội dung, cơ sở để ban hành (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6, điểm a); Mẫu 1.1,
1.2, 1.3 đặt căn cứ trên «QUYẾT NGHỊ:», «QUYẾT ĐỊNH:». Tờ trình, lời đề nghị không thay cho các văn bản ấy.

Vì sao: không có căn cứ thì không rõ cơ quan dựa vào đâu mà quyết định.

Sai: trên «QUYẾT ĐỊNH:» chỉ có «Theo đề nghị của Chánh Văn phòng.»

Đúng: «Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;», rồi «Theo đề nghị của …»
"""

from __future__ import annotations

from generator.findings import Level
from generator.parts.lines import Line
from generator.parts.model import Part, Parts, Sure
from generator.parts.recognising import enacting, type_name
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.bases._cited import DECIDING

RULE = form_rule(__name__, "M")
_PROPOSAL = late(r"\W*(?:theo|xét)\s+(?:\S+\s+){0,2}?(?:đề nghị|tờ trình|kiến nghị)\b", 2)


def check(reading: FileReading) -> Said:
    """A decision above whose «QUYẾT ĐỊNH:» no căn cứ stands."""
    parts = reading.parts
    named, above = parts.first(Part.TYPE), _above(parts)
    if named is None or named.sure is not Sure.SURE or above is None or parts.unread:
        return
    if type_name(named.text) not in DECIDING:
        return
    *grounds, decides = above
    if any(not _PROPOSAL.match(line.text) for line in grounds if line.text):
        return
    yield RULE.found(
        f"{type_name(named.text)} không có căn cứ ban hành",
        "ghi trên lời quyết định căn cứ về thẩm quyền của cơ quan và căn cứ của nội dung, mỗi căn cứ một dòng",
        level=Level.WARNING, place="Căn cứ", spot=spot_of(decides),
    )  # fmt: skip


def _above(parts: Parts) -> list[Line] | None:
    """The lines from the title to «QUYẾT ĐỊNH:», with it; None where it is not found for sure."""
    decides = parts.first(Part.ENACTING)
    grounds = [line for one in parts.of(Part.BASIS) for line in one.lines]
    if decides is not None:
        return [*grounds, decides.lines[0]] if decides.sure is Sure.SURE else None
    lines = [one.line for one in parts.body]  # a proposal alone is no căn cứ, and stands in the text
    at = next((number for number, line in enumerate(lines) if enacting(line.text)), None)
    return None if at is None else [*grounds, *lines[: at + 1]]
