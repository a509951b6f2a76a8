"""What people put around a name: degrees, ranks, honours, forms of address, offices; and who may print them."""

from __future__ import annotations

import re
from typing import Literal

from generator.law.citations import UPPER
from generator.patterns import late
from generator.records import record

Kind = Literal["quân hàm", "học hàm, học vị", "danh hiệu, cách xưng hô"]

_LEVEL = r"(?:I{1,2}|[12])"
_DEGREES_SHORT = (
    r"(?:P\.?\s?)?GS|TSKH|T\.?S|Th\.?\s?S|CN|KTS|KS|LS|NCS|"
    rf"(?:BS|DS|ĐD)(?:[.\s]*(?:CK|NT|ĐK|ĐH|YHCT|YHDP)(?:[.\s]*{_LEVEL})?)?|CK\s?{_LEVEL}|CNĐD|Ph\.?D|MBA"
)
_HONOURS_SHORT = r"NGND|NGƯT|NSND|NSƯT|TTND|TTƯT|AHLĐ|GVCC|GVC|GV|CVCC|CVC|CV|Đ/c|đ\.c"
_SPECIAL = rf"(?:chuyên khoa|CK)\s*(?:cấp\s*)?{_LEVEL}|nội trú|đa khoa|khoa học"
_DEGREES = (
    rf"(?:Phó\s+)?Giáo sư|Viện sĩ|(?:Tiến|Thạc|Bác|Dược|Nha)\s+s[ĩỹ](?:\s+(?:{_SPECIAL}))?|Cử nhân|K[ỹĩ]\s+sư"
    r"|Luật sư|Kiến trúc sư|Điều dưỡng|(?-i:Y s[ĩỹ])"
)
_PEOPLES = r"(?:Nhân dân|[ƯU]u tú)"
_HONOURS = (
    rf"(?:Nhà giáo|Thầy thuốc|Nghệ s[ĩỹ]|Nghệ nhân)\s+{_PEOPLES}"
    r"|Anh hùng(?:\s+(?:Lao động|Lực lượng vũ trang nhân dân))?"
    r"|(?:Chuyên viên|Giảng viên|Thanh tra viên)(?:\s+(?:chính|cao cấp))?"
)
_RANKS = r"(?:Đại|Thượng|Trung|Thiếu|Chuẩn)\s+(?:tướng|tá|[úu][ýy]|sĩ|sỹ)|Hạ s[ĩỹ]|(?:Chuẩn |Phó )?Đô đốc"
# An office stands on the line above the name, never before it.
_OFFICES = (
    r"(?:Phó\s+)?(?:Chủ tịch|Giám đốc|Trưởng (?:phòng|ban|khoa|trạm|công an|thôn)|Chánh Văn phòng|Hiệu trưởng"
    r"|Bí thư|Chủ nhiệm|Chỉ huy trưởng)"
)
_SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Đào|Lâm|Trịnh|Trương|Tạ|Lương"
    "|Nông|Triệu|Hứa|Giàng|Vàng|Sùng|Lò|Lường|Quàng|Thào|Tráng|Thạch|Danh|Siu|Ksor|Nay|Rmah|Hà|Tô|Tăng|Phùng|Quách"
    "|Vương|Chu|Châu|Cao|Mai|Kiều|La|Thái|Từ|Lại|Mạc|Bạch|A|Y|Điểu|Hờ|Mùa|Ma"
)
# Ông is a surname as well («Ông Văn Tùng», «Ông Cao Thắng»): a surname and two more words behind it say it is none,
# and so does one that is hardly a middle name. Bà, Thầy, Cô, Đồng chí want a surname or three words behind them.
_PLAIN = "Nguyễn|Trần|Lê|Phạm|Đặng|Bùi|Đỗ|Ngô|Trịnh|Trương|Giàng|Nông"
_ADDRESS = (
    rf"Ông(?=[\s:]+(?:(?:{_PLAIN})\s+\S|(?:{_SURNAMES}|H'\w+|K'\w+)\s+\S+\s+\S))"
    rf"|Bà(?![\s:]+(?:Văn|Thị|Hữu|Đức|Đình|Công|Quang|Xuân|Thanh|Ngọc|Minh)\s)(?=[\s:]+\S+\s)"
    rf"|(?:Thầy|Cô|Anh|Chị)(?:\s+giáo)?(?=[\s:]+(?:{_SURNAMES})\s+\S)|Đồng chí(?=[\s:]+\S+\s)"
)
_KINDS: tuple[tuple[Kind, str], ...] = (
    ("học hàm, học vị", rf"(?:{_DEGREES_SHORT}|{_DEGREES})"),
    ("quân hàm", rf"(?:{_RANKS})"),
    ("danh hiệu, cách xưng hô", rf"(?:{_HONOURS_SHORT}|{_HONOURS}|{_OFFICES}|{_ADDRESS})"),
)
_GAP = r"[\s.,:;/&+()–—-]"
_LEADS = [(kind, late(rf"\(?{words}(?:{_GAP}+|$)", re.I)) for kind, words in _KINDS]
# Behind a name a whole word may be a name («Nguyễn Tiến Sĩ»): a sign must part it off. Letters alone need none.
_PARTED = r"(?:\s*[,;:(\[/–—]\s*|\s+-\s*|-\s+|\s*\()"
_ALL = "|".join(words for _, words in _KINDS)
_TAIL = late(rf"(?:{_PARTED}(?P<parted>(?:{_ALL}).*)|\s+(?P<short>(?:{_DEGREES_SHORT}|{_HONOURS_SHORT})[.)]*))$", re.I)


