"""Mỗi nơi nhận chỉ ghi một lần.

Quy định: số lượng văn bản phát hành xác định trên cơ sở số lượng tại nơi nhận (ND30-A.17.1); nơi đã ở «Kính gửi» được
gọi bằng «Như trên» (ND30-I.2.9b2).

Vì sao: ghi hai lần là phát hành thừa một bản, và thường là dòng lẽ ra ghi nơi khác.

Sai: noi_nhan: [Sở Nội vụ, Sở Tài chính, Sở Nội vụ (để b/c)]

Đúng: noi_nhan: [Sở Nội vụ (để b/c), Sở Tài chính]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.data._recipients import name_of, shown
from generator.rules.readings import DocumentReading

RULE = Rule(__name__, Level.WARNING, "document", clause="ND30-A.17.1")


def check(reading: DocumentReading) -> Iterator[Finding]:
    """A recipient whose name stands above it already, or among the addressees; what it is sent for set aside."""
    seen = {name_of(text.text): f"«{text.text}»" for text in reading.of("addressee")}
    typed: dict[str, list[int]] = {}
    for index, given in enumerate(reading.document.recipients):
        typed.setdefault(name_of(given), []).append(index)
    for text in reading.of("recipient"):
        name = name_of(text.text)
        at = typed[name].pop(0) if typed.get(name) else None
        if name in seen:
            what = f"«{shown(text.text)}» đã có ở {seen[name]}"
            source = reading.source_of(text) if at is None else reading.typed_at("noi_nhan", at)
            yield RULE.found(what, "giữ một dòng", place=text.place, source=source)
        seen.setdefault(name, text.place)
