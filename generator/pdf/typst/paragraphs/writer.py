"""Paragraphs as calls of the functions of their formats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import inf
from typing import NamedTuple

from generator.layout.tree import Paragraph, ParagraphFormat, Run, Settings, Tab, TextFormat
from generator.pdf.floating.obstacles import Obstacle
from generator.pdf.floating.rooms import TURNED
from generator.pdf.floating.wrapping import BESIDE
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.heights import line_count, paragraph_height
from generator.pdf.measuring.keeping import room
from generator.pdf.measuring.line_metrics import edges as metrics
from generator.pdf.measuring.paragraph_parts import base_look, is_simple, is_visible, split_lead
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.drawings import DrawingWriter
from generator.pdf.typst.floats.pictures import alone, room_for
from generator.pdf.typst.frames import ALONE, Edges, frame
from generator.pdf.typst.literals import pt
from generator.pdf.typst.palette import Palette
from generator.pdf.typst.paragraphs.beside import BesideWriter
from generator.pdf.typst.paragraphs.functions import Kind, ParagraphFunctions
from generator.pdf.typst.paragraphs.headings import Outline, heading
from generator.pdf.typst.paragraphs.hung import HungWriter, has_anchors, is_hung
from generator.pdf.typst.paragraphs.labels import in_one, outdented
from generator.pdf.typst.setting import Setting
from generator.pdf.typst.text.pieces import Line
from generator.pdf.typst.text.tabbed import TextWriter

# Longer than this a paragraph may be taller than a page, and Typst would let an unbreakable one run off it.
KEEP_LIMIT = 2500
_WHITE = "FFFFFF"
_ORPHANS = _WIDOWS = 2  # lines


class Stance(NamedTuple):
    """How a paragraph stands among its neighbours, ``gap`` points below what stands above it.

    ``share`` of the gap is line spacing of what stands above. ``lead`` is how far its first line lies below the
    point from which anchored drawings are measured. ``obstacle`` is a picture that its text flows beside. ``bare``
    leaves out the paragraph's own tag where it is all a cell holds, which halves the time a table takes. ``top`` is how
    far below the paper's edge its block begins, in a cell below the first text; ``None`` where that is not known, and
    ``told`` may tell it, with how much of that holds empty paragraphs alone, right above. ``sink`` is by how much its
    last line reaches further down.
    """

    gap: float = 0.0
    edges: Edges = ALONE
    lead: float = 0.0
    share: float = 0.0
    obstacle: Obstacle | None = None
    bare: bool = False
    top: float | None = None
    sink: float = 0.0
    told: Callable[[], tuple[float, float] | None] | None = None


_KINDS = {(keep, bare): Kind(keep=keep, bare=bare) for keep in (False, True) for bare in (False, True)}
_EMPTY = Kind(is_text=False, keep=True)
_EMPTY_DRAWN = Kind(is_text=False, keep=True, drawn=True)


class ParagraphWriter:
    """Writes paragraphs; ``outline`` and ``settings`` are those of the whole document."""

    def __init__(
        self,
        palette: Palette,
        faces: Faces,
        coverage: Coverage,
        text: TextWriter,
        drawings: DrawingWriter,
        outline: Outline,
        settings: Settings,
    ) -> None:
        self._count, self._settings = 0, settings
        self._palette, self._faces, self._coverage = palette, faces, coverage
        self._text, self._outline = text, outline
        self.layers = drawings.layers
        self._functions = ParagraphFunctions(palette)
        self._beside, self._hung = BesideWriter(faces, coverage, text), HungWriter(faces, coverage, text, drawings)

    def write(self, paragraph: Paragraph, stance: Stance, setting: Setting) -> tuple[str, Obstacle | None]:
        """The call that prints the paragraph, and what is left below it of the picture its text flows beside."""
        gap, edges, lead, share, obstacle, bare, top, sink, told = stance
        self._count += 1
        number, turn = self._count, self._settings.turned.get(self._count, inf)
        if obstacle is not None and not turn:
            obstacle = None
            paragraph = replace(paragraph, items=[TURNED, *paragraph.items])
        if paragraph.label_align != "left":
            paragraph = outdented(paragraph, self._text)
        if " " in paragraph.label and paragraph.items:
            paragraph = in_one(paragraph, setting.width, self._text)
        form = paragraph.format
        items = paragraph.items
        drawn = hold = hung = ""
        if obstacle is not None:
            obstacle = obstacle.lower(gap if obstacle.full else gap - share)  # which counts with the lines above
        if obstacle is not None and obstacle.full and not self._beside.is_amid(paragraph, setting.width, obstacle):
            gap, obstacle = self._beside.below(paragraph, setting.width, gap, max(gap, lead), obstacle)
        if (
            obstacle is None
            and len(items) == 1
            and isinstance(only := items[0], Run)
            and is_simple(only, form)
            and paragraph.chapter is None
        ):
            line = Line(form, only.format, setting.width - form.left - form.right, setting)
            items, slack, _ = self._text.broken(items, line)
            keep = form.keep_lines and len(only.text) <= KEEP_LIMIT
            kind = _KINDS[keep, bare and form.first_line == 0]
            if slack:
                kind = kind._replace(slack=slack)
            body = (
                self._text.run(items[0], line)
                if len(items) == 1 and isinstance(items[0], Run)
                else self._text.content(items, line)
            )
            body = self._sunk(body, only.format, form, sink) if sink else body
            return f"{self._functions.name(form, only.format, edges, kind)}({pt(gap)},{body})", None
        if has_anchors(items):
            held = told() if top is None and told is not None and obstacle is None and is_hung(items) else None
            where = (top, False, 0.0) if held is None else (held[0], True, held[1])
            if obstacle is not None and not obstacle.full:
                paragraph = self._hung.moved_aside(paragraph, obstacle)
            made_room = self._hung.anchored(paragraph, setting, edges, lead, max(gap - share, lead), where, obstacle)
            drawn, items, beside, above = made_room
            obstacle = obstacle.lower(above) if obstacle is not None else None
            if obstacle is not None and beside is not None:
                beside = obstacle.joined(beside)
            elif beside is not None and setting.breaks and self._holds(paragraph, setting.width, beside):
                hold, gap = room_for(gap, above + beside.foot, sticky=form.keep_next), 0.0
            elif above and setting.breaks and is_visible(items):
                hold, hung, gap = self._with_picture(replace(paragraph, items=items), setting, above, gap)
            obstacle = beside or obstacle
        apart = obstacle is not None and obstacle.full and not self._beside.is_amid(paragraph, setting.width, obstacle)
        if obstacle is not None and not apart and form.shading is not None:
            paragraph = self._unshaded(paragraph)
            form = paragraph.format
        if obstacle is not None and apart:
            tall = paragraph_height(paragraph, setting.width, self._faces)
            obstacle = obstacle.lower(tall - self.share(paragraph, edges))  # the gap below holds that share
        elif obstacle is not None:
            made = self._beside.beside(items, paragraph, setting, obstacle, number, turn)
            again = max(gap - share, lead)
            while made is None and obstacle is not None:
                if drawn:  # it would move with the paragraph
                    self._coverage.cannot(BESIDE)
                narrow = Obstacle(0.0, min(one.bottom for one in obstacle.each()), full=True)
                lower, _ = self._beside.below(paragraph, setting.width, gap, again, narrow)
                gap, obstacle = lower, obstacle.lower(lower - gap)
                if obstacle is not None:
                    made = self._beside.beside(items, paragraph, setting, obstacle, number, turn)
            items, obstacle = made or (items, None)
        if not is_visible(items):
            look = base_look(items, paragraph.mark)
            single = sum(metrics(self._faces.face(look.font), look.size, form))
            body = f"block(height: {pt(single + sink)})"
            name = self._functions.name(form, look, edges, _EMPTY_DRAWN if drawn else _EMPTY)
            return f"{hold}{name}({pt(gap)},{drawn}{body})", obstacle
        base = base_look(items, paragraph.mark, labelled=bool(paragraph.label))
        line = Line(form, base, setting.width - form.left - form.right, setting, bool(paragraph.label))
        items, slack, tabs = self._text.broken(items, line)
        keep = form.keep_lines and len(paragraph.text) <= KEEP_LIMIT
        head, rest = split_lead(items) if form.outline_level is not None and setting.headings else ([], items)
        if form.outline_level is None or not head:
            body = self._text.content(items, line, tabs)
            if all(isinstance(item, Tab) for item in items):  # nothing but room: the tab gives the line its height
                above, below = metrics(self._faces.face(base.font), base.size, form)
                body = f"{{{body}; box(height: {pt(above + below)}, baseline: {pt(below)})}}"
        else:
            level = self._outline.level(form.outline_level)
            body = heading(self._text, level, head, line, tabs, goes_on=bool(rest))
            if rest:
                body = "{" + body + ";" + self._text.content(rest, line, tabs) + "}"
        body = self._sunk(body, base, form, sink) if sink else body
        if paragraph.chapter is not None:
            from generator.pdf.typst.text import chapters  # here: few documents hold any

            body = chapters.marked(body, paragraph.chapter)
        kind = Kind(
            keep=keep,
            drawn=bool(drawn),
            bare=bare and not drawn and form.first_line == 0,
            slack=slack,
        )
        return f"{hold}{self._functions.name(form, base, edges, kind)}({pt(gap)},{drawn}{body}){hung}", obstacle

    def _unshaded(self, paragraph: Paragraph) -> Paragraph:
        """The paragraph beside a drawing without its white fill, which would cover that; notes a fill that is seen."""
        if (paragraph.format.shading or "").upper() != _WHITE:
            self._coverage.cannot(BESIDE)
        return replace(paragraph, format=replace(paragraph.format, shading=None))

    def _holds(self, paragraph: Paragraph, width: float, obstacle: Obstacle) -> bool:
        """Whether a paragraph goes to the next page where the drawing has no room beside or among its lines."""
        return not obstacle.full or self._beside.is_amid(paragraph, width, obstacle)

    def _with_picture(self, paragraph: Paragraph, setting: Setting, above: float, gap: float) -> tuple[str, str, float]:
        """Code before and after a paragraph ``above`` points below where its picture begins, and the gap that is left.

        Both go to the next page where its first lines have no room below the picture. Where no page has that, the
        picture begins a page, and its text goes on on the next one, but for a single line that the paper holds.
        """
        form, page = paragraph.format, setting.page
        count = line_count(paragraph, setting.width, self._faces)
        held = count if count < _ORPHANS + _WIDOWS else _ORPHANS
        tall = paragraph_height(paragraph, setting.width, self._faces) / count
        foot, most = above + tall * (held if form.widow_control else 1), room(page) - form.before
        if foot > most and count == 1 and page.top + foot <= page.height:
            return *alone(gap, most, form.before), 0.0
        return room_for(gap, min(foot, most), sticky=form.keep_next), "", 0.0

    def share(self, paragraph: Paragraph, edges: Edges = ALONE) -> float:
        """What line spacing adds below the last line, in points: none inside a frame, whose height holds it."""
        form = paragraph.format
        if form.line_rule != "auto" or form.line <= 1 or frame(form, edges) is not None:
            return 0.0
        return self._palette.share(base_look(paragraph.items, paragraph.mark, labelled=bool(paragraph.label)), form)

    def _sunk(self, body: str, look: TextFormat, form: ParagraphFormat, sink: float) -> str:
        """The body with a last line that reaches further down."""
        deep = metrics(self._faces.face(look.font), look.size, form)[1] + sink
        return f"{{{body}; box(height: {pt(deep)}, baseline: {pt(deep)})}}"
