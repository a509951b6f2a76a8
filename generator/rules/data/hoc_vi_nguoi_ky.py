"""Trước họ tên người ký không ghi học hàm, học vị, danh hiệu.

Quy định: họ tên người ký gồm họ, tên đệm, tên; trước họ tên không ghi học hàm, học vị, danh hiệu danh dự khác; riêng
tổ chức sự nghiệp giáo dục, y tế, khoa học, lực lượng vũ trang theo quy định của ngành (ND30-I.2.7c4).

Vì sao: đây là lỗi thể thức hay làm văn bản phải in lại.

Sai: ho_ten: TS. Nguyễn Văn A; ho_ten: Ông Nguyễn Văn A.

Đúng: ho_ten: Nguyễn Văn A.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.readings import DocumentReading

RULE = Rule(__name__, Level.ERROR, "document", clause="ND30-I.2.7c4")
_TITLE = late(
    r"(?:(?:PGS|GS|TSKH|TS|T\.S|ThS|Th\.S|CN|KS|KTS|BS|BSCK(?:I{1,2}|[12])|DS|LS"
    r"|NGND|NGƯT|NSND|NSƯT|TTND|TTƯT|CVCC|CVC)"
    r"(?:\.|\s|,|$)+"
    r"|(?:Phó Giáo sư|Giáo sư|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ|Cử nhân|K[ỹĩ] sư|Bác sĩ|Bác sỹ|Dược sĩ|Luật sư"
    r"|Kiến trúc sư"
    r"|Nhà giáo (?:Nhân dân|[ƯU]u tú)|Thầy thuốc (?:Nhân dân|[ƯU]u tú)|Nghệ sĩ (?:Nhân dân|[ƯU]u tú)|Anh hùng Lao động"
    r"|(?:Ông|Bà)(?!\s+(?:Văn|Thị|Hữu|Đức|Đình|Công|Quang|Xuân|Thanh|Ngọc|Minh)\s)|Đồng chí(?=\s+\S+\s)|Đ/c"
    r"|Đại tướng|(?:Thượng|Trung|Thiếu) tướng|(?:Đại|Thượng|Trung|Thiếu) (?:tá|úy))\s+)+",
    re.IGNORECASE,
)
# Ông, Bà are surnames as well: a middle name behind one, not a surname, says that it is.
_EXCEPTED = late(
    r"trường|học viện|đại học|bệnh viện|y tế|viện |công an|quân|bộ đội|biên phòng|nghiên cứu", re.IGNORECASE
)


def check(reading: DocumentReading) -> Iterator[Finding]:
    """A title before the signer's name; where the sector may allow one, a warning only."""
    person = reading.dossier.people[reading.document.signature.person]
    found = _TITLE.match(person.name)
    if found is None or not person.name[found.end() :].strip():
        return
    index = reading.dossier.agency.people.index(person)
    level = Level.WARNING if _EXCEPTED.search(reading.dossier.agency.full_name) else Level.ERROR
    yield RULE.found(
        f"trước họ tên người ký ghi «{found[0].strip()}»",
        f"ghi {person.name[found.end() :].strip()}",
        level=level,
        place="họ tên người ký",
        source=reading.place_of(("co_quan", "nguoi", index, "ho_ten")),
    )
