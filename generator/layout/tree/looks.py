"""How text, paragraphs, cells, lines and pages look: values without content. Lengths are points."""

from __future__ import annotations

from typing import Literal, TypeAlias

from generator.layout.outlines.paths import Heads
from generator.records import record

Alignment: TypeAlias = Literal["left", "center", "right", "both", "distribute"]
Side: TypeAlias = Literal["top", "left", "bottom", "right", "between"]
LabelAlign: TypeAlias = Literal["left", "center", "right"]
PageKind: TypeAlias = Literal["default", "first", "even"]


@record(frozen=True)
class Border:
    """One line of a border: OOXML style name, width and distance from the text in points.

    ``meant`` is the style the file names, where the line is drawn plainer than that.
    """

    style: str
    width: float
    space: float
    color: str | None
    meant: str = ""


@record(frozen=True)
class TextFormat:
    """How a piece of text looks; sizes in points, colours as ``RRGGBB``, ``None`` for automatic.

    ``kerned`` says that pairs such as ``AV`` stand as near to each other as the typeface asks, ``ligated`` that letters
    such as ``ti`` are joined where it can, ``outlined`` that of letters the edges alone are drawn. ``stretch`` is how
    wide letters are drawn, as a share of their own width, ``gaps`` how wide the spaces of a full line are.
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
    outlined: bool = False
    spacing: float = 0.0
    stretch: float = 1.0
    gaps: float = 1.0
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


@record(frozen=True)
class Stroke:
    """A straight line through the drawing's box, falling from its left end or rising from it, with heads at both."""

    line: Border
    rising: bool = False
    heads: Heads = (None, None)


@record(frozen=True)
class Gradient:
    """Colours that pass into each other: each with its share of the way, which runs at ``angle`` degrees clockwise."""

    stops: tuple[tuple[float, str], ...]
    angle: float = 0.0


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


@record(frozen=True)
class Page:
    """Paper, margins, the distances of header and footer from the paper's edges, and columns ``gutter`` apart.

    Columns of unequal width have ``tracks``: the width of each and the gap after it. A line stands between columns
    that are ``parted``. On even pages of ``mirrored`` ones the left and the right margin change places. The file says
    that its paper is ``cut`` wider, a rounding, and may have put tab stops where its margin would then be.
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
    cut: float = 0.0

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
