"""Trích yếu, tên luật ghi trong lời dẫn phải đúng từng chữ như bản ban hành.

Quy định: căn cứ ghi đủ tên loại, số, ký hiệu, cơ quan ban hành, ngày ban hành, trích yếu của văn bản.

Vì sao: trích yếu là tên của văn bản; thêm chữ, cắt phần cuối là ghi một tên khác. Chỉ thêm, bớt «về», «về việc» ở đầu
thì nhắc (thông tin). Chữ hoa, dấu thanh, chữ viết tắt được xét riêng và nhẹ hơn (chinh-ta, viet-tat).

Sai: Căn cứ Nghị định số 92/2017/NĐ-CP ngày 07 tháng 8 năm 2017 của Chính phủ sửa đổi một số điều …

Đúng: Căn cứ Nghị định số 92/2017/NĐ-CP ngày 07 tháng 8 năm 2017 của Chính phủ sửa đổi, bổ sung một số điều …
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading

RULE = Rule(__name__, Level.WARNING, "citation", clause="ND30-I.2.6a2")


def check(reading: CitationReading) -> Iterator[Finding]:
    """A title or the name of a law that has words missing, added or changed; a note where they only lead to it."""
    if reading.document and reading.title.state == "led":
        what = f"{reading.label}: trước trích yếu thêm hoặc bớt «về», «về việc» so với bản ban hành"
        yield RULE.found(what, f"ghi đúng: {reading.document.title}", level=Level.NOTE, subject=reading.label)
    elif reading.document and reading.title.state == "different":
        what = f"{reading.label}: trích yếu không đúng như ban hành{reading.title.what}"
        yield RULE.found(what, f"ghi đúng: {reading.document.title}", subject=reading.label)
