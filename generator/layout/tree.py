"""A finished document as a tree in which every property is effective and every length is in points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import datetime
from typing import Literal, TypeAlias

from generator.layout.outlines.paths import Heads, Outline
from generator.records import record

Alignment: TypeAlias = Literal["left", "center", "right", "both", "distribute"]
Side: TypeAlias = Literal["top", "left", "bottom", "right", "between"]
PageKind: TypeAlias = Literal["default", "first", "even"]


@record(frozen=True)
class Border:
    """One line of a border: OOXML style name, width and distance from the text in points."""

    style: str
    width: float
    space: float
    color: str | None


@record(frozen=True)
class TextFormat:
    """How a piece of text looks; sizes in points, colours as ``RRGGBB``, ``None`` for automatic.

    ``kerned`` says that pairs such as ``AV`` stand as near to each other as the typeface asks, ``ligated`` that letters
    such as ``ti`` are joined where it can. ``stretch`` is how wide letters are drawn, as a share of their own width.
    ``old_font`` names a font before Unicode among those of the run, ``old_font_drawn`` says that it draws the letters
    beyond ASCII; text is Unicode already. ``border`` is the line around the text, ``goes_on`` the sides where text with
    the same line goes on, and none is drawn.
    """

    font: str = "Times New Roman"
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: str | None = None
    strike: bool = False
    vertical: Literal["baseline", "superscript", "subscript"] = "baseline"
    caps: bool = False
    small_caps: bool = False
    color: str | None = None
    highlight: str | None = None
    hidden: bool = False
    spacing: float = 0.0
    stretch: float = 1.0
    kerned: bool = False
    ligated: bool = False
    raised: float = 0.0
    language: str | None = None
    old_font: str = ""
    old_font_drawn: bool = False
    border: Border | None = None
    goes_on: frozenset[Literal["left", "right"]] = frozenset()


@record(frozen=True)
class TabStop:
    """One tab stop, measured in points from the text margin."""

    position: float
    align: Literal["left", "center", "right", "decimal", "bar"]
    leader: str


@record(frozen=True)
class Anchor:
    """Where a drawing stands that takes no part in the line: offsets in points from what ``from_x``/``from_y`` name.

    ``align_x`` (``left``, ``center``, ``right``) and ``align_y`` (``top``, ``center``, ``bottom``) replace offsets.
    Of two drawings the one of higher ``order`` covers the other. Where text flows ``beside`` it, that is the room kept
    free left and right, and ``sides`` says on which. In a cell it is hung on that ``in_cell``, else on the paper.
    """

    from_x: str = "column"
    from_y: str = "paragraph"
    x: float = 0.0
    y: float = 0.0
    align_x: str | None = None
    align_y: str | None = None
    behind: bool = False
    wrap: Literal["none", "topAndBottom", "square"] = "none"
    distance: tuple[float, float] = (0.0, 0.0)
    beside: tuple[float, float] | None = None
    sides: Literal["both", "left", "right", "largest"] = "both"
    in_cell: bool = True
    order: int = 0


@record(frozen=True)
class Frame:
    """A frame (``w:framePr``) that lifts paragraphs out of the text; sizes in points, ``None`` for its text's."""

    anchor: Anchor
    width: float | None = None
    height: float | None = None
    exact: bool = False


@record(frozen=True)
class ParagraphFormat:
    """How a paragraph stands; ``line`` is a multiple for rule ``auto`` and points for the other two.

    ``first_line`` is negative for a hanging indent. ``outline_level`` is 0 for the highest, ``None`` for body text.
    ``auto_before`` and ``auto_after`` mark the gaps of web pages, which end at the edges of the text and of cells.
    Lines of one that ``snaps`` are whole multiples of the section's ``grid`` high, points, 0 for none.
    Paragraphs in a row with the same ``frame`` stand in it, and it hangs on the paragraph that follows them.
    Default tab stops count from ``origin``, points from the text margin.
    """

    style_id: str = ""
    style_name: str = ""
    align: Alignment = "left"
    left: float = 0.0
    right: float = 0.0
    first_line: float = 0.0
    before: float = 0.0
    after: float = 0.0
    contextual: bool = False
    line: float = 1.0
    line_rule: Literal["auto", "exact", "atLeast"] = "auto"
    keep_next: bool = False
    keep_lines: bool = False
    widow_control: bool = True
    page_break_before: bool = False
    outline_level: int | None = None
    borders: tuple[tuple[Side, Border], ...] = ()
    tabs: tuple[TabStop, ...] = ()
    shading: str | None = None
    auto_before: bool = False
    auto_after: bool = False
    frame: Frame | None = None
    snaps: bool = True
    grid: float = 0.0
    origin: float = 0.0

    def border(self, side: Side) -> Border | None:
        """The border on one side, ``None`` when there is none."""
        return next((border for name, border in self.borders if name == side), None)


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
    """A new line inside the paragraph."""

    format: TextFormat


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
class Stroke:
    """A straight line through the drawing's box, falling from its left end or rising from it, with heads at both."""

    line: Border
    rising: bool = False
    heads: Heads = (None, None)


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
class Gradient:
    """Colours that pass into each other: each with its share of the way, which runs at ``angle`` degrees clockwise."""

    stops: tuple[tuple[float, str], ...]
    angle: float = 0.0


