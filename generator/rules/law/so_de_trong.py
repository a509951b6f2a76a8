"""Số của văn bản được dẫn làm căn cứ không để trống, không rời khỏi ký hiệu.

Quy định: căn cứ ghi đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày ban hành, trích yếu của văn bản.

Vì sao: số chờ điền hay bị quên khi ký; thiếu gạch chéo thì không rõ đâu là số, đâu là ký hiệu.

Sai: Căn cứ Kế hoạch số .../KH-UBND ngày 12 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh Vĩnh Long về cải cách hành chính;

Đúng: Căn cứ Kế hoạch số 55/KH-UBND ngày 12 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh Vĩnh Long về cải cách hành chính;
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.citations import TYPES
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.law._reading import ParagraphReading

RULE = Rule(__name__, Level.WARNING, "paragraph", clause="ND30-I.2.6a2")
_TYPES = "|".join(TYPES)
_BLANK = late(rf"(?:{_TYPES})\s+số:?\s*(?:[.…_]{{2,}}|…|/\s?(?=[A-ZĐ]))(?:\s?/?[A-ZĐ][\w-]*)?")
_MAY_LACK = late(r"số:?\s*(?:[.…_/]|\d{1,5}\s)")  # what every match of either holds
_APART = late(r"\bsố:?\s+(?P<number>\d{1,5})\s+(?P<sign>(?:QĐ|KH|TTr|BC|TB|NQ|CT|HD|CTr|ĐA|PA|BB)-[A-ZĐ][\w-]*)")


def check(reading: ParagraphReading) -> Iterator[Finding]:
    """A number left blank, or set apart from its symbol, in a basis or in what is said of a proposal."""
    if reading.role not in ("basis", "proposal") or not _MAY_LACK.search(reading.text):
        return
    for match in _BLANK.finditer(reading.text):
        yield RULE.found(f"số của văn bản để trống: «{match[0].strip()}»", "điền số, ký hiệu của văn bản")
    for match in _APART.finditer(reading.text):
        fix = f"ghi số {match['number']}/{match['sign']}"
        yield RULE.found(f"số và ký hiệu rời nhau: «{match[0]}»", fix)
