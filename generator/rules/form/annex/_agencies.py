"""Whether the agency that a chỉ dẫn names surely is another than that of the document.

The same agency may be named in full, shortened, with or without its province, by the title of its head; the header is
IN HOA. So two names are of two agencies only where both begin with the same kind («Bệnh viện», «Hội»), each has a
syllable that the other lacks, and no letters stand for words («THPT»).
"""

from __future__ import annotations

from generator.patterns import late
from generator.wording.characters import fold_word
from generator.wording.syllables import is_syllable

_KIND = late(
    r"\b(?:bệnh viện|trung tâm|trường|hội|phòng|chi cục|cục|công ty|học viện|viện|công an|ban quản lý|thanh tra"
    r"|bảo tàng|thư viện|trạm|hạt kiểm lâm|liên đoàn)\b",
    2,
)
_WORD = late(r"[^\W_]+")
_JOINED = late(r"\s[-–]\s")


def of_two(named: str, issuer: str) -> bool:
    """Whether the names are those of two agencies of one kind."""
    if _JOINED.search(issuer) or _JOINED.search(named):
        return False
    one, other = _KIND.search(named), _KIND.search(issuer)
    if one is None or other is None or one.group().casefold() != other.group().casefold():
        return False
    first, second = _words(named[one.start() :]), _words(issuer[other.start() :])
    if not all(word.isdigit() or is_syllable(word) for word in (*first, *second)):
        return False  # «THPT», «ĐK»: not all of it is spelled out
    left, right = {fold_word(word) for word in first}, {fold_word(word) for word in second}
    return bool(left - right) and bool(right - left)


def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(name)]
