"""Căn cứ đứng dưới tên loại và trích yếu, trước nội dung.

Quy định: căn cứ ban hành văn bản trình bày dưới tên loại và trích yếu nội dung văn bản (Nghị định 30/2020/NĐ-CP, Phụ
lục I, phần I, mục II, khoản 6, điểm a); các mẫu của Phụ lục III đều đặt trước «QUYẾT ĐỊNH:» và Điều 1.

Vì sao: căn cứ là lý do ban hành, phải đọc trước khi đọc điều được quyết định.

Sai: dòng «Căn cứ Luật …;», «Theo đề nghị của Chánh Văn phòng.» nằm sau Điều 1

Đúng: các căn cứ liền nhau, dưới trích yếu; câu «Căn cứ Quyết định này, các đơn vị …», «Theo đề nghị của …, Ủy ban …»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Level
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form._text import place_in, texts

RULE = form_rule(__name__, "M")
_BASIS = late(
    r"\W{0,3}(?:Căn cứ (?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định)\b.*;"
    r"|Căn cứ \w.*\b(?:số|ngày) \d.*;|(?:Theo|Xét) đề nghị (?:của|tại) .*;"
    r"|(?!.*\b(?:được|thì|sẽ|phải|là)\b)(?:Theo|Xét) đề nghị (?:của|tại) [^,:;]*"
    r"(?:, (?:Trưởng|Chánh|Giám đốc|Thủ trưởng|ngày)\b[^,:;]*)*\.)\s*$",
    2,
)  # what says on whose proposal, and nothing besides, is no sentence


def check(reading: FileReading) -> Said:
    """Each line that is a căn cứ as it ends and stands behind an Điều."""
    for text in texts(reading, RULE):
        if isinstance(text, Unjudged):
            yield text
            continue
        seen = False
        for one in text.lines:
            seen = seen or one.level is Level.ARTICLE
            if seen and one.level is Level.TEXT and _BASIS.match(one.line.text):
                yield RULE.found(
                    "căn cứ đứng sau Điều 1", "đưa lên dưới trích yếu, trước nội dung", place=place_in(one),
                    spot=spot_of(one.line),
                )  # fmt: skip
