"""Viện dẫn luật, pháp lệnh trong nội dung chỉ ghi tên loại và tên.

Quy định: khi viện dẫn Luật, Pháp lệnh chỉ ghi tên loại và tên của Luật, Pháp lệnh (Nghị định 30/2020/NĐ-CP, Phụ lục I,
phần I, mục II, khoản 6, điểm b); ngày chỉ ghi ở phần căn cứ.

Vì sao: tên luật đã đủ để tìm; số và ngày làm câu văn dài.

Sai: «theo Luật Lưu trữ số 33/2024/QH15»; «theo Luật Lưu trữ ngày 21 tháng 6 năm 2024»

Đúng: «theo Luật Lưu trữ»; «Luật Lưu trữ có hiệu lực từ ngày 01 tháng 7 năm 2025»
"""

from __future__ import annotations

from generator.findings import Level, Unjudged
from generator.parts import recognising as says
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form._text import place_in, texts

RULE = form_rule(__name__, "M")
_LAW = late(
    r"\b(?:Bộ luật|Luật|Pháp lệnh)\s+(?P<name>[^;.:()\d]{2,90}?)\s+(?P<more>số\s+\d+/\d{4}/(?:QH|UBTVQH|PL)\w*|"
    r"ngày\s+\d{1,2}(?:\s+tháng\s+\d{1,2}\s+năm\s+|\s*[/-]\s*\d{1,2}\s*[/-]\s*)\d{4})"
)
_OTHER = late(
    r"\b(?:hiệu lực|thi hành|áp dụng|thông qua|ban hành|từ|kể|đến|trước|sau|vào|tại|trong|nghị định|thông tư|"
    r"nghị quyết|quyết định|công văn|kế hoạch|luật|được|đã)\b",
    2,
)


def check(reading: FileReading) -> Said:
    """Each law in the text with its number or its day."""
    for text in texts(reading, RULE):
        if isinstance(text, Unjudged):
            yield text
            continue
        for one in text.sentences:
            grounds = says.basis(one.line.text, first=True)  # out of their place they are ND30-I.2.6a5
            found = _LAW.search(one.line.text) if not grounds else None
            if found is None or _OTHER.search(found["name"]):
                continue
            words = " ".join(found[0].split())
            yield RULE.found(
                f"viện dẫn «{words}»", f"chỉ ghi «{words.removesuffix(found['more']).strip()}»", level=Level.WARNING,
                place=place_in(one), spot=spot_of(one.line, found[0]),
            )  # fmt: skip
