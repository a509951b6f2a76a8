"""The places where words alone decide a capital, one pattern each, by rule of Phụ lục II of NĐ 30."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from generator.wording.characters import LOWER, UPPER
from generator.wording.naming.capital_fixes import (
    Case,
    after_dash,
    all_raised,
    always,
    everywhere,
    field_of_work,
    first_only,
    hospital,
    inside,
    last_raised,
    lowered,
    person_raised,
    position,
    raised,
    rank,
    rest_raised,
    second_raised,
    unit,
)
from generator.wording.naming.proper import FAMILY_NAMES, FIELDS
from generator.wording.numerals.ordinals import ROMAN
from generator.wording.words import words_of

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


_AGENCIES = (
    everywhere("ND30-C.14", r"\bVăn Phòng\b", first_only, "Văn Phòng"),
    everywhere(
        "ND30-C.14",
        r"\bvăn phòng(?= (?:HĐND|UBND|ĐĐBQH|Chính phủ|Quốc hội|Ủy ban|Uỷ ban|Hội đồng))",
        raised,
        "văn phòng ",
    ),
    everywhere(
        "ND30-C.14",
        rf"\bcông an (?:tỉnh|thành phố|huyện|quận|xã|phường|thị trấn|đặc khu)(?= {_TITLED})",
        raised,
        "công an ",
    ),
    everywhere(
        "ND30-C.15",
        rf"\b(?:đảng|tỉnh|thành|huyện|quận) [ủu][ỷy](?= (?:xã|phường|tỉnh|đặc khu|huyện) {_TITLED}| {_TITLED})",
        raised,
        " ủy",
        " uỷ",
    ),
    everywhere("ND30-C.14", rf"\b(?P<head>Bộ|Sở)\s(?P<field>(?i:{_FIELDS}))\b", field_of_work, "Bộ", "Sở"),
    inside("ND30-C.14", rf"\b(?P<head>Phòng)\s(?P<field>(?i:{_FIELDS}))\b", field_of_work, "Phòng"),
    everywhere(
        "ND30-C.20",
        r"\b(?P<deputy>Phó |Thứ )?(?P<post>Chủ Tịch|Giám Đốc|Bộ Trưởng|Thủ Tướng|Chánh Văn Phòng)\b",
        position,
        *("Chủ Tịch", "Giám Đốc", "Bộ Trưởng", "Thủ Tướng", "Chánh Văn Phòng"),
    ),
    everywhere(
        "ND30-C.20",
        rf"\b(?P<deputy>[Pp]hó )?(?P<post>{_POSITIONS})(?= {_BODIES})",
        position,
        *_POSITIONS.split("|"),
    ),
    everywhere(
        "ND30-C.20",
        rf"\b(?P<deputy>[Pp]hó )?(?P<post>{_POSITIONS})(?= {_PERSON})",
        position,
        *_POSITIONS.split("|"),
    ),
    everywhere("ND30-C.14", rf"\b[Tt]rường (?:{_SCHOOLS})(?= {_TITLED})", second_raised, "trường ", "Trường "),
    everywhere("ND30-C.14", rf"\b(?:[Tt]rạm [Yy] tế)(?= (?:xã|phường) {_TITLED})", second_raised, "trạm ", "Trạm "),
    everywhere(
        "ND30-C.14",
        rf"\b[Bb]ệnh viện đa khoa(?= (?:tỉnh |khu vực )?{_TITLED})",
        hospital,
        "bệnh viện đa",
        "Bệnh viện đa",
    ),
    everywhere("ND30-C.14", rf"\bbảo hiểm xã hội(?= (?:tỉnh|thành phố|khu vực) {_TITLED})", raised, "bảo hiểm xã hội"),
    everywhere(
        "ND30-C.14",
        rf"\bcông ty(?= (?:cổ phần|TNHH|[Tt]rách nhiệm hữu hạn)\b[^,.;]{{0,20}}? {_TITLED})",
        raised,
        "công ty ",
    ),
    everywhere(
        "ND30-C.14", r"\b(?:Thanh Tra|Kiểm Lâm)(?= (?:[a-zđ]|[ST]ở|Chính))", first_only, "Thanh Tra", "Kiểm Lâm"
    ),
    everywhere("ND30-C.14", r"\bBan chỉ đạo(?= (?:ISO|Cải cách|chuyển đổi số)\b)", second_raised, "Ban chỉ đạo"),
    inside("ND30-C.14", r"\bBộ phận một cửa\b", always("Bộ phận Một cửa"), "Bộ phận một cửa"),
    everywhere(
        "ND30-C.14",
        r"\bSở (?:khoa học|tài nguyên|nông nghiệp|giáo dục|văn hóa|thông tin|giao thông|kế hoạch)(?= và \S)",
        second_raised,
        "Sở ",
    ),
    everywhere(
        "ND30-C.14",
        rf"\b(?:Trung tâm|Phòng|Sở|Ban) [{UPPER}][{LOWER}]+(?: [{LOWER}]+){{0,2}} [-–] "
        rf"(?!(?:xã|tỉnh|trạm|cơ quan|đơn vị)\b)[{LOWER}]+ [{LOWER}]+(?: và [{LOWER}]+ [{LOWER}]+)?",
        after_dash,
        "Trung tâm",
        "Phòng",
        "Sở",
        "Ban",
    ),
    everywhere("ND30-C.14", r"\bCông An(?= (?:tỉnh|thành phố|xã|phường|đặc khu|huyện)\b)", first_only, "Công An"),
    everywhere("ND30-C.20", rf"\b(?P<deputy>[Pp]hó )?(?P<post>trưởng phòng)(?= {_TITLED})", position, "trưởng phòng"),
    everywhere("ND30-C.20", rf"\b(?:{_DEGREES})(?= (?:(?:{_DEGREES}) )?{_PERSON})", raised, *_DEGREES.split("|")),
    everywhere(
        "ND30-C.20",
        r"\bPhó (?:chủ tịch|giám đốc|bí thư|thủ tướng|cục trưởng|vụ trưởng|viện trưởng|hiệu trưởng|"
        r"trưởng ban|trưởng phòng)(?= (?:nước|Quốc hội|xã|phường|tỉnh|thành phố|thường trực))",
        rest_raised,
        "Phó ",
    ),
    everywhere(
        "ND30-C.2",
        rf"\b(?:{'|'.join(sorted(FAMILY_NAMES))}) (?:văn|thị)(?= (?:{_TITLED}|[{UPPER}])\b)",
        all_raised,
        " văn ",
        " thị ",
    ),
    everywhere(
        "ND30-C.2",
        rf"\b(?i:ông|bà|đồng chí|họ và tên:|họ tên:) (?P<name>(?:{_FAMILIES_LOW})"
        rf"(?: (?:[{LOWER}{UPPER}][{LOWER}]+|[{UPPER}]\b)){{1,3}})"
        r"(?=[,.;:]| (?:là|giữ|làm|chức|sinh|-|–|và)\b|$)",
        person_raised,
        *_FAMILIES_LOW.split("|"),
    ),
    everywhere("ND30-C.18", r"\bNhà Nước\b", lambda match: "Nhà nước", "Nhà Nước"),
    inside(
        "ND30-C.18",
        r"(?:(?<=Đảng, )|(?<=Đảng và )|(?<=của )|(?<=do )|(?<=được )|(?<=cho )|(?<=với ))nhà nước"
        r"(?=[,.;]| (?:và|giao|quản lý|ta|trong|bảo|quy định|về|đối|hỗ trợ|đầu tư|thu hồi|ban hành|trao|khen)|$)",
        raised,
        "nhà nước",
    ),
    everywhere(
        "ND30-C.21",
        r"(?:(?<=của )|(?<=theo )|(?<=với )|(?<=do )|(?<=lệnh )|(?<=trương ))đảng"
        r"(?=[,.;]| (?:và|ta|đối|trong|lãnh đạo|về|ra|đề|quang vinh|[NC])|$)"
        r"|(?:^|(?<= ))đảng(?=(?:, | và )[Nn]hà nước)",
        raised,
        "đảng",
    ),
    inside("ND30-C.18", rf"nhân dân\b(?<!\wnhân dân){_NOT_ALONE}(?! tệ| tự vệ| lao động)", raised, "nhân dân"),
)
_PLACES = (
    everywhere("ND30-C.8", r"\b(?i:thành phố) Hồ Chí Minh\b", always("Thành phố Hồ Chí Minh"), "Hồ Chí Minh"),
    everywhere("ND30-C.8", r"\bthủ đô Hà Nội\b", raised, "thủ đô Hà Nội"),
    inside(
        "ND30-C.6",
        rf"\b(?P<unit>Tỉnh|Huyện|Xã|Phường|Quận|Đặc [Kk]hu|(?:Thị [Tt]rấn|Thị [Xx]ã|Thành [Pp]hố))"
        rf" (?!Hồ Chí Minh)(?P<name>{_TITLED}(?: {_TITLED})+)",
        unit,
        *("Tỉnh", "Huyện", "Xã", "Phường", "Quận", "Đặc ", "Thị ", "Thành "),
    ),
    inside(
        "ND30-C.6",
        rf"\b(?P<unit>Thị [Tt]rấn|Thị [Xx]ã|Thành [Pp]hố) (?P<name>{_TITLED})\b(?! {_TITLED})",
        unit,
        "Thị ",
        "Thành ",
    ),
    everywhere("ND30-C.7", r"\b(?:quận|phường) \d{1,2}(?=$|[,;.)])", raised, "quận ", "phường "),
    everywhere(
        "ND30-C.7",
        r"(?:(?<=tại )|(?<=thuộc )|(?<=UBND )|(?<=dân )|(?<=của )|(?<=gửi )|(?<=ở )|(?<=và )|(?<=bàn ))"
        r"(?:quận|phường) \d{1,2}(?= (?:và|đến|của|thuộc|có|đã|tổ|báo|thực|năm)\b)",
        raised,
        "quận ",
        "phường ",
    ),
    everywhere("ND30-C.7", rf"\b(?:quận|phường) (?:{_HISTORIC})", raised, "quận ", "phường "),
    inside(
        "ND30-C.10",
        rf"(?<=[{LOWER}] )(?:Sông|Vịnh|Biển|Núi|Đèo|Suối|Chợ|Đảo|Kênh|Dãy)(?= {_TITLED} {_TITLED})",
        lowered,
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
    everywhere(
        "ND30-C.23",
        rf"(?<!hông báo )\b(?:{_KINDS}) số:? ?\d{{1,5}}(?!/BB)(?:/[\w-]{{1,20}}){{1,3}}",
        raised,
        *(f"{kind} số" for kind in _KINDS.replace("(?: liên tịch)?", "|thông tư liên tịch").split("|")),
    ),
    everywhere(
        "ND30-C.23",
        r"(?<=Trên đây là )(?:kế hoạch|báo cáo|chương trình|phương án|quy chế|đề án|hướng dẫn)\b",
        raised,
        "Trên đây là ",
    ),
    everywhere("ND30-C.23", rf"\bphụ lục (?:số )?(?:{ROMAN}|\d{{1,2}})\b", raised, "phụ lục "),
    inside("ND30-C.24", r"(?<!- )\bKhoản (?:\d+\b|này(?= |[,.;]|$))", lowered, "Khoản "),
    inside("ND30-C.24", r"\bĐiểm [a-zđ](?=[,;)]|\s+(?:[Kk]hoản|và|hoặc)\b|$)", lowered, "Điểm "),
    everywhere("ND30-C.24", r"(?<=[Kk]hoản \d )điều này\b", raised, "điều này"),
    everywhere(
        "ND30-C.24",
        rf"(?<!iểu )\b(?:mục \d{{1,2}}|tiểu mục \d{{1,2}}|phần {ROMAN})"
        rf"(?= (?:[Cc]hương|[Mm]ục|[Pp]hần) (?:{ROMAN}|\d))",
        raised,
        "mục ",
        "phần ",
    ),
    everywhere(
        "ND30-C.24",
        r"(?:(?<=[Kk]hoản \d )|(?<=[Kk]hoản \d\d )|(?<!\d )(?<!ác ))\bđiều \d+(?!\d|%| (?:lần|người|nội dung|việc))",
        raised,
        "điều ",
    ),
    everywhere("ND30-C.24", rf"\bchương {ROMAN}\b", raised, "chương "),
    everywhere("ND30-C.24", r"(?:(?<=tại )|(?<=theo )|(?<=, ))chương \d{1,2}\b", raised, "chương "),
)
_DAYS = (
    everywhere(
        "ND30-C.28",
        rf"\b(?:sáng|chiều|tối|từ|đến|vào|ngày|các|và|giờ,?|trưa) thứ (?:{_WEEKDAYS})"
        r"(?=[,.;:]| (?:hằng|hàng) tuần| đến thứ| ngày| tuần| và thứ| (?:đầu|cuối) (?:tháng|tuần)|$)",
        last_raised,
        " thứ ",
    ),
    everywhere("ND30-C.28", rf"\btháng (?:{_MONTHS})(?= năm \d{{4}}\b| (?:hằng|hàng) năm\b| (?:âm|dương) lịch)",
                lambda match: f"tháng {match[0][6:].capitalize()}",
                *(f"tháng {month}" for month in _MONTHS.split("|"))),
    everywhere("ND30-C.28", rf"\bthứ (?:{_WEEKDAYS})(?=(?:, | và | đến |,? thứ \w+)*(?:thứ \w+)? (?:hằng|hàng) tuần)",
                last_raised, "thứ "),
    everywhere("ND30-C.28", rf"\bthứ (?:{_WEEKDAYS})(?=,? ngày \d)", last_raised, "thứ "),
    everywhere("ND30-C.28",
                r"(?:(?<=gày \d )|(?<=gày \d\d ))(?:Tháng \d{1,2}(?: [Nn]ăm \d{4})?|tháng \d{1,2} Năm \d{4})\b",
                lambda match: match[0].lower(), "Tháng ", "Năm "),
    everywhere("ND30-C.28", r"\btháng (?:giêng|chạp)\b", last_raised, "tháng giêng", "tháng chạp"),
    everywhere("ND30-C.28", rf"\b(?:[Rr]ằm|[Mm][ùồ]ng \d{{1,2}}) tháng (?:{_MONTHS})\b", last_raised,
                "Rằm tháng", "rằm tháng", "Mùng ", "mùng ", "Mồng ", "mồng "),
    everywhere(
        "ND30-C.28",
        r"\b(?:sáng|chiều|tối|trưa|và|đến|ngày|bảy|Bảy|hoặc|vào|từ|các) chủ nhật(?=[,.;]| (?:hằng|hàng|tuần|ngày)|$)",
        lambda match: f"{match[0][: -len('chủ nhật')]}Chủ nhật",
        "chủ nhật",
    ),
    everywhere(
        "ND30-C.27",
        r"\b(?:dịp|nghỉ|đón|vui|chúc|thưởng|trước|sau|quà) tết"
        r"(?=[,.;]| (?:năm|và|theo|cho|của|đến|\d|Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý)|$)",
        lambda match: f"{match[0][:-3]}Tết",
        " tết",
    ),
    inside("ND30-C.19", r"(?<=Huân chương )[^.;,()]{3,40}? [Hh]ạng (?:nhất|nhì|ba|Nhất|Nhì|Ba)\b", rank,
            "hạng ", "Hạng "),
)  # fmt: skip
CASES = (*_AGENCIES, *_PLACES, *_CITATIONS, *_DAYS)
"""Every case, in the order a text is looked through."""


@cache
def _by_word() -> dict[str, list[tuple[str, list[int]]]]:
    """What matches of cases hold, with the places of these cases, by its first word."""
    held: dict[str, list[int]] = {}
    for n, case in enumerate(CASES):
        for words in case.words:
            held.setdefault(words, []).append(n)
    found: dict[str, list[tuple[str, list[int]]]] = {}
    for words, cases in held.items():
        found.setdefault(words.split()[0], []).append((words, cases))
    return found


def may_match_case(words: Iterable[str]) -> bool:
    """Whether the words are such as some case asks for: a quick look, before their text is read in earnest."""
    return not _by_word().keys().isdisjoint(words)


def cases_for(text: str) -> list[Case]:
    """Those cases of which the text holds what every match holds, in their order."""
    table = _by_word()
    begun = table.keys() & words_of(text).typed
    held = [cases for word in begun for words, cases in table[word] if words in text]
    return [CASES[n] for n in sorted({n for cases in held for n in cases})] if held else []
