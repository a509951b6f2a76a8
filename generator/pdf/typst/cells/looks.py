"""The looks of cells as Typst functions, one for each: their rules, margins and fill."""

from __future__ import annotations

from generator.layout.tree import CellFormat
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.typst.double_rules import single
from generator.pdf.typst.literals import pt, rgb, stroke
from generator.pdf.typst.palette import Palette

SIDES = ("top", "left", "bottom", "right")
"""The lines of a cell, as its format and Typst name them."""
_VALIGN = {"top": "top", "center": "horizon", "bottom": "bottom"}


class CellLooks:
    """Defines the function of each look in the palette when it is first asked for."""

    def __init__(self, palette: Palette, coverage: Coverage) -> None:
        self._palette, self._coverage = palette, coverage
        self._cells: dict[tuple[object, ...], str] = {}
        # Formats are shared objects: their identity is a cheaper key than their fields.
        self._near: dict[tuple[object, ...], tuple[str, CellFormat]] = {}

    def function(self, kind: str, form: CellFormat, top: float, bottom: float, whole: bool) -> str:
        """The name of the function for cells of a ``kind`` of table that stand free above and below by so much.

        A cell that is ``whole`` is parted by no page's foot.
        """
        near = self._near.get((id(form), kind, top, bottom, whole))
        if near is not None:
            return near[0]
        cache_key = (kind, form, round(top, 3), round(bottom, 3), whole)
        name = self._cells.get(cache_key)
        if name is None:
            name = self._cells[cache_key] = self._define(kind, form, top, bottom, whole)
        self._near[id(form), kind, top, bottom, whole] = name, form  # kept alive, so that no id comes twice
        return name

    def _define(self, kind: str, form: CellFormat, top: float, bottom: float, whole: bool) -> str:
        inset = f"(top: {pt(top)}, left: {pt(form.margin_left)}, bottom: {pt(bottom)}, right: {pt(form.margin_right)})"
        parts = [f"inset: {inset}", f"align: left + {_VALIGN[form.valign]}"]
        borders = {side: border for side in SIDES if (border := single(getattr(form, side))) is not None}
        for meant in {border.meant: None for border in borders.values() if border.meant}:
            self._coverage.drawn_plainer(meant)
        strokes = [f"{side}: {stroke(border.width, border.color, border.style)}" for side, border in borders.items()]
        if strokes:
            parts.append(f"stroke: ({', '.join(strokes)})")
        if form.shading:
            parts.append(f"fill: {rgb(form.shading)}")
        if whole:
            parts.append("breakable: false")
        return self._palette.define("x, y, b, ..a", f"{kind}.cell(x: x, y: y, ..a, {', '.join(parts)}, b)")
