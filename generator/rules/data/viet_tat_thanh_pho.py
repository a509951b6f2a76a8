"""Không viết tắt «TP.» trong tên cơ quan, địa danh.

Quy định: tên cơ quan, địa danh ghi bằng tên chính thức, đầy đủ (ND30-I.2.2a1, ND30-I.2.4a); tên thành phố viết
«Thành phố Hồ Chí Minh», «thành phố Đà Nẵng» (ND30-C.8).

Vì sao: «TP.» ở phần đầu văn bản không phải tên chính thức; là lỗi ở tên cơ quan ban hành, địa danh, chỗ khác là
cảnh báo.

Sai: dia_danh: TP. Hồ Chí Minh; chu_quan: UBND TP Đà Nẵng.

Đúng: dia_danh: Thành phố Hồ Chí Minh; chu_quan: Ủy ban nhân dân thành phố Đà Nẵng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.citations import UPPER
from generator.law.paragraphs import Role
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.readings import DocumentReading

RULE = Rule(__name__, Level.WARNING, "document", clause="ND30-I.2.2a1")
_SHORT = late(
    r"(?<![\w/-])(?:TP|Tp|tp|T\.P|TX|Tx|tx)\.\s?(?=[^\W\d])"
    rf"|(?<![\w/-])(?:TP|Tp|T/p|T/P|T\.P|(?:TX|Tx|tp|tx)(?=\s+[{UPPER}]))\s+(?=[^\W\d])"
    r"|(?<![\w/-])(?:TP|Tp)(?=(?i:HCM)(?!\w))"
)
# In the names at the head nothing else begins so: a phường, a place said by its first letters.
_OF_HEAD = late(rf"(?<![\w.])P\.\s?(?=[{UPPER}\d])|^[A-ZĐ]{{2,5}}(?=,\s*ngày)")
_HEAD: tuple[Role, ...] = ("parent", "issuer", "date")
_SURE: tuple[Role, ...] = ("issuer", "date")  # of the parent common words may be shortened (ND30-I.2.2a4)
_NAMED: tuple[Role, ...] = (
    "parent", "issuer", "date", "addressee", "basis", "authority", "signature", "head", "title",
)  # fmt: skip
_LONG = {"tp": "thành phố", "tx": "thị xã"}


def check(reading: DocumentReading) -> Iterator[Finding]:
    """The abbreviation where a name is printed (an error in issuer and place); recipients are abbreviated by custom."""
    for text in reading.of(*_NAMED):
        found = _SHORT.search(text.text)
        if found:
            long = _LONG[re.sub(r"[\s./]", "", found[0]).casefold()]
            what = f"viết tắt «{found[0].strip()}» trong «{_around(text.text, found.start())}»"
            level = Level.ERROR if text.role in _SURE else Level.WARNING
            source = reading.source_of(text)
            yield RULE.found(what, f"viết đủ «{long}»", level=level, place=text.place, source=source)
        elif text.role in _HEAD and (found := _OF_HEAD.search(text.text)):
            what = f"viết tắt «{found[0].strip()}» trong «{_around(text.text, found.start())}»"
            fix = "viết đủ «phường»" if "." in found[0] else "viết đủ địa danh"
            yield RULE.found(what, fix, place=text.place, source=reading.source_of(text))


def _around(text: str, at: int) -> str:
    return text[max(0, at - 20) : at + 30].strip()
