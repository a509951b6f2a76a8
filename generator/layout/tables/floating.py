"""``w:tblpPr``: tables that text could flow beside, drawn in their place where it cannot."""

from __future__ import annotations

from typing import Literal, cast

from generator.layout.names import Element, W, points
from generator.layout.tree import Table

FLOATING = "bảng trôi (chữ chảy quanh)"
_BESIDE = 72.0  # points: Word sets no text beside a table in less room


def set_down(table: Table, place: Element, text_width: float, *, first: bool) -> bool:
    """Gives a floating table the place that an ordinary one has there, and says whether it can.

    It can where no text has room beside it and where it hangs on the text that follows, or on the page above which
    nothing stands yet (``first``). Where attributes are left out Word measures from the column and the top margin.
    """

    def of(name: str) -> float:
        return points(place.get(W + name)) or 0.0

    across, x = place.get(W + "tblpXSpec"), of("tblpX")
    if across in ("inside", "outside") or place.get(W + "horzAnchor") == "page":
        return False
    wide = sum(table.columns)
    left = {"center": (text_width - wide) / 2, "right": text_width - wide}.get(across or "", 0.0 if across else x)
    if max(left - of("leftFromText"), text_width - left - wide - of("rightFromText")) >= _BESIDE:
        return False
    down, y = place.get(W + "vertAnchor", "margin"), of("tblpY")
    if place.get(W + "tblpYSpec") not in (None, "inline", "top") or y < 0:
        return False
    if down != "text" and not (down == "margin" and first):
        return False
    table.before, table.after = y, of("bottomFromText")
    if across in ("center", "right"):
        table.align = cast(Literal["left", "center", "right"], across)
        table.indent = 0.0
    else:
        table.align, table.indent = "left", left
    return True
