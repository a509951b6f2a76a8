"""Địa danh, thẩm quyền ban hành là của chính cơ quan cấp xã ấy.

Quy định: địa danh ghi trên văn bản của cơ quan nhà nước ở địa phương là tên gọi chính thức của đơn vị hành chính nơi cơ
quan đóng trụ sở (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4, điểm a). Suy ra: văn bản của xã, phường,
đặc khu ghi tên chính xã, phường, đặc khu ấy. Cấp khác không xét vì tên tỉnh không nói trụ sở ở đâu.

Vì sao: tệp chép từ xã khác, hoặc còn tên cũ trước khi sắp xếp.

Sai: ỦY BAN NHÂN DÂN XÃ MẪU ghi «Hà Nội, ngày …», hoặc thẩm quyền là «CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ KHÁC»

Đúng: ỦY BAN NHÂN DÂN XÃ MẪU ghi «Mẫu, ngày …» hoặc «Xã Mẫu, ngày …»; UBND tỉnh ghi tên tỉnh
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part, Sure
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.issuer._names import is_gap
from generator.rules.form.place_date._read import places
from generator.wording.characters import fold

RULE = form_rule(__name__, "D")
_SEAT = late(  # behind the name of a council its term and session may stand
    r"(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND)\s+(?:XÃ|PHƯỜNG|ĐẶC KHU)\s+"
    r"(?P<name>.+?)(?:,?\s+KH(?:ÓA|OÁ)\s+[IVX\d].*)?$"
)
_WHOLE = late(r"\s*(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã)\b", 2)
_NUMBERED = late(r"(?:số\s+)?0*(?P<n>\d+)", 2)


def check(reading: FileReading) -> Said:
    """The place, or who decides, of a document of a commune-level agency that is not of that commune."""
    name = _seat(reading)
    if not name:
        return
    authority = reading.parts.first(Part.AUTHORITY)
    own = _SEAT.search(authority.text.upper()) if authority is not None and authority.sure is Sure.SURE else None
    if authority is not None and own and not is_gap(authority.text) and not _same(name, own["name"]):
        yield RULE.found(
            f"thẩm quyền ban hành ghi «{own['name'].title()}», tên cơ quan ban hành là «{name.title()}»",
            "ghi tên đơn vị hành chính như ở tên cơ quan ban hành", place=place_of(authority),
            spot=spot_of(authority.lines[0]),
        )  # fmt: skip
    for read in places(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
        elif not read.open and not _same(name, read.place) and not _WHOLE.match(read.place):
            yield RULE.found(
                f"địa danh «{read.place}» không phải «{name.title()}» như ở tên cơ quan ban hành",
                "ghi tên đơn vị hành chính nơi cơ quan đóng trụ sở", place=read.where, spot=read.spot,
            )  # fmt: skip


def _seat(reading: FileReading) -> str:
    for part in (Part.ISSUER, Part.PARENT):
        component = reading.parts.first(part)
        if component is None or component.sure is Sure.GUESS or is_gap(component.text):
            continue
        found = _SEAT.search(component.text.upper())
        if found:
            return "".join(found["name"])
    return ""


def _same(name: str, place: str) -> bool:
    """Whether one holds the other: behind the name of one agency that of another may stand (liên tịch)."""
    one, other = _plain(name), _plain(place)
    return one in other or other in one


def _plain(name: str) -> str:
    numbered = _NUMBERED.search(name)
    return numbered["n"] if numbered else fold(name)
