"""What a metafile draws with: pens, brushes, fonts, and how its points come to lie on the picture."""

from __future__ import annotations

import math

from generator.layout.metafiles.errors import MetafileError
from generator.layout.metafiles.matrices import IDENTITY, Matrix, Point, carried, joined
from generator.records import record

_FAR = 1e7
_CAPS = {0x000: "round", 0x100: "square", 0x200: "butt"}
_JOINS = {0x0000: "round", 0x1000: "bevel", 0x2000: "miter"}
_DASHES: dict[int, tuple[float, ...]] = {
    1: (3, 1), 2: (1, 1), 3: (3, 1, 1, 1), 4: (3, 1, 1, 1, 1, 1), 8: (1, 1)
}  # fmt: skip


@record(frozen=True)
class Pen:
    """A pen: its colour, ``None`` for none, its width (0 for one dot of the device), dashes in widths."""

    color: str | None = "#000000"
    width: float = 0.0
    dashes: tuple[float, ...] = ()
    cap: str = "round"
    join: str = "round"


@record(frozen=True)
class Brush:
    """What fills: a colour, ``None`` for nothing; ``strange`` says what else it is, refused where it is used."""

    color: str | None = "#FFFFFF"
    strange: str = ""


@record(frozen=True)
class Font:
    """A font: its name, height (negative without the space above letters), angle in degrees, weight and lines."""

    name: str = "Arial"
    height: float = -12.0
    angle: float = 0.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    struck: bool = False
    charset: int = 0


@record()
class State:
    """The drawing state that a metafile saves and restores."""

    pen: Pen = Pen()
    brush: Brush = Brush()
    font: Font = Font()
    color: str = "#000000"
    back: str = "#FFFFFF"
    opaque: bool = True
    align: int = 0
    rule: str = "evenodd"
    mode: int = 13
    miter: float = 10.0
    position: Point = (0.0, 0.0)
    mapping: int = 1
    window: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    viewport: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    world: Matrix = IDENTITY
    clip: str = ""
    clockwise: bool = False

    def page(self) -> Matrix:
        """From page to device units."""
        if self.mapping == 1:
            return (1.0, 0.0, 0.0, 1.0, self.viewport[0] - self.window[0], self.viewport[1] - self.window[1])
        left, top, wide, high = self.window
        x, y, across, down = self.viewport
        if not wide or not high:
            raise MetafileError
        right, below = across / wide, down / high
        if self.mapping == 7:  # isotropic: the larger scale gives way
            least = min(abs(right), abs(below))
            right, below = math.copysign(least, right), math.copysign(least, below)
        return (right, 0.0, 0.0, below, x - left * right, y - top * below)

    def matrix(self) -> Matrix:
        """From logical to device units."""
        return joined(self.world, self.page())


def moved(matrix: Matrix, point: Point) -> Point:
    """Where the point lies on the picture; ``MetafileError`` for one nowhere near it."""
    x, y = carried(matrix, point)
    if not (abs(x) < _FAR and abs(y) < _FAR):
        raise MetafileError
    return x, y


def scale(matrix: Matrix) -> float:
    """How much longer things become."""
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def colour(said: int) -> str:
    """The colour of a COLORREF, as SVG writes it; one of a palette is not known."""
    if said >> 24 == 1:
        raise MetafileError("màu theo bảng màu")
    return f"#{said & 0xFF:02X}{said >> 8 & 0xFF:02X}{said >> 16 & 0xFF:02X}"


def pen(style: int, width: float, said: int, own: tuple[int, ...] = ()) -> Pen:
    """The pen of a PenStyle, its width and colour; ``own`` are the dashes it sets itself, in logical units."""
    kind = style & 0xF
    if kind == 5:
        return Pen(None)
    wide = max(float(width), 0.0)
    dashes = _DASHES.get(kind, ())
    if kind == 7:
        dashes = tuple(length / (wide or 1.0) for length in own)
    elif dashes and style >> 16 != 1:
        dashes = tuple(length * 3 for length in dashes) if wide <= 1 else ()  # GDI draws wide cosmetic pens whole
    return Pen(colour(said), wide, dashes, _CAPS.get(style & 0xF00, "round"), _JOINS.get(style & 0xF000, "round"))


def brush(style: int, said: int) -> Brush:
    """The brush of a BrushStyle and its colour."""
    if style == 1:
        return Brush(None)
    return Brush(colour(said)) if style == 0 else Brush(None, "nền kẻ hoặc nền hoa văn")


def code_page(charset: int) -> str:
    """How letters of one byte are written in fonts of that character set."""
    return _PAGES.get(charset, "cp1252")


_PAGES = {163: "cp1258", 204: "cp1251", 238: "cp1250", 161: "cp1253", 162: "cp1254", 186: "cp1257",
          128: "cp932", 134: "gbk", 136: "big5", 129: "cp949"}  # fmt: skip
STOCK: dict[int, Pen | Brush | Font] = {
    0: Brush(), 1: Brush("#C0C0C0"), 2: Brush("#808080"), 3: Brush("#404040"), 4: Brush("#000000"), 5: Brush(None),
    6: Pen("#FFFFFF"), 7: Pen(), 8: Pen(None), 10: Font("Courier New"), 11: Font("Courier New"), 12: Font(),
    13: Font(bold=True), 14: Font(), 16: Font("Courier New"), 17: Font("Tahoma", -11), 18: Brush(), 19: Pen(),
}  # fmt: skip
