"""Tên cơ quan ban hành ghi đầy đủ, không viết tắt.

Quy định: tên cơ quan ban hành văn bản là tên chính thức, đầy đủ; chỉ tên cơ quan chủ quản được viết tắt những cụm từ
thông dụng (ND30-I.2.2a1, ND30-I.2.2a4); căn cứ ghi tên cơ quan ban hành của văn bản làm căn cứ (ND30-I.2.6a2).

Vì sao: tên viết tắt ở đầu văn bản, ở căn cứ làm văn bản không đúng thể thức, khó xác định cơ quan ban hành.

Sai: ten: UBND xã Mẫu; căn cứ … của UBND tỉnh; … do Bộ KH&CN ban hành; tap_the: UBND (in ra «TM. UBND»).

Đúng: ten: Ủy ban nhân dân xã Mẫu; căn cứ … của Ủy ban nhân dân tỉnh Phú Thọ. Ở căn cứ, sau TM. chỉ là cảnh báo.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.readings import DocumentReading

RULE = Rule(__name__, Level.ERROR, "document", clause="ND30-I.2.2a1")
_KNOWN = late(
    r"(?<![\w/-])(?:U\.?\s?B\.?\s?N\.?\s?D|H\.?Đ\.?N\.?D|UB\s?MTTQ|MTTQ|VPCP|TTg|TTCP|BCĐ|BQL)(?:VN)?(?![\w/])",
    re.IGNORECASE,
)
_PART = r"[A-ZĐƯ]{2,8}"
_IN_CAPITALS = late(rf"(?<![\w/-])(?P<word>{_PART}(?:\s?&\s?{_PART}|[.-]{_PART})*)(?![\w/]|-\w)")
# Signs that are part of an official name, no shortening of one; TP, TX are another rule's.
_PROPER = frozenset({
    "ISO", "SOS", "VNPT", "FPT", "EVN", "VTV", "VOV", "BIDV", "VCCI", "VNPOST", "TNHH", "MTV", "TCVN", "UNESCO",
    "UNICEF", "ASEAN", "WTO", "WHO", "JICA", "TP", "TX",
})  # fmt: skip
_SCHOOLS = frozenset({"THPT", "THCS", "TH", "PTDTNT", "PTDTBT", "MN", "GDNN", "GDTX"})  # on seals of schools as well
_ROMAN = late(r"[IVXLC]+")
_SPOKEN = late(r"[^AEIOY]*[AEIOY][^AEIOY]*[AEIOY]")  # a word one can say is a name: QUACERT, VINACERT
_COMPANY = late(r"\b(?:công ty|tổng công ty|tập đoàn|doanh nghiệp|ngân hàng|hợp tác xã)\b", re.IGNORECASE)
_NAME_ENDS = (
    r"(?=[,;.()]|$|\s+(?:về|ban hành|quy định|hướng dẫn|sửa đổi|phê duyệt|thông qua|công bố|số|ngày|V/v|v/v)\b)"
)
_BY = rf"(?:của|do)\s+(?P<%s>[^;()]{{2,90}}?){_NAME_ENDS}"
# Whose document a basis is: behind its number and day, between its type and its number, or before «ban hành».
_ISSUED_BY = (
    late(rf"(?:\d{{4}}|\d\s*/\s*[\w-]+)\)?,?\s+\(?{_BY % 'name'}"),
    late(
        r"ngày\s+\d[\w/.-]*(?:\s+tháng\s+\d+\s+năm\s+\d{4})?,?\s+"
        r"(?P<name>(?:(?:Chủ tịch|Thường trực|Văn phòng)\s+)?(?:UBND|HĐND|VPCP)[^;,()]{0,40}?)(?=[;,()]|$|\s+về\s)"
    ),
    late(rf"^(?:Căn cứ|Xét|Thực hiện)\s+(?:các\s+)?[^\W\d][^\d;,]{{2,40}}?\s{_BY % 'name'}\s+(?:số|ngày)\s"),
    late(
        r"^Căn cứ\s(?:(?!\d\s*/)[^;])*?\sdo\s+(?P<name>[^;,()]{2,90}?)\s+(?:ban hành|công bố|phê duyệt|thông qua)(?!\w)"
    ),
)


def check(reading: DocumentReading) -> Iterator[Finding]:
    """An abbreviation in the issuer's name (an error); in a basis' issuer, in the collective signed for (a warning)."""
    agency = reading.dossier.agency
    for index, line in enumerate(agency.name_lines):
        shortened = _shortened(line)
        if shortened:
            what = f"tên cơ quan ban hành viết tắt «{shortened}»"
            source = reading.place_of(("co_quan", "ten", index))
            level = Level.WARNING if shortened in _SCHOOLS else Level.ERROR
            fix = "ghi tên đầy đủ, ví dụ Ủy ban nhân dân"
            yield RULE.found(what, fix, level=level, place="tên cơ quan", source=source)
    for text in reading.of("signature"):
        collective = agency.collective or ""
        shortened = _shortened(collective) if "TM." in text.text else ""
        if shortened:
            what = f"tên tập thể sau TM. viết tắt «{shortened}»"
            source = reading.place_of(("co_quan", "tap_the"))
            yield RULE.found(what, "ghi tên đầy đủ", level=Level.WARNING, place=text.place, source=source)
    for text in reading.of("basis", "proposal"):
        named = [match["name"] for pattern in _ISSUED_BY for match in pattern.finditer(text.text)]
        shortened = next((name for name in named if _shortened(name) not in {"", *_SCHOOLS}), "")
        if shortened:
            what = f"cơ quan ban hành căn cứ viết tắt «{shortened.strip()}»"
            source = reading.source_of(text)
            fix = "ghi tên đầy đủ của cơ quan ban hành"
            yield RULE.found(what, fix, level=Level.WARNING, place=text.place, source=source)


def _shortened(name: str) -> str:
    """The first abbreviation in a name; empty where there is none that is not part of it by right."""
    known = _KNOWN.search(name)
    if known:
        return known[0]
    if _COMPANY.search(name) or _all_in_capitals(name):
        return ""
    words = (match["word"] for match in _IN_CAPITALS.finditer(name))
    return next(
        (word for word in words if word not in _PROPER and not _ROMAN.fullmatch(word) and not _SPOKEN.match(word)), ""
    )


def _all_in_capitals(name: str) -> bool:
    """Whether the words themselves are IN HOA, so that capitals say nothing."""
    return name.isupper() and any(not word.isascii() and "Đ" not in word for word in name.split())
