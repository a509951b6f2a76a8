"""Lines, pictures and boxes of text: in the line, or placed where their anchor says, taking no room there."""

from __future__ import annotations

import hashlib
from dataclasses import field, replace
from functools import partial
from typing import cast

from generator.layout.tree import (
    Alignment,
    Anchor,
    Block,
    Box,
    Drawing,
    Group,
    Page,
    Paragraph,
    Picture,
    Stroke,
    Table,
)
from generator.layout.tree.formulas import Formula
from generator.pdf.floating.obstacles import LEAST, Obstacle
from generator.pdf.floating.wrapping import is_spacer
from generator.pdf.measuring.coverage import MIRRORED, Coverage
from generator.pdf.measuring.framed import natural_width
from generator.pdf.measuring.heights import blocks_height
from generator.pdf.measuring.line_metrics import edges, line_height
from generator.pdf.measuring.paragraph_parts import base_look, is_visible
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.measuring.widths import text_width
from generator.pdf.typst.literals import pt, string, stroke
from generator.pdf.typst.setting import Setting
from generator.pdf.typst.shapes.curves import write_fill, write_outline, write_stroke
from generator.pdf.typst.shapes.layers import Layers
from generator.records import record

_SHARES = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}
_VALIGN = {"top": "top", "center": "horizon", "bottom": "bottom"}
_NAMELESS = "Hình"
PARTED = "ảnh mà chữ chảy quanh sang trang sau"
_SAME_PAGE = (
    "context { let held = query(selector(<beside>).before(here())); "
    f'if held.len() > 0 and held.last().location().page() != here().page() {{ panic("{PARTED}") }} }}'
)
_SLIVER = 1.0  # points beside the picture that hold no text


@record(frozen=True)
class Spot:
    """Where a paragraph stands in its column: ``lead`` is how far its first line lies below the anchor's zero.

    ``gap`` is the room above the first line of text, which it needs again below a drawing that stands over it.
    ``reach`` is from where to where a text of one line reaches, ``None`` for a longer one. ``top`` is how far below the
    paper's edge the block begins, in a cell below the text's; ``None`` where that is not known.
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


@record()
class Placed:
    """Code that draws behind and before a paragraph's text, and the room to leave above that text."""

    behind: list[str] = field(default_factory=list)
    front: list[str] = field(default_factory=list)
    room: float = 0.0
    obstacle: Obstacle | None = None


