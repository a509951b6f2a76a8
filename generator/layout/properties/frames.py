"""``w:framePr``: the frames that old files put page numbers and addresses in."""

from __future__ import annotations

from generator.layout.names import points
from generator.layout.tree import Anchor, Frame

_ANCHORS_X = {"text": "column", "margin": "margin", "page": "page"}
_ANCHORS_Y = {"text": "paragraph", "margin": "margin", "page": "page"}


def read_frame(said: dict[str, str] | None) -> Frame | None:
    """The frame that these attributes describe, ``None`` without any and for a dropped capital.

    A frame without a place of its own stands where its text would, as Word sets it.
    """
    if not said or _is_capital(said):
        return None
    align_x, align_y = said.get("xAlign"), said.get("yAlign")
    x, y = points(said.get("x")), points(said.get("y"))
    from_y = _ANCHORS_Y.get(said.get("vAnchor", "margin"), "margin")
    if y is None and align_y in (None, "inline"):
        from_y, align_y = "paragraph", None
    height = points(said.get("h"))
    if not (x or y or height or points(said.get("w"))) and said.get("h") and align_x in (None, "left") and not align_y:
        return None  # sizes and places of nothing, as LibreOffice writes for text that is in no frame
    around = points(said.get("hSpace")) or 0.0
    gap = points(said.get("vSpace")) or 0.0
    flows = said.get("wrap", "around") not in ("none", "notBeside")
    anchor = Anchor(
        _ANCHORS_X.get(said.get("hAnchor", "text"), "column"),
        from_y,
        x or 0.0,
        y or 0.0,
        align_x,
        align_y if align_y != "inline" else None,
        wrap="square" if flows else "topAndBottom",
        distance=(gap, gap),
        beside=(around, around) if flows else None,
    )
    exact = bool(height) and said.get("hRule") == "exact"
    return Frame(anchor, points(said.get("w")) or None, height or None, exact)


def strange_frame(said: dict[str, str] | None) -> list[str]:
    """In Vietnamese, what of a frame cannot be drawn: capitals dropped into the text, sides that change by page."""
    if not said:
        return []
    if _is_capital(said):
        return ["chữ cái lớn đầu đoạn"]
    if {said.get("xAlign"), said.get("yAlign")} & {"inside", "outside"}:
        return ["khung văn bản (frame) đặt theo lề trong hoặc lề ngoài của trang"]
    return []


def _is_capital(said: dict[str, str]) -> bool:
    return said.get("dropCap", "none") != "none"
