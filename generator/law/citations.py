"""Citations found in running text, also in text that a scanner damaged: type, number, day, issuer, and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.law.issuers import ALIASES, SIGNS, TYPE_OF_SYMBOL, known_issuer
from generator.law.titles import begins_with
from generator.patterns import late
from generator.records import record
from generator.wording.characters import fold

_DIGIT = "[0-9OoIl]"
LOOKALIKES = str.maketrans("OoIl", "0011")
"""Letters that scanners put for digits, and the digits."""
_SYMBOL_TYPES = "|".join(
    sorted([*TYPE_OF_SYMBOL, "ND", "NÐ", "QD", "QÐ", "NQLT", "CTHĐ", "CTPH", "QyĐ", "QC", "TTR"], key=len, reverse=True)
)
_BODY = r"[A-ZĐÐ][A-Za-zĐđÐ]{1,11}\d{0,2}"
_BODIES = rf"{_BODY}(?:\s?[-–&.]\s?{_BODY})*"
_NUMBER = late(
    rf"(?<![\w/.-])(?:"
    rf"(?P<n1>{_DIGIT}{{1,4}}(?:\.\d{{1,2}})?)\s?/\s?(?P<year>[12]{_DIGIT}{{3}})\s?[/-]?\s?"
    rf"(?P<s1>(?:UBTV)?QH\s?\d{{1,2}}|(?i:{_SYMBOL_TYPES})(?:\s?[-–/_.]\s?|\s)?(?:(?i:CP|TTg)\b|{_BODIES}))"
    rf"|(?P<n2>\d{{1,5}}[a-z]?)\s?/\s?(?P<s2>(?i:{_SYMBOL_TYPES})\s?[-–/_]\s?{_BODIES})"
    rf"|(?<=[sS][ốỐ] )(?P<n3>\d{{1,5}})\s?/\s?(?P<s3>[A-ZĐ]{{2,12}}(?:-[A-ZĐ][A-Za-zĐđ]{{0,11}})+)"
    rf")(?![\w])"
)

TYPES = (
    "Văn bản hợp nhất", "Nghị quyết liên tịch", "Thông tư liên tịch", "Bộ luật", "Luật", "Pháp lệnh", "Hiến pháp",
    "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Thông tư", "Kế hoạch", "Tờ trình", "Công văn", "Công điện",
    "Thông báo", "Hướng dẫn", "Báo cáo", "Chương trình", "Đề án", "Quy chế", "Quy định", "Lệnh", "Phương án",
)  # fmt: skip
_TYPES_BY_FOLD = {fold(name): name for name in TYPES}

_D, _M, _Y = rf"(?P<d%s>{_DIGIT}{{1,2}})", rf"(?P<m%s>{_DIGIT}{{1,2}})", rf"(?P<y%s>[12]{_DIGIT}{{3}})"
_WORDS = rf"{_D}\s+th[aáàâ]ng\s+{_M}\s+n[aăãâà]m\s+{_Y}"
_SLASHED = rf"{_D}\s?[/.-]\s?{_M}\s?[/.-]\s?{_Y}"
DAY = late(rf"(?:{_WORDS % (1, 1, 1)}|{_SLASHED % (2, 2, 2)})(?!\d)", re.I)
DAY_WORD = r"ng[aàáảâ]y"
_DATED = late(rf"[\s,(]*(?:(?:ban hành|ký|được ban hành)\s+)?{DAY_WORD}\s*:?\s*(?P<day>{DAY.pattern})\)?", re.I)
_OF = late(r"[\s,]*(?:do|của|cua|cùa)\s+", re.I)
_LEAD = (
    "về", "v/v", "quy định", "hướng dẫn", "sửa đổi", "ban hành", "phê duyệt", "công bố", "bãi bỏ", "thay thế",
    "thành lập", "triển khai", "thực hiện", "quy chế", "áp dụng", "đẩy mạnh", "kiện toàn", "giao",
)  # fmt: skip
_LEADS = late(r"(?:" + "|".join(_LEAD) + r")\b", re.I)
UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZĂÂĐÊÔƠƯÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"
"""The capital letters of Vietnamese, and those it borrows."""
_IN_SMALL = late(rf"(?<![\w/.-])[^\W\d_{UPPER}]\w")
_LOCAL = late(
    r"(?:(?:Thường trực|Chủ tịch|chủ tịch)\s+)?(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân)"
    r"(?:\s+(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu))?"
    rf"(?:\s+(?!(?:Về|Ban|Quy)\b)[{UPPER}][\w]*)*"
)
_BODY_WORDS = (
    "Sở|Phòng|Ban|Văn phòng|Cục|Tổng cục|Chi cục|Thanh tra|Ngân hàng|Viện|Bộ trưởng|Bộ|Đảng ủy|Tỉnh ủy|Trung tâm"
    "|Thủ tướng|Chánh|Giám đốc|Chủ nhiệm|Chủ tịch|Tổng Kiểm toán|Kiểm toán|Ủy ban|Hội đồng"
)
_AFTER_BODY = "về|quy định|hướng dẫn|sửa đổi|ban hành|phê duyệt|công bố|bãi bỏ|ngày"


def _body(words: str, after: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words})\b[^,;.()]*?(?=[,;.()]|$|\s+(?:{after})\b)")


_OTHER_BODY = _body(_BODY_WORDS, _AFTER_BODY)
# IN HOA a name does not end where capitals end, but where a title begins.
_UPPER_LOCAL = _body(
    "(?:(?:THƯỜNG TRỰC|CHỦ TỊCH)\\s+)?(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN)",
    _AFTER_BODY.upper(),
)
_UPPER_BODY = _body(_BODY_WORDS.upper(), _AFTER_BODY.upper())
_SIGNS = ("/", "uật", "UẬT", "lệnh", "LỆNH", "ISO")  # of a number, a law, a pháp lệnh, a standard


@record(frozen=True)
class Citation:
    """One citation as it stands in a paragraph: parts as typed, empty or None where absent; ``start``–``end`` its span.

    ``title_at`` is where the title would begin, ``end`` where the parts read so far end.
    """

    start: int
    end: int
    type: str
    number: str
    has_word_so: bool
    title_at: int
    day: date | None = None
    day_text: str = ""
    year: int | None = None
    issuer: str = ""
    name: str = ""


def in_capitals(text: str) -> bool:
    """Whether the text is set IN HOA: no word of it begins with a small letter, though QĐ-TTg holds one."""
    return _IN_SMALL.search(text) is None


def may_cite(text: str) -> bool:
    """Whether the text can name a document or a standard at all: a quick look, before it is read in earnest."""
    return any(sign in text for sign in _SIGNS)


def find_numbers(text: str) -> Iterator[Citation]:
    """The citations by number in the text, in order, each with the day and the issuer that follow it."""
    for match in _NUMBER.finditer(text):
        before = text[: match.start()]
        type_name, has_so, start = _type_before(before)
        yield read_tail(text, Citation(start, match.end(), type_name, match[0], has_so, match.end()))


_SO = late(r"\s*\bs[ốôoóòồỗọ0]\b\s*[:.]?\s*$|\s*$", re.I)


def _type_before(before: str) -> tuple[str, bool, int]:
    match = _SO.search(before)
    end = match.start() if match else len(before)
    has_so = bool(match and match[0].strip())
    head = before[:end]
    tokens = list(re.finditer(r"[^\W\d_]+", head))[-4:]
    if tokens and not head[tokens[-1].end() :].strip():
        for count in (4, 3, 2, 1):
            if len(tokens) < count:
                continue
            name = _TYPES_BY_FOLD.get(fold("".join(token[0] for token in tokens[-count:])))
            if name:
                return name, has_so, tokens[-count].start()
    return "", has_so, end + (len(before[end:]) - len(before[end:].lstrip()) if not has_so else 0)


def read_tail(text: str, citation: Citation, issuers: tuple[str, ...] = ()) -> Citation:
    """The citation with the day and the issuer that follow its number, in either order.

    ``issuers`` are names to be recognised beyond those every text may hold.
    """
    at, found = citation.end, citation
    for _ in range(2):
        dated = None if found.day_text else _DATED.match(text, at)
        if dated:
            found = replace(found, day=as_day(dated["day"]), day_text=dated["day"])
            at = dated.end()
            continue
        issuer, end = ("", at) if found.issuer else _issuer_at(text, at, issuers)
        if issuer:
            found, at = replace(found, issuer=issuer), end
    return replace(found, end=at, title_at=at)


def as_day(text: str) -> date | None:
    """The day of a date as ``DAY`` matches it; None when the calendar has no such day."""
    match = DAY.search(text)
    if match is None:
        return None
    parts = [(match[f"{name}1"] or match[f"{name}2"]).translate(LOOKALIKES) for name in "ymd"]
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return None


def _issuer_at(text: str, at: int, issuers: tuple[str, ...]) -> tuple[str, int]:
    of = _OF.match(text, at)
    start = of.end() if of else at + len(text[at:]) - len(text[at:].lstrip(" ,"))
    rest = text[start : start + 160]
    length = max((begins_with(rest, name) for name in (*issuers, *ALIASES)), default=0)
    if not length:
        length = len(known_issuer(rest))
    capitals = not length and in_capitals(rest)
    if not length:
        local = (_UPPER_LOCAL if capitals else _LOCAL).match(rest)
        length = local.end() if local else 0
    if not length and of:
        other = (_UPPER_BODY if capitals else _OTHER_BODY).match(rest)
        length = other.end() if other else 0
    return rest[:length].strip(), start + length if length else at


def title_text(text: str, at: int) -> str:
    """What may be the title from ``at`` on: up to the next semicolon, or the end."""
    end = text.find(";", at)
    return text[at : end if end >= 0 else len(text)]


def has_lead(text: str) -> bool:
    """Whether the text, spaces and a comma aside, begins as titles do."""
    return bool(_LEADS.match(text.lstrip(" ,")))


def symbol_of(number: str) -> tuple[str, str]:
    """The type and the body a number's symbol names, e.g. ``QĐ`` and ``BKHCN``; empty where it has none."""
    tail = number.rsplit("/", 1)[-1] if number.count("/") else number
    kind, _, body = tail.replace("–", "-").partition("-")
    return (kind.strip(), body.strip()) if body else ("", kind.strip() if fold(kind)[:2] in ("qh", "ub") else "")


def is_central(number: str) -> bool:
    """Whether the symbol names a central body, whose numbers with a year are given once."""
    return any(fold(sign) in fold(number) for sign in SIGNS) and "UBND" not in number.upper()
