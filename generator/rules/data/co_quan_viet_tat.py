"""Tên cơ quan ban hành ghi đầy đủ, không viết tắt.

Quy định: tên cơ quan ban hành văn bản là tên chính thức, đầy đủ; chỉ tên cơ quan chủ quản được viết tắt những cụm từ
thông dụng (ND30-I.2.2a1, ND30-I.2.2a4).

Vì sao: tên viết tắt ở đầu văn bản, ở căn cứ làm văn bản không đúng thể thức, khó xác định cơ quan ban hành.

Sai: ten: UBND xã Mẫu; căn cứ … của UBND tỉnh.

Đúng: ten: Ủy ban nhân dân xã Mẫu; căn cứ … của Ủy ban nhân dân tỉnh Phú Thọ.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.readings import DocumentReading

RULE = Rule(__name__, Level.ERROR, "document", clause="ND30-I.2.2a1")
_KNOWN = (
    r"U\.?B\.?N\.?D|Ubnd|ubnd|Hđnd|HĐND|UBMTTQ|MTTQ|VPCP|BCĐ|BQL|KT-XH|VH-XH"
    r"|GD-ĐT|TTPVHCC|GD&ĐT|GDĐT|LĐTBXH|TN&MT|VHTT|TTHCC"
)
_WORD = late(rf"(?<!\w)(?:{_KNOWN})(?!\w)")
# Signs that are part of an official name, no shortening of one.
_PROPER = "ISO|SOS|VNPT|FPT|EVN|VTV|VOV|BIDV|VCCI|VNPOST"
_IN_CAPITALS = late(rf"(?<![\w-])(?!(?:[IVXLC]+|{_PROPER})(?![\w-]))[A-ZĐ]{{2,8}}(?:&[A-ZĐ]{{2,8}})?(?![\w-])")
_ISSUED_BY = late(
    rf"(?:\d{{4}}|/[\w-]+)\s+của\s+((?:(?:Chủ tịch|Thường trực|Văn phòng)\s+)?(?:{_KNOWN})(?:\s+[^,;.()]{{0,40}})?)"
)


def check(reading: DocumentReading) -> Iterator[Finding]:
    """An abbreviation in the issuer's name (an error); in a basis' issuer (a warning)."""
    for index, line in enumerate(reading.dossier.agency.name_lines):
        shortened = _WORD.search(line) or (None if line.isupper() else _IN_CAPITALS.search(line))
        if shortened:
            what = f"tên cơ quan ban hành viết tắt «{shortened[0]}»"
            source = reading.place_of(("co_quan", "ten", index))
            yield RULE.found(what, "ghi tên đầy đủ, ví dụ Ủy ban nhân dân", place="tên cơ quan", source=source)
    for text in reading.of("basis", "proposal"):
        shortened = _ISSUED_BY.search(text.text)
        if shortened and text.role == "basis":
            what = f"cơ quan ban hành căn cứ viết tắt «{shortened[1].strip()}»"
            source = reading.source_of(text)
            fix = "ghi tên đầy đủ của cơ quan ban hành"
            yield RULE.found(what, fix, level=Level.WARNING, place=text.place, source=source)
