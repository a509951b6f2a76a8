"""The letters of a PDF page where they stand, as its content draws them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from math import dist
from typing import Any, NamedTuple, TypeAlias, cast

from generator.layout.metafiles.matrices import IDENTITY, Matrix, carried, joined
from generator.pdf.seen.fonts import FontReader, Typeface
from generator.pdf.seen.tokens import Operand, operations
from generator.records import record

Rectangle: TypeAlias = tuple[float, float, float, float]
_UNSEEN = (3, 7)  # ways of showing text that draw none of it
_RISE = 0.5  # of the size: as high as small letters are
_GAP = 0.1  # of the size: letters further apart are of two words
_DEEPEST = 20  # forms inside one another
_POINTS = {"m": 1, "l": 1, "c": 3, "v": 2, "y": 2}


class Letter(NamedTuple):
    """What one code shows: its text, the rectangle from its foot to the height of small letters, in points.

    ``begins`` says that it does not stand right behind the one before; ``mark`` is the number of its content in the
    tags of the page; ``cut`` that what is drawn is cut off before it.
    """

    text: str
    place: Rectangle
    begins: bool
    mark: int | None
    cut: bool


@record()
class _State:
    """What holds for what is drawn next."""

    matrix: Matrix = IDENTITY
    clip: Rectangle | None = None
    font: Typeface | None = None
    size: float = 0.0
    apart: float = 0.0
    wide: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    raised: float = 0.0
    way: int = 0


class LetterReader:
    """Reads the letters of the pages of one file."""

    def __init__(self) -> None:
        self._fonts = FontReader()

    def page(self, page: Any) -> Iterator[Letter]:
        """The letters of a page of pypdf in the order they are drawn."""
        content = page.get_contents()
        if content is not None:
            yield from _PageLetters(self._fonts).read(content.get_data(), _at(page, "/Resources"))


class _PageLetters:
    """Reads one page, or a form that it draws."""

    def __init__(self, fonts: FontReader) -> None:
        self._fonts = fonts
        self._state = _State()
        self._kept: list[_State] = []
        self._text = self._line = IDENTITY
        self._path: list[tuple[float, float]] = []
        self._clips = False
        self._marks: list[int | None] = []
        self._end: tuple[float, float] | None = None

    def read(self, content: bytes, resources: Any, depth: int = 0) -> Iterator[Letter]:
        """The letters in the order they are drawn; ``resources`` is the dictionary of what the content names."""
        fonts = _at(resources, "/Font")
        for operator, held in operations(content):
            if operator in _POINTS or operator == "re":
                self._draw(operator, held)
            elif operator in ("Tj", "'", '"', "TJ"):
                yield from self._show(operator, held)
            elif operator == "Tf" and len(held) == 2:
                self._state.font, self._state.size = self._fonts.read(_at(fonts, str(held[0]))), _number(held[1])
            elif operator == "Do" and held and depth < _DEEPEST:
                yield from self._form(_at(_at(resources, "/XObject"), str(held[0])), resources, depth)
            else:
                self._do(operator, held)

    def _do(self, operator: str, held: list[Operand]) -> None:
        state = self._state
        numbers = [said for said in held if isinstance(said, float)]
        if operator == "q":
            self._kept.append(replace(state))
        elif operator == "Q":
            self._state = self._kept.pop() if self._kept else state
        elif operator == "cm" and len(numbers) == 6:
            state.matrix = joined(cast(Matrix, tuple(numbers)), state.matrix)
        elif operator == "BT":
            self._text = self._line = IDENTITY
        elif operator == "Tm" and len(numbers) == 6:
            self._text = self._line = cast(Matrix, tuple(numbers))
        elif operator in ("Td", "TD") and len(numbers) == 2:
            if operator == "TD":
                state.leading = -numbers[1]
            self._next(numbers[0], numbers[1])
        elif operator == "T*":
            self._next(0.0, -state.leading)
        elif operator in ("W", "W*"):
            self._clips = True
        elif operator in ("n", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*"):
            if self._clips and self._path:
                state.clip = _common(state.clip, _around(self._path))
            self._clips, self._path = False, []
        elif operator in ("BDC", "BMC"):
            mark = next((int(b) for a, b in pairwise(held) if a == "/MCID" and isinstance(b, float)), None)
            self._marks.append(mark)
        elif operator == "EMC" and self._marks:
            self._marks.pop()
        elif numbers:
            self._set(operator, numbers[0])

    def _set(self, operator: str, said: float) -> None:
        state = self._state
        if operator == "Tc":
            state.apart = said
        elif operator == "Tw":
            state.wide = said
        elif operator == "Tz":
            state.stretch = said / 100
        elif operator == "TL":
            state.leading = said
        elif operator == "Ts":
            state.raised = said
        elif operator == "Tr":
            state.way = int(said)

    def _next(self, x: float, y: float) -> None:
        self._text = self._line = joined((1.0, 0.0, 0.0, 1.0, x, y), self._line)

    def _draw(self, operator: str, held: list[Operand]) -> None:
        numbers = [said for said in held if isinstance(said, float)]
        if operator == "re" and len(numbers) == 4:
            x, y, wide, high = numbers
            numbers = [x, y, x + wide, y, x + wide, y + high, x, y + high]
        points = zip(numbers[::2], numbers[1::2], strict=False)
        self._path += [carried(self._state.matrix, (x, y)) for x, y in points]

    def _form(self, form: Any, resources: Any, depth: int) -> Iterator[Letter]:
        if form is None or form.get("/Subtype") != "/Form":
            return
        self._kept.append(replace(self._state))
        matrix = form.get("/Matrix")
        if matrix is not None:
            moved = cast(Matrix, tuple(float(said) for said in matrix))
            self._state.matrix = joined(moved, self._state.matrix)
        own = _at(form, "/Resources")
        box = [float(said) for said in form.get("/BBox", ())]
        if len(box) == 4:
            corners = [carried(self._state.matrix, (x, y)) for x in box[::2] for y in box[1::2]]
            self._state.clip = _common(self._state.clip, _around(corners))
        yield from self.read(form.get_data(), resources if own is None else own, depth + 1)
        self._state = self._kept.pop() if self._kept else _State()

    def _show(self, operator: str, held: list[Operand]) -> Iterator[Letter]:
        state = self._state
        if operator in ("'", '"'):
            if operator == '"' and len(held) == 3:
                state.wide, state.apart = _number(held[0]), _number(held[1])
            self._next(0.0, -state.leading)
        said = held[-1] if held else b""
        for piece in said if isinstance(said, list) else [said]:
            if isinstance(piece, bytes) and state.font is not None:
                yield from self._letters(piece, state.font)
            elif isinstance(piece, float):
                self._go(-piece / 1000 * state.size * state.stretch)

    def _letters(self, said: bytes, font: Typeface) -> Iterator[Letter]:
        state = self._state
        for code, text in font.codes(said):
            width = font.width(code) * state.size * state.stretch
            whole = joined((1.0, 0.0, 0.0, 1.0, 0.0, state.raised), joined(self._text, state.matrix))
            corners = [carried(whole, (x, y)) for x in (0.0, width) for y in (0.0, _RISE * state.size)]
            place = _around(corners)
            begins = self._end is None or dist(self._end, corners[0]) > _GAP * abs(state.size)
            self._end = corners[2]
            if state.way not in _UNSEEN:
                mark = next((mark for mark in reversed(self._marks) if mark is not None), None)
                yield Letter(text, place, begins, mark, not _holds(state.clip, place))
            gap = state.apart + (state.wide if font.is_space(code) else 0.0)
            self._go(width + gap * state.stretch)

    def _go(self, x: float) -> None:
        self._text = joined((1.0, 0.0, 0.0, 1.0, x, 0.0), self._text)


def _at(holder: Any, name: str) -> Any:
    """What a dictionary has under a name, ``None`` without it."""
    said = holder.get(name) if holder is not None else None
    return said.get_object() if said is not None else None


def _number(said: Operand) -> float:
    return said if isinstance(said, float) else 0.0


def _around(points: list[tuple[float, float]]) -> Rectangle:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _common(one: Rectangle | None, other: Rectangle) -> Rectangle:
    if one is None:
        return other
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _holds(clip: Rectangle | None, place: Rectangle) -> bool:
    """Whether the middle of a letter is drawn."""
    if clip is None:
        return True
    x, y = (place[0] + place[2]) / 2, (place[1] + place[3]) / 2
    return clip[0] <= x <= clip[2] and clip[1] <= y <= clip[3]
