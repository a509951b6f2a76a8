"""Chữ gõ bằng phông .VnTime (TCVN3) hoặc VNI-Times được chuyển sang Unicode, và nói ra để đọc lại.

Quy định: văn bản dùng bộ mã Unicode theo TCVN 6909:2001.

Vì sao: chép từ tệp cũ thì chữ hiện ra sai. Chỉ chuyển khi chắc chắn; chữ IN HOA trong phông cũ có thể mất phân biệt
nên cần đọc lại.

Sai: VÒ viÖc ban hµnh môc tiªu chÊt l­îng

Đúng: Về việc ban hành mục tiêu chất lượng
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextsReading
from generator.wording.mistyped.legacy import encoding_of
from generator.wording.naming.glance import OLD, glance

RULE = Rule(__name__, Level.NOTE, "texts", clause="ND30-I.1.4b", treatment="tự sửa", known_as="LV03")


def check(reading: TextsReading) -> Iterator[Finding]:
    """Each text that came in an old font, as it was typed."""
    for place, source, text in reading.typed:
        encoding = encoding_of(text) if glance(text) & OLD else None
        if encoding:
            what = f"chữ gõ bằng phông {encoding}"
            if reading.is_put_right:
                fix = "đọc lại, nhất là chữ IN HOA"
                yield RULE.found(f"{what} đã chuyển sang Unicode", fix, place=place, source=source)
            else:
                yield RULE.found(what, "gõ lại bằng Unicode", level=Level.WARNING, place=place, source=source)
