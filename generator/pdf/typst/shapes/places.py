"""Where anchors put their drawings: points from the corner of the paragraph's block."""

from __future__ import annotations

from generator.layout.tree import Anchor
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.typst.setting import Setting
from generator.records import record

_SHARES = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}


@record(frozen=True)
class Spot:
    """Where a paragraph stands in its column: ``lead`` is how far its first line lies below the anchor's zero.

    ``gap`` is the room above the first line of text, which it needs again below a drawing that stands over it.
    ``reach`` is from where to where a text of one line reaches, ``None`` for a longer one. ``top`` is how far below the
    paper's edge the block begins, in a cell below the text's; ``None`` where that is not known. Typst must see whether
    one that is only ``told`` is so; then ``blank`` points above the block hold empty paragraphs alone. One that is
    ``filled`` would cover what is drawn before it.
    """

    lead: float
    indent: float
    first_line: float
    before_text: bool
    on_first_line: bool
    line: float
    gap: float
    height: float
    empty: bool
    reach: tuple[float, float] | None = None
    top: float | None = None
    told: bool = False
    blank: float = 0.0
    filled: bool = False


def across(anchor: Anchor, wide: float, spot: Spot, setting: Setting, coverage: Coverage) -> float | None:
    """The left edge from the column's left, in points."""
    page, cell = setting.page, setting.cell
    start, room = 0.0, setting.width
    if cell is not None and anchor.from_x == "page" and not anchor.in_cell:
        coverage.cannot("hình vẽ trong ô bảng mà đặt theo trang giấy")
        return None
    if anchor.from_x == "page":
        start, room = (-page.left, page.width) if cell is None else (
            -cell.margin_left, setting.width + cell.margin_left + cell.margin_right
        )  # fmt: skip
    elif anchor.from_x == "leftMargin" and cell is None:
        start, room = -page.left, page.left
    elif anchor.from_x == "rightMargin" and cell is None:
        start, room = page.text_width, page.right
    elif anchor.from_x == "character" and spot.before_text:
        start, room = spot.first_line, 0.0
    elif anchor.from_x not in ("column", "margin"):
        coverage.cannot("hình vẽ đặt theo vị trí một chữ trong dòng")
        return None
    if anchor.align_x is not None:
        return start + (room - wide) * _SHARES.get(anchor.align_x, 0.0)
    return start + anchor.x


def down(anchor: Anchor, height: float, spot: Spot, setting: Setting, coverage: Coverage) -> tuple[float, bool] | None:
    """The top edge, from the block's top or, when the second value is true, from the paper's."""
    page = setting.page
    if anchor.from_y in ("paragraph", "line"):
        if anchor.from_y == "line" and not spot.on_first_line:
            coverage.cannot("hình vẽ đặt theo một dòng giữa đoạn")
            return None
        y = 0.0 if anchor.align_y is not None else anchor.y
        if anchor.align_y not in (None, "top"):
            coverage.cannot("hình vẽ căn theo chiều cao của đoạn")
            return None
        return (y if anchor.from_y == "line" else y - spot.lead), False
    if setting.cell is not None:
        # Only the first block of a cell knows how far below its top edge it stands.
        known = spot.top is not None and anchor.in_cell and setting.cell.valign == "top"
        if not known or anchor.align_y not in (None, "top"):
            coverage.cannot("hình vẽ trong ô bảng mà đặt theo trang giấy")
            return None
        y = 0.0 if anchor.align_y is not None else anchor.y
        return y - (spot.top or 0.0) - setting.cell.margin_top, False
    start, room = {
        "page": (0.0, page.height),
        "margin": (page.top, page.height - page.top - page.bottom),
        "topMargin": (0.0, page.top),
        "bottomMargin": (page.height - page.bottom, page.bottom),
    }[anchor.from_y]
    if anchor.align_y is not None:
        return start + (room - height) * _SHARES.get(anchor.align_y, 0.0), True
    return start + anchor.y, True


def is_mirrored(anchor: Anchor, setting: Setting) -> bool:
    """Whether the drawing is placed from the paper's edge, where even pages have their text elsewhere."""
    held = anchor.from_x in ("page", "leftMargin") or (anchor.from_x == "rightMargin" and anchor.align_x is not None)
    return held and setting.page.mirrored and setting.cell is None


def is_aside(anchor: Anchor, setting: Setting) -> bool:
    """Whether the drawing is placed by the paper from one of several columns, which only Typst knows the place of."""
    page = setting.page
    held = anchor.from_x not in ("column", "character")
    return held and page.columns > 1 and setting.cell is None and setting.width != page.text_width
