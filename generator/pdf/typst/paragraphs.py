"""Paragraphs as calls of Typst functions, one function for each format."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from generator.layout.tree import (
    Border,
    Drawing,
    Inline,
    LineBreak,
    Paragraph,
    ParagraphFormat,
    Run,
    Side,
    Tab,
    TextFormat,
)
from generator.pdf.measuring.heights import paragraph_height
from generator.pdf.measuring.line_metrics import edges as metrics
from generator.pdf.measuring.line_metrics import line_height, rounding_share
from generator.pdf.measuring.paragraph_parts import base_look, is_simple, is_visible, split_lead
from generator.pdf.measuring.wrapping import Obstacle, break_beside, hard_to_break
from generator.pdf.typst.drawings import DrawingWriter, Spot
from generator.pdf.typst.literals import pt, rgb, stroke
from generator.pdf.typst.palette import Palette
from generator.pdf.typst.text import Line, TextWriter

# Longer than this a paragraph may be taller than a page, and Typst would let an unbreakable one run off it.
_KEEP_LIMIT = 2500
_FRAME: tuple[Side, ...] = ("top", "bottom", "left", "right")
_ALIGN = {"left": "left", "center": "center", "right": "right", "both": "left", "distribute": "left"}


class Edges(NamedTuple):
    """Which border lines a paragraph shows: neighbours with equal borders share one frame."""

    top: bool = True
    bottom: bool = True


class Kind(NamedTuple):
    """What a paragraph's function must do beyond its format.

    ``keep`` holds its lines together, ``drawn`` takes drawings, ``bare`` gives it no tag, ``exact`` its full width.
    """

    is_text: bool = True
    keep: bool = False
    drawn: bool = False
    bare: bool = False
    exact: bool = False


_KINDS = {(keep, bare): Kind(keep=keep, bare=bare) for keep in (False, True) for bare in (False, True)}
_EMPTY = Kind(is_text=False, keep=True)
_EMPTY_DRAWN = Kind(is_text=False, keep=True, drawn=True)


class Outline:
    """The levels of headings, with gaps closed: PDF/UA-1 wants them to start at 1 and skip none."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def level(self, asked: int) -> int:
        """The level, from 1, for a heading whose outline level is ``asked``."""
        while self._open and self._open[-1] >= asked:
            self._open.pop()
        self._open.append(asked)
        return len(self._open)


