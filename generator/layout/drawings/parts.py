"""What every kind of drawing needs from the file around it: pictures, the theme's colours, blocks of text."""

from __future__ import annotations

import colorsys
from collections.abc import Callable
from dataclasses import replace
from typing import Literal, TypeAlias

from generator.layout.metafiles import MetafileError, metafile_kind, metafile_svg
from generator.layout.names import A, Element, color, integer, local, points
from generator.layout.package import Package
from generator.layout.tree import Block, Border, Box, Drawing, Group, Picture, Stroke
from generator.opc import brief

ReadBlocks: TypeAlias = Callable[[Element], list[Block]]
DrawChart: TypeAlias = "Callable[[Element, DrawingParts, float, float], Drawing]"
_EMU = 12700.0
_WHOLE_HUE = 21_600_000.0
_CROSS = 8.0  # points
_NAMES = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", "phClr": "dk1"}
_PRESETS = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF", "yellow": "FFFF00",
    "gray": "808080", "grey": "808080", "darkRed": "8B0000", "darkBlue": "00008B", "darkGreen": "006400",
}  # fmt: skip
_MAGIC: tuple[tuple[bytes, Literal["png", "jpg", "gif", "webp"]], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"), (b"RIFF", "webp"),
)  # fmt: skip
_FOREIGN = {"emf": "ảnh EMF", "wmf": "ảnh WMF", "tif": "ảnh TIFF", "tiff": "ảnh TIFF", "bmp": "ảnh BMP",
            "pct": "ảnh PICT", "wdp": "ảnh WDP"}  # fmt: skip


class NotDrawnError(Exception):
    """A drawing the tree has no place for; the message names it in Vietnamese, empty for one that shows nothing."""


class AbsentPictureError(NotDrawnError):
    """A picture that is not in the file: linked from outside, and never fetched, or lost."""


class Theme:
    """The colours and line widths a theme stands for."""

    def __init__(self, root: Element | None) -> None:
        self.colors: dict[str, str] = {"dk1": "000000", "lt1": "FFFFFF"}
        self.lines: list[float] = []
        scheme = root.find(f".//{A}clrScheme") if root is not None else None
        for slot in scheme if scheme is not None else ():
            for said in slot:
                value = color(said.get("lastClr") or said.get("val"))
                if value:
                    self.colors[local(slot)] = value
        lines = root.find(f".//{A}lnStyleLst") if root is not None else None
        for line in lines if lines is not None else ():
            self.lines.append(points(line.get("w"), _EMU) or 0.75)


class DrawingParts:
    """Serves the drawings of one part of the package."""

    def __init__(
        self,
        package: Package,
        relations: dict[str, tuple[str, str]],
        theme: Theme,
        read_blocks: ReadBlocks,
        draw_chart: DrawChart | None = None,
    ) -> None:
        self._package, self._relations, self._theme, self.blocks = package, relations, theme, read_blocks
        self.draw_chart = draw_chart
        self.absent = 0

    def linked(self, relation: str, kind: str) -> tuple[Element, DrawingParts] | None:
        """The root of a part of that kind, and what serves the drawings in it; ``None`` when the file has none."""
        said, target = self._relations.get(relation, ("", ""))
        root = self._package.part(target) if said == kind else None
        if root is None:
            return None
        return root, DrawingParts(
            self._package, self._package.relations(target), self._theme, self.blocks, self.draw_chart
        )

    def line_width(self, index: int) -> float:
        """The width in points of the theme's line of this number, from 1."""
        return self._theme.lines[index - 1] if 0 < index <= len(self._theme.lines) else 0.75

    def color(self, element: Element | None) -> str | None:
        """The colour an element such as ``a:solidFill`` holds, with its tints, ``None`` for automatic."""
        for said in element if element is not None else ():
            kind = local(said)
            name = said.get("val", "")
            base = {
                "srgbClr": color(name),
                "sysClr": color(said.get("lastClr")) or "000000",
                "prstClr": _PRESETS.get(name),
                "schemeClr": self._theme.colors.get(_NAMES.get(name, name)),
            }.get(kind)
            if base is not None:
                return _changed(base, said)
        return None

    def held_empty(self, frame: Drawing) -> Drawing:
        """The place of a picture that is not in the file, as Word prints it: a frame with a red cross."""
        self.absent += 1
        size, edge = min(_CROSS, frame.width / 2, frame.height / 2), Border("single", 0.5, 0.0, "808080")
        red = Border("single", 1.0, 0.0, "C00000")
        strokes = [Drawing(Stroke(red, rising), size, size) for rising in (False, True)]
        held = [(0.0, 0.0, Drawing(Box(edge), frame.width, frame.height))]
        return replace(frame, content=Group([*held, *((size / 2, size / 2, stroke) for stroke in strokes)]))

    def picture(self, embed: str | None, link: str | None, crop: tuple[float, float, float, float]) -> Picture:
        """The picture behind a relationship; one that lies outside the file is never fetched."""
        kind, target = self._relations.get(embed or link or "", ("", ""))
        data = self._package.data(target) if embed and kind == "image" else None
        if data is None:
            raise AbsentPictureError("ảnh không nằm trong tệp (liên kết ra ngoài, không tải về)")
        name = brief(target.rpartition("/")[2])
        for magic, form in _MAGIC:
            if data.startswith(magic):
                return Picture(data, form, crop, name)
        ending = target.rpartition(".")[2].lower()
        if ending == "svg" or b"<svg" in data[:1000]:
            drawn = self._package.svg(target, data)
            if drawn.reason:
                raise NotDrawnError(drawn.reason)
            return Picture(drawn.data, "svg", crop, name, work=drawn.work)
        metafile = metafile_kind(data)
        if metafile:
            try:
                drawn = self._package.svg(target, metafile_svg(data))
            except MetafileError as error:
                raise NotDrawnError(f"ảnh {metafile}" + (f" ({error})" if str(error) else "")) from error
            return Picture(drawn.data, "svg", crop, name, work=drawn.work)
        raise NotDrawnError(_FOREIGN.get(ending, "ảnh kiểu lạ"))


def _changed(base: str, element: Element) -> str:
    """The colour after the changes that DrawingML writes as its children; ``RRGGBBAA`` when it is not dense."""
    alpha = 1.0
    red, green, blue = (int(base[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    for change in element:
        share = (integer(change.get("val")) or 0) / 100_000
        kind = local(change)
        if kind in ("lumMod", "shade"):
            light *= share
        elif kind == "lumOff":
            light += share
        elif kind == "tint":
            light = light * share + (1 - share)
        elif kind == "satMod":
            full *= share
        elif kind == "satOff":
            full += share
        elif kind == "hueOff":
            hue = (hue + (integer(change.get("val")) or 0) / _WHOLE_HUE) % 1.0
        elif kind == "alpha":
            alpha = min(max(share, 0.0), 1.0)
    parts = colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), min(max(full, 0.0), 1.0))
    seen = f"{round(alpha * 255):02X}" if alpha < 1 else ""
    return "".join(f"{round(part * 255):02X}" for part in parts) + seen
