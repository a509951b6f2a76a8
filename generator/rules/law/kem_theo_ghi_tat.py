"""Chỉ dẫn «Kèm theo …» ghi đủ ngày, tháng, năm và tên cơ quan ban hành.

Quy định: chỉ dẫn ghi «(Kèm theo Quyết định số … ngày … tháng … năm … của …)» (ND30-I.3.1c1). Xét văn bản đưa vào rà
soát; hồ sơ do chương trình soạn đã theo mẫu.

Vì sao: phụ lục rời khỏi quyết định thì chỉ còn dòng này nói nó của ai.

Sai: (Kèm theo Quyết định số 59/QĐ-UBND ngày 22/3/2024 của UBND xã)

Đúng: (Kèm theo Quyết định số 59/QĐ-UBND ngày 22 tháng 3 năm 2024 của Ủy ban nhân dân xã Thượng Lộ)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.law._reading import ParagraphReading

RULE = Rule(__name__, Level.WARNING, "paragraph", clause="ND30-I.3.1c1")
_LINE = late(
    r"\((?:\W{0,3})(?:được\s+)?(?:ban hành\s+)?kèm theo\s+[^\d(]{3,40}?\s*số\s*:?\s*[^()]*?ngày\s+(?P<day>[^()]*?)"
    r"\s+của\s+(?P<issuer>[^()]+)\)",
    re.I,
)
_SHORT = late(r"^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$")
_NAMELESS = late(
    r"(?:Ủy ban|Uỷ ban|Hội đồng) nhân dân (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)$", re.I
)


def check(reading: ParagraphReading) -> Iterator[Finding]:
    """A line of reference with a short day, or an issuer shortened or without its place."""
    line = _LINE.search(reading.text) if reading.head.elsewhere and reading.decree else None
    if line is None:
        return
    if _SHORT.match(line["day"].strip()):
        yield RULE.found(
            f"chỉ dẫn kèm theo ghi «ngày {line['day'].strip()}»", "ghi ngày … tháng … năm …", level=Level.NOTE
        )
    issuer = " ".join(line["issuer"].split()).strip(" .*_")
    if issuer.startswith(("UBND", "HĐND")):
        yield RULE.found(f"chỉ dẫn kèm theo viết tắt «{issuer}»", "ghi đủ tên cơ quan ban hành")
    elif _NAMELESS.search(issuer):
        yield RULE.found(f"chỉ dẫn kèm theo ghi «{issuer}», thiếu tên đơn vị hành chính", "ghi đủ tên cơ quan ban hành")
