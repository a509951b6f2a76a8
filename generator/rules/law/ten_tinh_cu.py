"""Từ ngày sắp xếp, không dùng tên tỉnh đã nhập vào tỉnh khác.

Quy định: Nghị quyết 202/2025/QH15 (34 đơn vị cấp tỉnh, từ 01/7/2025); riêng tỉnh Thừa Thiên Huế thành thành phố Huế
từ 01/01/2025 theo Nghị quyết 175/2024/QH15.

Vì sao: tỉnh không còn thì không ban hành, không nhận được văn bản. Là cơ quan chủ quản, cơ quan ban hành, người ký:
lỗi; là nơi kính gửi: cảnh báo; là nơi nhận, trong nội dung, là cơ quan của căn cứ cũ: thông tin.

Sai: Nơi nhận: UBND tỉnh Trà Vinh, văn bản ngày 01/8/2025

Đúng: Nơi nhận: UBND tỉnh Vĩnh Long
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.law._reading import NamesReading

RULE = Rule(__name__, Level.ERROR, "names", clause="202/2025/QH15")


def check(reading: NamesReading) -> Iterator[Finding]:
    """A province that no longer exists on the day, with the one it went into."""
    for name, province in reading.territory.gone_provinces(reading.text, reading.day):
        what = f"{reading.quoted}: ngày {reading.day:%d/%m/%Y} không còn tỉnh {name}"
        yield RULE.found(what, f"nay thuộc {province.full(reading.day)}", level=reading.level)
