"""``w:tblpPr``: tables that stand where their place says, with the text around them."""

from __future__ import annotations

from generator.layout.names import Element, W, points
from generator.layout.tree import Anchor

FLOATING = "bảng trôi (chữ chảy quanh)"
_ANCHORS_X = {"text": "column", "margin": "margin", "page": "page"}
_ANCHORS_Y = {"text": "paragraph", "margin": "margin", "page": "page"}


def read_place(place: Element, padding: float) -> Anchor | None:
    """Where a floating table stands, ``None`` where that changes from page to page.

    Where attributes are left out Word measures from the column and the top margin. ``padding`` is how far the table's
    edge lies outside the text of its first column, which is what old files measure to.
    """

    def of(name: str) -> float:
        return points(place.get(W + name)) or 0.0

    across, down = place.get(W + "tblpXSpec"), place.get(W + "tblpYSpec")
    if {across, down} & {"inside", "outside"}:
        return None
    from_y = _ANCHORS_Y.get(place.get(W + "vertAnchor", "margin"), "margin")
    if down == "inline":
        from_y, down = "paragraph", None
    return Anchor(
        _ANCHORS_X.get(place.get(W + "horzAnchor", "text"), "column"),
        from_y,
        0.0 if across else of("tblpX") - padding,
        0.0 if place.get(W + "tblpYSpec") else of("tblpY"),
        across,
        down if from_y != "paragraph" else None,  # Word aligns with no paragraph
        wrap="square",
        distance=(of("topFromText"), of("bottomFromText")),
        beside=(of("leftFromText"), of("rightFromText")),
    )