class DrawingWriter:
    """Writes drawings, and keeps their ``pictures`` by file name."""

    def __init__(self, faces: Faces, coverage: Coverage) -> None:
        self._faces, self._coverage = faces, coverage
        self.pictures: dict[str, Picture] = {}
        self.layers = Layers()

    def inline(self, drawing: Drawing, paragraph: Paragraph, alone: bool, width: float, setting: Setting) -> str:
        """The drawing as a letter of the line: its foot stands on the baseline."""
        if is_spacer(drawing):
            return f"box(width: {pt(drawing.width)}{', ' + _SAME_PAGE if setting.breaks else ''})"
        form = paragraph.format
        above, _ = edges(self._faces.face(paragraph.mark.font), paragraph.mark.size, form)
        wide = width if drawing.fills else drawing.width
        body = self._body(drawing, wide, setting)
        height = drawing.height
        if form.line_rule == "exact":  # the line does not grow: what is taller stands over the lines above
            return f"box(width: {pt(wide)}, height: {pt(above)}, place(top + left, dy: {pt(above - height)}, {body}))"
        if alone and form.line_rule == "auto":  # without text a line has no depth
            return f"box(width: {pt(wide)}, height: {pt(height)}, {body})"
        return f"box(width: {pt(wide)}, height: {pt(height)}, place(top + left, {body}))"

    def anchored(self, drawings: list[Drawing], spot: Spot, setting: Setting) -> Placed:
        """The code for the anchored drawings of one paragraph, placed from the corner of its block."""
        placed = Placed()
        for hung in sorted(drawings, key=_order):
            drawing, anchor = hung, hung.anchor
            if anchor is None:
                continue
            drawing = self._sized(drawing, setting)
            wide = setting.width if drawing.fills else drawing.width
            across = self._across(anchor, wide, spot, setting)
            down = self._down(anchor, drawing.height, spot, setting)
            if across is None or down is None:
                continue
            if anchor.wrap != "none" and not self._wraps(anchor, drawing, across, down, spot, setting, placed):
                continue
            body = self._body(drawing, wide, setting)
            y, absolute = down
            stood = placed.obstacle
            if stood is not None and setting.breaks and anchor.wrap != "none":
                placed.behind.append(_on_one_page(stood, setting.page))
            x = across - spot.indent
            if _is_mirrored(anchor, setting):
                if anchor.align_x is not None and anchor.from_x != "page":
                    self._coverage.cannot(MIRRORED)
                if anchor.wrap != "none" or self.layers.lifts(hung):
                    placed.behind.append(_ODD_ALONE)
                over = setting.page.left - setting.page.right
                dx = f"{pt(x)} + if calc.even(here().page()) {{ {pt(over)} }} else {{ 0pt }}"
                down_to = f"{pt(y)} - here().position().y" if absolute else pt(y)
                code = f"context place(top + left, dx: {dx}, dy: {down_to}, {body})"
            elif absolute:
                code = (
                    f"context {{let p = here().position(); place(top + left, dx: {pt(x)}, dy: {pt(y)} - p.y, {body})}}"
                )
            else:
                code = f"place(top + left, dx: {pt(x)}, dy: {pt(y)}, {body})"
            code = self.layers.lifted(hung, x, y, absolute, body, code)
            # What covers the text, or something that does, is drawn after it; a text of two pages is drawn last.
            covers = (not isinstance(drawing.content, Stroke) or placed.front) and not anchor.behind
            placed.behind += self.layers.marks(hung)
            layer = placed.front if covers and spot.height < 60 and not absolute else placed.behind
            layer += [*self.layers.under(hung), code]
        return placed

    def _sized(self, drawing: Drawing, setting: Setting) -> Drawing:
        """The drawing with the size that its text gives it."""
        box = drawing.content
        if not isinstance(box, Box) or not (box.grows or box.fits) or not box.blocks:
            return drawing
        left, top, right, bottom = _margins(box)
        wide = setting.width if drawing.fills else drawing.width
        if box.fits:
            wide = natural_width(box.blocks, partial(text_width, self._faces), setting.width) + left + right
            only = box.blocks[0]
            if len(box.blocks) == 1 and isinstance(only, Paragraph) and drawing.anchor and drawing.anchor.align_x:
                # Of the page number only the room for two digits is known: it grows from where the frame is held.
                align = cast(Alignment, drawing.anchor.align_x)
                box = replace(box, blocks=[replace(only, format=replace(only.format, align=align))])
        tall = blocks_height(box.blocks, wide - left - right, self._faces) + top + bottom
        tall = max(drawing.height, tall if box.grows else 0.0)
        if box.outline is not None and drawing.width and drawing.height:
            box = replace(box, outline=box.outline.stretched(wide / drawing.width, tall / drawing.height))
        return replace(drawing, content=box, width=wide, height=tall)

    def _name(self, drawing: Drawing) -> str:
        content = drawing.content
        if isinstance(content, Stroke):
            return "đường kẻ"
        if isinstance(content, Box) and content.blocks and isinstance(content.blocks[0], Table):
            return "bảng trôi"
        if isinstance(content, Group):
            return "nhóm hình vẽ"
        if isinstance(content, Formula):
            return "công thức toán"
        return "ảnh" if isinstance(content, Picture) else "khung văn bản" if content.blocks else "hình vẽ"

    def _across(self, anchor: Anchor, wide: float, spot: Spot, setting: Setting) -> float | None:
        """The left edge from the column's left, in points."""
        page, cell = setting.page, setting.cell
        start, room = 0.0, setting.width
        if cell is not None and anchor.from_x == "page" and not anchor.in_cell:
            self._coverage.cannot("hình vẽ trong ô bảng mà đặt theo trang giấy")
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
            self._coverage.cannot("hình vẽ đặt theo vị trí một chữ trong dòng")
            return None
        if anchor.align_x is not None:
            return start + (room - wide) * _SHARES.get(anchor.align_x, 0.0)
        return start + anchor.x

    def _down(self, anchor: Anchor, height: float, spot: Spot, setting: Setting) -> tuple[float, bool] | None:
        """The top edge, from the block's top or, when the second value is true, from the paper's."""
        page = setting.page
        if anchor.from_y in ("paragraph", "line"):
            if anchor.from_y == "line" and not spot.on_first_line:
                self._coverage.cannot("hình vẽ đặt theo một dòng giữa đoạn")
                return None
            y = 0.0 if anchor.align_y is not None else anchor.y
            if anchor.align_y not in (None, "top"):
                self._coverage.cannot("hình vẽ căn theo chiều cao của đoạn")
                return None
            return (y if anchor.from_y == "line" else y - spot.lead), False
        if setting.cell is not None:
            # Only the first block of a cell knows how far below its top edge it stands.
            known = spot.top is not None and anchor.in_cell and setting.cell.valign == "top"
            if not known or anchor.align_y not in (None, "top"):
                self._coverage.cannot("hình vẽ trong ô bảng mà đặt theo trang giấy")
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

    def _wraps(
        self,
        anchor: Anchor,
        drawing: Drawing,
        x: float,
        down: tuple[float, bool],
        spot: Spot,
        setting: Setting,
        placed: Placed,
    ) -> bool:
        """Whether the text goes round the drawing in a way that can be drawn; notes it when not."""
        y, absolute = down
        page = setting.page
        if absolute and (y + drawing.height <= page.top or y >= page.height - page.bottom):
            return True
        if absolute and spot.top is not None:
            y, absolute = y - spot.top, False
        if not absolute and y + drawing.height <= spot.height + _SLIVER and (
            spot.empty or _clear(spot.reach, x, drawing.width, anchor.beside or (0.0, 0.0))
        ):  # fmt: skip
            return True
        if x + drawing.width <= 0 or x >= setting.width:
            return True
        if not absolute and (anchor.wrap == "topAndBottom" or anchor.beside):
            top, bottom = y - anchor.distance[0], y + drawing.height + anchor.distance[1]
            left, right = _sides(anchor, x, drawing.width, setting.width)
            if left is None and right is None:
                if self._parts(top, bottom, spot, placed):
                    return True
            elif not placed.room and (placed.obstacle is None or not placed.obstacle.full) and page.columns == 1:
                stood = Obstacle(
                    top, bottom,
                    left=0.0 if left is not None else setting.width - (right or 0.0),
                    right=0.0 if left is None else setting.width - left,
                    parted=left is not None and right is not None,
                )  # fmt: skip
                placed.obstacle = stood if placed.obstacle is None else placed.obstacle.joined(stood)
                return True
        self._coverage.cannot(f"{self._name(drawing)} mà chữ chảy quanh (“{drawing.alt or _NAMELESS}”)")
        return False

    def _parts(self, top: float, bottom: float, spot: Spot, placed: Placed) -> bool:
        """Whether no line beside a drawing from ``top`` to ``bottom`` is a way that can be drawn here."""
        if bottom <= 0:
            return True
        if top < spot.line and placed.obstacle is None:
            placed.room = max(placed.room, bottom + spot.gap)
            return True
        if top >= spot.height - _SLIVER and placed.obstacle is None:
            placed.obstacle = Obstacle(top, bottom, full=True)
            return True
        return False

    def _body(self, drawing: Drawing, wide: float, setting: Setting) -> str:
        made = self._level(drawing, wide, setting)
        across, down = drawing.mirrored
        if across or down:
            made = _about_middle(f"scale(x: {'-' * across}100%, y: {'-' * down}100%", made, wide, drawing.height)
        if drawing.turned:
            made = _about_middle(f"rotate({drawing.turned:.4f}deg", made, wide, drawing.height)
        return made

    def _level(self, drawing: Drawing, wide: float, setting: Setting) -> str:
        """The drawing before it is turned."""
        content = drawing.content
        if isinstance(content, Group):
            return self._group(content, wide, drawing.height, setting)
        if isinstance(content, Stroke):
            return write_stroke(content, wide, drawing.height)
        if isinstance(content, Picture):
            made = self._picture(content, wide, drawing.height, drawing.alt)
            if content.veil:
                size = f"width: {pt(wide)}, height: {pt(drawing.height)}"
                white = f'rect({size}, fill: rgb("#FFFFFF{round(content.veil * 255):02X}"))'
                made = f"block({size}, {{place(top + left, {made}); place(top + left, {white})}})"
            if content.line is None:
                return made
            line = stroke(content.line.width, content.line.color, content.line.style)
            rim = f"place(top + left, rect(width: {pt(wide)}, height: {pt(drawing.height)}, stroke: {line}))"
            return f"block(width: {pt(wide)}, height: {pt(drawing.height)}, {{place(top + left, {made}); {rim}}})"
        assert not isinstance(content, Formula)  # those stand in the line, and are written with its text
        return self._box(content, wide, drawing.height, setting)

    def _group(self, group: Group, wide: float, height: float, setting: Setting) -> str:
        placed: list[str] = []
        for x, y, part in group.parts:
            part = self._sized(part, setting)
            placed.append(f"place(top + left, dx: {pt(x)}, dy: {pt(y)}, {self._body(part, part.width, setting)})")
        return f"block(width: {pt(wide)}, height: {pt(height)}, {{{'; '.join(placed)}}})"

    def _picture(self, picture: Picture, wide: float, height: float, alt: str) -> str:
        name = f"{hashlib.sha256(picture.data).hexdigest()[:16]}.{picture.format}"
        self.pictures.setdefault(name, picture)
        left, top, right, bottom = picture.crop
        across, down = max(1 - left - right, 0.01), max(1 - top - bottom, 0.01)

        def image(width: float, tall: float) -> str:
            return (
                f'image("/{name}", width: {pt(width)}, height: {pt(tall)}, fit: "stretch", '
                f"alt: {string(alt or _NAMELESS)})"
            )

        if not any(picture.crop):
            return image(wide, height)
        full_width, full_height = wide / across, height / down
        return (
            f"block(width: {pt(wide)}, height: {pt(height)}, clip: true, place(top + left, "
            f"dx: {pt(-left * full_width)}, dy: {pt(-top * full_height)}, {image(full_width, full_height)}))"
        )

    def _box(self, box: Box, wide: float, height: float, setting: Setting) -> str:
        if box.outline is not None:
            drawn = write_outline(box.outline, box.line, box.fill, wide, height)
            if not box.blocks:
                return drawn
            level = replace(box, outline=None, margins=_margins(box), line=None, fill=None)
            layers = f"place(top + left, {drawn}); place(top + left, {self._box(level, wide, height, setting)})"
            return f"block(width: {pt(wide)}, height: {pt(height)}, {{{layers}}})"
        looks = [f"width: {pt(wide)}"]
        if box.line is not None:
            looks.append(f"stroke: {stroke(box.line.width, box.line.color, box.line.style)}")
        elif not box.blocks:  # Typst gives a rectangle without a fill a line of its own
            looks.append("stroke: none")
        if box.fill is not None:
            looks.append(f"fill: {write_fill(box.fill)}")
        if not box.blocks:
            return f"rect({', '.join([*looks, f'height: {pt(height)}'])})"
        left, top, right, bottom = box.margins
        inner = wide - left - right
        if not box.wraps and natural_width(box.blocks, partial(text_width, self._faces), inner + 1) > inner:
            self._coverage.cannot("khung văn bản không xuống dòng")
        if box.text_turn:
            return self._turned_text(box, wide, height, looks, setting)
        blocks = box.blocks
        if not box.grows:
            if blocks_height(blocks, inner, self._faces) > height - top - bottom:
                blocks = self._that_print(box, inner, height - top)
                box = replace(box, valign="top")
            looks.append(f"height: {pt(height)}")
        looks.append(f"inset: (left: {pt(left)}, top: {pt(top)}, right: {pt(right)}, bottom: {pt(bottom)})")
        body = setting.inset(blocks, setting.in_box(inner))
        if box.valign != "top" and not box.grows:
            body = f"align({_VALIGN[box.valign]}, {body})"
        return f"block({', '.join(looks)}, {body})"

    def _turned_text(self, box: Box, wide: float, height: float, looks: list[str], setting: Setting) -> str:
        """A box whose lines run downwards or upwards; its margins stay where they are."""
        left, top, right, bottom = box.margins
        turned = (top, right, bottom, left) if box.text_turn == 90 else (bottom, left, top, right)
        level = replace(box, margins=turned, text_turn=0, line=None, fill=None, grows=False)
        text = self._box(level, height, wide, setting)
        frame = f"rect({', '.join([*looks, f'height: {pt(height)}'])})"
        text = _about_middle(f"rotate({box.text_turn}deg", text, height, wide)
        across, down = (wide - height) / 2, (height - wide) / 2
        text = f"place(top + left, dx: {pt(across)}, dy: {pt(down)}, {text})"
        return f"block(width: {pt(wide)}, height: {pt(height)}, {{place(top + left, {frame}); {text}}})"

    def _that_print(self, box: Box, width: float, room: float) -> list[Block]:
        """The blocks of an overfull box up to the last that prints; notes it when those, too, have no room.

        Word cuts the text at the box's edge: what only dips below it is still read, further lines are lost.
        """
        blocks = list(box.blocks)
        while blocks and isinstance(last := blocks[-1], Paragraph) and not is_visible(last.items):
            blocks.pop()
        if not blocks:
            return blocks
        needed, line = blocks_height(blocks, width, self._faces), 0.0
        if isinstance(last := blocks[-1], Paragraph):
            needed -= last.format.after
            line = line_height(self._faces.face(last.mark.font), base_look(last.items, last.mark), last.format)
        if needed > room + line / 2:
            self._coverage.cannot("khung văn bản có chữ dài hơn khung")
        return blocks


