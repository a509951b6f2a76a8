"""Họ tên người ký không kèm học hàm, học vị, quân hàm, danh hiệu.

Quy định: họ tên người ký gồm họ, tên đệm, tên; trước họ tên không ghi học hàm, học vị, danh hiệu danh dự khác. Ghi quân
hàm, học hàm, học vị ở lực lượng vũ trang, tổ chức sự nghiệp giáo dục, y tế, khoa học do người đứng đầu ngành quy định
(ND30-I.2.7c4): quân hàm ở lực lượng vũ trang không bị nêu, còn lại chỉ nhắc (thông tin).

Vì sao: đây là lỗi thể thức hay làm văn bản phải in lại.

Sai: ho_ten: TS. Nguyễn Văn A; ho_ten: Nguyễn Văn A, ThS; ho_ten: Ông Nguyễn Văn A; ho_ten của thư ký: CN. Đỗ Thị D.

Đúng: ho_ten: Nguyễn Văn A.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier.agency import Agency
from generator.dossier.texts import typed_texts
from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.data._honours import Honours, degree_before_office, honours_around, is_armed, is_of_sector
from generator.rules.readings import DocumentReading
from generator.typed.source import Path_

RULE = Rule(__name__, Level.ERROR, "document", clause="ND30-I.2.7c4")


def check(reading: DocumentReading) -> Iterator[Finding]:
    """What stands beside the name of the signer, or of another who signs; lighter where the sector may allow it."""
    agency = reading.dossier.agency
    for name, path, place in _names(reading):
        found = honours_around(name)
        level = _level(found, agency) if found else None
        if found and level is not None:
            what = f"{'sau' if found.behind else 'trước'} {place} ghi «{found.words}»"
            fix = f"ghi {found.name}" + ("; ngành có quy định thì giữ" if level is Level.NOTE else "")
            yield RULE.found(what, fix, level=level, place=place, source=reading.place_of(path))
    person = reading.dossier.people[reading.document.signature.person]
    degree = degree_before_office(person.position)
    if degree:
        source = reading.place_of(("co_quan", "nguoi", agency.people.index(person), "chuc_vu"))
        what = f"trước chức vụ người ký ghi «{degree}»"
        yield RULE.found(what, "chỉ ghi chức vụ", level=Level.WARNING, place="chức vụ người ký", source=source)


def _names(reading: DocumentReading) -> Iterator[tuple[str, Path_, str]]:
    """Each name printed under a signature, where it was typed, what a reader calls it."""
    dossier, document = reading.dossier, reading.document
    person = dossier.people[document.signature.person]
    yield person.name, ("co_quan", "nguoi", dossier.agency.people.index(person), "ho_ten"), "họ tên người ký"
    for path, text in typed_texts(document, ("van_ban", reading.index)):
        if path[-1] == "ho_ten":
            yield text, path, "họ tên thư ký" if path[-2] == "thu_ky" else "họ tên"


def _level(found: Honours, agency: Agency) -> Level | None:
    names = (agency.full_name, " ".join(agency.parent_lines or ()))
    allowed = {"quân hàm", "học hàm, học vị"}
    if found.behind or not found.kinds <= allowed:
        return Level.ERROR
    if any(is_armed(name) for name in names):
        return None if found.kinds == {"quân hàm"} else Level.NOTE
    return Level.NOTE if any(is_of_sector(name) for name in names) else Level.ERROR
