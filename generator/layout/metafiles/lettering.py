"""The letters of a metafile, set in the fonts at hand, each where the metafile has it."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import replace

from generator.layout.metafiles.canvas import Canvas, escaped, number
from generator.layout.metafiles.errors import MetafileError
from generator.layout.metafiles.matrices import Point, joined
from generator.layout.metafiles.state import State, moved

# Above and below the line, in shares of the size, as the fonts of Windows say it.
_HEIGHTS = {
    "times new roman": (0.891, 0.216), "calibri": (0.952, 0.269), "tahoma": (1.0, 0.207), "cambria": (0.95, 0.222),
    "courier new": (0.833, 0.3), "verdana": (1.005, 0.21), "segoe ui": (1.079, 0.251), "symbol": (1.005, 0.22),
}  # fmt: skip
_ARIAL = (0.905, 0.212)
_ALIKE = {
    "times new roman": "Liberation Serif, serif", "calibri": "Carlito, Liberation Sans, sans-serif",
    "cambria": "Caladea, Liberation Serif, serif", "courier new": "Liberation Mono, monospace",
}  # fmt: skip
_READ = {"symbol"}  # of whose signs every one is in the typefaces that come along
_SIGNS = {"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "mt extra", "marlett", "zapfdingbats"}


class Lettering:
    """Writes with the font, the colours and the alignment of the state."""

    def __init__(self, state: State, canvas: Canvas) -> None:
        self._state, self._canvas = state, canvas

    def write(self, text: str, at: Point, steps: list[float], boxed: bool) -> None:
        """Write the text at the point; ``boxed`` when its background is drawn already."""
        state, font = self._state, self._state.font
        name = font.name.lower()
        if name in _READ:
            text = _signs(text, name)
        elif font.charset == 2 or name in _SIGNS or any(0xE000 <= ord(letter) < 0xF900 for letter in text):
            raise MetafileError(f"chữ của phông ký hiệu {font.name}".rstrip())
        if state.align & 0x100 or any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text):
            raise MetafileError("chữ viết từ phải sang trái")
        up, down = _HEIGHTS.get(name, _ARIAL)
        size = abs(font.height) if font.height <= 0 else font.height / (up + down)
        size = size or 12.0
        whole = sum(steps)
        x = y = 0.0
        if state.align & 1:
            at = state.position
            if not steps and text:
                raise MetafileError("chữ nối tiếp không rõ độ rộng")
        side = state.align & 6
        if steps:
            x = {2: -whole, 6: -whole / 2}.get(side, 0.0)
        up_or_down = state.align & 24
        if up_or_down != 24:
            y = -down * size if up_or_down & 8 else up * size
        page = state.page()
        turn = -math.radians(font.angle)
        upright = (math.copysign(1.0, page[0]), 0.0, 0.0, math.copysign(1.0, page[3]), 0.0, 0.0)
        turned = (math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), 0.0, 0.0)
        matrix = joined(joined(joined((1.0, 0.0, 0.0, 1.0, x, y), turned), upright), (1.0, 0.0, 0.0, 1.0, *at))
        matrix = joined(matrix, state.matrix())
        moved(matrix, (0.0, 0.0)), moved(matrix, (whole, 0.0))
        if state.opaque and not boxed and text:
            self._background(steps, matrix, whole, up * size, down * size)
        if state.align & 1:
            state.position = (at[0] + whole * math.cos(turn), at[1] + whole * math.sin(turn))
        places, letters, along = [], [], 0.0
        for index, letter in enumerate(text):
            if letter.isprintable():
                letters.append(letter)
                places.append(along)
            along += steps[index] if index < len(steps) else 0.0
        if "".join(letters).strip():
            anchor = {2: "end", 6: "middle"}.get(side, "start")
            self._canvas.text("".join(letters), places if steps else [], anchor, self._style(size), matrix, state.clip)

    def _background(self, steps: list[float], matrix: tuple[float, ...], whole: float, up: float, down: float) -> None:
        if not steps:
            if self._state.back != "#FFFFFF":
                raise MetafileError("chữ trên nền màu không rõ độ rộng")
            return
        corners = [moved(matrix, point) for point in ((0, -up), (whole, -up), (whole, down), (0, down))]  # type: ignore[arg-type]
        d = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in corners) + "Z"
        self._canvas.path(d, self._state.back, "nonzero", None, 0.0, 1.0, self._state.clip)

    def _style(self, size: float) -> str:
        font = self._state.font
        if font.name.lower() in _READ:
            font = replace(font, name="Times New Roman")  # their codes are read as characters
        family = escaped(font.name.replace("'", "").replace('"', "")) or "Arial"
        said = [
            f"font-family=\"'{family}', {_ALIKE.get(font.name.lower(), 'Liberation Sans, sans-serif')}\"",
            f'font-size="{number(size)}" fill="{self._state.color}"',
        ]
        if font.bold:
            said.append('font-weight="bold"')
        if font.italic:
            said.append('font-style="italic"')
        lines = ["underline"] * font.underline + ["line-through"] * font.struck
        if lines:
            said.append(f'text-decoration="{" ".join(lines)}"')
        return " ".join(said)


def _signs(text: str, name: str) -> str:
    """The characters that the codes of a symbol font show."""
    from generator.layout.signs.symbol_tables import TABLES  # here: few pictures hold any

    shown = [TABLES[name].get(_code(letter)) for letter in text]
    if None in shown:
        raise MetafileError(f"ký hiệu không rõ của phông {name.title()}")
    return "".join(sign or "" for sign in shown)


def _code(letter: str) -> int:
    """The code of a letter in its symbol font: one byte, which pages of letters may have put elsewhere."""
    number = ord(letter)
    if 0xF000 <= number < 0xF100:
        return number & 0xFF
    return number if number < 0x100 else letter.encode("cp1252", "replace")[0]
