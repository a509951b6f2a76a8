"""«V/v» chỉ dùng trong công văn.

Quy định: trích yếu công văn bắt đầu bằng «V/v»; văn bản có tên loại ghi trích yếu ngay dưới tên loại, quyết định ghi
«Về việc …» hoặc «Ban hành …» (ND30-I.2.5c1, ND30-I.2.5b4).

Vì sao: «V/v» dưới chữ QUYẾT ĐỊNH là dấu của văn bản chép từ công văn.

Sai: quyết định có trich_yeu: V/v ban hành mục tiêu chất lượng.

Đúng: trich_yeu: Về việc ban hành mục tiêu chất lượng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.types import TYPES_SYMBOLED_BY_UNIT
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.readings import DocumentReading

RULE = Rule(__name__, Level.ERROR, "document", clause="ND30-I.2.5c1")
_SHORT = late(r"\W*v\s*[/.]\s*v\b[\s.:]*", re.IGNORECASE)


def check(reading: DocumentReading) -> Iterator[Finding]:
    """A subject that opens with V/v on a document with a type name, the main or an attached one."""
    for text in reading.of("head"):
        if text.part == 0 and reading.document.type in TYPES_SYMBOLED_BY_UNIT:
            continue
        found = _SHORT.match(text.text)
        if found:
            source = reading.source_of(text)
            fix = f"ghi: Về việc {text.text[found.end() :][:60]}"
            yield RULE.found(f"trích yếu ghi «{found[0].strip()}»", fix, place=text.place, source=source)