@record()
class Box:
    """A rectangle or another shape, with the blocks it holds and the margins around them (left, top, right, bottom).

    One that ``fits`` is as wide as its longest line, one that ``grows`` as high as its text if that is higher. Without
    an ``outline`` it is a rectangle. Its text is turned by ``text_turn`` degrees clockwise. Its lines end
    at its edges where it ``wraps``.
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


@record()
class Group:
    """Drawings that belong together, each with its left and top edge in points from the corner of the group."""

    parts: list[tuple[float, float, Drawing]] = field(default_factory=list)


@record()
class Drawing:
    """A line, picture, box or group of a size in points; without ``anchor`` it stands in the line like a letter.

    ``fills`` says that it is as wide as the text, whatever ``width`` says. It is ``turned`` about its middle, in
    degrees clockwise, after its left and right or its top and bottom were ``mirrored``.
    """

    content: Stroke | Picture | Box | Group
    width: float
    height: float
    anchor: Anchor | None = None
    alt: str = ""
    fills: bool = False
    turned: float = 0.0
    mirrored: tuple[bool, bool] = (False, False)

    def all(self) -> Iterator[Drawing]:
        """The drawing and, in a group, all drawings of it."""
        yield self
        if isinstance(self.content, Group):
            for _, _, part in self.content.parts:
                yield from part.all()


@record()
class Note:
    """A reference to a footnote: the mark it shows, and the blocks printed at the foot of the page."""

    label: str
    format: TextFormat
    blocks: list[Block] = field(default_factory=list)


Inline: TypeAlias = Run | Tab | LineBreak | PageBreak | Field | Drawing | Note


@record()
class Paragraph:
    """A paragraph: what it holds, how it stands, and the look of its mark (which gives an empty one its height).

    ``number`` counts the ``w:p`` elements of its part from 1, so that a finding can be put back into the file;
    ``label`` is the text of automatic numbering, already part of ``items``.
    """

    items: list[Inline]
    format: ParagraphFormat
    mark: TextFormat
    number: int = 0
    label: str = ""

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


@record(frozen=True)
class CellFormat:
    """How a table cell looks: the four borders it shows, its inner margins in points, its fill."""

    top: Border | None = None
    left: Border | None = None
    bottom: Border | None = None
    right: Border | None = None
    margin_top: float = 0.0
    margin_left: float = 5.4
    margin_bottom: float = 0.0
    margin_right: float = 5.4
    shading: str | None = None
    valign: Literal["top", "center", "bottom"] = "top"


@record()
class Cell:
    """A cell with the grid columns and rows it covers; rows it swallows do not list it again."""

    blocks: list[Block]
    column: int
    column_span: int
    row_span: int
    format: CellFormat


@record()
class Row:
    """A table row; ``height`` in points, ``None`` when its content alone decides."""

    cells: list[Cell]
    height: float | None = None
    height_rule: Literal["atLeast", "exact"] = "atLeast"
    header: bool = False
    cant_split: bool = False


@record()
class Table:
    """A table: grid column widths, indent from the text margin, room above and below it, in points.

    One that floats has an ``anchor``, measured from the paragraph that follows it, in place of align and indent.
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


Block: TypeAlias = Paragraph | Table


@record(frozen=True)
class Page:
    """Paper, margins, the distances of header and footer from the paper's edges, and columns ``gutter`` apart.

    Columns of unequal width have ``tracks``: the width of each and the gap after it. A line stands between columns
    that are ``parted``. On even pages of ``mirrored`` ones the left and the right margin change places.
    """

    width: float = 595.3
    height: float = 841.9
    top: float = 72.0
    right: float = 72.0
    bottom: float = 72.0
    left: float = 72.0
    header: float = 35.4
    footer: float = 35.4
    columns: int = 1
    gutter: float = 36.0
    tracks: tuple[tuple[float, float], ...] = ()
    parted: bool = False
    mirrored: bool = False

    @property
    def landscape(self) -> bool:
        """Whether the sheet lies on its long side."""
        return self.width > self.height

    @property
    def text_width(self) -> float:
        """The width between the side margins."""
        return self.width - self.left - self.right

    @property
    def column_width(self) -> float:
        """The width of one column of text."""
        return (self.text_width - (self.columns - 1) * self.gutter) / self.columns


@record(frozen=True)
class PageBorders:
    """The frame around the pages of a section; the space of its lines counts from the paper or from the text.

    ``around_header`` and ``around_footer`` say that a frame around the text holds these, too.
    """

    lines: tuple[tuple[Side, Border], ...]
    from_paper: bool = False
    pages: Literal["allPages", "firstPage", "notFirstPage"] = "allPages"
    around_header: bool = True
    around_footer: bool = True


@record()
class Section:
    """A run of pages of one geometry; headers and footers it inherits are already filled in."""

    page: Page
    blocks: list[Block] = field(default_factory=list)
    start: Literal["nextPage", "continuous", "evenPage", "oddPage", "nextColumn"] = "nextPage"
    title_page: bool = False
    number_start: int | None = None
    number_format: str = "decimal"
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
    page break stands on the next page where ``mark_moves``.
    """

    compatibility: int = 12
    add_spacing: bool = False
    stretch_breaks: bool = True
    mark_moves: bool = False
    even_and_odd: bool = False
    default_tab: float = 36.0
    note_separator: bool = True


@record()
class Document:
    """The whole document; in Vietnamese everything in it that this tree cannot hold, and what a reader should know."""

    sections: list[Section]
    properties: Properties
    settings: Settings
    unsupported: list[str]
    notes: list[str] = field(default_factory=list)
