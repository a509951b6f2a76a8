"""Ký tự không in được thì bị từ chối khi đọc hồ sơ.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; theo quy tắc gõ văn bản tiếng Việt thường dùng.

Vì sao: ký tự điều khiển, ký tự đổi chiều chữ không hiện ra mà làm văn bản khác đi khi đọc, tìm, xếp. Trong tệp Word
đã có thì chỉ nêu.

Sai: chữ có ký tự U+200B nằm trong

Đúng: xóa ký tự ấy rồi gõ lại chỗ đó
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.wording._reading import TextsReading
from generator.wording.characters import describe, forbidden_characters
from generator.wording.naming.glance import HIDDEN, glance

RULE = Rule(__name__, Level.ERROR, "texts", treatment="từ chối", known_as="LV31")
_SHOWN = 20  # letters on each side


def check(reading: TextsReading) -> Iterator[Finding]:
    """Each text of a document only read that holds such signs."""
    for place, source, text in () if reading.is_put_right else reading.typed:
        # A soft hyphen Word keeps for the end of a line.
        signs = forbidden_characters(text.replace("\xad", "")) if glance(text) & HIDDEN else []
        if signs:
            at = text.index(signs[0])
            words = "".join(char for char in text if char not in signs[0])[max(at - _SHOWN, 0) : at + _SHOWN].strip()
            what = f"có ký tự không hiện ra ({', '.join(map(describe, signs))}) ở «{words}»"
            yield RULE.found(what, "xóa ký tự ấy rồi gõ lại chỗ đó", level=Level.WARNING, place=place, source=source)
