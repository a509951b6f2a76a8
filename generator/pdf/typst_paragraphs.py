"""Paragraphs as calls of Typst functions, one function for each format."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.layout.tree import (
    Border,
    Field,
    Inline,
    LineBreak,
    PageBreak,
    Paragraph,
    ParagraphFormat,
    Run,
    Side,
    Tab,
    TextFormat,
)
from generator.pdf.line_metrics import line_height, rounding_share
from generator.pdf.literals import pt, rgb, stroke
from generator.pdf.palette import Palette
from generator.pdf.typst_text import Line, TextWriter

# Longer than this a paragraph may be taller than a page, and Typst would let an unbreakable one run off it.
_KEEP_LIMIT = 2500
_FRAME: tuple[Side, ...] = ("top", "bottom", "left", "right")
_ALIGN = {"left": "left", "center": "center", "right": "right", "both": "left", "distribute": "left"}


@dataclass(frozen=True, slots=True)
class Edges:
    """Which border lines a paragraph shows: neighbours with equal borders share one frame."""

    top: bool = True
    bottom: bool = True


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

    def __init__(self, palette: Palette, text: TextWriter, outline: Outline, default_tab: float) -> None:
        self._palette, self._text, self._outline = palette, text, outline
        self._default_tab = default_tab
        self._functions: dict[tuple[ParagraphFormat, TextFormat, bool, bool, Edges], str] = {}

    def write(
        self,
        paragraph: Paragraph,
        gap: float,
        width: float,
        edges: Edges,
        page_format: str,
        *,
        headings: bool = True,
    ) -> str:
        """The call that prints the paragraph ``gap`` points below what stands above it."""
        form = paragraph.format
        items = paragraph.items
        if not _is_visible(items):
            body = f"block(height: {pt(line_height(self._palette.face(paragraph.mark.font), paragraph.mark, form))})"
            return f"{self._function(form, paragraph.mark, False, True, edges)}({pt(gap)},{body})"
        base = next((i.format for i in items if isinstance(i, Run) and i.text.strip()), paragraph.mark)
        line = Line(form, base, width - form.left - form.right, page_format, self._default_tab)
        items = self._text.broken(items, line)
        keep = form.keep_lines and len(paragraph.text) <= _KEEP_LIMIT
        level = None if form.outline_level is None or not headings else self._outline.level(form.outline_level)
        if level is None:
            body = self._text.content(items, line)
        else:
            lead, rest = split_lead(items)
            body = f"heading(level: {level}, {{{';'.join(self._heading(lead, line))}}})"
            if rest:
                body = "{" + body + ";" + self._text.content(rest, line) + "}"
        return f"{self._function(form, base, True, keep, edges)}({pt(gap)},{body})"

    def define(self, parameters: str, body: str) -> str:
        """The name of a Typst function with this definition, for cells as well."""
        return self._palette.define(parameters, body)

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

    def _function(self, form: ParagraphFormat, base: TextFormat, is_text: bool, keep: bool, edges: Edges) -> str:
        cache_key = (form, base, is_text, keep, edges)
        name = self._functions.get(cache_key)
        if name is None:
            name = self._functions[cache_key] = self._palette.define(
                "g, b", self._definition(form, base, is_text, keep, edges)
            )
        return name

    def _definition(self, form: ParagraphFormat, base: TextFormat, is_text: bool, keep: bool, edges: Edges) -> str:
        outer = ["above: g", "width: 100%"]
        if form.keep_next:
            outer.append("sticky: true")
        if keep:
            outer.append("breakable: false")
        left = form.left + min(form.first_line, 0.0)
        percent = f"{rounding_share(self._palette.face(base.font), base) * 100:.4f}"
        inner = self._inside(form, base) if is_text else "b"
        frame = self._frame(form, edges)
        if not frame:
            outer.append(f"inset: (left: {pt(left)}, right: {pt(form.right)} + {percent}%)")
            return f"block({', '.join(outer)}, {inner})"
        pads, inside = frame
        pad = {"left": left, "right": form.right, "top": 0.0, "bottom": 0.0}
        for side, length in pads.items():
            pad[side] += length
        padding = ", ".join(f"{side}: {pt(length)}" for side, length in pad.items() if length)
        return f"block({', '.join(outer)}, pad({padding + ', ' if padding else ''}block({inside}, {inner})))"

    def _inside(self, form: ParagraphFormat, base: TextFormat) -> str:
        rules = [f"set text({self._palette.arguments(base, form)})"]
        if not form.widow_control:
            rules.append("set text(costs: (widow: 0%, orphan: 0%))")
        arguments: list[str] = []
        if form.align in ("both", "distribute"):
            arguments.append("justify: true")
        if form.first_line > 0:
            arguments.append(f"first-line-indent: (amount: {pt(form.first_line)}, all: true)")
        elif form.first_line < 0:
            arguments.append(f"hanging-indent: {pt(-form.first_line)}")
        if _ALIGN[form.align] != "left":
            rules.append(f"set align({_ALIGN[form.align]})")
        return "{" + "; ".join(rules) + f"; par({', '.join([*arguments, 'b'])})}}"

    def _frame(self, form: ParagraphFormat, edges: Edges) -> tuple[dict[str, float], str] | None:
        """Padding outside and the arguments of the framed block, ``None`` for a paragraph without frame.

        A line takes its width and its distance from the text inside the paragraph's height, as in Word; left
        and right lines stand outside the indents. Typst centres a stroke on the block's edge.
        """
        lines: dict[Side, Border] = {}
        for side in _FRAME:
            border = form.border(side)
            if border is not None and (side not in ("top", "bottom") or getattr(edges, side)):
                lines[side] = border
        if not edges.top and (between := form.border("between")) is not None:
            lines["top"] = between
        if not lines and not form.shading:
            return None
        pads: dict[str, float] = {}
        insets: list[str] = []
        for side, border in lines.items():
            half = border.width / 2
            outward = side in ("left", "right")
            pads[side] = -(border.space + half) if outward else half
            insets.append(f"{side}: {pt(border.space + half)}")
        inside = ["width: 100%"]
        if lines:
            strokes = ", ".join(f"{s}: {stroke(b.width, b.color, b.style)}" for s, b in lines.items())
            inside.append(f"stroke: ({strokes})")
            inside.append(f"inset: ({', '.join(insets)})")
        if form.shading:
            inside.append(f"fill: {rgb(form.shading)}")
        return pads, ", ".join(inside)


def _is_visible(items: list[Inline]) -> bool:
    return any(
        isinstance(item, Field | LineBreak | Tab)
        or (
            isinstance(item, Run)
            and not item.format.hidden
            and (bool(item.text.strip(" ")) or (bool(item.text) and bool(item.format.underline)))
        )
        for item in items
    )


def split_lead(items: list[Inline]) -> tuple[list[Inline], list[Inline]]:
    """The bold lead of a heading paragraph (``Điều 1.``) and the rest; all of it when it is not bold before plain."""
    for index, item in enumerate(items):
        if not isinstance(item, Run) or item.format.bold or not item.text.strip():
            continue
        if index == 0:
            break
        lead, rest = list(items[:index]), list(items[index:])
        last = lead[-1]
        if isinstance(last, Run) and last.text != last.text.rstrip():
            kept = last.text.rstrip()
            lead[-1:] = [Run(kept, last.format, last.link)] if kept else []
            rest.insert(0, Run(last.text[len(kept) :], last.format, last.link))
        return (lead, rest) if lead else (list(items), [])
    return list(items), []


def split_pages(paragraph: Paragraph) -> list[Paragraph | None]:
    """The paragraph cut at its page breaks, ``None`` for each break; parts without content fall away."""
    if not any(isinstance(item, PageBreak) for item in paragraph.items):
        return [paragraph]
    parts: list[Paragraph | None] = []
    items: list[Inline] = []
    for item in [*paragraph.items, None]:
        if item is not None and not isinstance(item, PageBreak):
            items.append(item)
            continue
        if items:
            parts.append(replace(paragraph, items=items))
            items = []
        if item is not None:
            parts.append(None)
    return parts
