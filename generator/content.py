"""What one composed document consists of: text with emphasis, numbered blocks, tables.

The neutral ground between ``compose`` (which fills it) and ``docx`` (which prints it); it knows neither the law nor
OOXML. Attribute names are Vietnamese where a Word template reads them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import Literal

from generator.records import record

Alignment = Literal["left", "center", "right", "both"]


@record(frozen=True)
class Span:
    """A stretch of text with one emphasis; ``\\n`` is a line break and ``\\t`` a tab."""

    text: str
    bold: bool = False
    italic: bool = False


@record(frozen=True)
class Rich:
    """Text of one paragraph as spans; false when it holds no text.

    ``origin`` is the path of keys its words were typed at in the dossier; None for words the program set itself.
    ``counted`` are the paths of what the figures in it were worked out of, where the program set them.
    """

    spans: tuple[Span, ...] = ()
    origin: tuple[str | int, ...] | None = field(default=None, compare=False, repr=False)
    counted: tuple[tuple[str | int, ...], ...] = field(default=(), compare=False, repr=False)

    @classmethod
    def plain(cls, text: str, *, bold: bool = False, italic: bool = False) -> Rich:
        """The given text as a single span."""
        return cls((Span(text, bold, italic),)) if text else cls()

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Rich:
        """The spans in order, neighbours of one emphasis made one, so that a value is one run in Word."""
        joined: list[Span] = []
        for span in spans:
            if joined and (joined[-1].bold, joined[-1].italic) == (span.bold, span.italic):
                span = Span(joined.pop().text + span.text, span.bold, span.italic)
            joined.append(span)
        return cls(tuple(joined))

    def __add__(self, other: Rich) -> Rich:
        if not isinstance(other, Rich):  # a form's expression
            return NotImplemented
        origin = self.origin if self.origin is not None else other.origin
        counted = (*self.counted, *other.counted)
        return replace(Rich.of((*self.spans, *other.spans)), origin=origin, counted=counted)

    def with_spans(self, spans: Iterable[Span]) -> Rich:
        """The spans in place of its own, typed at the same place."""
        return Rich(tuple(spans), self.origin, self.counted)

    def __bool__(self) -> bool:
        return any(span.text for span in self.spans)

    def __iter__(self) -> Iterator[Span]:
        return iter(self.spans)

    def __str__(self) -> str:
        return "".join(span.text for span in self.spans)


@record(frozen=True)
class Column:
    """One leaf column of a table: its share of the table's width, and how its cells align."""

    width: float
    align: Alignment = "left"


@record(frozen=True)
class Cell:
    """One cell: its paragraphs, and how many columns and rows it covers."""

    paragraphs: tuple[Rich, ...] = ()
    columns: int = 1
    rows: int = 1
    align: Alignment | None = None
    bold: bool = False
    middle: bool = False


@record(frozen=True)
class Row:
    """One row: the cells that start in it, left to right (cells spanning from above are left out)."""

    cells: tuple[Cell, ...]
    keep_with_next: bool = False


@record(frozen=True)
class Table:
    """A table: columns, header rows that repeat on every page, and body rows that do not split."""

    columns: tuple[Column, ...]
    header: tuple[Row, ...]
    body: tuple[Row, ...]
    description: str = ""


@record(frozen=True)
class Picture:
    """A picture (PNG) on a line of its own, with its size in points and the words that stand for it.

    A page may break after it where it is not kept with what follows: a strip of a chart that goes on.
    """

    png: bytes
    width: float
    height: float
    description: str
    keep_with_next: bool = True


@record(frozen=True)
class RowGroup:
    """Rows of a table below the heading they share, for a template that draws the table itself.

    ``so`` and ``tieu_de`` are the heading's number and paragraphs, empty for rows without one. Each of ``dong`` holds
    the paragraphs of a row by field; what a cell says that is merged over several rows, each of these says.
    """

    so: tuple[Rich | str, ...]
    tieu_de: tuple[Rich | str, ...]
    dong: tuple[Mapping[str, tuple[Rich | str, ...]], ...]


BlockKind = Literal[
    "phan",  # Phần I / Chương I: label on its own line, heading below (ND30-I.2.6d1)
    "muc_dieu",  # Mục 1 / Tiểu mục 1 inside a text laid out in articles (ND30-I.2.6d3)
    "dieu",
    "muc",  # I. TIÊU ĐỀ (ND30-I.2.6d10)
    "khoan_tieu_de",  # 1. with a heading on its own line, bold (ND30-I.2.6d7)
    "khoan",
    "diem",
    "gach",  # - …
    "cong",  # + …
    "doan",
    "doan_giua",  # a centred paragraph, e.g. a motto
    "bang",
]


@record(frozen=True)
class Block:
    """One paragraph, table or picture of a body: ``nhan`` is its number, ``tieu_de`` its heading, ``chu`` its text.

    A picture is printed where a template prints tables (``bang``), so that no template need know of it. Of a table made
    from the dossier's records ``nguon`` names these, ``cot`` are the headings of its columns and ``nhom`` its rows,
    both by field; ``ten_cot`` are the headings that no other words can stand for: the dossier's own, and of periods;
    ``cot_rieng`` those of them that head one column, by field.
    """

    kieu: BlockKind
    nhan: str = ""
    tieu_de: Rich = field(default_factory=Rich)
    chu: Rich = field(default_factory=Rich)
    bang: Table | Picture | None = None
    nguon: str = ""
    cot: Mapping[str, Rich] = field(default_factory=dict, compare=False)
    nhom: tuple[RowGroup, ...] = field(default=(), compare=False)
    ten_cot: tuple[str, ...] = ()
    cot_rieng: Mapping[str, Rich] = field(default_factory=dict, compare=False)


@record(frozen=True)
class TracedFigure:
    """A figure a document prints: the text, where it is printed, how it was computed, where its inputs were read."""

    text: str
    where: str
    formula: str
    sources: tuple[str, ...]
