"""Chữ Ð, ð, ɖ, Ɖ gõ thay cho Đ, đ được thay bằng chữ đúng.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo quy tắc gõ văn bản tiếng Việt thường dùng.

Vì sao: chữ Ð của tiếng Iceland trông giống Đ nhưng là ký tự khác. Chỉ thay khi thành âm tiết tiếng Việt hoặc chữ viết
tắt. Sửa khi đọc hồ sơ; trong tệp Word đã có thì nêu.

Sai: Ðiều 5, UBNÐ

Đúng: Điều 5, UBNĐ
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextsReading
from generator.wording.characters import normalise
from generator.wording.mistyped.lookalikes import restore_dd
from generator.wording.naming.glance import ETH, glance

RULE = Rule(__name__, Level.FINE, "texts", treatment="tự sửa", known_as="LV04")
_SIGNS = ".,;:()"


def check(reading: TextsReading) -> Iterator[Finding]:
    """The words of each text of a document only read that such a letter stands in."""
    for place, source, text in () if reading.is_put_right else reading.typed:
        if not glance(text) & ETH:
            continue
        whole = normalise(text)
        right = restore_dd(whole)
        for word, meant in dict(zip(whole.split(), right.split(), strict=True)).items():
            if word != meant:
                what = f"chữ «{word.strip(_SIGNS)}» có chữ cái giống Đ, đ mà không phải"
                fix = f"gõ lại là «{meant.strip(_SIGNS)}»"
                yield RULE.found(what, fix, level=Level.WARNING, place=place, source=source)
