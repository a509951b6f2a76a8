"""A random document while it is being written: its dice, its parts, and which constructs it holds."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from xml.sax.saxutils import escape

from tests.agreement.made.package import Package
from tests.agreement.made.sentences import SENTENCES

T = TypeVar("T")
Properties = dict[str, str]

_PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "pBdr", "shd", "tabs",
    "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr", "pPrChange",
)  # fmt: skip
_TEXT_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "vanish", "color",
    "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "shd", "vertAlign", "rtl", "lang",
)  # fmt: skip


@dataclass(slots=True)
class Draft:
    """One document in the making; ``exotic`` are the rare constructs chosen for it."""

    rng: random.Random
    exotic: frozenset[str] = frozenset()
    package: Package = field(default_factory=Package)
    constructs: set[str] = field(default_factory=set)
    styles: list[str] = field(default_factory=list)
    abstracts: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    text_width: int = 9071
    next_id: int = 100

    def use(self, *names: str) -> None:
        """Notes the constructs that the document holds."""
        self.constructs.update(names)

    def chance(self, share: float) -> bool:
        """True in this share of the cases."""
        return self.rng.random() < share

    def pick(self, options: Sequence[T]) -> T:
        """One of the options."""
        return options[self.rng.randrange(len(options))]

    def number(self) -> int:
        """An id not given before."""
        self.next_id += 1
        return self.next_id

    def sentences(self, least: int = 1, most: int = 1) -> str:
        """Between ``least`` and ``most`` sentences."""
        return " ".join(self.pick(SENTENCES) for _ in range(self.rng.randint(least, most)))


def flag(name: str, on: bool = True) -> Properties:
    """A property that is there or not."""
    return {name: f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'}


def value(name: str, val: object) -> Properties:
    """A property with one value."""
    return {name: f'<w:{name} w:val="{val}"/>'}


def attributes(element: str, **given: object) -> Properties:
    """A property with several attributes."""
    inside = "".join(f' w:{name}="{val}"' for name, val in given.items())
    return {element: f"<w:{element}{inside}/>"}


def paragraph_properties(properties: Properties) -> str:
    """``w:pPr`` with its children in the order of the schema."""
    return _ordered("pPr", _PARAGRAPH_ORDER, properties)


def text_properties(properties: Properties) -> str:
    """``w:rPr`` with its children in the order of the schema."""
    return _ordered("rPr", _TEXT_ORDER, properties)


def _ordered(name: str, order: tuple[str, ...], properties: Properties) -> str:
    inside = "".join(properties[child] for child in order if child in properties)
    assert set(properties) <= set(order), set(properties) - set(order)
    return f"<w:{name}>{inside}</w:{name}>" if inside else ""


def run(text: str, properties: Properties | None = None) -> str:
    """A run of text."""
    return f'<w:r>{text_properties(properties or {})}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def inline(content: str, properties: Properties | None = None) -> str:
    """A run that holds something other than text."""
    return f"<w:r>{text_properties(properties or {})}{content}</w:r>"


def paragraph(content: str, properties: Properties | None = None) -> str:
    """A paragraph of runs."""
    return f"<w:p>{paragraph_properties(properties or {})}{content}</w:p>"


def field_code(code: str, shown: str, properties: Properties | None = None) -> str:
    """A field with its code and its stored result."""
    return (
        inline('<w:fldChar w:fldCharType="begin"/>', properties)
        + inline(f'<w:instrText xml:space="preserve"> {code} </w:instrText>', properties)
        + inline('<w:fldChar w:fldCharType="separate"/>', properties)
        + run(shown, properties)
        + inline('<w:fldChar w:fldCharType="end"/>', properties)
    )
