"""Who decides, as the line above the bases says it, held against what a dossier prints there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.law.types import TYPES_WITH_AUTHORITY
from generator.parts import recognising as says
from generator.parts.lines import Line
from generator.parts.model import Part, Sure
from generator.patterns import late
from generator.recovering.document import ReadDocument
from generator.recovering.heading import written
from generator.recovering.said import Said, Tree, plain, said
from generator.recovering.texts import clean
from generator.wording.characters import fold

_WITHOUT_POWER = "cơ quan quyết định mà chữ ký không ghi «TM.»; in lại thì có «TM. …»"
_ENACTS = late(r"\s+quyết\s+(?:định|nghị)\s*:?\s*$", 2)
_SHORT = {"ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân"}


def name_of(agency: dict[str, Tree]) -> str:
    """The name of the agency in one line."""
    return " ".join(map(str, plain(agency.get("ten", []))))


def deciding(document: ReadDocument, agency: dict[str, Tree]) -> str:
    """The agency, or its head by position, as the signature has the one or the other decide."""
    signer = document.signer
    if signer is None or signer.collective is not None:
        return name_of(agency)
    head = plain(agency.get("nguoi_dung_dau", "")) or plain(signer.person.get("chuc_vu", ""))
    return f"{head} {name_of(agency)}"


def says_signer(text: str, person: dict[str, Tree], agency: dict[str, Tree]) -> bool:
    """Whether the words are name, position and agency of who signs, as the program prints them unasked."""
    short = str(plain(agency.get("ten_goi_tat", ""))) or name_of(agency)
    own = f"{plain(person.get('ho_ten', ''))}, {plain(person.get('chuc_vu', ''))} {short}"
    return fold(own) == fold(text)


def _authority(document: ReadDocument) -> list[Line]:
    component = document.parts.first(Part.AUTHORITY) if document.kind in TYPES_WITH_AUTHORITY else None
    return written(component) if component is not None else []


def decides_by_name(document: ReadDocument, agency: dict[str, Tree]) -> Said | None:
    """That the agency itself decides, where its name stands there and its chair signs alone, as councils do."""
    line = next((line for line in _authority(document) if fold(line.text) == fold(name_of(agency))), None)
    return None if line is None else said(line, "tap_the", sure=Sure.LIKELY, why=_WITHOUT_POWER)


def beside_authority(document: ReadDocument, agency: dict[str, Tree]) -> list[Line]:
    """What stands below the name of who decides and is none of it: «KHÓA XII, KỲ HỌP THỨ BA»."""
    words = _printed(document, agency)
    return [line for line in _authority(document)[1:] if not words & set(_words(line.text))]


def told_otherwise(document: ReadDocument, agency: dict[str, Tree]) -> Iterator[str]:
    """What the head says that a dossier prints by the names of agency and head alone, or not at all."""
    national = document.parts.first(Part.NATIONAL)
    if document.parts.kind == "party" and national is not None:
        yield (
            f"{document.file}, {national.lines[0].place}: «{clean(national.text)}»: văn bản của Đảng; chương trình in "
            "lại theo Nghị định 30, có Quốc hiệu, Tiêu ngữ; muốn đúng thể thức của Đảng thì dùng mẫu Word riêng (mau)"
        )
    beside = {id(line) for line in beside_authority(document, agency)}
    lines = [line for line in _authority(document) if id(line) not in beside]
    text = " ".join(_ENACTS.sub("", clean(line.text)) for line in lines)
    if set(_words(text)) - _printed(document, agency):
        yield f"{document.file}, {lines[0].place}: thẩm quyền «{text}»; in lại theo tên cơ quan, chức vụ đã đọc"
    for annex in document.parts.annexes:
        label = annex.first(Part.ANNEX_LABEL)
        if label is not None and says.form_label(label.text):
            yield f"{document.file}, {label.lines[0].place}: «{clean(label.text)}»; in lại là «Phụ lục», số tự đánh"


def _printed(document: ReadDocument, agency: dict[str, Tree]) -> set[str]:
    return set(_words(f"{deciding(document, agency)} {name_of(agency)}"))


def _words(text: str) -> list[str]:
    return [fold(part) for word in text.casefold().split() for part in _SHORT.get(word, word).split() if fold(part)]
