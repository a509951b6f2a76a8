"""Phần căn cứ của quyết định, nghị quyết phải có văn bản về thẩm quyền, chức năng, nhiệm vụ của cơ quan ban hành.

Quy định: căn cứ gồm văn bản quy định thẩm quyền, chức năng, nhiệm vụ của cơ quan ban hành và văn bản quy định nội dung,
cơ sở để ban hành.

Vì sao: thiếu nó thì không rõ cơ quan dựa vào đâu mà quyết định. Văn bản không có căn cứ nào thì không xét.

Sai: Quyết định của Chủ tịch Ủy ban nhân dân xã chỉ căn cứ Nghị định số 30/2020/NĐ-CP

Đúng: có thêm Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025; trường đại học có Luật Giáo dục đại học; đơn
vị có «Căn cứ Điều lệ …», «Căn cứ chức năng, nhiệm vụ …»
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.order import gives_authority, is_law_of_sector, is_said_to_give_authority, says_authority, sets_up
from generator.rules.base import Rule
from generator.rules.law._reading import BasesReading

RULE = Rule(__name__, Level.WARNING, "bases", clause="ND30-I.2.6a1")


def check(reading: BasesReading) -> Iterator[Finding]:
    """A decision whose bases name nothing that gives the agency its authority."""
    if not reading.lines or not reading.decides:
        return
    items = [item for line in reading.lines for item in line]
    told = (gives_authority(one) or is_said_to_give_authority(one) or sets_up(one, reading.issuers) for one in items)
    of_its_own = any(map(is_law_of_sector, items)) or any(map(says_authority, reading.unnumbered))
    if any(told) or (not reading.collective and of_its_own):
        return
    fix = (
        "thêm Luật Tổ chức chính quyền địa phương đang có hiệu lực"
        if reading.collective
        else "thêm văn bản quy định chức năng, nhiệm vụ, quyền hạn của cơ quan"
    )
    yield RULE.found("phần căn cứ chưa có văn bản về thẩm quyền ban hành", fix)
