"""Who signs, line by line: the abbreviation of the power, the title, the name below."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edits import Spot
from generator.findings import Finding, Unjudged
from generator.law.types import TYPES_BETWEEN_PARTIES, TYPES_SIGNED_BY_CHAIR
from generator.parts.lines import Line
from generator.parts.model import Component, Part, Sure
from generator.parts.recognising import type_name
from generator.patterns import late
from generator.records import record
from generator.rules.base import Rule
from generator.rules.form._looks import look
from generator.rules.form._reading import FileReading, once, place_of, spot_of, unsure
from generator.wording.characters import fold

_POWERS = {
    "TM.": late(r"(?:t\s*/\s*m|t\.\s*m|tm)(?:\s*[./:]|\s|$)", 2),
    "KT.": late(r"(?:k\s*/\s*t|k\.\s*t|kt)(?:\s*[./:]|\s|$)", 2),
    "TUQ.": late(r"t\s*[/.]?\s*[uư]\s*[/.]?\s*q(?:\s*[./:]|\s|$)", 2),
    "TL.": late(r"(?:t\s*/\s*l|t\.\s*l|tl)(?:\s*[./:]|\s|$)", 2),
    "Q.": late(r"(?:q(?:\s*[./:]|\s)|quyền\s+(?!hạn))", 2),
}
_DEPUTY = late(r"(?:phó\s|thứ trưởng\b)", 2)
_PERSON = late(
    r"(?:phó\s|thứ trưởng|chủ tịch|tổng giám đốc|giám đốc|bộ trưởng|trưởng (?:phòng|ban|khoa|trạm|công an)|chánh\s|"
    r"(?:tổng )?cục trưởng|vụ trưởng|chi cục trưởng|hiệu trưởng|viện trưởng|thủ trưởng|thủ tướng|chủ nhiệm|tổ trưởng|"
    r"chỉ huy trưởng|bí thư|thống đốc|tư lệnh)",
    2,
)
_MANY = late(
    r"(?:[uủ][yỷ] ban|ubnd|hội đồng|hđnd|sở\s|phòng\s|trung tâm\s|công ty\s|trường\s|"
    r"(?:chi cục|cục|vụ|viện|bộ)\s(?!trưởng)|ban (?!công tác)|văn phòng\s|thường trực\s)",
    2,
)
_OTHERS = ("hopdong", "bienban", "banghinho", "banthoathuan", "thoathuan", "don", "giayde", "giaynhan", "phuluchopdong")
_GAP = late(r"[<>{}\[\]…_]|\.{3,}|quyền hạn|chức vụ|chức danh")


@record(frozen=True)
class Said:
    """A line above the signature: ``power`` as the decree abbreviates it, as ``typed``, and the ``rest`` behind it."""

    line: Line
    power: str
    typed: str
    rest: str

    @property
    def spot(self) -> Spot | None:
        """Where the line stands in the file."""
        return spot_of(self.line)

    @property
    def deputy(self) -> bool:
        """Whether it names a deputy."""
        return not self.power and _DEPUTY.match(self.rest) is not None

    @property
    def rest_is_deputy(self) -> bool:
        """Whether a deputy is named behind the abbreviation."""
        return _DEPUTY.match(self.rest) is not None

    @property
    def rest_is_person(self) -> bool:
        """Whether a person's title is named, with or without an abbreviation before it."""
        return _PERSON.match(self.rest) is not None

    @property
    def rest_is_many(self) -> bool:
        """Whether an agency or a collective is named."""
        return _MANY.match(self.rest) is not None


@record(frozen=True)
class Signature:
    """The lines above one signature, whether all that stands there was read, and whose name is below.

    ``guessed`` are those of its components that are read no surer.
    """

    lines: tuple[Said, ...]
    place: str
    whole: bool
    signer: Component | None
    guessed: tuple[Component, ...] = ()

    @property
    def text(self) -> str:
        """The lines as one, as printed."""
        return " ".join(said.line.text for said in self.lines).upper()


