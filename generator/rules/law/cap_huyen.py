"""Từ 01/7/2025 không ban hành, không ký, không gửi văn bản nhân danh huyện, quận, thị xã, thị trấn.

Quy định: Nghị quyết 203/2025/QH15 và Luật Tổ chức chính quyền địa phương (72/2025/QH15): chính quyền địa phương có hai
cấp, tỉnh và xã, từ 01/7/2025.

Vì sao: đơn vị không còn thì không ban hành, không nhận được văn bản. Là cơ quan chủ quản, cơ quan ban hành, người ký:
lỗi; là nơi kính gửi: cảnh báo; là nơi nhận, trong nội dung, là cơ quan của căn cứ cũ: thông tin. Văn bản cấp huyện ban
hành trước ngày ấy dẫn làm căn cứ vẫn được.

Sai: ỦY BAN NHÂN DÂN HUYỆN GIỒNG RIỀNG ban hành quyết định ngày 05/8/2025

Đúng: ỦY BAN NHÂN DÂN XÃ GIỒNG RIỀNG ban hành quyết định ngày 05/8/2025
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.law._reading import NamesReading

RULE = Rule(__name__, Level.ERROR, "names", clause="203/2025/QH15")
_TODAY = "ghi cơ quan cấp xã hoặc cấp tỉnh kế thừa"
_FIXES = {
    "basis": "văn bản cũ vẫn dẫn được; kiểm tra hiệu lực và cơ quan kế thừa",
    "addressee": _TODAY,
    "recipient": _TODAY,
    "body": _TODAY,
}


def check(reading: NamesReading) -> Iterator[Finding]:
    """A unit of a kind that no longer exists on the day."""
    kind = reading.territory.gone_kind(reading.text, reading.day, in_body=reading.role in ("body", "basis"))
    if kind:
        since = reading.territory.district_end
        what = f"{reading.quoted}: từ {since:%d/%m/%Y} không còn đơn vị hành chính {kind}"
        fix = _FIXES.get(reading.role, "ghi tên cơ quan cấp xã (xã, phường, đặc khu) hoặc cấp tỉnh hiện nay")
        yield RULE.found(what, fix, level=reading.level)
