"""The parts a chart is drawn with: texts, rectangles, lines and outlines, each at its place."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from generator.layout.charts.model import Fill, Look
from generator.layout.drawings.parts import DrawingParts
from generator.layout.names import XML_SPACE, W
from generator.layout.outlines.paths import Outline, Path, Point, Step
from generator.layout.tree import Border, Box, Drawing, Stroke

Placed: TypeAlias = tuple[float, float, Drawing]
LINE = 1.25  # the height of a line of text as a share of its size
_NARROW, _WIDE = set("iljtfrI.,:;'|!()[] -"), set("mwMWĐQOGCD%@&")
_SHARES = (0.28, 0.5, 0.82)
_CAPITAL = 0.62
_SPARE = 4.0


def text_width(text: str, look: Look) -> float:
    """About how wide a text is: charts leave room for it before anything measures it."""
    total = 0.0
    for char in text:
        share = _SHARES[0] if char in _NARROW else _SHARES[2] if char in _WIDE else _SHARES[1]
        total += max(share, _CAPITAL) if char.isupper() and char not in _NARROW else share
    return total * look.size * (1.06 if look.bold else 1.0)


class Canvas:
    """Collects what a chart shows, each part with its left and top edge."""

    def __init__(self, parts: DrawingParts) -> None:
        self._parts = parts
        self.placed: list[Placed] = []

    def box(self, x: float, y: float, width: float, height: float, fill: Fill, line: Border | None = None) -> None:
        """A rectangle, also where its width or height is counted backwards."""
        x, y = min(x, x + width), min(y, y + height)
        if fill is not None or line is not None:
            self.placed.append((x, y, Drawing(Box(line, fill), abs(width), abs(height))))

    def line(self, start: Point, end: Point, line: Border | None) -> None:
        """A straight line."""
        if line is None:
            return
        (x1, y1), (x2, y2) = start, end
        rising = (x2 - x1) * (y2 - y1) < 0
        self.placed.append((min(x1, x2), min(y1, y2), Drawing(Stroke(line, rising), abs(x2 - x1), abs(y2 - y1))))

    def path(self, steps: list[Step], fill: Fill, line: Border | None) -> None:
        """An outline, filled or not."""
        points = [point for _, held in steps for point in held]
        if not points or (fill is None and line is None):
            return
        left, top = min(x for x, _ in points), min(y for _, y in points)
        moved = tuple((kind, tuple((x - left, y - top) for x, y in held)) for kind, held in steps)
        outline = Outline((Path(moved, filled=fill is not None),))
        size = max(x for x, _ in points) - left, max(y for _, y in points) - top
        self.placed.append((left, top, Drawing(Box(line, fill, outline=outline), *size)))

    def text(
        self,
        lines: list[str],
        x: float,
        y: float,
        look: Look,
        align: str = "center",
        wide: float = 0.0,
        turned: float = 0.0,
        below: bool = False,
    ) -> None:
        """Lines of text about the middle ``x``, ``y``; to the left or right of it where they are aligned so.

        Lines longer than ``wide`` are broken where that is given; ``below`` the text hangs from ``y``.
        """
        if not any(line.strip() for line in lines):
            return
        width = wide or max(text_width(line, look) for line in lines) * 1.3 + _SPARE
        height = look.size * LINE * sum(self.rows(line, look, wide) for line in lines) + _SPARE
        content = etree.Element(W + "txbxContent")
        for line in lines:
            content.append(_paragraph(line, look, align))
        left = {"left": x, "right": x - width}.get(align, x - width / 2)
        box = Box(blocks=self._parts.blocks(content), margins=(0.0, 0.0, 0.0, 0.0), wraps=bool(wide))
        box.valign = "top" if below else "center"
        self.placed.append((left, y if below else y - height / 2, Drawing(box, width, height, turned=turned % 360)))

    @staticmethod
    def rows(text: str, look: Look, wide: float) -> int:
        """How many lines a text fills in this width, 1 where it is not broken."""
        if not wide:
            return 1
        count, x = 1, 0.0
        for word in text.split(" "):
            length = text_width(word, look)
            if x and x + length + look.size * _SHARES[0] > wide * 0.95:
                count, x = count + 1, 0.0
            x += length + look.size * _SHARES[0]
        return count


def _paragraph(text: str, look: Look, align: str) -> etree._Element:
    made = etree.Element(W + "p")
    properties = etree.SubElement(made, W + "pPr")
    spacing = {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}
    etree.SubElement(properties, W + "spacing", {W + name: value for name, value in spacing.items()})
    etree.SubElement(properties, W + "ind", {W + "left": "0", W + "right": "0", W + "firstLine": "0"})
    etree.SubElement(properties, W + "jc", {W + "val": align})
    run = etree.SubElement(made, W + "r")
    said = etree.SubElement(run, W + "rPr")
    etree.SubElement(said, W + "rFonts", {W + "asciiTheme": "minorHAnsi", W + "hAnsiTheme": "minorHAnsi"})
    for name, on in (("b", look.bold), ("i", look.italic)):
        etree.SubElement(said, W + name, {W + "val": "1" if on else "0"})
    if look.color is not None:
        etree.SubElement(said, W + "color", {W + "val": look.color[:6]})
    etree.SubElement(said, W + "sz", {W + "val": str(round(look.size * 2))})
    mark = etree.SubElement(properties, W + "rPr")
    etree.SubElement(mark, W + "sz", {W + "val": str(round(look.size * 2))})
    etree.SubElement(run, W + "t", {XML_SPACE: "preserve"}).text = text
    return made
