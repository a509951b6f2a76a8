"""Dấu thanh đứng trên chữ cái mang dấu: kết quả, quý, toàn; «hòa», «hoà» đều được.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo chính tả tiếng Việt.

Vì sao: «qủa», «tòan» trông gần đúng mà tìm không ra. Khi đọc hồ sơ, chương trình đặt lại dấu và nói ra; khi kiểm
tra một văn bản đã có, chương trình chỉ báo. Hai kiểu «hòa» và «hoà», «thủy» và «thuỷ» không phải lỗi.

Sai: kết qủa của tòan xã trong qúy I

Đúng: kết quả của toàn xã trong quý I
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextsReading
from generator.wording.naming.glance import TONE, glance
from generator.wording.syllables import misplaced_tones

RULE = Rule(__name__, Level.NOTE, "texts", treatment="tự sửa", known_as="LV20")


def check(reading: TextsReading) -> Iterator[Finding]:
    """The words of each text, as typed, whose tone stood on a wrong letter."""
    for place, source, text in reading.typed:
        for word, right in misplaced_tones(text).items() if glance(text) & TONE else ():
            what = f"chữ «{word}» đặt sai dấu thanh"
            if reading.is_put_right:
                yield RULE.found(f"{what}, đã viết lại là «{right}»", place=place, source=source)
            else:
                yield RULE.found(what, f"viết là «{right}»", level=Level.WARNING, place=place, source=source)
