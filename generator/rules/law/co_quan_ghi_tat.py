"""Tên cơ quan ban hành trong căn cứ ghi đủ, không viết tắt, có tên địa phương.

Quy định: căn cứ ghi tên cơ quan ban hành của văn bản làm căn cứ (ND30-I.2.6a2); không điều khoản nào nói riêng về viết
tắt ở đó, nên chỉ là thông tin. Xét văn bản đưa vào rà soát; hồ sơ do chương trình soạn có quy tắc co-quan-viet-tat.

Vì sao: «UBND tỉnh» không cho người ngoài tỉnh biết là tỉnh nào; tên tắt của bộ đổi theo mỗi lần sắp xếp.

Sai: Căn cứ Quyết định số 12/2015/QĐ-UBND ngày 12 tháng 3 năm 2015 của UBND tỉnh về …

Đúng: Căn cứ Quyết định số 12/2015/QĐ-UBND ngày 12 tháng 3 năm 2015 của Ủy ban nhân dân tỉnh Vĩnh Long về …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading

RULE = Rule(__name__, Level.NOTE, "citation")
_SHORT = late(
    r"(?<![\w/-])(?:UBND|HĐND|UBMTTQ|UBTVQH|MTTQ|VPCP|TTCP|NHNN|TTg|CP|(?:Bộ|Sở)\s+[A-ZĐ]{2,}(?:\s?[&-]\s?[A-ZĐ]{2,})*)"
    r"(?![\w/-])"
)
_NAMELESS = late(
    r"(?:Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|UBND|HĐND)(?:\s+(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn"
    r"|xã|phường|đặc khu))?",
    re.I,
)


def check(reading: CitationReading) -> Iterator[Finding]:
    """The issuer of a basis that is abbreviated, or that does not say of what place."""
    issuer, one = reading.citation.issuer, reading.one
    if not (issuer and one.is_basis and not one.nested and reading.options.elsewhere and reading.options.decree):
        return
    if issuer.isupper() and len(issuer) > 12:
        return
    short = _SHORT.search(issuer)
    if short:
        what = f"{reading.label}: cơ quan ban hành viết tắt «{short[0]}»"
        yield RULE.found(what, "ghi đủ tên cơ quan", subject=reading.label)
    elif _NAMELESS.fullmatch(issuer) and reading.document is None:
        what = f"{reading.label}: cơ quan ban hành ghi «{issuer}», thiếu tên địa phương"
        yield RULE.found(what, "ghi đủ tên cơ quan", subject=reading.label)