def signatures(reading: FileReading, *, agency: bool = False) -> Iterator[Signature]:
    """The signatures of the document that are surely read: of the others see ``unsure_signatures``.

    With ``agency`` only of a document that an agency signs, no minutes and no contract.
    """
    yield from (one for one in _asked(reading, agency) if not one.guessed)


def unsure_signatures(reading: FileReading, rule: Rule, *, agency: bool = False) -> Iterator[Unjudged]:
    """Of each of those whose title or name is only guessed: that the rule cannot judge it, and why."""
    for one in _asked(reading, agency):
        yield from (unsure(rule, component) for component in one.guessed)


def _asked(reading: FileReading, agency: bool) -> list[Signature]:
    named = type_name(reading.parts.text(Part.TYPE))
    if agency and (named in TYPES_BETWEEN_PARTIES | TYPES_SIGNED_BY_CHAIR or reading.parts.kind == "copy"):
        return []
    return _signatures(reading)


@once
def _signatures(reading: FileReading) -> list[Signature]:
    made: list[Signature] = []
    held: list[Component] = []
    for component in reading.parts.of(Part.SIGN_AUTHORITY, Part.SIGNER):
        if component.part is Part.SIGN_AUTHORITY:
            if held and held[-1].lines[0].side != component.lines[0].side:
                made.append(_signature(reading, held, None))
                held = []
            held.append(component)
        elif held:
            made.append(_signature(reading, held, component))
            held = []
    if held:
        made.append(_signature(reading, held, None))
    return made


@once
def signed_by_others(reading: FileReading) -> bool:
    """Whether others than an agency sign: the parties of a contract, those who sign for a unit each."""
    named = fold(reading.parts.text(Part.TYPE))
    if named.startswith(_OTHERS):
        return True
    titles = [fold(component.text) for component in reading.parts.of(Part.SIGN_AUTHORITY)]
    return any(title.startswith(("daidien", "ben", "nguoi")) for title in titles)


def looks_of(reading: FileReading, rule: Rule, name: str, part: Part) -> Iterator[Finding | Unjudged]:
    """A finding for each of the document's own components that looks otherwise than it shall; none of annexes."""
    for component in reading.judged(rule, part):
        if isinstance(component, Unjudged):
            yield component
        elif component in reading.parts.components:
            yield from look(rule, component, reading.edition.components[name])


def _signature(reading: FileReading, held: list[Component], signer: Component | None) -> Signature:
    lines = [line for component in held for line in component.lines if line.text]
    rows = {line.row for line in lines}
    unread = any(line.text and (line.row in rows or line.row > min(rows)) for line in reading.parts.unread)
    open_ = any(_GAP.search(line.text.lower()) for line in lines)
    guessed = tuple(one for one in (*held, signer) if one is not None and one.sure is Sure.GUESS)
    return Signature(tuple(map(_said, lines)), place_of(held[0]), not unread and not open_, signer, guessed)


def _said(line: Line) -> Said:
    text = line.text.strip()
    for power, pattern in _POWERS.items():
        found = pattern.match(text)
        if found:
            return Said(line, power, found[0].strip(), text[found.end() :].strip())
    return Said(line, "", "", text)


def wrongly_abbreviated(reading: FileReading, rule: Rule, power: str) -> Iterator[Finding | Unjudged]:
    """A finding for each line whose power is abbreviated otherwise than the decree has it."""
    yield from unsure_signatures(reading, rule)
    for signature in signatures(reading):
        for said in signature.lines:
            if said.power == power and said.typed.upper() != power:
                yield rule.found(
                    f"viết «{said.typed}»", f"viết «{power}», rồi đến {_BEHIND[power]}",
                    place=signature.place, spot=said.spot,
                )  # fmt: skip


_BEHIND = {
    "TM.": "tên tập thể lãnh đạo hoặc tên cơ quan",
    "KT.": "chức vụ của người đứng đầu",
    "TL.": "chức vụ của người đứng đầu",
    "TUQ.": "chức vụ của người đứng đầu",
    "Q.": "chức vụ của người đứng đầu",
}
