"""Cơ quan ban hành ghi trong căn cứ phải là cơ quan có vào ngày ban hành; nơi gửi đến phải còn vào ngày ký.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; đây là phép so ngày với danh mục cơ quan trung ương
(`data/dia-gioi/co-quan-trung-uong.yaml`), mỗi mục có nguồn và mức xác minh. Chưa xác minh thì chỉ là thông tin. Văn bản
cũ của bộ cũ vẫn dẫn được bằng tên cũ.

Vì sao: từ 01/3/2025 năm bộ và Ủy ban Dân tộc không còn (Nghị quyết 176/2025/QH15); ghi tên cũ cho văn bản mới là dẫn
sai.

Sai: Quyết định số 1131/QĐ-BTTTT ngày 15 tháng 4 năm 2025 của Bộ Thông tin và Truyền thông

Đúng: Thông tư số 03/2014/TT-BTTTT ngày 11 tháng 3 năm 2014 của Bộ trưởng Bộ Thông tin và Truyền thông
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.findings import Finding, Level
from generator.law.central.bodies import CentralBody
from generator.law.issuers import body_named, body_of_sign
from generator.law.written.numbers import symbol_of
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading

RULE = Rule(__name__, Level.WARNING, "citation")


def level_of(body: CentralBody) -> Level:
    """A note where no one verified the days of the body."""
    return Level.NOTE if body.verification == "chưa xác minh" else Level.WARNING


def check(reading: CitationReading) -> Iterator[Finding]:
    """A ministry that was gone, or not there yet, on the day its document is said to bear."""
    citation, day = reading.citation, reading.citation.day
    if day is None or reading.is_by_name or reading.document or reading.one.nested:
        return
    symbol = symbol_of(citation.number, letter=citation.type == "Công văn")
    of_sign = None if "-" in symbol.body else body_of_sign(symbol.body)
    for body in dict.fromkeys([body_named(citation.issuer), of_sign]):
        said = body and _said(body, day)
        if body and said:
            yield RULE.found(
                f"{reading.label}: {said}", "kiểm tra ngày và cơ quan", level=level_of(body), subject=reading.label
            )
            return


def _said(body: CentralBody, day: date) -> str:
    if body.gone(day):
        into = f", đã nhập vào {', '.join(body.into)}" if body.into else ""
        return f"ngày {day:%d/%m/%Y} không còn {body.name}{into} (từ {body.until:%d/%m/%Y})"
    if body.not_yet(day):
        return f"ngày {day:%d/%m/%Y} chưa có {body.name} (có từ {body.since:%d/%m/%Y})"
    return ""
