"""Lines, pictures and boxes of text: in the line, or placed where their anchor says, taking no room there."""

from __future__ import annotations

from dataclasses import field, replace
from typing import cast

from generator.layout.tree import (
    Anchor,
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
from generator.pdf.floating.rooms import MARK, TURNED, is_spacer, is_strut
from generator.pdf.measuring.coverage import MIRRORED, Coverage
from generator.pdf.measuring.line_metrics import edges
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.floats.tables import expected
from generator.pdf.typst.literals import pt
from generator.pdf.typst.setting import Setting
from generator.pdf.typst.shapes import places
from generator.pdf.typst.shapes.bodies import NAMELESS, BodyWriter
from generator.pdf.typst.shapes.layers import Layers
from generator.pdf.typst.shapes.reach import OFF_PAPER, off_paper, reach
from generator.records import record

PARTED = "ảnh mà chữ chảy quanh sang trang sau"
IN_COLUMNS = "hình đặt theo trang giấy trong cột chữ mà chữ chảy quanh, hoặc bị hình khác che"
HUNG = "hình đặt theo trang giấy mà chữ chảy quanh"
_HOST = "let host = query(selector(<beside>).before(here())); "
_TURNED = (
    "box(context { " + _HOST + "if host.len() == 0 or host.last().location().page() == here().page() "
    f'{{ panic("{PARTED}") }} }})'
)


def _same_page(line: str) -> str:
    """Code that stops where a ``line`` of a paragraph stands on the page behind the drawing that it flows beside."""
    elsewhere = "host.len() > 0 and host.last().location().page() != here().page()"
    return f'context {{ {_HOST}if {elsewhere} {{ panic("{PARTED} #{line}") }} }}'


_SLIVER = 1.0  # points beside the picture that hold no text


@record()
class Placed:
    """Code that draws behind and before a paragraph's text, and the room to leave above that text."""

    behind: list[str] = field(default_factory=list)
    front: list[str] = field(default_factory=list)
    room: float = 0.0
    obstacle: Obstacle | None = None


class DrawingWriter:
    """Writes drawings, and keeps their ``pictures`` by file name, and the texts of boxes that seem ``overfull``."""

    def __init__(self, faces: Faces, coverage: Coverage) -> None:
        self._faces, self._coverage = faces, coverage
        self._bodies = BodyWriter(faces, coverage)
        self.pictures = self._bodies.pictures
        self.layers = Layers()
        self.overfull = self._bodies.overfull

    def inline(self, drawing: Drawing, paragraph: Paragraph, alone: bool, width: float, setting: Setting) -> str:
        """The drawing as a letter of the line: its foot stands on the baseline, or as far above as it is raised."""
        if drawing is MARK:
            return "[#metadata(none)<above>]"
        if drawing is TURNED:
            return _TURNED
        if is_strut(drawing):
            return _brought_down(drawing, setting)
        if is_spacer(drawing):
            return f"box(width: {pt(drawing.width)}{', ' + _same_page(drawing.alt) if setting.breaks else ''})"
        form = paragraph.format
        above, _ = edges(self._faces.face(paragraph.mark.font), paragraph.mark.size, form)
        wide = width if drawing.fills else drawing.width
        body = self._bodies.write(drawing, wide, setting)
        height, foot = drawing.height, f", baseline: {pt(-drawing.raised)}" if drawing.raised else ""
        if form.line_rule == "exact":  # the line does not grow: what is taller stands over the lines above
            top = above - height - drawing.raised
            return f"box(width: {pt(wide)}, height: {pt(above)}, place(top + left, dy: {pt(top)}, {body}))"
        if alone and form.line_rule == "auto":  # without text a line has no depth
            return f"box(width: {pt(wide)}, height: {pt(height)}{foot}, {body})"
        return f"box(width: {pt(wide)}, height: {pt(height)}{foot}, place(top + left, {body}))"

    def anchored(self, drawings: list[Drawing], spot: places.Spot, setting: Setting) -> Placed:
        """The code for the anchored drawings of one paragraph, placed from the corner of its block."""
        placed = Placed()
        for hung in sorted(drawings, key=_order):
            drawing, anchor = hung, hung.anchor
            if anchor is None:
                continue
            if self.layers.is_host(hung):
                placed.behind += [*self.layers.marks(hung), *self.layers.under(hung)]
                continue
            drawing = self._bodies.sized(drawing, setting)
            wide = setting.width if drawing.fills else drawing.width
            across = places.across(anchor, wide, spot, setting, self._coverage)
            down = places.down(anchor, drawing.height, spot, setting, self._coverage)
            if across is None or down is None:
                continue
            paper = places.is_aside(anchor, setting)
            if paper and (anchor.wrap != "none" or setting.page.mirrored or self.layers.lifts(hung)):
                self._coverage.cannot(IN_COLUMNS)
                continue
            if anchor.wrap != "none" and not self._wraps(anchor, drawing, across, down, spot, setting, placed):
                continue
            text = reach(drawing, wide)
            if text is not None and (beyond := off_paper(text, across, down, spot.line, setting)):
                if beyond is True:
                    self._coverage.cannot(OFF_PAPER)
                elif not placed.room and placed.obstacle is None:  # what text flows round ends on its page
                    placed.behind.append(beyond)
            body = self._bodies.write(drawing, wide, setting)
            y, absolute = down
            stood = placed.obstacle
            if stood is not None and setting.breaks and anchor.wrap != "none":
                placed.behind.append(_on_one_page(stood, setting.page))
            x = across - spot.indent
            if places.is_mirrored(anchor, setting):
                if anchor.align_x is not None and anchor.from_x != "page":
                    self._coverage.cannot(MIRRORED)
                if anchor.wrap != "none" or self.layers.lifts(hung):
                    placed.behind.append(_ODD_ALONE)
                over = setting.page.left - setting.page.right
                dx = f"{pt(x)} + if calc.even(here().page()) {{ {pt(over)} }} else {{ 0pt }}"
                down_to = f"{pt(y)} - here().position().y" if absolute else pt(y)
                code = f"context place(top + left, dx: {dx}, dy: {down_to}, {body})"
            elif paper:
                dy = f"{pt(y)} - p.y" if absolute else pt(y)
                dx = f"{pt(setting.page.left + across)} - p.x"
                code = f"context {{let p = here().position(); place(top + left, dx: {dx}, dy: {dy}, {body})}}"
            elif absolute:
                code = (
                    f"context {{let p = here().position(); place(top + left, dx: {pt(x)}, dy: {pt(y)} - p.y, {body})}}"
                )
            else:
                code = f"place(top + left, dx: {pt(x)}, dy: {pt(y)}, {body})"
            # What covers the text, or something that does, is drawn after it; a text of two pages is drawn last.
            seen = bool(placed.front) or spot.filled or not isinstance(drawing.content, Stroke)
            covers = seen and not anchor.behind
            flows = placed.room or placed.obstacle is not None  # around drawings, maybe to another page
            layer = placed.front if covers and spot.height < 60 and not (absolute or flows) else placed.behind
            if setting.breaks and spot.lead > 0 and anchor.from_y == "paragraph" and code.startswith("place"):
                begins = setting.page.top + _SLIVER + (spot.height if layer is placed.front else 0.0)
                lead = f"if here().position().y < {pt(begins)} {{ {pt(spot.lead)} }} else {{ 0pt }}"
                # At the top of a page the paragraph has no room above it.
                code = f"context place(top + left, dx: {pt(x)}, dy: {pt(y)} + {lead}, {body})"
            code = self.layers.lifted(hung, x, y, absolute, body, code)
            placed.behind += self.layers.marks(hung)
            layer += [*self.layers.under(hung), code]
        return placed

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

    def _wraps(
        self,
        anchor: Anchor,
        drawing: Drawing,
        x: float,
        down: tuple[float, bool],
        spot: places.Spot,
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
            if spot.told and y + spot.blank < anchor.distance[0]:
                self._coverage.cannot(f"{self._name(drawing)} mà chữ chảy quanh (“{drawing.alt or NAMELESS}”)")
                return False
            if spot.told:
                placed.behind.append(expected(spot.top, HUNG))
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
                    behind=0.0 if right is None else setting.width - right,
                    start=x - anchor.beside[0] if anchor.beside and left is None else 0.0,
                )  # fmt: skip
                placed.obstacle = stood if placed.obstacle is None else placed.obstacle.joined(stood)
                return True
        self._coverage.cannot(f"{self._name(drawing)} mà chữ chảy quanh (“{drawing.alt or NAMELESS}”)")
        return False

    def _parts(self, top: float, bottom: float, spot: places.Spot, placed: Placed) -> bool:
        """Whether no line beside a drawing from ``top`` to ``bottom`` is a way that can be drawn here."""
        if bottom <= 0:
            return True
        if placed.obstacle is None and (top < spot.line or (placed.room and top < placed.room + spot.line)):
            placed.room = max(placed.room, bottom + spot.gap)
            return True
        if top >= placed.room + spot.height - _SLIVER and placed.obstacle is None:
            placed.obstacle = Obstacle(top, bottom, full=True)
            return True
        if placed.obstacle is None and not placed.room:  # among the lines of its own paragraph
            placed.obstacle = Obstacle(top, bottom, full=True)
            return True
        stood = placed.obstacle
        if stood is not None and stood.full and top >= placed.room + spot.height - _SLIVER:
            held = (replace(one, also=()) for one in stood.each())
            first, *rest = sorted([Obstacle(top, bottom, full=True), *held], key=lambda one: one.top)
            apart = [first]
            for one in rest:
                if one.top - apart[-1].bottom >= spot.line:  # a line has room between the two
                    apart.append(one)
                else:
                    apart[-1] = replace(apart[-1], bottom=max(apart[-1].bottom, one.bottom))
            placed.obstacle = replace(apart[0], also=tuple(apart[1:]))
            return True
        return False


def _brought_down(strut: Drawing, setting: Setting) -> str:
    """Code that brings a line down, but where it goes to the next page: beyond the foot of this one."""
    content = cast(Box, strut.content)
    _, drop, _, deep = content.margins
    if not setting.breaks:
        return f"box(height: {pt(drop + strut.height)})"
    foot = setting.page.height - setting.page.bottom
    return (
        "context { let held = query(selector(<above>).before(here())); if held.len() > 0 { "
        "let at = held.last().location(); "
        + _HOST
        + f'if host.len() > 0 and host.last().location().page() != at.page() {{ panic("{PARTED} #{strut.alt} 0") }}; '
        f"let stays = at.position().y + {pt(drop + deep)} <= {pt(foot)}; "
        f'if stays != (at.page() == here().page()) {{ panic("{PARTED}") }}; '
        f"box(height: if stays {{ {pt(drop + strut.height)} }} else {{ {pt(strut.height)} }}) }} }}"
    )


def _order(drawing: Drawing) -> tuple[bool, int]:
    """Which drawings of a paragraph cover which: those behind the text are drawn first."""
    anchor = drawing.anchor
    return (not anchor.behind, anchor.order) if anchor is not None else (False, 0)


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


def _on_one_page(obstacle: Obstacle, page: Page) -> str:
    """Code that marks where the picture hangs, and stops when its page ends before it does."""
    room = page.height - page.bottom - obstacle.foot
    return (
        "place(top + left, [#metadata(none)<beside>]); "
        # Where the block begins: room above its text would bring down what is asked for here.
        f'context {{ {_HOST}if host.last().location().position().y > {pt(room)} {{ panic("{PARTED}") }} }}'
    )
