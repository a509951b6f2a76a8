"""«V/v» chỉ dùng trong công văn, và chỉ một lần.

Quy định: trích yếu công văn bắt đầu bằng «V/v»; văn bản có tên loại ghi trích yếu ngay dưới tên loại, quyết định ghi
«Về việc …» hoặc «Ban hành …» (ND30-I.2.5c1, ND30-I.2.5b4). «V/v» là «Về việc»: ghi cả hai, ghi hai lần là thừa.

Vì sao: «V/v» dưới chữ QUYẾT ĐỊNH là dấu của văn bản chép từ công văn; «V/v về việc» là dấu của tờ trình chép sang.

Sai: quyết định có trich_yeu: V/v ban hành mục tiêu chất lượng; công văn in «V/v về việc gửi số liệu».

Đúng: trich_yeu: Về việc ban hành mục tiêu chất lượng; công văn: V/v gửi số liệu.
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
_VV = r"\bv\s*[/.\\-]\s*v(?!\s*[./]\s*v)\b|\bvv\b"
_SHORT = late(rf"\W*(?:{_VV})[\s.:]*", re.IGNORECASE)
_TWICE = late(rf"\W*(?:(?:{_VV}|về\s+việc)\W*)(?P<again>(?:{_VV}|về\s+việc\b)\W*)+", re.IGNORECASE)
_WITHIN = late(r"(?<=\s)v/v(?=\s)", re.IGNORECASE)
_CITED = late(r"\d\s*/\s*[^\W\d_]")  # what follows a number is the subject of the document cited


def check(reading: DocumentReading) -> Iterator[Finding]:
    """V/v in a subject under a type name, the main or an attached one; «về việc» said twice in any subject."""
    for text in reading.of("head", "title"):
        source = reading.source_of(text)
        is_letter = text.part == 0 and reading.document.type in TYPES_SYMBOLED_BY_UNIT
        twice, short = _TWICE.match(text.text), _SHORT.match(text.text)
        lead = "V/v" if is_letter else "Về việc"
        if twice:
            fix = f"ghi một lần: {lead} {text.text[twice.end() :][:60]}"
            yield RULE.found(f"trích yếu ghi «{twice[0].strip(' :')}»", fix, place=text.place, source=source)
        elif short and not is_letter:
            fix = f"ghi: {lead} {text.text[short.end() :][:60]}"
            yield RULE.found(f"trích yếu ghi «{short[0].strip()}»", fix, place=text.place, source=source)
        elif not is_letter:
            within = _WITHIN.search(text.text)
            if within and not _CITED.search(text.text, 0, within.start()):
                what = f"trích yếu ghi «{within[0]}»"
                yield RULE.found(what, "ghi: về việc", level=Level.WARNING, place=text.place, source=source)