def _about_middle(change: str, body: str, wide: float, height: float) -> str:
    """A call that turns or mirrors something of this size about its middle; Typst takes that of a frame it knows."""
    size = f"width: {pt(wide)}, height: {pt(height)}"
    return f"box({size}, {change}, block({size}, {body})))"


def _order(drawing: Drawing) -> tuple[bool, int]:
    """Which drawings of a paragraph cover which: those behind the text are drawn first."""
    anchor = drawing.anchor
    return (not anchor.behind, anchor.order) if anchor is not None else (False, 0)


def _margins(box: Box) -> tuple[float, float, float, float]:
    """How far inside the corners of its frame the text of a box stands."""
    left, top, right, bottom = box.margins
    more = box.outline.inset if box.outline is not None else (0.0, 0.0, 0.0, 0.0)
    return left + more[0], top + more[1], right + more[2], bottom + more[3]


def _sides(anchor: Anchor, x: float, wide: float, column: float) -> tuple[float | None, float | None]:
    """How wide the text may be left and right of a drawing, ``None`` where there is no room for any."""
    if anchor.beside is None:
        return None, None
    left, right = x - anchor.beside[0], column - x - wide - anchor.beside[1]
    held = anchor.sides if anchor.sides != "largest" else "left" if left > right else "right"
    return (
        left if held in ("both", "left") and left >= LEAST else None,
        right if held in ("both", "right") and right >= LEAST else None,
    )


def _clear(reach: tuple[float, float] | None, x: float, wide: float, room: tuple[float, float]) -> bool:
    """Whether a text of one line ends before the drawing, or begins behind it."""
    return reach is not None and (reach[1] <= x - room[0] or reach[0] >= x + wide + room[1])


_ODD_ALONE = f'context if calc.even(here().page()) {{ panic("{MIRRORED}") }}'


def _is_mirrored(anchor: Anchor, setting: Setting) -> bool:
    """Whether the drawing is placed from the paper's edge, where even pages have their text elsewhere."""
    held = anchor.from_x in ("page", "leftMargin") or (anchor.from_x == "rightMargin" and anchor.align_x is not None)
    return held and setting.page.mirrored and setting.cell is None


def _on_one_page(obstacle: Obstacle, page: Page) -> str:
    """Code that marks where the picture hangs, and stops when its page ends before it does."""
    foot = page.height - page.bottom
    return (
        "place(top + left, [#metadata(none)<beside>]); "
        f'context if here().position().y + {pt(obstacle.foot)} > {pt(foot)} {{ panic("{PARTED}") }}'
    )
