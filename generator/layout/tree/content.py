"""A finished document as a tree in which every property is effective and every length is in points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import datetime
from typing import Literal, TypeAlias

from generator.layout.outlines.paths import Outline
from generator.layout.tree.formulas import Formula
from generator.layout.tree.looks import (
    Anchor,
    Border,
    CellFormat,
    Gradient,
    LabelAlign,
    Page,
    PageBorders,
    PageKind,
    ParagraphFormat,
    Stroke,
    TabStop,
    TextFormat,
)
from generator.records import record


@record()
class Run:
    """Text of one look; ``link`` is the address it leads to, when it is a hyperlink."""

    text: str
    format: TextFormat
    link: str | None = None


@record()
class Tab:
    """A jump to the next tab stop, or to the place ``stop`` names: 0 the left, 1 the right edge.

    Its ``position`` is a share of the width between the margins, or between the indents when ``indented``.
    """

    format: TextFormat
    stop: TabStop | None = None
    indented: bool = False


@record()
class LineBreak:
    """A new line inside the paragraph; ``full`` says that the one before it had no more room.

    One that ``clears`` begins below the drawings that text flows round on that side.
    """

    format: TextFormat
    full: bool = False
    clears: Literal["", "left", "right", "all"] = ""


@record()
class PageBreak:
    """A new page inside the paragraph, or a new column."""

    column: bool = False


@record()
class Field:
    """A number the layout itself computes.

    ``numerals`` names its kind of numerals as ``w:numFmt`` does, empty for that of the section; ``digits`` is how many
    it has at least.
    """

    kind: Literal["PAGE", "NUMPAGES"]
    format: TextFormat
    numerals: str = ""
    digits: int = 1


@record(frozen=True)
class Picture:
    """A picture: its bytes, its format, the shares cut off at left, top, right and bottom, a line around it.

    ``name`` is that of its part in the file, ``place`` where the document shows it, as messages say it. ``work`` is the
    number of parts an SVG draws. ``veil`` is how much of it is lost in white: a watermark is washed out.
    """

    data: bytes
    format: Literal["png", "jpg", "gif", "svg", "webp"]
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    name: str = ""
    place: str = ""
    work: int = 0
    line: Border | None = None
    veil: float = 0.0


@record(frozen=True)
class Ruby:
    """How a reading stands over its text, both on one line: how high above the baseline, and on which side."""

    raised: float
    align: str = "center"


@record()
class Box:
    """A rectangle or another shape, with the blocks it holds and the margins around them (left, top, right, bottom).

    One that ``fits`` is as wide as its longest line, one that ``grows`` as high as its text if that is higher. Without
    an ``outline`` it is a rectangle. Its text is turned by ``text_turn`` degrees clockwise. Its lines end
    at its edges where it ``wraps``. Of one with a ``ruby`` the first paragraph is the reading of the second. WordArt is
    ``stretched`` over it, by the height of its lines or by that of its ink.
    """

    line: Border | None = None
    fill: str | Gradient | None = None
    blocks: list[Block] = field(default_factory=list)
    margins: tuple[float, float, float, float] = (7.2, 3.6, 7.2, 3.6)
    valign: Literal["top", "center", "bottom"] = "top"
    grows: bool = False
    fits: bool = False
    outline: Outline | None = None
    text_turn: Literal[0, 90, 270] = 0
    wraps: bool = True
    ruby: Ruby | None = None
    stretched: Literal["", "lines", "ink"] = ""


@record()
class Group:
    """Drawings that belong together, each with its left and top edge in points from the corner of the group."""

    parts: list[tuple[float, float, Drawing]] = field(default_factory=list)


@record()
class Drawing:
    """A line, picture, box, group or formula of a size in points, that of a formula only about right.

    Without ``anchor`` it stands in the line like a letter. ``fills`` says that it is as wide as the text, whatever
    ``width`` says. It is ``turned`` about its middle, in degrees clockwise, after its left and right or its top and
    bottom were ``mirrored``. In its line it stands ``raised`` points above the baseline, or below.
    """

    content: Stroke | Picture | Box | Group | Formula
    width: float
    height: float
    anchor: Anchor | None = None
    alt: str = ""
    fills: bool = False
    turned: float = 0.0
    mirrored: tuple[bool, bool] = (False, False)
    raised: float = 0.0

    def all(self) -> Iterator[Drawing]:
        """The drawing and, in a group, all drawings of it."""
        yield self
        if isinstance(self.content, Group):
            for _, _, part in self.content.parts:
                yield from part.all()


@record()
class PageNumber:
    """How a footnote is numbered whose numbers begin anew on each page, with ``start``; it is the ``order``-th of them.

    ``numerals`` names its kind of numerals as ``w:numFmt`` does; ``number`` is what it has on its page, 0 the first, as
    long as nobody knows better; ``shown`` are the runs of its own blocks that print it.
    """

    order: int
    numerals: str
    start: int
    number: int = 0
    shown: list[Run] = field(default_factory=list)


@record()
class Note:
    """A reference to a footnote: the mark it shows, and the blocks printed at the foot of the page.

    With a ``paged`` number the mark depends on what stands on the page.
    """

    label: str
    format: TextFormat
    blocks: list[Block] = field(default_factory=list)
    paged: PageNumber | None = None


Inline: TypeAlias = Run | Tab | LineBreak | PageBreak | Field | Drawing | Note


@record()
class Paragraph:
    """A paragraph: what it holds, how it stands, and the look of its mark (which gives an empty one its height).

    ``origin`` names the part of the file and which of its ``w:p`` elements it is, from 1, so that a finding can be put
    back into the file; ``None`` unless that was asked for. ``label`` is the text of automatic numbering, already part
    of ``items``; ``label_align`` says which of its points stands where the first line begins.
    ``chapter`` is the section, and the number the pages of that show before their own, where this is a heading they
    take it from. ``list_id`` names the list it is on, empty for none.
    """

    items: list[Inline]
    format: ParagraphFormat
    mark: TextFormat
    origin: tuple[str, int] | None = None
    label: str = ""
    label_align: LabelAlign = "left"
    chapter: tuple[int, str] | None = None
    list_id: str = ""

    @property
    def text(self) -> str:
        """The visible text, tabs as ``\\t`` and line breaks as ``\\n``; fields are left out."""
        parts: list[str] = []
        for item in self.items:
            if isinstance(item, Run):
                parts.append("" if item.format.hidden else item.text)
            elif isinstance(item, Tab):
                parts.append("\t")
            elif isinstance(item, LineBreak | PageBreak):
                parts.append("\n")
        return "".join(parts)

    @property
    def bare(self) -> bool:
        """Whether it holds nothing at all and no border is drawn around it."""
        return not self.items and not self.format.borders


@record()
class Cell:
    """A cell with the grid columns and rows it covers; rows it swallows do not list it again.

    Its text is turned by ``turn`` degrees clockwise: its lines run along the height of the cell.
    """

    blocks: list[Block]
    column: int
    column_span: int
    row_span: int
    format: CellFormat
    turn: Literal[0, 90, 270] = 0


@record()
class Row:
    """A table row; ``height`` in points, ``None`` when its content alone decides."""

    cells: list[Cell]
    height: float | None = None
    height_rule: Literal["atLeast", "exact"] = "atLeast"
    header: bool = False
    cant_split: bool = False


@record(frozen=True)
class Raised:
    """How a floating table stands ``over`` what precedes its paragraph, points.

    Empty paragraphs there need their room ``again`` below it. It ends ``clear`` points above its paragraph. One that
    was ``moved`` before a text goes with that, unless a page ends there.
    """

    over: float
    again: float = 0.0
    clear: float = 0.0
    moved: bool = False


@record(frozen=True)
class Fixed:
    """How a floating table stands ``y`` points below the edge of its paper, in the middle of a text.

    Of the empty paragraphs that follow it those stand above it that have room: ``steps`` is how tall each is. ``least``
    is the height of text behind them, which must have none, ``None`` for no more text on the page. Lines above keep
    ``clear`` of it. It hangs ``beyond`` the text's foot.
    """

    y: float
    steps: tuple[float, ...] = ()
    least: float | None = None
    clear: float = 0.0
    beyond: float = 0.0


@record()
class Table:
    """A table: grid column widths, indent from the text margin, room above and below it, in points.

    One that floats has an ``anchor``, measured from the paragraph that follows it, in place of align and indent; one
    that was given its place above that paragraph is ``raised``, one with a place of the paper in the text ``fixed``.
    ``expected`` is how far from the paper's edge it must begin. Cells stand twice the ``spacing`` apart, and off the
    lines and the fill of the ``frame`` around all of them; once of it on each side belongs to a cell, within its
    margins. Up to the ``widest`` it grows with its longest words before its columns take room from one another.
    """

    columns: list[float]
    rows: list[Row]
    indent: float = 0.0
    align: Literal["left", "center", "right"] = "left"
    layout: Literal["fixed", "autofit"] = "autofit"
    style_name: str = ""
    before: float = 0.0
    after: float = 0.0
    anchor: Anchor | None = None
    raised: Raised | None = None
    spacing: float = 0.0
    frame: CellFormat | None = None
    fixed: Fixed | None = None
    expected: float | None = None
    widest: float = 0.0


Block: TypeAlias = Paragraph | Table


@record()
class Section:
    """A run of pages of one geometry; headers and footers it inherits are already filled in.

    Its page numbers follow that of a chapter and the sign between the two, where ``chapters`` are the section whose
    headings they are, and that sign.
    """

    page: Page
    blocks: list[Block] = field(default_factory=list)
    start: Literal["nextPage", "continuous", "evenPage", "oddPage", "nextColumn"] = "nextPage"
    title_page: bool = False
    number_start: int | None = None
    number_format: str = "decimal"
    chapters: tuple[int, str] | None = None
    headers: dict[PageKind, list[Block]] = field(default_factory=dict)
    footers: dict[PageKind, list[Block]] = field(default_factory=dict)
    borders: PageBorders | None = None
    valign: Literal["top", "center", "bottom"] = "top"


@record()
class Properties:
    """What the file says about itself."""

    title: str = ""
    creator: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = ""
    content_status: str = ""
    modified_by: str = ""
    modified: datetime | None = None
    custom: dict[str, str] = field(default_factory=dict)
    signed: bool = False


@record()
class Settings:
    """The settings of the file that change its layout; ``add_spacing`` adds the gaps that Word else overlaps.

    Justified lines that end at a break are stretched where ``stretch_breaks``; the mark of a paragraph that ends with a
    page break stands on the next page where ``mark_moves``. Where ``squeezes``, justified lines of files of Word 2013
    and later that it ``narrows`` take one more word; no file says the first, who reads it sets it. ``stand_ins`` are
    the families that may stand for others, by the lower-case names of those. ``turned`` are the paragraphs, as they are
    written, that go to the page behind a drawing which would take part of their lines, with the height of lines that
    stay: only who sets the text knows.
    """

    compatibility: int = 12
    add_spacing: bool = False
    stretch_breaks: bool = True
    mark_moves: bool = False
    squeezes: bool = False
    narrows: bool = True
    even_and_odd: bool = False
    default_tab: float = 36.0
    note_separator: bool = True
    stand_ins: dict[str, tuple[str, ...]] = field(default_factory=dict)
    turned: dict[int, float] = field(default_factory=dict)


@record()
class Document:
    """The whole document; in Vietnamese everything in it that this tree cannot hold, and what a reader should know.

    ``paged`` are its footnotes whose numbers begin anew on each page.
    """

    sections: list[Section]
    properties: Properties
    settings: Settings
    unsupported: list[str]
    notes: list[str] = field(default_factory=list)
    paged: list[Note] = field(default_factory=list)
