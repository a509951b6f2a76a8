"""Letters stretched over a frame: how wide and how tall they are by themselves, and their outlines."""

from __future__ import annotations

from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.pens.boundsPen import BoundsPen

from generator.layout.outlines.paths import Outline, Path, Point, Step
from generator.layout.tree import Box, Paragraph, TextFormat
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.line_metrics import edges
from generator.pdf.measuring.typefaces import Faces, Typeface
from generator.pdf.typst.literals import pt, stroke
from generator.pdf.typst.setting import Setting
from generator.pdf.typst.shapes.curves import write_outline
from generator.records import record

_SHARES = {"left": 0.0, "right": 1.0}
_SLACK = 1.0  # points beside a line, so that no word of it goes to the next


def write_word_art(box: Box, wide: float, height: float, setting: Setting, faces: Faces, coverage: Coverage) -> str:
    """The text of a box stretched over it; as outlines in headers, where it is no part of the text."""
    (paragraph,) = box.blocks
    assert isinstance(paragraph, Paragraph)
    look, lines = paragraph.mark, paragraph.text.split("\n")
    face = faces.face(look.font)
    if not set("".join(lines)) - {" "} <= set(map(chr, face.widths(look.bold, look.italic))):
        coverage.cannot("chữ nghệ thuật (WordArt) có ký tự không có trong phông")
        return "[]"
    size = extent(lines, look, face)
    top, foot = (size.top, size.foot) if box.stretched == "ink" else (0.0, len(lines) * size.line)
    scale = wide / (size.width or 1.0), height / ((foot - top) or 1.0)
    if not setting.links:
        drawn = outlines(lines, look, face, size, scale, top, _SHARES.get(paragraph.format.align, 0.5))
        return write_outline(drawn, box.line, look.color, wide, height)
    room = size.width * look.size + 2 * _SLACK
    text = setting.inset(box.blocks, setting.in_box(room))
    if box.line is not None:
        text = f"{{set text(stroke: {stroke(box.line.width, box.line.color, box.line.style)}); {text}}}"
    above = edges(face, look.size, paragraph.format)[0]
    x, y = (100 * part / look.size for part in scale)
    body = f"scale(x: {x:.4f}%, y: {y:.4f}%, origin: top + left, block(width: {pt(room)}, {text}))"
    dx, dy = -_SLACK * x / 100, (size.baseline - top - above / look.size) * scale[1]
    return f"block(width: {pt(wide)}, height: {pt(height)}, place(top + left, dx: {pt(dx)}, dy: {pt(dy)}, {body}))"


@record(frozen=True)
class Extent:
    """How lines of text stand by themselves: their width, the height of one, its baseline, and their ink; in em."""

    width: float
    line: float
    baseline: float
    top: float
    foot: float


def extent(lines: list[str], look: TextFormat, face: Typeface) -> Extent:
    """What lines of one look take; ``top`` and ``foot`` of their ink are measured down from the top of the first."""
    with face.opened(look.bold, look.italic) as font:
        glyphs, units, codes = font.getGlyphSet(), font["head"].unitsPerEm, font.getBestCmap()
        tall, baseline = face.ascent + face.descent + face.gap, face.ascent + face.gap
        tops, feet = [baseline], [0.0]
        for number, text in enumerate(lines):
            for char in text:
                pen = BoundsPen(glyphs)
                if (name := codes.get(ord(char))) is not None:
                    glyphs[name].draw(pen)
                if pen.bounds is not None:
                    tops.append(number * tall + baseline - pen.bounds[3] / units)
                    feet.append(number * tall + baseline - pen.bounds[1] / units)
    return Extent(max(_width(text, look, face) for text in lines), tall, baseline, min(tops), max(feet))


def outlines(
    lines: list[str], look: TextFormat, face: Typeface, size: Extent, scale: Point, top: float, share: float
) -> Outline:
    """The lines as outlines, so many points to the em across and down; ``top`` em are left out above.

    ``share`` of what a shorter line leaves free is left of it.
    """
    across, down = scale
    paths: list[Path] = []
    with face.opened(look.bold, look.italic) as font:
        glyphs, units, codes = font.getGlyphSet(), font["head"].unitsPerEm, font.getBestCmap()
        advances = face.widths(look.bold, look.italic)
        for number, text in enumerate(lines):
            x = (size.width - _width(text, look, face)) * share
            foot = number * size.line + size.baseline - top
            for char in text:
                if (name := codes.get(ord(char))) is not None:
                    pen = _Pen(glyphs, (x * across, foot * down), (across / units, down / units))
                    glyphs[name].draw(pen)
                    paths += [Path(tuple(pen.steps))] if pen.steps else []
                x += advances.get(ord(char), 0.0)
    return Outline(tuple(paths))


def _width(text: str, look: TextFormat, face: Typeface) -> float:
    advances = face.widths(look.bold, look.italic)
    return sum(advances.get(ord(char), 0.0) for char in text)


class _Pen(BasePen):  # type: ignore[misc]
    """Draws a glyph from a point of the frame, so many points to its units."""

    def __init__(self, glyphs: Any, start: Point, scale: Point) -> None:
        super().__init__(glyphs)
        self._start, self._scale = start, scale
        self.steps: list[Step] = []

    def _at(self, point: Point) -> Point:
        return self._start[0] + point[0] * self._scale[0], self._start[1] - point[1] * self._scale[1]

    def _moveTo(self, point: Point) -> None:  # noqa: N802
        self.steps.append(("M", (self._at(point),)))

    def _lineTo(self, point: Point) -> None:  # noqa: N802
        self.steps.append(("L", (self._at(point),)))

    def _curveToOne(self, one: Point, two: Point, end: Point) -> None:  # noqa: N802
        self.steps.append(("C", (self._at(one), self._at(two), self._at(end))))

    def _closePath(self) -> None:  # noqa: N802
        self.steps.append(("Z", ()))