class ParagraphWriter:
    """Writes paragraphs; ``outline`` is shared by the whole document."""

    def __init__(
        self, palette: Palette, text: TextWriter, outline: Outline, default_tab: float, drawings: DrawingWriter
    ) -> None:
        self.palette, self._text, self._outline, self.drawings = palette, text, outline, drawings
        self._default_tab = default_tab
        self.obstacle: Obstacle | None = None
        # Formats are shared objects: their identity is a cheaper key than their thirty fields.
        self._near: dict[tuple[int, int, Edges, Kind], tuple[str, ParagraphFormat, TextFormat]] = {}
        self._functions: dict[tuple[ParagraphFormat, TextFormat, Edges, Kind], str] = {}

    def write(
        self,
        paragraph: Paragraph,
        gap: float,
        width: float,
        edges: Edges,
        page_format: str,
        *,
        headings: bool = True,
        lead: float = 0.0,
        bare: bool = False,
        share: float = 0.0,
    ) -> str:
        """The call that prints the paragraph ``gap`` points below what stands above it.

        ``share`` of the gap is line spacing of what stands above. ``lead`` is how far its first line lies below the
        point from which anchored drawings are measured. ``bare`` leaves out the paragraph's own tag where it is all
        a cell holds, which halves the time a table takes.
        """
        form = paragraph.format
        items = paragraph.items
        drawn = ""
        if self.obstacle is not None:
            self.obstacle = self.obstacle.lower(gap)
        if self.obstacle is None and len(items) == 1 and isinstance(only := items[0], Run) and is_simple(only, form):
            line = Line(form, only.format, width - form.left - form.right, page_format, self._default_tab)
            keep = form.keep_lines and len(only.text) <= _KEEP_LIMIT
            kind = _KINDS[keep, bare and form.first_line == 0]
            return f"{self._function(form, only.format, edges, kind)}({pt(gap)},{self._text.run(only, line)})"
        if any(isinstance(item, Drawing) and item.anchor is not None for item in items):
            drawn, items = self._anchored(paragraph, width, edges, lead, max(gap - share, lead))
        if self.obstacle is not None:
            items = self._beside(items, paragraph, width, self.obstacle)
        if not is_visible(items):
            single = sum(metrics(self.palette.face(paragraph.mark.font), paragraph.mark.size, form))
            body = f"block(height: {pt(single)})"
            name = self._function(form, paragraph.mark, edges, _EMPTY_DRAWN if drawn else _EMPTY)
            return f"{name}({pt(gap)},{drawn}{body})"
        base = base_look(items, paragraph.mark)
        line = Line(form, base, width - form.left - form.right, page_format, self._default_tab)
        items = self._text.broken(items, line)
        keep = form.keep_lines and len(paragraph.text) <= _KEEP_LIMIT
        level = None if form.outline_level is None or not headings else self._outline.level(form.outline_level)
        if level is None:
            body = self._text.content(items, line)
        else:
            head, rest = split_lead(items)
            body = f"heading(level: {level}, {{{';'.join(self._heading(head, line))}}})"
            if rest:
                body = "{" + body + ";" + self._text.content(rest, line) + "}"
        kind = Kind(
            keep=keep,
            drawn=bool(drawn),
            bare=bare and not drawn and form.first_line == 0,
            exact=any(isinstance(item, Tab) for item in items),
        )
        return f"{self._function(form, base, edges, kind)}({pt(gap)},{drawn}{body})"

    def _beside(self, items: list[Inline], paragraph: Paragraph, width: float, obstacle: Obstacle) -> list[Inline]:
        """The items broken where a picture takes part of the lines; what is left of it goes on beside what follows."""
        form = paragraph.format
        visible = is_visible(items)
        look = base_look(items, paragraph.mark) if visible else paragraph.mark
        tall = line_height(self.palette.face(look.font), look, form)
        if hard_to_break(items, form):
            self.drawings.cannot_beside()
        broken, count = break_beside(items, form, width - form.left - form.right, tall, obstacle, self._text.width)
        self.obstacle = obstacle.lower(count * tall)
        return broken if visible else items

    def share(self, paragraph: Paragraph, edges: Edges) -> float:
        """What line spacing adds below the last line, in points: none inside a frame, whose height holds it."""
        form = paragraph.format
        if form.line_rule != "auto" or form.line <= 1 or self._frame(form, edges) is not None:
            return 0.0
        items = paragraph.items
        return self.palette.share(base_look(items, paragraph.mark) if is_visible(items) else paragraph.mark, form)

    def _anchored(
        self, paragraph: Paragraph, width: float, edges: Edges, lead: float, gap: float
    ) -> tuple[str, list[Inline]]:
        """The arguments that draw what hangs on the paragraph, and the items that stay in its lines."""
        form = paragraph.format
        drawings: list[Drawing] = []
        items: list[Inline] = []
        before = 0.0  # the width of the text before the last anchor
        for item in paragraph.items:
            if isinstance(item, Drawing) and item.anchor is not None:
                drawings.append(item)
                before = self._text.length(items)
            else:
                items.append(item)
        column = width - form.left - form.right
        framed = self._frame(form, edges) is not None
        line = line_height(self.palette.face(paragraph.mark.font), paragraph.mark, form)
        spot = Spot(
            width=width,
            lead=lead,
            indent=0.0 if framed else form.left + min(form.first_line, 0.0),
            first_line=form.left + form.first_line,
            before_text=before == 0,
            on_first_line=before <= column - form.first_line,
            line=line,
            gap=gap + (line * (1 - 1 / form.line) if form.line_rule == "auto" and form.line > 1 else 0.0),
            height=paragraph_height(paragraph, width, self.palette),
            empty=not is_visible(items),
        )
        placed = self.drawings.anchored(drawings, spot)
        if placed.obstacle is not None:
            self.obstacle = placed.obstacle
        if placed.room:
            placed.behind.append(f"v({pt(placed.room)})")
        return f"{{{';'.join(placed.behind)}}},{{{';'.join(placed.front)}}},", items

    def define(self, parameters: str, body: str) -> str:
        """The name of a Typst function with this definition, for cells as well."""
        return self.palette.define(parameters, body)

    def _heading(self, lead: list[Inline], line: Line) -> list[str]:
        # Typst gives headings a look of their own, so here every run names its look in full.
        named = replace(line, base=replace(line.base, language="-"))
        made: list[Inline] = []
        for item in lead:
            if isinstance(item, LineBreak):  # else its bookmark would run the two lines together
                made.append(Run(" ", item.format))
            if not isinstance(item, Tab):
                made.append(item)
        return self._text.parts(made, named)

    def _function(self, form: ParagraphFormat, base: TextFormat, edges: Edges, kind: Kind) -> str:
        near = self._near.get((id(form), id(base), edges, kind))
        if near is not None:
            return near[0]
        name = self._named(form, base, edges, kind)
        self._near[id(form), id(base), edges, kind] = name, form, base  # kept alive, so that no id comes twice
        return name

    def _named(self, form: ParagraphFormat, base: TextFormat, edges: Edges, kind: Kind) -> str:
        cache_key = (form, base, edges, kind)
        name = self._functions.get(cache_key)
        if name is None:
            parameters = "g, d, e, b" if kind.drawn else "g, b"
            name = self._functions[cache_key] = self.palette.define(
                parameters, self._definition(form, base, edges, kind)
            )
        return name

    def _definition(self, form: ParagraphFormat, base: TextFormat, edges: Edges, kind: Kind) -> str:
        outer = ["above: g", "width: 100%"]
        if form.keep_next:
            outer.append("sticky: true")
        if kind.keep:
            outer.append("breakable: false")
        left = form.left + min(form.first_line, 0.0)
        # Gaps of tabs are worked out to the very end of the line, so those lines need all of it.
        percent = f" + {rounding_share(self.palette.face(base.font), base) * 100:.4f}%" if not kind.exact else ""
        inner = self._inside(form, base, kind.bare) if kind.is_text else "b"
        frame = self._frame(form, edges)
        if not frame:
            outer.append(f"inset: (left: {pt(left)}, right: {pt(form.right)}{percent})")
            return f"block({', '.join(outer)}, {_around(inner, kind.drawn)})"
        if leading := self.palette.share(base, form):
            inner = f"{{{inner}; v({pt(leading)})}}"
        pads, frames = frame
        pad = {"left": left, "right": form.right, "top": 0.0, "bottom": 0.0}
        for side, length in pads.items():
            pad[side] += length
        padding = ", ".join(f"{side}: {pt(length)}" for side, length in pad.items() if length)
        for arguments in reversed(frames):
            inner = f"block({arguments}, {inner})"
        body = f"pad({padding + ', ' if padding else ''}{inner})"
        return f"block({', '.join(outer)}, {_around(body, kind.drawn)})"

    def _inside(self, form: ParagraphFormat, base: TextFormat, bare: bool) -> str:
        leading = self.palette.share(base, form)
        rules = [f"set text({self.palette.arguments(base, form, leading)})"]
        if not form.widow_control:
            rules.append("set text(costs: (widow: 0%, orphan: 0%))")
        arguments: list[str] = []
        if leading:
            arguments.append(f"leading: {pt(leading)}")
        if form.align in ("both", "distribute"):
            arguments.append("justify: true")
        if form.first_line > 0:
            arguments.append(f"first-line-indent: (amount: {pt(form.first_line)}, all: true)")
        elif form.first_line < 0:
            arguments.append(f"hanging-indent: {pt(-form.first_line)}")
        if _ALIGN[form.align] != "left":
            rules.append(f"set align({_ALIGN[form.align]})")
        if bare:
            rules.extend(f"set par({argument})" for argument in arguments)
            return "{" + "; ".join([*rules, "b"]) + "}"
        return "{" + "; ".join(rules) + f"; par({', '.join([*arguments, 'b'])})}}"

    def _frame(self, form: ParagraphFormat, edges: Edges) -> tuple[dict[str, float], list[str]] | None:
        """Padding outside and the arguments of the frames from the outermost, ``None`` for a paragraph without.

        A line takes its width and its distance from the text inside the paragraph's height, as in Word; left
        and right lines stand outside the indents. Typst centres a stroke on the block's edge.
        """
        lines: dict[Side, Border] = {}
        for side in _FRAME:
            border = form.border(side)
            if border is not None and (side not in ("top", "bottom") or getattr(edges, side)):
                lines[side] = border
        between, bottom = form.border("between"), form.border("bottom")
        if not edges.top and between is not None:
            lines["top"] = between
        if not lines and not form.shading:
            return None
        pads: dict[str, float] = {}
        outer, inner, inner_insets = _Lines(), _Lines(), False
        for side, border in lines.items():
            double = border.style == "double"
            thin = border.width / 3 if double else border.width
            pads[side] = thin / 2 - border.space - border.width if side in ("left", "right") else thin / 2
            outer.add(side, thin, border, 2 * thin if double else border.space + thin / 2)
            if double:
                inner.add(side, thin, border, border.space + thin / 2)
                inner_insets = True
        if lines and not edges.bottom and between is not None and bottom is not None:
            outer.room("bottom", bottom.space)  # LibreOffice leaves it above the line that follows as well
        first = outer.arguments()
        if form.shading:
            first += f", fill: {rgb(form.shading)}"
        return pads, [first, inner.arguments()] if inner_insets else [first]


class _Lines:
    """The strokes of one frame, and how far inside them its content stands."""

    def __init__(self) -> None:
        self._strokes: list[str] = []
        self._insets: list[str] = []

    def add(self, side: Side, width: float, border: Border, inset: float) -> None:
        style = "single" if border.style == "double" else border.style
        self._strokes.append(f"{side}: {stroke(width, border.color, style)}")
        self.room(side, inset)

    def room(self, side: Side, length: float) -> None:
        self._insets.append(f"{side}: {pt(length)}")

    def arguments(self) -> str:
        if not self._strokes:
            return "width: 100%"
        return f"width: 100%, stroke: ({', '.join(self._strokes)}), inset: ({', '.join(self._insets)})"


def _around(body: str, drawn: bool) -> str:
    """The body with what is drawn behind it before it, and what covers it after it."""
    return f"{{d; {body}; e}}" if drawn else body
