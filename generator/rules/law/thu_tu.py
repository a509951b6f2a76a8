"""Căn cứ xếp theo thẩm quyền, rồi thứ bậc hiệu lực, rồi thời gian ban hành.

Quy định: không điều khoản nào của Nghị định 30 nói hết thứ tự; thứ bậc theo hệ thống văn bản tại Điều 4 Luật Ban hành
văn bản quy phạm pháp luật (64/2025/QH15), phần còn lại theo cách làm thường thấy. Hồ sơ đặt «giu_thu_tu_can_cu: có»
thì không nhắc.

Vì sao: văn bản trao thẩm quyền đứng trước, văn bản về nội dung đứng sau, văn bản sửa đổi đứng ngay sau văn bản được
sửa. Nghị quyết cá biệt của Chính phủ đặt trước hay sau nghị định đều gặp, nên không xét.

Sai: Quyết định của Bộ trưởng đứng trước Luật Tổ chức chính quyền địa phương

Đúng: Luật, nghị định, quyết định của Thủ tướng, thông tư, quyết định của Bộ trưởng
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.order import goes_anywhere, in_order, sets_up
from generator.rules.base import Rule
from generator.rules.law._reading import BasesReading

RULE = Rule(__name__, Level.WARNING, "bases")


def check(reading: BasesReading) -> Iterator[Finding]:
    """Lines that do not stand in order, with the order they should have."""
    lines = reading.lines
    if lines and sets_up(lines[0][0], reading.issuers):
        lines = lines[1:]  # it gives the agency its powers, and so stands before any law
    bound = [line for line in lines if not goes_anywhere(line[0])]
    if reading.keep_order or in_order(bound) == list(range(len(bound))):
        return
    listed = "; ".join(lines[n][0].label for n in in_order(lines))
    what = "căn cứ chưa xếp theo thẩm quyền, thứ bậc hiệu lực rồi thời gian ban hành"
    yield RULE.found(what, f"xếp lại: {listed}")
