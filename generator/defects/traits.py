"""What a document has, which makes a change a fault in it or leaves it right: components, a table, several issuers."""

from __future__ import annotations

from collections.abc import Callable

from generator.law.form.editions import ND30
from generator.layout.tree import Document, Table
from generator.parts.model import Level, Part, Parts
from generator.parts.recognising import of_the_parties, type_name
from generator.patterns import late
from generator.rules.form._widths import width_of

_TITLES = 3  # lines
_FULL = 0.85  # of the room
_DAY = late(r"ngày\W*\d+\D+\d+\D+\d{4}", 2)
_YEAR = late(r"(?P<year>\d{4})\W*$")
_COMMUNE = late(r"(?:^|\s)(?<!THỊ )(?:XÃ|PHƯỜNG|ĐẶC KHU)\s")
_DRAFTER = late(r"\(\d+\)\W*$")


def type_of(parts: Parts) -> str:
    """The document's tên loại in lower case, «công văn» for a letter, empty where there is none."""
    return "công văn" if parts.kind == "letter" else type_name(parts.text(Part.TYPE))


def has(name: str, document: Document, parts: Parts) -> bool:
    """Whether the document has the component of that name, or the trait («bảng», «liên tịch» …).

    Raises ValueError for a name that is neither.
    """
    if name in _TRAITS:
        return _TRAITS[name](document, parts)
    part = Part(name)
    return any(parts.of(part)) or any(annex.first(part) is not None for annex in parts.annexes)


def _table(document: Document, _parts: Parts) -> bool:
    """A table with lines around its cells, as head and end have none."""
    tables = (block for section in document.sections for block in section.blocks if isinstance(block, Table))
    cells = [cell for table in tables for row in table.rows for cell in row.cells]
    return any(cell.format.top is not None and cell.format.bottom is not None for cell in cells)


def _jointly(_document: Document, parts: Parts) -> bool:
    """Several agencies in the head, joined by a dash."""
    issuer = parts.first(Part.ISSUER)
    return issuer is not None and any(line.text.rstrip().endswith(("-", "–")) for line in issuer.lines)


def _of_two_sides(_document: Document, parts: Parts) -> bool:
    """Signed by the sides of an agreement, or by those who met."""
    if type_of(parts) == "biên bản":
        return True
    lines = (line for one in parts.of(Part.SIGN_AUTHORITY) for line in one.lines)
    return any(line.text.upper().startswith("ĐẠI DIỆN") for line in lines)


def _in_sections(document: Document, _parts: Parts) -> bool:
    """More sections than one."""
    return len(document.sections) > 1


_OF_ITS_OWN = frozenset(
    {"giấy giới thiệu", "giấy nghỉ phép", "giấy ủy quyền", "phiếu gửi", "phiếu chuyển", "phiếu báo", "hợp đồng",
     "bản ghi nhớ", "bản thỏa thuận", "thư công", ""}
)  # fmt: skip


def _without_subject(_document: Document, parts: Parts) -> bool:
    """Of a type whose Mẫu has no trích yếu below its name: what stands there is not bound to look like one."""
    return type_of(parts) in _OF_ITS_OWN


_TEXT_OF_ITS_OWN = frozenset({"hợp đồng", "bản ghi nhớ", "bản thỏa thuận", "thư công", ""})


def _with_own_text(_document: Document, parts: Parts) -> bool:
    """Of a type whose Mẫu has a text of its own, or of none that the decree knows."""
    return type_of(parts) in _TEXT_OF_ITS_OWN


def _deciding(_document: Document, parts: Parts) -> bool:
    """What stands above its text surely are grounds: a line says that something is decided."""
    return parts.first(Part.ENACTING) is not None


def _agreed(_document: Document, parts: Parts) -> bool:
    """An agreement, whose parties set up its head as they like."""
    return of_the_parties(parts.text(Part.TYPE))


def _of_no_type(_document: Document, parts: Parts) -> bool:
    """Of a type whose name the decree does not list."""
    return type_of(parts) in ("thư công", "")


