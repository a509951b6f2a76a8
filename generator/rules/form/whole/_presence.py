"""Which main components a document must show, and where a missing one may stand after all."""

from __future__ import annotations

from collections.abc import Iterator

from generator.parts import recognising as says
from generator.parts.lines import Line, halves
from generator.parts.model import Part, Parts, Sure
from generator.patterns import late
from generator.records import record
from generator.rules.form._reading import FileReading

_NUMBERED = late(r"Số\s*:\s*[\d\s._…]*/", 2)
_NEAR = 12  # lines below the title, or above the signature, in which a part of the head may stand astray
_WITHOUT_MODEL = frozenset({"hợp đồng", "bản ghi nhớ", "bản thỏa thuận", "thư công"})
"""Types for which the decree has no Mẫu, and which their parties set up as they agree."""
HEAD = (Part.NATIONAL, Part.MOTTO, Part.ISSUER, Part.NUMBER, Part.PLACE_DATE)


@record(frozen=True)
class Asked:
    """A component every document has but those of some types: any of ``parts`` will do."""

    parts: tuple[Part, ...]
    name: str
    fix: str
    but: frozenset[str] = frozenset()


ASKED = (
    Asked((Part.NATIONAL,), "Quốc hiệu", "ghi «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM» ở đầu trang, bên phải"),
    Asked((Part.MOTTO,), "Tiêu ngữ", "ghi «Độc lập - Tự do - Hạnh phúc» dưới Quốc hiệu"),
    Asked((Part.ISSUER,), "tên cơ quan ban hành", "ghi tên cơ quan ban hành ở đầu trang, bên trái"),
    Asked((Part.NUMBER,), "số, ký hiệu", "ghi «Số: …/…» dưới tên cơ quan ban hành"),
    Asked(
        (Part.PLACE_DATE,), "địa danh và thời gian ban hành", "ghi «…, ngày … tháng … năm …» dưới Tiêu ngữ",
        frozenset({"biên bản"}),
    ),
    Asked((Part.SIGN_AUTHORITY, Part.SIGNER), "chức vụ, họ tên người ký", "ghi chức vụ và họ tên người có thẩm quyền"),
    Asked(
        (Part.RECIPIENTS_LABEL, Part.RECIPIENT), "nơi nhận", "ghi «Nơi nhận:» và danh sách ở cuối văn bản, bên trái",
        frozenset({"biên bản", "giấy nghỉ phép"}),
    ),
)  # fmt: skip
"""The main components of Điều 8 but trích yếu, which has a rule of its own, and the seal, which no DOCX shows."""
_ATTACHED = (Part.NUMBER, Part.PLACE_DATE, Part.SIGN_AUTHORITY, Part.RECIPIENTS_LABEL)


def missing(reading: FileReading) -> list[Asked]:
    """The components the document should have and nothing shows."""
    parts = reading.parts
    named = says.type_name(parts.text(Part.TYPE))
    if named in _WITHOUT_MODEL:
        return []
    attached = is_attached(parts)
    return [
        asked
        for asked in ASKED
        if named not in asked.but
        and not any(parts.of(*asked.parts))
        and not (attached and asked.parts[0] in _ATTACHED)
        and stray(reading, asked.parts[0]) is None
    ]


def is_attached(parts: Parts) -> bool:
    """Whether the file is a document issued with another: the chỉ dẫn «Kèm theo …» stands below its title."""
    below = [line for found in parts.of(Part.SUBJECT, Part.TYPE, Part.REFERENCE) for line in found.lines]
    below += [one.line for one in parts.body[:3]]
    return any(says.reference(line.text.lstrip("( ")) for line in below)


def stray(reading: FileReading, part: Part) -> Line | None:
    """The line that is surely this part of the head, and stands below the title or at the signature."""
    if part is Part.NUMBER:
        found = (line for line in _below(reading.parts) if _NUMBERED.match(line.text) and says.number(line.text))
    elif part is Part.PLACE_DATE:
        found = (line for line in _below(reading.parts) if _is_place_date(line))
    else:
        return None
    return next(found, None)


def _below(parts: Parts) -> Iterator[Line]:
    """The lines below the title and those above the signature, halves apart."""
    near = [line for found in parts.of(Part.SUBJECT, Part.TYPE, Part.LETTER_SUBJECT) for line in found.lines]
    body = [one.line for one in parts.body]
    close = body if len(body) < 2 * _NEAR else [*body[:_NEAR], *body[-_NEAR:]]
    for line in (*near, *close, *parts.unread):
        yield from halves(line)


def _is_place_date(line: Line) -> bool:
    return says.place_date(line.text) is Sure.SURE and line.text[:1].isupper() and len(line.text) < 60