@record(frozen=True)
class Honours:
    """What stands around a name: as typed, of which kinds, before or behind, and the name without it."""

    words: str
    kinds: frozenset[Kind]
    behind: bool
    name: str


# Most names are plain, which is told without the patterns: these take long to compile.
_BEGINS_NAMES = frozenset(_SURNAMES.split("|")) - {"A", "Y"}  # of one letter: «Y sĩ»
_PARTS_OFF = frozenset(",;:([/–—-")
_IN_NO_SHORT_ONE = frozenset(UPPER.casefold()) - frozenset("abcdefghijklmnopqrstuvwxyzđư")


def _is_plain(name: str) -> bool:
    """Whether the name begins with a surname and ends with a word that is no abbreviation, nothing parted off."""
    words = name.split()
    return (
        bool(words)
        and words[0] in _BEGINS_NAMES
        and _PARTS_OFF.isdisjoint(name)
        and not _IN_NO_SHORT_ONE.isdisjoint(words[-1].casefold())
    )


def honours_around(name: str) -> Honours | None:
    """The titles before or behind a name; None where there is a name alone, or no name besides."""
    if _is_plain(name):
        return None
    kinds: set[Kind] = set()
    at = 0
    while lead := next(((kind, m) for kind, pattern in _LEADS if (m := pattern.match(name, at))), None):
        kinds.add(lead[0])
        at = lead[1].end()
    words, rest = name[:at].strip(" ,;:-–—"), name[at:]
    tail = _TAIL.search(rest)
    if tail:
        behind = (tail["parted"] or tail["short"]).strip(" ()[]")
        kinds |= {kind for kind, pattern in _LEADS if pattern.match(behind)}
        rest, words = rest[: tail.start()], words or behind
    bare = rest.strip(" ,;:()[]-–—")
    return Honours(words, frozenset(kinds), tail is not None and not at, bare) if kinds and bare else None


_BEFORE_OFFICE = late(rf"(?!CN)(?:{_DEGREES_SHORT}){_GAP}+(?=[^\W\d_])", re.I)


def degree_before_office(position: str) -> str:
    """The degree typed before an office, e.g. ``ThS.`` of ``ThS. Giám đốc``; ``Kỹ sư trưởng`` has none."""
    found = _BEFORE_OFFICE.match(position)
    return found[0].strip(" ,;:-–—") if found else ""


_SCHOOL = (
    r"(?:^trường\s|trường\s+(?:đại học|cao đẳng|trung cấp|trung học|tiểu học|mầm non|mẫu giáo|th(?:pt|cs)?\b|ptdt\w*"
    r"|phổ thông|chính trị))"
)
_SECTORS = late(
    rf"{_SCHOOL}|học viện|^(?:nhà trẻ|đại học)\s|bệnh viện|bệnh xá|phòng khám|trung tâm y tế|trạm y tế|nhà hộ sinh"
    r"|^(?:phân )?viện\s(?!kiểm sát)|^trung tâm\s.*(?:giáo dục|đào tạo|dạy nghề|khoa học|nghiên cứu|công nghệ|y học"
    r"|y tế|pháp y|giám định|kiểm soát bệnh|dân số|cấp cứu|huyết học|kiểm nghiệm)",
    re.I,
)
_ARMED = late(
    r"^(?:công an|cục cảnh sát|bộ công an|bộ quốc phòng|trại (?:tạm )?giam|quân (?:khu|chủng|đoàn)|bộ đội"
    r"|bộ tư lệnh|đồn biên phòng"
    r"|(?:bộ|ban) chỉ huy|sư đoàn|lữ đoàn|trung đoàn|tiểu đoàn|hải đoàn|hải đội|vùng (?:hải quân|cảnh sát biển)"
    r"|cơ quan cảnh sát|phòng cảnh sát|binh chủng|binh đoàn)",
    re.I,
)


def is_armed(agency: str) -> bool:
    """Whether the name is that of a unit of the army or the police."""
    return bool(_ARMED.search(agency))


def is_of_sector(agency: str) -> bool:
    """Whether the name is that of a unit of education, health or science, not of their administration."""
    return bool(_SECTORS.search(agency))
