"""The line of số, ký hiệu taken apart as it was typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.edits import Spot
from generator.findings import Unjudged
from generator.layout.tree import Run, Tab
from generator.parts.lines import Line
from generator.parts.model import Component, Part
from generator.parts.recognising import type_name
from generator.patterns import late
from generator.records import record
from generator.rules.base import Rule
from generator.rules.form._blanks import GAP
from generator.rules.form._reading import FileReading, once, place_of, spot_of

_LABEL = late(r"\s*(?P<label>s[ốóôo](?:\s*(?::|\.(?![.…])))?)", 2)
_YEAR = late(r"(?P<year>(?:19|20)\d\d)\s*[/-]\s*")
_OPEN = late(rf"{GAP}|\.{{2,}}|(?<![^\W_])_|_(?![^\W_])")  # what is still to be filled in
_HELD = late(r"\$?[<{\[]+[^>}\]]*[>}\]]+")
_OF_THE_PARTY = late(r"\d+\s*-\s*[A-ZĐ]")
_DASHES = late(r"\s*[-–—‑_]\s*")
_FOREIGN = late(r"\bngày\b", 2)  # the line holds the place and date as well


@record(frozen=True)
class Read:
    """Số, ký hiệu of a document: the word before it, the number, a year, the symbol and its groups.

    ``typed`` is number and symbol as they were typed, ``joined`` as they should stand, ``blank`` whether the number is
    still missing, ``room`` whether there is room for it, ``open`` whether part of the symbol is still missing.
    ``type_name`` is that of the document in lower case.
    """

    line: Line
    place: str
    label: str
    number: str
    year: str
    sign: str
    groups: tuple[str, ...]
    typed: str
    joined: str
    blank: bool
    room: bool
    open: bool
    type_name: str

    @property
    def spot(self) -> Spot | None:
        """Where the line stands in the file."""
        return spot_of(self.line)


def numbers(reading: FileReading, rule: Rule) -> Iterator[Read | Unjudged]:
    """Số, ký hiệu of the document and of those issued with it.

    Who follows the decree as far as it suits may number as the Party does: «18-KH/ĐTN».
    """
    for component in reading.judged(rule, Part.NUMBER):
        if isinstance(component, Unjudged):
            yield component
            continue
        read = _reads(reading)[id(component)]
        if read and reading.profile.by_suitability and _OF_THE_PARTY.match(read.number):
            yield Unjudged(rule.id, "số, ký hiệu theo cách ghi của Đảng, đoàn thể", place_of(component))
            continue
        yield read or Unjudged(rule.id, "số, ký hiệu và ngày tháng ở cùng một dòng chữ", place_of(component))


@once
def _reads(reading: FileReading) -> dict[int, Read | None]:
    """Each component as it is read, by its id; ``None`` for one that holds more."""
    named = type_name(reading.parts.text(Part.TYPE))
    return {
        id(one): None if _FOREIGN.search(one.text) else _read(one, named) for one in reading.components(Part.NUMBER)
    }


def _read(component: Component, named: str) -> Read:
    line = component.lines[0]
    raw = " ".join(_raw(one) for one in component.lines if one.text)
    opening = _LABEL.match(raw)
    label = "".join(opening["label"].rstrip()) if opening else ""
    typed = raw[opening.end() :] if opening else raw
    number, slash, sign = typed.partition("/")
    sign = sign.lstrip(" /")
    if not slash:  # «05-QĐ/TW», «05»: no symbol, or none that can be told from the number
        number, sign = typed, ""
    year = _YEAR.match(sign.strip())
    bare = sign.strip()[year.end() :] if year else sign.strip()
    groups = tuple(filter(None, _DASHES.split(bare)))
    joined = "/".join(filter(None, (number.strip(), year["year"] if year else "", "-".join(groups))))
    blank = bool(slash) and not any(map(str.isalnum, number))
    return Read(
        line=line, place=place_of(component), label=" ".join(label.split()), number=number.strip(), sign=bare,
        year=year["year"] if year else "", groups=groups, typed=typed.strip(),
        joined=typed.strip() if blank else joined, blank=blank or bool(_OPEN.search(number)), room=len(number) > 0,
        open=bool(_OPEN.search(sign)) or not (groups or any(map(str.isalnum, _HELD.sub("", number)))), type_name=named,
    )  # fmt: skip


def _raw(line: Line) -> str:
    text = "".join(
        item.text if isinstance(item, Run) and not item.format.hidden else " " if isinstance(item, Tab) else ""
        for item in line.items
    )
    return unicodedata.normalize("NFC", text).replace("\xa0", " ").replace("\u2011", "-")
