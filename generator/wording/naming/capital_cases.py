"""The places where words alone decide a capital, one pattern each, by rule of Phụ lục II of NĐ 30."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from generator.patterns import late
from generator.records import record
from generator.wording.characters import LOWER, UPPER
from generator.wording.naming.proper import FAMILY_NAMES, FIELDS
from generator.wording.numerals.ordinals import ROMAN
from generator.wording.words import words_of

_Fix = Callable[[re.Match[str]], str]

_TITLED = rf"[{UPPER}][{LOWER}]+"
_FIELDS = "|".join(re.escape(name) for name in sorted(FIELDS, key=len, reverse=True))
_KINDS = (
    "luật|pháp lệnh|nghị định|nghị quyết|quyết định|chỉ thị|thông tư(?: liên tịch)?|kế hoạch|công văn|tờ trình"
    "|thông báo|báo cáo|hướng dẫn|công điện|biên bản|quy chế|quy định|chương trình|đề án|phương án|kết luận|quy chuẩn"
    "|giấy mời|hợp đồng|phiếu chuyển|phiếu gửi|giấy giới thiệu|giấy ủy quyền|thông cáo|bộ luật|hiến pháp"
)
_POSITIONS = (
    "chủ tịch|bộ trưởng|thứ trưởng|thủ tướng|giám đốc|tổng giám đốc|cục trưởng|chi cục trưởng|vụ trưởng|viện trưởng"
    "|hiệu trưởng|chánh án|chánh thanh tra|chánh văn phòng|bí thư|tổng bí thư|thống đốc|chủ nhiệm|trưởng ban"
    "|trưởng phòng|chỉ huy trưởng|tổng thanh tra|tổng kiểm toán"
)
_TWICE = {"chánh văn phòng": "Chánh Văn phòng", "chánh thanh tra": "Chánh Thanh tra"}
_BODIES = (
    "(?:[ỦU][ỷy] ban|UBND|HĐND|MTTQ|Hội đồng|Quốc hội|Chính phủ|Mặt trận|Tòa án|Toà án|Viện kiểm sát|Đảng ủy|Đảng uỷ"
    "|(?:Tỉnh|Thành|Huyện|Quận) [ủu][ỷy]"
    rf"|(?:Bộ|Sở|Cục|Chi cục|Tổng cục|Vụ|Viện|Văn phòng|Thanh tra|Trung tâm|Trường|Bệnh viện|Phòng|Công an|Ban|Hội|Đoàn"
    rf"|Liên đoàn|Ngân hàng|Kho bạc|Công ty|Tập đoàn|Học viện|Đài|Bảo hiểm) {_TITLED})"
)
_FAMILIES_LOW = "nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|ngô|dương|trương|đoàn|trịnh"
_SCHOOLS = (
    "tiểu học và trung học cơ sở|tiểu học|trung học cơ sở|trung học phổ thông|mầm non|mẫu giáo|cao đẳng|đại học"
    "|phổ thông dân tộc nội trú|phổ thông dân tộc bán trú|Tiểu học|Trung học cơ sở|Trung học phổ thông|Mầm non"
)
_DEGREES = "giáo sư|phó giáo sư|tiến sĩ khoa học|tiến sĩ|thạc sĩ|viện sĩ"
_PERSON = rf"(?:{'|'.join(sorted(FAMILY_NAMES))}) (?:(?:{_TITLED}|[{UPPER}]\b\.?)(?: (?:{_TITLED}|[{UPPER}]\b\.?))*)"
_HISTORIC = (
    "Điện Biên Phủ|Trần Hưng Đạo|Lê Lợi|Nguyễn Trãi|Quang Trung|Nguyễn Huệ|Hai Bà Trưng|Lý Thường Kiệt|Ngô Quyền"
    "|Lê Hồng Phong|Trần Phú|Nguyễn Thị Minh Khai|Phan Bội Châu|Phan Ch[ua]u? Trinh|Hoàng Văn Thụ|Nguyễn Du|Lê Quý Đôn"
    "|Trưng Vương|Bà Triệu|Võ Thị Sáu|Nguyễn Văn Cừ|Tôn Đức Thắng|Hùng Vương|Lê Chân|Hồng Bàng"
)
_WEEKDAYS = "hai|ba|tư|năm|sáu|bảy"
_MONTHS = "giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|mười một|mười hai|chạp"
_COMPOUNDS = (
    "ban đồng án sát an đội giáo minh sĩ tú ninh thẩm tra dụng chủ hòa hoà trang chúng báo thuốc quân giao ngoại cáo"
)
_NOT_ALONE = "".join(rf"(?<!{word} nhân dân)" for word in _COMPOUNDS.split())


@record(frozen=True)
class Case:
    """One thing looked for: the rule, the pattern, what to write, whether it is wrong at the start of a sentence too.

    What is written right already matches as well; its fix is itself. Whatever matches holds one of ``words``, as they
    are written, which begin with a whole word: they are found sooner than a pattern is compiled.
    """

    rule: str
    pattern: re.Pattern[str]
    fix: _Fix
    anywhere: bool
    words: tuple[str, ...]


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


def _second_word(match: re.Match[str]) -> str:
    """«trường tiểu học» as «Trường Tiểu học»: what it is, and of what kind."""
    head, _, rest = match[0].partition(" ")
    kind = rest if rest.isupper() or rest[:2].isupper() else rest[:1].upper() + rest[1:]
    return f"{head.capitalize()} {kind}"


def _hospital(match: re.Match[str]) -> str:
    return "Bệnh viện Đa khoa"


def _position(match: re.Match[str]) -> str:
    deputy, post = match["deputy"] or "", match["post"]
    if post.casefold() in _TWICE:
        return f"{deputy.capitalize()}{_TWICE[post.casefold()]}"
    return f"{deputy.capitalize()}{post[:1].upper()}{post[1:].lower()}"


def _raise_second(match: re.Match[str]) -> str:
    head, _, rest = match[0].partition(" ")
    return f"{head} {rest[:1].upper()}{rest[1:]}"


def _all_raised(match: re.Match[str]) -> str:
    return match[0].title()


def _person_raised(match: re.Match[str]) -> str:
    head = match[0][: match.start("name") - match.start()]
    return head + " ".join(word[:1].upper() + word[1:] for word in match["name"].split(" "))


def _rank(match: re.Match[str]) -> str:
    head, _, last = match[0].rpartition(" ")
    return f"{head[:-4]}hạng {last.capitalize()}"


def _unit(match: re.Match[str]) -> str:
    return match["unit"].lower() + match[0][len(match["unit"]) :]


def _field(match: re.Match[str]) -> str:
    return f"{match['head']} {FIELDS[match['field'].casefold()]}"


def _after_dash(match: re.Match[str]) -> str:
    """The words after the dash, and after «và», with their capital: «Văn hóa - Thông tin và Thể thao»."""
    head, dash, rest = re.split(r"( [-–] )", match[0], maxsplit=1)
    return head + dash + " và ".join(part[:1].upper() + part[1:] for part in rest.split(" và "))


def _always(text: str) -> _Fix:
    return lambda match: text


def _everywhere(rule: str, pattern: str, fix: _Fix, *words: str) -> Case:
    return Case(rule, late(pattern), fix, anywhere=True, words=words)


def _inside(rule: str, pattern: str, fix: _Fix, *words: str) -> Case:
    return Case(rule, late(pattern), fix, anywhere=False, words=words)


_AGENCIES = (
    _everywhere("ND30-C.14", r"\bVăn Phòng\b", _first_only, "Văn Phòng"),
    _everywhere(
        "ND30-C.14",
        r"\bvăn phòng(?= (?:HĐND|UBND|ĐĐBQH|Chính phủ|Quốc hội|Ủy ban|Uỷ ban|Hội đồng))",
        _raise,
        "văn phòng ",
    ),
    _everywhere(
        "ND30-C.14",
        rf"\bcông an (?:tỉnh|thành phố|huyện|quận|xã|phường|thị trấn|đặc khu)(?= {_TITLED})",
        _raise,
        "công an ",
    ),
    _everywhere(
        "ND30-C.15",
        rf"\b(?:đảng|tỉnh|thành|huyện|quận) [ủu][ỷy](?= (?:xã|phường|tỉnh|đặc khu|huyện) {_TITLED}| {_TITLED})",
        _raise,
        " ủy",
        " uỷ",
    ),
    _everywhere("ND30-C.14", rf"\b(?P<head>Bộ|Sở)\s(?P<field>(?i:{_FIELDS}))\b", _field, "Bộ", "Sở"),
    _inside("ND30-C.14", rf"\b(?P<head>Phòng)\s(?P<field>(?i:{_FIELDS}))\b", _field, "Phòng"),
    _everywhere(
        "ND30-C.20",
        r"\b(?P<deputy>Phó |Thứ )?(?P<post>Chủ Tịch|Giám Đốc|Bộ Trưởng|Thủ Tướng|Chánh Văn Phòng)\b",
        _position,
        *("Chủ Tịch", "Giám Đốc", "Bộ Trưởng", "Thủ Tướng", "Chánh Văn Phòng"),
    ),
    _everywhere(
        "ND30-C.20",
        rf"\b(?P<deputy>[Pp]hó )?(?P<post>{_POSITIONS})(?= {_BODIES})",
        _position,
        *_POSITIONS.split("|"),
    ),
    _everywhere(
        "ND30-C.20",
        rf"\b(?P<deputy>[Pp]hó )?(?P<post>{_POSITIONS})(?= {_PERSON})",
        _position,
        *_POSITIONS.split("|"),
    ),
    _everywhere("ND30-C.14", rf"\b[Tt]rường (?:{_SCHOOLS})(?= {_TITLED})", _second_word, "trường ", "Trường "),
    _everywhere("ND30-C.14", rf"\b(?:[Tt]rạm [Yy] tế)(?= (?:xã|phường) {_TITLED})", _second_word, "trạm ", "Trạm "),
    _everywhere(
        "ND30-C.14",
        rf"\b[Bb]ệnh viện đa khoa(?= (?:tỉnh |khu vực )?{_TITLED})",
        _hospital,
        "bệnh viện đa",
        "Bệnh viện đa",
    ),
    _everywhere("ND30-C.14", rf"\bbảo hiểm xã hội(?= (?:tỉnh|thành phố|khu vực) {_TITLED})", _raise, "bảo hiểm xã hội"),
    _everywhere(
        "ND30-C.14",
        rf"\bcông ty(?= (?:cổ phần|TNHH|[Tt]rách nhiệm hữu hạn)\b[^,.;]{{0,20}}? {_TITLED})",
        _raise,
        "công ty ",
    ),
    _everywhere(
        "ND30-C.14", r"\b(?:Thanh Tra|Kiểm Lâm)(?= (?:[a-zđ]|[ST]ở|Chính))", _first_only, "Thanh Tra", "Kiểm Lâm"
    ),
    _everywhere("ND30-C.14", r"\bBan chỉ đạo(?= (?:ISO|Cải cách|chuyển đổi số)\b)", _second_word, "Ban chỉ đạo"),
    _inside("ND30-C.14", r"\bBộ phận một cửa\b", _always("Bộ phận Một cửa"), "Bộ phận một cửa"),
    _everywhere(
        "ND30-C.14",
        r"\bSở (?:khoa học|tài nguyên|nông nghiệp|giáo dục|văn hóa|thông tin|giao thông|kế hoạch)(?= và \S)",
        _second_word,
        "Sở ",
    ),
    _everywhere(
        "ND30-C.14",
        rf"\b(?:Trung tâm|Phòng|Sở|Ban) [{UPPER}][{LOWER}]+(?: [{LOWER}]+){{0,2}} [-–] (?!xã\b|tỉnh\b|trạm\b)"
        rf"[{LOWER}]+ [{LOWER}]+(?: và [{LOWER}]+ [{LOWER}]+)?",
        _after_dash,
        "Trung tâm",
        "Phòng",
        "Sở",
        "Ban",
    ),
    _everywhere("ND30-C.14", r"\bCông An(?= (?:tỉnh|thành phố|xã|phường|đặc khu|huyện)\b)", _first_only, "Công An"),
    _everywhere("ND30-C.20", rf"\b(?P<deputy>[Pp]hó )?(?P<post>trưởng phòng)(?= {_TITLED})", _position, "trưởng phòng"),
    _everywhere("ND30-C.20", rf"\b(?:{_DEGREES})(?= (?:(?:{_DEGREES}) )?{_PERSON})", _raise, *_DEGREES.split("|")),
    _everywhere(
        "ND30-C.20",
        r"\bPhó (?:chủ tịch|giám đốc|bí thư|thủ tướng|cục trưởng|vụ trưởng|viện trưởng|hiệu trưởng|"
        r"trưởng ban|trưởng phòng)(?= (?:nước|Quốc hội|xã|phường|tỉnh|thành phố|thường trực))",
        _raise_second,
        "Phó ",
    ),
    _everywhere(
        "ND30-C.2",
        rf"\b(?:{'|'.join(sorted(FAMILY_NAMES))}) (?:văn|thị)(?= (?:{_TITLED}|[{UPPER}])\b)",
        _all_raised,
        " văn ",
        " thị ",
    ),
    _everywhere(
        "ND30-C.2",
        rf"\b(?i:ông|bà|đồng chí|họ và tên:|họ tên:) (?P<name>(?:{_FAMILIES_LOW})"
        rf"(?: (?:[{LOWER}{UPPER}][{LOWER}]+|[{UPPER}]\b)){{1,3}})"
        r"(?=[,.;:]| (?:là|giữ|làm|chức|sinh|-|–|và)\b|$)",
        _person_raised,
        *_FAMILIES_LOW.split("|"),
    ),
    _everywhere("ND30-C.18", r"\bNhà Nước\b", lambda match: "Nhà nước", "Nhà Nước"),
    _inside(
        "ND30-C.18",
        r"(?:(?<=Đảng, )|(?<=Đảng và )|(?<=của )|(?<=do )|(?<=được )|(?<=cho )|(?<=với ))nhà nước"
        r"(?=[,.;]| (?:và|giao|quản lý|ta|trong|bảo|quy định|về|đối|hỗ trợ|đầu tư|thu hồi|ban hành|trao|khen)|$)",
        _raise,
        "nhà nước",
    ),
    _everywhere(
        "ND30-C.21",
        r"(?:(?<=của )|(?<=theo )|(?<=với )|(?<=do )|(?<=lệnh )|(?<=trương ))đảng"
        r"(?=[,.;]| (?:và|ta|đối|trong|lãnh đạo|về|ra|đề|quang vinh|[NC])|$)"
        r"|(?:^|(?<= ))đảng(?=(?:, | và )[Nn]hà nước)",
        _raise,
        "đảng",
    ),
    _inside("ND30-C.18", rf"nhân dân\b(?<!\wnhân dân){_NOT_ALONE}(?! tệ| tự vệ| lao động)", _raise, "nhân dân"),
)
_PLACES = (
    _everywhere("ND30-C.8", r"\b(?i:thành phố) Hồ Chí Minh\b", _always("Thành phố Hồ Chí Minh"), "Hồ Chí Minh"),
    _everywhere("ND30-C.8", r"\bthủ đô Hà Nội\b", _raise, "thủ đô Hà Nội"),
    _inside(
        "ND30-C.6",
        rf"\b(?P<unit>Tỉnh|Huyện|Xã|Phường|Quận|Đặc [Kk]hu|(?:Thị [Tt]rấn|Thị [Xx]ã|Thành [Pp]hố))"
        rf" (?!Hồ Chí Minh)(?P<name>{_TITLED}(?: {_TITLED})+)",
        _unit,
        *("Tỉnh", "Huyện", "Xã", "Phường", "Quận", "Đặc ", "Thị ", "Thành "),
    ),
    _inside(
        "ND30-C.6",
        rf"\b(?P<unit>Thị [Tt]rấn|Thị [Xx]ã|Thành [Pp]hố) (?P<name>{_TITLED})\b(?! {_TITLED})",
        _unit,
        "Thị ",
        "Thành ",
    ),
    _everywhere("ND30-C.7", r"\b(?:quận|phường) \d{1,2}(?=$|[,;.)])", _raise, "quận ", "phường "),
    _everywhere(
        "ND30-C.7",
        r"(?:(?<=tại )|(?<=thuộc )|(?<=UBND )|(?<=dân )|(?<=của )|(?<=gửi )|(?<=ở )|(?<=và )|(?<=bàn ))"
        r"(?:quận|phường) \d{1,2}(?= (?:và|đến|của|thuộc|có|đã|tổ|báo|thực|năm)\b)",
        _raise,
        "quận ",
        "phường ",
    ),
    _everywhere("ND30-C.7", rf"\b(?:quận|phường) (?:{_HISTORIC})", _raise, "quận ", "phường "),
    _inside(
        "ND30-C.10",
        rf"(?<=[{LOWER}] )(?:Sông|Vịnh|Biển|Núi|Đèo|Suối|Chợ|Đảo|Kênh|Dãy)(?= {_TITLED} {_TITLED})",
        _lower,
        "Sông",
        "Vịnh",
        "Biển",
        "Núi",
        "Đèo",
        "Suối",
        "Chợ",
        "Đảo",
        "Kênh",
        "Dãy",
    ),
)
_CITATIONS = (
    _everywhere(
        "ND30-C.23",
        rf"(?<!hông báo )\b(?:{_KINDS}) số:? ?\d{{1,5}}(?:/[\w-]{{1,20}}){{1,3}}",
        _raise,
        *(f"{kind} số" for kind in _KINDS.replace("(?: liên tịch)?", "|thông tư liên tịch").split("|")),
    ),
    _everywhere(
        "ND30-C.23",
        r"(?<=Trên đây là )(?:kế hoạch|báo cáo|chương trình|phương án|quy chế|đề án|hướng dẫn)\b",
        _raise,
        "Trên đây là ",
    ),
    _everywhere("ND30-C.23", rf"\bphụ lục (?:số )?(?:{ROMAN}|\d{{1,2}})\b", _raise, "phụ lục "),
    _inside("ND30-C.24", r"(?<!- )\bKhoản (?:\d+\b|này(?= |[,.;]|$))", _lower, "Khoản "),
    _inside("ND30-C.24", r"\bĐiểm [a-zđ](?=[,;)]|\s+(?:[Kk]hoản|và|hoặc)\b|$)", _lower, "Điểm "),
    _everywhere("ND30-C.24", r"(?<=[Kk]hoản \d )điều này\b", _raise, "điều này"),
    _everywhere(
        "ND30-C.24",
        rf"(?<!iểu )\b(?:mục \d{{1,2}}|tiểu mục \d{{1,2}}|phần {ROMAN})"
        rf"(?= (?:[Cc]hương|[Mm]ục|[Pp]hần) (?:{ROMAN}|\d))",
        _raise,
        "mục ",
        "phần ",
    ),
    _everywhere(
        "ND30-C.24",
        r"(?:(?<=[Kk]hoản \d )|(?<=[Kk]hoản \d\d )|(?<!\d )(?<!ác ))\bđiều \d+(?!\d|%| (?:lần|người|nội dung|việc))",
        _raise,
        "điều ",
    ),
    _everywhere("ND30-C.24", rf"\bchương {ROMAN}\b", _raise, "chương "),
    _everywhere("ND30-C.24", r"(?:(?<=tại )|(?<=theo )|(?<=, ))chương \d{1,2}\b", _raise, "chương "),
)
_DAYS = (
    _everywhere(
        "ND30-C.28",
        rf"\b(?:sáng|chiều|tối|từ|đến|vào|ngày|các|và|giờ,?|trưa) thứ (?:{_WEEKDAYS})"
        r"(?=[,.;:]| (?:hằng|hàng) tuần| đến thứ| ngày| tuần| và thứ| (?:đầu|cuối) (?:tháng|tuần)|$)",
        _raise_last,
        " thứ ",
    ),
    _everywhere("ND30-C.28", rf"\btháng (?:{_MONTHS})(?= năm \d{{4}}\b| (?:hằng|hàng) năm\b| (?:âm|dương) lịch)",
                lambda match: f"tháng {match[0][6:].capitalize()}",
                *(f"tháng {month}" for month in _MONTHS.split("|"))),
    _everywhere("ND30-C.28", rf"\bthứ (?:{_WEEKDAYS})(?=(?:, | và | đến |,? thứ \w+)*(?:thứ \w+)? (?:hằng|hàng) tuần)",
                _raise_last, "thứ "),
    _everywhere("ND30-C.28", rf"\bthứ (?:{_WEEKDAYS})(?=,? ngày \d)", _raise_last, "thứ "),
    _everywhere("ND30-C.28", r"\btháng (?:giêng|chạp)\b", _raise_last, "tháng giêng", "tháng chạp"),
    _everywhere("ND30-C.28", rf"\b(?:[Rr]ằm|[Mm][ùồ]ng \d{{1,2}}) tháng (?:{_MONTHS})\b", _raise_last,
                "Rằm tháng", "rằm tháng", "Mùng ", "mùng ", "Mồng ", "mồng "),
    _everywhere(
        "ND30-C.28",
        r"\b(?:sáng|chiều|tối|trưa|và|đến|ngày|bảy|Bảy|hoặc|vào|từ|các) chủ nhật(?=[,.;]| (?:hằng|hàng|tuần|ngày)|$)",
        lambda match: f"{match[0][: -len('chủ nhật')]}Chủ nhật",
        "chủ nhật",
    ),
    _everywhere(
        "ND30-C.27",
        r"\b(?:dịp|nghỉ|đón|vui|chúc|thưởng|trước|sau|quà) tết"
        r"(?=[,.;]| (?:năm|và|theo|cho|của|đến|\d|Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý)|$)",
        lambda match: f"{match[0][:-3]}Tết",
        " tết",
    ),
    _inside("ND30-C.19", r"(?<=Huân chương )[^.;,()]{3,40}? [Hh]ạng (?:nhất|nhì|ba|Nhất|Nhì|Ba)\b", _rank,
            "hạng ", "Hạng "),
)  # fmt: skip
CASES = (*_AGENCIES, *_PLACES, *_CITATIONS, *_DAYS)
"""Every case, in the order a text is looked through."""


@cache
def _by_word() -> dict[str, list[tuple[str, int]]]:
    """What a match of some case holds, with the place of the case, by its first word."""
    found: dict[str, list[tuple[str, int]]] = {}
    for n, case in enumerate(CASES):
        for words in case.words:
            found.setdefault(words.split()[0], []).append((words, n))
    return found


def cases_for(text: str) -> list[Case]:
    """Those cases of which the text holds what every match holds, in their order."""
    table = _by_word()
    held = {n for word in table.keys() & words_of(text).held for words, n in table[word] if words in text}
    return [CASES[n] for n in sorted(held)]
