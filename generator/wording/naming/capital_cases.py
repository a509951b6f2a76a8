"""The places where words alone decide a capital, one pattern each, by rule of Phụ lục II of NĐ 30."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.patterns import late
from generator.records import record
from generator.wording.naming.proper import FIELDS
from generator.wording.numerals.ordinals import ROMAN

_Fix = Callable[[re.Match[str]], str]

UPPER = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
LOWER = "a-zß-öø-þăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
_TITLED = rf"[{UPPER}][{LOWER}]+"
_FIELDS = "|".join(re.escape(name) for name in sorted(FIELDS, key=len, reverse=True))
_KINDS = (
    "luật|pháp lệnh|nghị định|nghị quyết|quyết định|chỉ thị|thông tư(?: liên tịch)?|kế hoạch|công văn|tờ trình"
    "|thông báo|báo cáo|hướng dẫn|công điện|biên bản"
)
_POSITIONS = "chủ tịch|bộ trưởng|thứ trưởng|thủ tướng|giám đốc"
_BODIES = rf"(?:Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng nhân dân|Quốc hội|Chính phủ|(?:Bộ|Sở) {_TITLED})"
_WEEKDAYS = "hai|ba|tư|năm|sáu|bảy"
_MONTHS = "giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|mười một|mười hai|chạp"
_NOT_ALONE = "".join(rf"(?<!{word} )" for word in ("ban", "đồng", "án", "sát", "an", "đội", "giáo", "minh", "sĩ", "tú"))


@record(frozen=True)
class Case:
    """One thing looked for: the rule, the pattern, what to write, whether it is wrong at the start of a sentence too.

    What is written right already matches as well; its fix is itself. Whatever matches holds one of ``words``, as they
    are written (any text, where there are none): they are found sooner than a pattern is compiled.
    """

    rule: str
    pattern: re.Pattern[str]
    fix: _Fix
    anywhere: bool
    words: tuple[str, ...]

    def may_match(self, text: str) -> bool:
        """Whether the text holds what every match holds."""
        return not self.words or any(word in text for word in self.words)


def _raise(match: re.Match[str]) -> str:
    return match[0][:1].upper() + match[0][1:]


def _lower(match: re.Match[str]) -> str:
    return match[0][:1].lower() + match[0][1:]


def _first_only(match: re.Match[str]) -> str:
    """The first letter as typed, the rest in small letters."""
    return match[0][:1] + match[0][1:].lower()


def _raise_last(match: re.Match[str]) -> str:
    head, _, last = match[0].rpartition(" ")
    return f"{head} {last.capitalize()}"


def _position(match: re.Match[str]) -> str:
    deputy, post = match["deputy"] or "", match["post"]
    return f"{deputy.capitalize()}{post[:1].upper()}{post[1:].lower()}"


def _unit(match: re.Match[str]) -> str:
    return match["unit"].lower() + match[0][len(match["unit"]) :]


def _field(match: re.Match[str]) -> str:
    return f"{match['head']} {FIELDS[match['field'].casefold()]}"


def _always(text: str) -> _Fix:
    return lambda match: text


def _everywhere(rule: str, pattern: str, fix: _Fix, *words: str) -> Case:
    return Case(rule, late(pattern), fix, anywhere=True, words=words)


def _inside(rule: str, pattern: str, fix: _Fix, *words: str) -> Case:
    return Case(rule, late(pattern), fix, anywhere=False, words=words)


_AGENCIES = (
    _everywhere("ND30-C.14", r"\b(?i:[ủu][ỷy] ban nhân dân|hội đồng nhân dân)\b", _first_only),
    _everywhere("ND30-C.14", r"\bVăn Phòng\b", _first_only, "Văn Phòng"),
    _everywhere("ND30-C.14", rf"\b(?P<head>Bộ|Sở)\s(?P<field>(?i:{_FIELDS}))\b", _field, "Bộ", "Sở"),
    _inside("ND30-C.14", rf"\b(?P<head>Phòng)\s(?P<field>(?i:{_FIELDS}))\b", _field, "Phòng"),
    _everywhere(
        "ND30-C.20",
        r"\b(?P<deputy>Phó |Thứ )?(?P<post>Chủ Tịch|Giám Đốc|Bộ Trưởng|Thủ Tướng|Chánh Văn Phòng)\b",
        _position,
        *("Chủ Tịch", "Giám Đốc", "Bộ Trưởng", "Thủ Tướng", "Chánh Văn Phòng"),
    ),
    _everywhere(
        "ND30-C.20", rf"\b(?P<deputy>[Pp]hó )?(?P<post>{_POSITIONS})(?= {_BODIES})", _position, *_POSITIONS.split("|")
    ),
    _inside("ND30-C.18", rf"{_NOT_ALONE}\bnhân dân\b(?! tệ| tự vệ)", _raise, "nhân dân"),
)
_PLACES = (
    _everywhere("ND30-C.8", r"\b(?i:thành phố) Hồ Chí Minh\b", _always("Thành phố Hồ Chí Minh"), "Hồ Chí Minh"),
    _everywhere("ND30-C.8", r"\bthủ đô Hà Nội\b", _raise, "thủ đô Hà Nội"),
    _inside(
        "ND30-C.6",
        rf"\b(?P<unit>Tỉnh|Huyện|Xã|Phường|Quận|(?:Thị [Tt]rấn|Thị [Xx]ã|Thành [Pp]hố))"
        rf" (?!Hồ Chí Minh)(?P<name>{_TITLED}(?: {_TITLED})+)",
        _unit,
        *("Tỉnh", "Huyện", "Xã", "Phường", "Quận", "Thị ", "Thành "),
    ),
    _inside(
        "ND30-C.6",
        rf"\b(?P<unit>Thị [Tt]rấn|Thị [Xx]ã|Thành [Pp]hố) (?P<name>{_TITLED})\b(?! {_TITLED})",
        _unit,
        "Thị ",
        "Thành ",
    ),
    _everywhere("ND30-C.7", r"\b(?:quận|phường) \d{1,2}(?=$|[,;.)])", _raise, "quận ", "phường "),
)
_CITATIONS = (
    _everywhere("ND30-C.23", rf"\b(?:{_KINDS}) số \d{{1,5}}(?:/[\w-]{{1,20}}){{1,3}}", _raise, " số "),
    _everywhere("ND30-C.23", rf"\bphụ lục (?:{ROMAN}|\d{{1,2}})\b", _raise, "phụ lục "),
    _inside("ND30-C.24", r"\bKhoản \d+\b", _lower, "Khoản "),
    _inside("ND30-C.24", r"\bĐiểm [a-zđ](?=[,;)]|\s+(?:[Kk]hoản|và|hoặc)\b|$)", _lower, "Điểm "),
    _everywhere(
        "ND30-C.24",
        r"(?:(?<=[Kk]hoản \d )|(?<=[Kk]hoản \d\d )|(?<!\d ))\bđiều \d+(?!\d|%| (?:lần|người|nội dung|việc))",
        _raise,
        "điều ",
    ),
    _everywhere("ND30-C.24", rf"\bchương {ROMAN}\b", _raise, "chương "),
)
_DAYS = (
    _everywhere(
        "ND30-C.28",
        rf"\b(?:sáng|chiều|tối|từ|đến|vào|ngày) thứ (?:{_WEEKDAYS})(?=[,.;]| (?:hằng|hàng) tuần| đến thứ|$)",
        _raise_last,
        " thứ ",
    ),
    _everywhere("ND30-C.28", rf"\btháng (?:{_MONTHS})(?= năm \d{{4}}\b| (?:hằng|hàng) năm\b)",
                lambda match: f"tháng {match[0][6:].capitalize()}",
                *(f"tháng {month}" for month in _MONTHS.split("|"))),
    _everywhere("ND30-C.28", r"\bCách mạng (?i:tháng tám)\b", _always("Cách mạng tháng Tám"), "Cách mạng "),
    _inside("ND30-C.22", r"\b(?i:ngày quốc khánh)\b", _always("ngày Quốc khánh")),
    _inside("ND30-C.22", r"\b(?i:ngày quốc tế lao động)\b", _always("ngày Quốc tế Lao động")),
    _inside("ND30-C.27", r"\b(?i:tết (?:nguyên đán|trung thu))\b", lambda match: f"tết {match[0][4:].capitalize()}"),
)  # fmt: skip
CASES = (*_AGENCIES, *_PLACES, *_CITATIONS, *_DAYS)
"""Every case, in the order a text is looked through."""
