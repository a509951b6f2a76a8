"""Letters stretched over a frame: how wide and how tall they are by themselves, and their outlines."""

from __future__ import annotations

from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.pens.boundsPen import BoundsPen

from generator.layout.outlines.paths import Outline, Path, Point, Step
from generator.layout.tree import TextFormat
from generator.pdf.measuring.typefaces import Typeface
from generator.records import record


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