def _for_another(_document: Document, parts: Parts) -> bool:
    """Signed for somebody else than the agency's own head signs for."""
    lines = (line for one in parts.of(Part.SIGN_AUTHORITY) for line in one.lines)
    return any(line.text.upper().startswith(("KT.", "TL.", "TUQ.", "Q.")) for line in lines)


def _of_many_titles(_document: Document, parts: Parts) -> bool:
    """With more lines above the name than power, head and deputy take: the room to sign may be between them."""
    return any(sum(bool(line.text) for line in one.lines) > _TITLES for one in parts.of(Part.SIGN_AUTHORITY))


def _with_drafter(_document: Document, parts: Parts) -> bool:
    """With the symbol of who drafted it behind its nơi nhận."""
    return any(_DRAFTER.search(one.text) for one in parts.of(Part.RECIPIENT, Part.DRAFTER))


def _undated(_document: Document, parts: Parts) -> bool:
    """A draft whose day is not written yet: it bears no number either."""
    day = parts.text(Part.PLACE_DATE).rpartition(",")[2]
    return bool(day) and not _DAY.search(day)


def _older(_document: Document, parts: Parts) -> bool:
    """Of a year before the decree's: what the rules before it asked for is no fault there."""
    found = _YEAR.search(parts.text(Part.PLACE_DATE))
    return found is not None and int(found["year"]) < ND30.since.year


def _full_subject(_document: Document, parts: Parts) -> bool:
    """With a trích yếu whose last line fills its room: nobody sees whether it stands in the middle."""
    subject = parts.first(Part.SUBJECT)
    line = subject.lines[0] if subject is not None else None
    return line is not None and line.room > 0 and width_of(line) % line.room > _FULL * line.room


def _of_a_commune(_document: Document, parts: Parts) -> bool:
    """Of an agency of a xã, phường or đặc khu."""
    return bool(_COMMUNE.search(parts.text(Part.ISSUER).upper()))


def _with_symbol_of_people(_document: Document, parts: Parts) -> bool:
    """With a symbol that ends in UBND behind a tên loại that the decree lists."""
    return type_of(parts) not in ("thư công", "công văn", "") and parts.text(Part.NUMBER).endswith("-UBND")


def _lying(document: Document, _parts: Parts) -> bool:
    """With pages that lie."""
    return any(section.page.width > section.page.height for section in document.sections)


def _copied(_document: Document, parts: Parts) -> bool:
    """A bản sao."""
    return bool(parts.copy)


def _of_roman_sections(_document: Document, parts: Parts) -> bool:
    """With mục of Roman numerals."""
    return any(one.level is Level.ROMAN for one in parts.body)


def _unread(_document: Document, parts: Parts) -> bool:
    """Lines of the head or the end that fit no component."""
    return bool(parts.unread)


OWN_TEXT = "nội dung riêng"
UNDATED = "chưa ghi ngày"
_TRAITS: dict[str, Callable[[Document, Parts], bool]] = {
    "bảng": _table,
    "liên tịch": _jointly,
    "nhiều phần": _in_sections,
    "hai bên": _of_two_sides,
    "thỏa thuận": _agreed,
    "mẫu không có trích yếu": _without_subject,
    "dòng chưa đọc được": _unread,
    OWN_TEXT: _with_own_text,
    "lời ban hành": _deciding,
    "ngoài các tên loại": _of_no_type,
    "ký thay": _for_another,
    "nhiều dòng chức vụ": _of_many_titles,
    "người soạn đã ghi": _with_drafter,
    UNDATED: _undated,
    "trước Nghị định": _older,
    "trích yếu đầy dòng": _full_subject,
    "cơ quan cấp xã": _of_a_commune,
    "ký hiệu của UBND": _with_symbol_of_people,
    "trang ngang": _lying,
    "bản sao": _copied,
    "mục La Mã": _of_roman_sections,
}
