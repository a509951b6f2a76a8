"""Paragraphs as calls of Typst functions, one function for each format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from math import inf
from typing import NamedTuple

from generator.layout.tree import (
    Drawing,
    Inline,
    LineBreak,
    Paragraph,
    ParagraphFormat,
    Run,
    Tab,
    TextFormat,
)
from generator.pdf.floating.obstacles import Obstacle
from generator.pdf.floating.wrapping import AROUND, BESIDE, Measures, break_beside
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.framed import natural_width
from generator.pdf.measuring.heights import line_count, paragraph_height
from generator.pdf.measuring.line_metrics import edges as metrics
from generator.pdf.measuring.line_metrics import line_height
from generator.pdf.measuring.paragraph_parts import base_look, is_simple, is_visible, split_lead
from generator.pdf.measuring.tab_stops import TabPlacer
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.drawings import DrawingWriter
from generator.pdf.typst.frames import ALONE, Edges, frame
from generator.pdf.typst.literals import pt
from generator.pdf.typst.palette import Palette
from generator.pdf.typst.setting import Setting
from generator.pdf.typst.shapes.places import Spot
from generator.pdf.typst.text.pieces import Line
from generator.pdf.typst.text.tabbed import Followed, TextWriter

# Longer than this a paragraph may be taller than a page, and Typst would let an unbreakable one run off it.
_SPARE = 0.1  # points: widths are measured in steps
_MARGIN = 5.4  # points: the room beside the text of a cell
_KEEP_LIMIT = 2500
_DIPS = 1.0  # points that a line may reach into the room of a drawing below it
_ALIGN = {"left": "left", "center": "center", "right": "right", "both": "left", "distribute": "left"}

_SPOKEN_TAB = 'box(width: 0pt, " ")'  # a tab in the bookmark, without room of its own


class Stance(NamedTuple):
    """How a paragraph stands among its neighbours, ``gap`` points below what stands above it.

    ``share`` of the gap is line spacing of what stands above. ``lead`` is how far its first line lies below the
    point from which anchored drawings are measured. ``obstacle`` is a picture that its text flows beside. ``bare``
    leaves out the paragraph's own tag where it is all a cell holds, which halves the time a table takes. ``top`` is how
    far below the paper's edge its block begins, in a cell below the first text; ``None`` where that is not known, and
    ``told`` may tell it. ``sink`` is by how much its last line reaches further down.
    """

    gap: float = 0.0
    edges: Edges = ALONE
    lead: float = 0.0
    share: float = 0.0
    obstacle: Obstacle | None = None
    bare: bool = False
    top: float | None = None
    sink: float = 0.0
    told: Callable[[], float | None] | None = None


class Kind(NamedTuple):
    """What a paragraph's function must do beyond its format.

    ``keep`` holds its lines together, ``drawn`` takes drawings, ``bare`` gives it no tag, ``slack`` makes
    its lines longer, in points.
    """

    is_text: bool = True
    keep: bool = False
    drawn: bool = False
    bare: bool = False
    slack: float = 0.0


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
        self,
        palette: Palette,
        faces: Faces,
        coverage: Coverage,
        text: TextWriter,
        drawings: DrawingWriter,
        outline: Outline,
    ) -> None:
        self._palette, self._faces, self._coverage = palette, faces, coverage
        self._text, self._drawings, self._outline = text, drawings, outline
        self.layers = drawings.layers
        # Formats are shared objects: their identity is a cheaper key than their thirty fields.
        self._near: dict[tuple[int, int, Edges, Kind], tuple[str, ParagraphFormat, TextFormat]] = {}
        self._functions: dict[tuple[ParagraphFormat, TextFormat, Edges, Kind], str] = {}

    def write(self, paragraph: Paragraph, stance: Stance, setting: Setting) -> tuple[str, Obstacle | None]:
        """The call that prints the paragraph, and what is left below it of the picture its text flows beside."""
        gap, edges, lead, share, obstacle, bare, top, sink, told = stance
        if paragraph.label_align != "left":
            paragraph = self._outdented(paragraph)
        if " " in paragraph.label and paragraph.items:
            paragraph = self._in_one(paragraph, setting.width)
        form = paragraph.format
        items = paragraph.items
        drawn = ""
        if obstacle is not None:
            obstacle = obstacle.lower(gap)
        if obstacle is not None and obstacle.full:
            gap, obstacle = self._below(paragraph, setting.width, gap, max(gap - share, lead), obstacle)
        if obstacle is None and len(items) == 1 and isinstance(only := items[0], Run) and is_simple(only, form):
            line = Line(form, only.format, setting.width - form.left - form.right, setting)
            items, slack, _ = self._text.broken(items, line)
            keep = form.keep_lines and len(only.text) <= _KEEP_LIMIT
            kind = _KINDS[keep, bare and form.first_line == 0]
            if slack:
                kind = kind._replace(slack=slack)
            body = self._text.run(only, line) if len(items) == 1 else self._text.content(items, line)
            body = self._sunk(body, only.format, form, sink) if sink else body
            return f"{self._function(form, only.format, edges, kind)}({pt(gap)},{body})", None
        if any(isinstance(item, Drawing) and item.anchor is not None for item in items):
            held = told() if top is None and told is not None and obstacle is None and _is_hung(items) else None
            where = (top, False) if held is None else (held, True)
            drawn, items, beside = self._anchored(paragraph, setting, edges, lead, max(gap - share, lead), where)
            if obstacle is not None and beside is not None:
                if beside.full:
                    self._coverage.cannot(AROUND)
                beside = obstacle.joined(beside)
            obstacle = beside or obstacle
        if obstacle is not None and obstacle.full:
            tall = paragraph_height(paragraph, setting.width, self._faces)
            obstacle = obstacle.lower(tall - self.share(paragraph, edges))  # the gap below holds that share
        elif obstacle is not None:
            items, obstacle = self._beside(items, paragraph, setting, obstacle)
        if not is_visible(items):
            look = base_look(items, paragraph.mark)
            single = sum(metrics(self._faces.face(look.font), look.size, form))
            body = f"block(height: {pt(single)})"
            name = self._function(form, look, edges, _EMPTY_DRAWN if drawn else _EMPTY)
            return f"{name}({pt(gap)},{drawn}{body})", obstacle
        base = base_look(items, paragraph.mark)
        line = Line(form, base, setting.width - form.left - form.right, setting)
        items, slack, tabs = self._text.broken(items, line)
        keep = form.keep_lines and len(paragraph.text) <= _KEEP_LIMIT
        head, rest = split_lead(items) if form.outline_level is not None and setting.headings else ([], items)
        if form.outline_level is None or not head:
            body = self._text.content(items, line, tabs)
            if all(isinstance(item, Tab) for item in items):  # nothing but room: the tab gives the line its height
                above, below = metrics(self._faces.face(base.font), base.size, form)
                body = f"{{{body}; box(height: {pt(above + below)}, baseline: {pt(below)})}}"
        else:
            level = self._outline.level(form.outline_level)
            body = f"heading(level: {level}, {{{';'.join(self._heading(head, line, tabs, goes_on=bool(rest)))}}})"
            if rest:
                body = "{" + body + ";" + self._text.content(rest, line, tabs) + "}"
        body = self._sunk(body, base, form, sink) if sink else body
        kind = Kind(
            keep=keep,
            drawn=bool(drawn),
            bare=bare and not drawn and form.first_line == 0,
            slack=slack,
        )
        return f"{self._function(form, base, edges, kind)}({pt(gap)},{drawn}{body})", obstacle

    def _sunk(self, body: str, look: TextFormat, form: ParagraphFormat, sink: float) -> str:
        """The body with a last line that reaches further down."""
        deep = metrics(self._faces.face(look.font), look.size, form)[1] + sink
        return f"{{{body}; box(height: {pt(deep)}, baseline: {pt(deep)})}}"

    def _outdented(self, paragraph: Paragraph) -> Paragraph:
        """The paragraph beginning where its label does, which ends or has its middle where the first line should."""
        first = paragraph.items[0] if paragraph.items else None
        if not paragraph.label or not isinstance(first, Run):
            return paragraph
        form, wide = paragraph.format, self._text.width(paragraph.label, first.format)
        out = wide if paragraph.label_align == "right" else wide / 2
        return replace(paragraph, format=replace(form, first_line=form.first_line - out))

    def _in_one(self, paragraph: Paragraph, width: float) -> Paragraph:
        """The paragraph with a label a hair too wide for its cell (“Điều 10.”) in one line all the same."""
        first, form = paragraph.items[0], paragraph.format
        if not isinstance(first, Run) or not all(isinstance(item, Tab) for item in paragraph.items[1:]):
            return paragraph
        over = self._text.width(first.text, first.format) - (width - form.left - form.right - form.first_line)
        if not 0 < over <= _MARGIN:
            return paragraph
        return replace(paragraph, items=[first], format=replace(form, right=form.right - over - _SPARE))

    def _below(
        self, paragraph: Paragraph, width: float, gap: float, again: float, obstacle: Obstacle
    ) -> tuple[float, Obstacle | None]:
        """The gap that brings the paragraph below what no line may stand beside, unless it ends above that.

        Its own room above, ``again``, it needs below that once more.
        """
        tall = paragraph_height(paragraph, width, self._faces)
        if tall <= obstacle.top + _DIPS:
            return gap, obstacle
        line = tall / line_count(paragraph, width, self._faces)
        if obstacle.top >= line:
            self._coverage.cannot(AROUND)
        return gap + obstacle.bottom + again + _above(paragraph.format, line), None

    def _beside(
        self, items: list[Inline], paragraph: Paragraph, setting: Setting, obstacle: Obstacle
    ) -> tuple[list[Inline], Obstacle | None]:
        """The items broken where a picture takes part of the lines, and what is left of it beside what follows."""
        form = paragraph.format
        if not is_visible(items):
            return items, obstacle.lower(self._line(base_look(items, paragraph.mark), form))
        base, width = base_look(items, paragraph.mark), setting.width - form.left - form.right
        measures = Measures(
            self._text.width,
            partial(self._reaches, form),
            lambda: TabPlacer(form, width, self._text.width, setting.default_tab, setting.modern),
            setting.modern,
        )
        made = break_beside(items, form, width, base, obstacle, measures)
        if made is None:
            indent = form.left + min(form.first_line, 0.0)
            if any(one.parted or one.left > indent or one.right > form.right for one in obstacle.each()):
                self._coverage.cannot(BESIDE)
            return items, obstacle.lower(paragraph_height(paragraph, setting.width, self._faces))
        return made[0], obstacle.lower(made[1])

    def _line(self, look: TextFormat, form: ParagraphFormat) -> float:
        return line_height(self._faces.face(look.font), look, form)

    def _reaches(self, form: ParagraphFormat, look: TextFormat) -> tuple[float, float]:
        """How far a line of this look reaches above and below its baseline."""
        above, below = metrics(self._faces.face(look.font), look.size, form)
        return above, self._line(look, form) - above if form.line_rule == "auto" else below

    def share(self, paragraph: Paragraph, edges: Edges = ALONE) -> float:
        """What line spacing adds below the last line, in points: none inside a frame, whose height holds it."""
        form = paragraph.format
        if form.line_rule != "auto" or form.line <= 1 or frame(form, edges) is not None:
            return 0.0
        return self._palette.share(base_look(paragraph.items, paragraph.mark), form)

    def _anchored(
        self,
        paragraph: Paragraph,
        setting: Setting,
        edges: Edges,
        lead: float,
        gap: float,
        where: tuple[float | None, bool],
    ) -> tuple[str, list[Inline], Obstacle | None]:
        """The arguments that draw what hangs on the paragraph, the items in its lines, and what they flow beside.

        ``where`` is how far below the paper's edge its block begins, and whether that is only told.
        """
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
        column = setting.width - form.left - form.right
        framed = frame(form, edges) is not None
        line = line_height(self._faces.face(paragraph.mark.font), paragraph.mark, form)
        spot = Spot(
            lead=lead,
            indent=0.0 if framed else form.left + min(form.first_line, 0.0),
            first_line=form.left + form.first_line,
            before_text=before == 0,
            on_first_line=before <= column - form.first_line,
            line=line,
            gap=gap + _above(form, line),
            height=paragraph_height(paragraph, setting.width, self._faces),
            empty=not is_visible(items),
            reach=self._reach(paragraph, items, column),
            top=where[0],
            told=where[1],
        )
        placed = self._drawings.anchored(drawings, spot, setting)
        if placed.room:
            placed.behind.append(f"v({pt(placed.room)})")
        return f"{{{';'.join(placed.behind)}}},{{{';'.join(placed.front)}}},", items, placed.obstacle

    def _reach(self, paragraph: Paragraph, items: list[Inline], column: float) -> tuple[float, float] | None:
        """From where to where a text of one line reaches in its column; ``None`` for any other, or centred."""
        form = paragraph.format
        wide = natural_width([replace(paragraph, items=items)], self._text.width, inf) - form.left - form.right
        if form.align == "center" or wide > column:
            return None
        if form.align == "right":
            return form.left + column - wide, form.left + column
        return form.left, form.left + wide

    def _heading(self, lead: list[Inline], line: Line, tabs: Followed | None, *, goes_on: bool) -> list[str]:
        # Typst gives headings a look of their own, so here every run names its look in full.
        named = replace(line, base=replace(line.base, language="-"))
        made: list[Inline] = []
        for item in lead:
            if isinstance(item, LineBreak) and not item.full:  # else its bookmark would run the two lines together
                made.append(Run(" ", item.format))
            made.append(item)
        if tabs is None:
            return self._text.parts(made, named, ends=not goes_on)
        return self._text.tabbed(made, named, tabs, goes_on=goes_on, spoken=_SPOKEN_TAB)

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
            name = self._functions[cache_key] = self._palette.define(
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
        inner = self._inside(form, base, kind.bare) if kind.is_text else "b"
        framed = frame(form, edges)
        if not framed:
            outer.append(f"inset: (left: {pt(left)}, right: {pt(form.right - kind.slack)})")
            return f"block({', '.join(outer)}, {_around(inner, kind.drawn)})"
        if leading := self._palette.share(base, form):
            inner = f"{{{inner}; v({pt(leading)})}}"
        pads, frames = framed
        pad = {"left": left, "right": form.right - kind.slack, "top": 0.0, "bottom": 0.0}
        for side, length in pads.items():
            pad[side] += length
        padding = ", ".join(f"{side}: {pt(length)}" for side, length in pad.items() if length)
        for arguments in reversed(frames):
            inner = f"block({arguments}, {inner})"
        body = f"pad({padding + ', ' if padding else ''}{inner})"
        return f"block({', '.join(outer)}, {_around(body, kind.drawn)})"

    def _inside(self, form: ParagraphFormat, base: TextFormat, bare: bool) -> str:
        leading = self._palette.share(base, form)
        rules = [f"set text({self._palette.arguments(base, form, leading)})"]
        if not form.widow_control:
            rules.append("set text(costs: (widow: 0%, orphan: 0%))")
        arguments: list[str] = []
        if leading:
            arguments.append(f"leading: {pt(leading)}")
        if form.align in ("both", "distribute"):
            arguments.append("justify: true")
        inside = "b"
        if form.first_line > 0 and _ALIGN[form.align] != "left":
            inside = f"{{h({pt(form.first_line)}); b}}"  # Typst indents the first line at the left margin only
        elif form.first_line > 0:
            arguments.append(f"first-line-indent: (amount: {pt(form.first_line)}, all: true)")
        elif form.first_line < 0:
            arguments.append(f"hanging-indent: {pt(-form.first_line)}")
        if _ALIGN[form.align] != "left":
            rules.append(f"set align({_ALIGN[form.align]})")
        if bare:
            rules.extend(f"set par({argument})" for argument in arguments)
            return "{" + "; ".join([*rules, inside]) + "}"
        return "{" + "; ".join(rules) + f"; par({', '.join([*arguments, inside])})}}"


def _above(form: ParagraphFormat, line: float) -> float:
    """What a multiple of single spacing leaves above a line of this height."""
    return line * (1 - 1 / form.line) if form.line_rule == "auto" and form.line > 1 else 0.0


def _is_hung(items: list[Inline]) -> bool:
    """Whether a drawing that text flows round hangs on the paper."""
    return any(
        isinstance(item, Drawing)
        and (anchor := item.anchor) is not None
        and anchor.wrap != "none"
        and anchor.from_y not in ("paragraph", "line")
        for item in items
    )


def _around(body: str, drawn: bool) -> str:
    """The body with what is drawn behind it before it, and what covers it after it."""
    return f"{{d; {body}; e}}" if drawn else body
