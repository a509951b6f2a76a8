"""Citations found in running text, also in text that a scanner damaged: type, number, day, issuer, and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from generator.law.issuers import known_issuer, shortened_names
from generator.law.titles import begins_with_one
from generator.law.written.days import as_day, dated_at
from generator.law.written.numbers import NUMBER, OLD_KINDS
from generator.patterns import late
from generator.records import record
from generator.wording.characters import fold, fold_word

TYPES = (
    "Văn bản hợp nhất", "Nghị quyết liên tịch", "Thông tư liên tịch", "Bộ luật", "Luật", "Pháp lệnh", "Hiến pháp",
    "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Thông tư", "Kế hoạch", "Tờ trình", "Công văn", "Công điện",
    "Thông báo", "Hướng dẫn", "Báo cáo", "Chương trình", "Đề án", "Quy chế", "Quy định", "Lệnh", "Phương án",
    "Kết luận", "Thông báo kết luận", "Thông báo ý kiến kết luận", "Kế hoạch phối hợp", "Chương trình hành động",
    "Quy chế phối hợp", "Thông tri", "Sắc lệnh",
)  # fmt: skip
_TOKEN = late(r"[^\W\d_]+")
_LONGEST_TYPE = 80  # characters, far beyond the longest of them
_TYPES_BY_FOLD = {fold(name): name for name in TYPES}

_OF = late(r"[\s,]*(?:do|của|cua|cùa|cũa)\s+(?:của\s+)?(?:Liên\s+(?:Bộ|tịch)\s*:?\s*)?", re.I)
_AND_OF = late(r"\s*(?:,\s*(?:và\s+)?|và\s+|-\s*)(?=(?:Bộ|Tòa|Toà|Viện|Ủy ban|Thanh tra|Ngân hàng|Chính phủ)\b)")
_LEAD = (
    "về", "v/v", "quy định", "hướng dẫn", "sửa đổi", "ban hành", "phê duyệt", "công bố", "bãi bỏ", "thay thế",
    "thành lập", "triển khai", "thực hiện", "quy chế", "áp dụng", "đẩy mạnh", "kiện toàn", "giao", "chi tiết",
    "tăng cường", "đề nghị", "báo cáo", "thông báo", "thông qua", "cho ý kiến", "trả lời", "tổ chức", "phân công",
    "phân cấp", "xử lý", "bổ nhiệm", "điều chỉnh", "bổ sung", "chấn chỉnh", "kết luận", "ủy quyền",
)  # fmt: skip
_LEADS = late(r"(?:" + "|".join(_LEAD) + r")\b", re.I)
UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZĂÂĐÊÔƠƯÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"
"""The capital letters of Vietnamese, and those it borrows."""
_IN_SMALL = late(rf"(?<![\w/.-])[^\W\d_{UPPER}]\w")
_LOCAL = late(
    r"(?:(?:Thường trực|Chủ tịch|chủ tịch)\s+)?(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân)"
    r"(?:\s+(?i:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)(?!\w))?"
    rf"(?:\s+\d{{1,2}}(?![\w/]))?(?:\s+(?!(?:Về|Ban|Quy)\b)[{UPPER}][\w]*(?:\s+\d{{1,2}}(?![\w/]))?)*"
)
_BODY_WORDS = (
    "Sở|Phòng|Ban|Văn phòng|Cục|Tổng cục|Chi cục|Thanh tra|Ngân hàng|Viện|Bộ trưởng|Bộ|Đảng ủy|Tỉnh ủy|Trung tâm"
    "|Thủ tướng|Chánh|Giám đốc|Chủ nhiệm|Chủ tịch|Tổng Kiểm toán|Kiểm toán|Ủy ban|Hội đồng"
)
_AFTER_BODY = (
    "về|quy định|hướng dẫn|sửa đổi|ban hành|phê duyệt|công bố|bãi bỏ|ngày|thực hiện|triển khai|tăng cường|thành lập"
    "|kiện toàn|giao|thông báo|kết luận|phân công|áp dụng"
)


def _body(words: str, after: str) -> re.Pattern[str]:
    return late(rf"(?:{words})\b[^,;.()]*?(?=[,;.()]|$|\s+(?:{after})\b)")


_OTHER_BODY = _body(_BODY_WORDS, _AFTER_BODY)
# Whose it is, up to its day, be it in no list: «của Giám Đốc …», «của Công ty …»; what stands behind one that is.
_TO_ITS_DAY = late(rf"(?:(?!\b(?:{'|'.join(_LEAD)})\b)[^;.()/]){{2,160}}?(?=[\s,]+ngày\s+[\d.…_])")
_TERM = late(r"[\s,]*(?:khóa|khoá|nhiệm kỳ|kỳ họp)[^;.()/]{0,60}?(?=[\s,]+ngày\s+[\d.…_])", re.I)
# IN HOA a name does not end where capitals end, but where a title begins.
_UPPER_LOCAL = _body(
    "(?:(?:THƯỜNG TRỰC|CHỦ TỊCH)\\s+)?(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN)",
    _AFTER_BODY.upper(),
)
_UPPER_BODY = _body(_BODY_WORDS.upper(), _AFTER_BODY.upper())


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
    """Whether the text can name a document or a standard at all: a quick look, before it is read in earnest.

    A number has «/»; a law, a pháp lệnh and a standard have their names.
    """
    return (
        "/" in text or "uật" in text or "UẬT" in text or "lệnh" in text or "LỆNH" in text or "ISO" in text
    )  # every paragraph is asked: no loop


@lru_cache(maxsize=1024)  # rules of form read the text of a file, then the audit
def find_numbers(text: str) -> tuple[Citation, ...]:
    """The citations by number in the text, in order, each with the day and the issuer that follow it."""
    return tuple(_numbers_in(text)) if "/" in text or any(map(text.__contains__, OLD_KINDS)) else ()


def _numbers_in(text: str) -> Iterator[Citation]:
    for match in NUMBER.finditer(text):
        before = text[: match.start()]
        type_name, has_so, start = _type_before(before)
        if (match["s3"] or match["s5"]) and not (type_name or has_so):
            continue  # «Lưu: VT, 02/HC» is no number
        yield read_tail(text, Citation(start, match.end(), type_name, match[0], has_so, match.end()))


_SO = late(r"\s*\bs[ốôoóòồỗọ0]\b\s*[:.]?\s*$|\s*$", re.I)


def _type_before(before: str) -> tuple[str, bool, int]:
    tail = before.rstrip()
    if tail.endswith((":", ".")):
        tail = tail[:-1].rstrip()
    match = _SO.search(before, len(tail[:-2].rstrip()))  # nothing it finds begins before that
    end = match.start() if match else len(before)
    has_so = bool(match and match[0].strip())
    head = before[:end]
    tokens = list(_TOKEN.finditer(head, max(0, end - _LONGEST_TYPE)))[-6:]
    if tokens and not head[tokens[-1].end() :].strip():
        for count in (6, 5, 4, 3, 2, 1):
            if len(tokens) < count:
                continue
            name = _TYPES_BY_FOLD.get("".join(fold_word(token[0]) for token in tokens[-count:]))
            if name:
                return name, has_so, tokens[-count].start()
    return "", has_so, end + (len(before[end:]) - len(before[end:].lstrip()) if not has_so else 0)


def read_tail(text: str, citation: Citation, issuers: tuple[str, ...] = ()) -> Citation:
    """The citation with the day and the issuer that follow its number, in either order.

    ``issuers`` are names to be recognised beyond those every text may hold.
    """
    at, found = citation.end, citation
    for _ in range(2):
        dated = None if found.day_text else dated_at(text, at)
        if dated:
            found = replace(found, day=as_day(dated["day"]), day_text=dated["day"].strip(" ,.-"))
            at = dated.end()
            continue
        issuer, end = ("", at) if found.issuer else _issuer_at(text, at, issuers)
        if issuer:
            found, at = replace(found, issuer=issuer), end
    if not found.day_text:
        of = None if found.issuer else _OF.match(text, at)
        whose = _TO_ITS_DAY.match(text, of.end()) if of else _TERM.match(text, at) if found.issuer else None
        dated = dated_at(text, whose.end()) if whose else None
        if whose and dated:
            issuer, at = found.issuer or whose[0].strip(), dated.end()
            found = replace(found, issuer=issuer, day=as_day(dated["day"]), day_text=dated["day"].strip(" ,.-"))
    return replace(found, end=at, title_at=at)


def _issuer_at(text: str, at: int, issuers: tuple[str, ...]) -> tuple[str, int]:
    of = _OF.match(text, at)
    start = of.end() if of else at + len(text[at:]) - len(text[at:].lstrip(" ,"))
    rest = text[start : start + 160]
    length = begins_with_one(rest, (*issuers, *shortened_names()))
    if not length:
        length = len(known_issuer(rest))
    capitals = not length and in_capitals(rest)
    if not length:
        local = (_UPPER_LOCAL if capitals else _LOCAL).match(rest)
        length = local.end() if local else 0
    if not length and of:
        other = (_UPPER_BODY if capitals else _OTHER_BODY).match(rest)
        length = other.end() if other else 0
    if not length:
        return "", at
    while joined := _AND_OF.match(rest, length):  # a joint circular has several
        beside = known_issuer(rest[joined.end() :])
        if not beside:
            break
        length = joined.end() + len(beside)
    return rest[:length].strip(), start + length


def title_text(text: str, at: int) -> str:
    """What may be the title from ``at`` on: up to the next semicolon, or the end."""
    end = text.find(";", at)
    return text[at : end if end >= 0 else len(text)]


def has_lead(text: str) -> bool:
    """Whether the text, spaces and a comma aside, begins as titles do."""
    return bool(_LEADS.match(text.lstrip(" ,")))
