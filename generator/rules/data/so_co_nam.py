"""Số, ký hiệu của văn bản hành chính không ghi năm.

Quy định: số, ký hiệu văn bản hành chính gồm số thứ tự và ký hiệu (15/QĐ-BNV); phần năm chỉ có ở văn bản quy phạm pháp
luật (ND30-I.2.3b4, theo các ví dụ của Nghị định).

Vì sao: văn bản hành chính mang số có năm bị đọc thành văn bản quy phạm pháp luật.

Sai: ky_hieu: 2026/QĐ-UBND (in ra «Số: 59/2026/QĐ-UBND»); so: 2026 trong năm 2026.

Đúng: ký hiệu QĐ-UBND, số 59: «Số: 59/QĐ-UBND».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.compose.head import symbol
from generator.findings import Finding, Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.readings import DocumentReading

RULE = Rule(__name__, Level.ERROR, "document", clause="ND30-I.2.3b4")
_YEAR = late(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_IN_A_NAME = late(r"(?<=[^\W\d_])(?:19|20)\d\d")  # «BCĐ1956»: the number of a programme
_NEAR = 5


def check(reading: DocumentReading) -> Iterator[Finding]:
    """A year in the symbol; a number that is the year itself, which is probably one (a warning)."""
    document, place = reading.document, "số, ký hiệu"
    shown = symbol(reading.dossier, document)
    year = _YEAR.search(shown)
    named = year and _IN_A_NAME.search(shown) and abs(int(year[0]) - reading.day.year) > _NEAR
    if year and not named:
        bare = "-".join(part for part in re.split(r"[/-]", _YEAR.sub("", shown)) if part.strip())
        what = f"ký hiệu «{shown}» ghi năm {year[0]}; văn bản hành chính không ghi năm trong số, ký hiệu"
        yield RULE.found(what, f"ghi ký hiệu {bare}", place=place, source=reading.typed_at("ky_hieu"))
    elif document.number is not None and document.number in {reading.dossier.year, reading.day.year}:
        what = f"số {document.number} trùng với năm: có phải năm ghi nhầm vào ô số?"
        fix = "ghi số thứ tự đã cấp trong sổ; đúng là số ấy thì bỏ qua quy tắc này, kèm lý do"
        yield RULE.found(what, fix, level=Level.WARNING, place=place, source=reading.typed_at("so"))
