"""``EquationWriter``: a formula of the tree as a Typst equation.

Letters and figures are set in the typeface of text, slanted where they are variables, so that what is copied or
searched in the PDF is the letter itself; signs, brackets and roots come from New Computer Modern Math, which Typst
holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from generator.layout.tree import Drawing
from generator.layout.tree.formulas import Formula, Letters, Part, Piece
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.typefaces import BUNDLED
from generator.pdf.typst.equations.signs import AS_WRITTEN, SPACED, SPACES, UNSEEN, WIDE, has, in_alphabet
from generator.pdf.typst.literals import pt, rgb, string
from generator.records import record

FONT = "New Computer Modern Math"
_BRACES = {
    "⏟": "underbrace", "⏞": "overbrace", "⎵": "underbracket", "⎴": "overbracket", "⏝": "underparen", "⏜": "overparen",
}  # fmt: skip
_EMPTY = "$#none$.body"
_NEAR = 0.5  # of the room: what is said to be narrower fits, for sizes are known about only
_OTHER = {True: "b", False: "t"}  # what is grouped stands on the other side of its arrow
_STYLES = ("display", "inline", "script", "sscript")


@record(frozen=True)
class _Place:
    """Where something is written: in which formula, and how large: 0 displayed, 1 in the line, then as scripts are."""

    formula: Formula
    style: int


class EquationWriter:
    """Writes formulas, noting what no typeface has."""

    def __init__(self, coverage: Coverage) -> None:
        self._coverage = coverage
        self._writers: dict[str, Callable[[Part, _Place], str]] = {
            "fraction": self._fraction, "stack": self._stack, "slanted": self._slanted, "script": self._script,
            "root": self._root, "delimited": self._delimited, "matrix": self._matrix, "equations": self._equations,
            "accent": self._accent, "over": self._line, "under": self._line, "grouped": self._grouped,
            "limits": self._limits, "operator": self._operator, "framed": self._framed, "function": self._function,
            "listed": self._listed, "overlaid": self._overlaid, "raised": self._raised,
        }  # fmt: skip

    def write(self, drawing: Drawing, formula: Formula, room: float, edges: tuple[float, float]) -> str:
        """The formula as an expression, in a line at least so high above and below its foot (``edges``).

        Typst is stopped with ``WIDE`` where a part that cannot be broken is wider than ``room``, in points.
        """
        place = _Place(formula, 0 if formula.displayed else 1)
        body = self._display(self._row(formula.pieces, place), formula)
        check = ""
        if drawing.width > room * _NEAR:
            whole = (formula.pieces,) if formula.boxed else _breakable(formula.pieces)
            parts = [self._display(self._row(part, place), formula) for part in whole]
            widest = ", ".join(f"measure(math.equation({part})).width" for part in parts)
            check = f"context if calc.max(0pt, {widest}) > {pt(room)} {{panic({string(WIDE)})}};"
        look = formula.format
        made = f"math.equation(alt: {string(drawing.alt or 'công thức')}, {body})"
        strut = f"box(width: 0pt, height: {pt(sum(edges))}, baseline: {pt(edges[1])})"
        fill = rgb(look.color) if look.color else "black"
        return f'{{{strut};text(font: "{FONT}", weight: 450, size: {pt(look.size)}, fill: {fill}, {{{check}{made}}})}}'

    @staticmethod
    def _display(body: str, formula: Formula) -> str:
        return f"math.display({body})" if formula.displayed else body

    def _row(self, pieces: tuple[Piece, ...], place: _Place) -> str:
        """Pieces side by side, as an expression."""
        parts = [
            self._letters(piece, place) if isinstance(piece, Letters) else self._writers[piece.kind](piece, place)
            for piece in pieces
        ]
        parts = [part for part in parts if part]
        if not parts:
            return _EMPTY
        return "$" + "".join(f"#({part})" for part in parts) + "$.body"

    def _slot(self, part: Part, index: int, place: _Place) -> str:
        return self._row(part.slots[index], place)

    def _small(self, part: Part, index: int, place: _Place) -> str:
        """What stands raised, lowered or as a limit."""
        return self._row(part.slots[index], _Place(place.formula, max(place.style, 1) + 1))

    def _letters(self, letters: Letters, place: _Place) -> str:
        made: list[str] = []
        text = letters.text.translate(dict.fromkeys(map(ord, UNSEEN)))
        for is_word, run in groupby(text, lambda char: letters.words or char.isalnum() or _is_mark(char)):
            chars = "".join(run)
            if letters.script and is_word and chars.isascii():
                made.append(self._script_letters(chars, letters))
            elif is_word and (letters.words or not _is_mathematical(chars)):
                made += self._words(chars, letters, place)
            else:
                for char in chars:
                    made += [self._sign(char)] if _is_set(char) else self._words(char, letters, place)
        return "$" + "".join(f"#({part})" for part in made if part) + "$.body" if made else ""

    def _script_letters(self, chars: str, letters: Letters) -> str:
        """Letters of an alphabet of its own, each as the character that Unicode has for it."""
        shown = (in_alphabet(char, letters.script, letters.format.bold) for char in chars)
        return "$" + "".join(self._escaped(char) for char in shown) + "$.body"

    def _words(self, chars: str, letters: Letters, place: _Place) -> list[str]:
        """Letters slanted and figures upright, each in the typeface of text."""
        made = []
        for slanted, group in groupby(chars, lambda char: char.isalpha() and not (letters.upright or letters.words)):
            text, bold = "".join(group), letters.format.bold
            self._coverage.check(text, BUNDLED, bold, slanted)
            look = [f'style: "{"italic" if slanted else "normal"}"', f'weight: "{"bold" if bold else "regular"}"']
            if letters.format.color != place.formula.format.color:
                look.append(f"fill: {rgb(letters.format.color) if letters.format.color else 'black'}")
            lent = ", ".join(string(face.family) for face in (BUNDLED, *self._coverage.lenders))
            made.append(f"text(font: ({lent},), {', '.join(look)}, {string(text)})")
        return made

    def _sign(self, char: str) -> str:
        if char in SPACES:
            return f"h({SPACES[char]})"
        if char == "&":
            return ""
        return f"${self._escaped(AS_WRITTEN.get(char, char))}$.body"

    def _escaped(self, char: str) -> str:
        if not has(char):
            self._coverage.lacks(char, FONT)
        return f"\\u{{{ord(char):x}}}"

    def _fraction(self, part: Part, place: _Place) -> str:
        inner = _Place(place.formula, place.style + 1)
        return f"math.frac({self._slot(part, 0, inner)}, {self._slot(part, 1, inner)})"

    def _stack(self, part: Part, place: _Place) -> str:
        inner = _Place(place.formula, place.style + 1)
        above, below = (self._cell(slot, inner) for slot in part.slots)
        return f"math.mat(delim: none, ({above},), ({below},))"

    def _slanted(self, part: Part, place: _Place) -> str:
        style = "skewed" if part.signs[0] == "skw" else "horizontal"
        return f'math.frac(style: "{style}", {self._slot(part, 0, place)}, {self._slot(part, 1, place)})'

    def _script(self, part: Part, place: _Place) -> str:
        places = [
            f"{name}: {self._small(part, index, place)}"
            for index, name in enumerate(("b", "t", "bl", "tl"), 1)
            if part.slots[index]
        ]
        base = self._slot(part, 0, place)
        return f"math.attach(math.scripts({base}), {', '.join(places)})" if places else base

    def _root(self, part: Part, place: _Place) -> str:
        base = self._slot(part, 0, place)
        return f"math.root({self._small(part, 1, place)}, {base})" if part.slots[1] else f"math.sqrt({base})"

    def _delimited(self, part: Part, place: _Place) -> str:
        left, between, right = (self._escaped(sign) if sign.strip() else "" for sign in part.signs)
        middle = f"#math.mid(${between}$.body)" if between else ""
        inside = middle.join(f"#({self._row(slot, place)})" for slot in part.slots)
        row = f"${left}{inside}{right}$.body"
        return f"math.lr({row})" if part.above and (left or right) else f"math.lr(size: 1em, {row})"

    def _matrix(self, part: Part, place: _Place) -> str:
        cells = [self._cell(slot, _Place(place.formula, max(place.style, 1))) for slot in part.slots]
        rows = [f"({', '.join(cells[at : at + part.columns])},)" for at in range(0, len(cells), part.columns)]
        return f"math.mat(delim: none, align: {part.aligned}, {', '.join(rows)})"

    def _cell(self, pieces: tuple[Piece, ...], place: _Place) -> str:
        """A row in its own size: Typst makes what stands in a matrix smaller."""
        return f"math.{_STYLES[min(place.style, 3)]}({self._row(pieces, place)})"

    def _equations(self, part: Part, place: _Place) -> str:
        """Lines one below the other, at their first sign ``&`` if they have any."""
        rows = []
        for slot in part.slots:
            before, after = _parted(slot)
            rows.append([self._cell(side, place) for side in ((before,) if after is None else (before, after))])
        if not any(len(row) > 1 for row in rows):
            return f"math.mat(delim: none, align: left, {', '.join(f'({row[0]},)' for row in rows)})"
        lines = ", ".join(f"({row[0]}, {row[1] if len(row) > 1 else _EMPTY})" for row in rows)
        sides = "(align: (right, left), column-gutter: 0pt, row-gutter: 0.5em)"
        sets = f"..({lines},).flatten().map(c => math.equation(c))"
        return f"box(baseline: 50% - 0.25em, grid(columns: 2, ..{sides}, {sets}))"

    def _accent(self, part: Part, place: _Place) -> str:
        sign = part.signs[0]
        if sign and not has(sign):
            self._coverage.lacks(sign, FONT)
        base = self._slot(part, 0, place)
        return f'math.accent({base}, "\\u{{{ord(sign):x}}}")' if sign else base

    def _line(self, part: Part, place: _Place) -> str:
        return f"math.{part.kind}line({self._slot(part, 0, place)})"

    def _grouped(self, part: Part, place: _Place) -> str:
        sign, base = part.signs[0], self._slot(part, 0, place)
        brace = _BRACES.get(sign)
        if brace is not None and brace.startswith("over") == part.above:
            return f"math.limits(math.{brace}({base}))"
        if not sign:
            return base
        if "\u2190" <= sign <= "\u21ff":  # an arrow is as long as what stands at it
            return f"math.attach(math.limits(math.stretch(${self._escaped(sign)}$.body)), {_OTHER[part.above]}: {base})"
        side = "t" if part.above else "b"
        return f"math.attach(math.limits({base}), {side}: math.stretch(${self._escaped(sign)}$.body))"

    def _limits(self, part: Part, place: _Place) -> str:
        places = [
            f"{name}: {self._small(part, index, place)}" for index, name in ((1, "b"), (2, "t")) if part.slots[index]
        ]
        return f"math.attach(math.limits({self._slot(part, 0, place)}), {', '.join(places)})"

    def _operator(self, part: Part, place: _Place) -> str:
        sign, beside = part.signs
        around = "scripts" if beside else "limits"
        base = f"math.{around}(${self._escaped(sign)}$.body)" if sign else _EMPTY
        places = [
            f"{name}: {self._small(part, index, place)}" for index, name in ((0, "b"), (1, "t")) if part.slots[index]
        ]
        made = f"math.attach({base}, {', '.join(places)})" if places else base
        return f"$#({made})#h(0.167em)#({self._slot(part, 2, place)})$.body"

    def _framed(self, part: Part, place: _Place) -> str:
        inner = f"math.equation({self._slot(part, 0, place)})"
        return f"box(stroke: 0.5pt, inset: (x: 2pt), outset: (y: 3pt), {inner})"

    def _listed(self, part: Part, place: _Place) -> str:
        comma = f"#(${self._escaped(part.signs[0])}$.body)"
        return "$" + comma.join(f"#({self._row(slot, place)})" for slot in part.slots) + "$.body"

    def _overlaid(self, part: Part, place: _Place) -> str:
        """A frame and what stands in it, their middles together; the one is made larger, the other smaller."""
        frame, inner = (f"math.equation({self._row(slot, place)})" for slot in part.slots)
        bare = 'top-edge: "bounds", bottom-edge: "bounds"'  # the middle of what is drawn, not of its line
        frame, inner = f"text(2em, {bare}, {frame})", f"text(0.62em, {bare}, {inner})"
        both = f"place(center + horizon, {frame}); place(center + horizon, {inner})"
        return f"context {{let m = measure({frame}); box(..m, baseline: 18%, {{{both}}})}}"

    def _raised(self, part: Part, place: _Place) -> str:
        return f"box(baseline: {pt(-float(part.signs[0]))}, math.equation({self._slot(part, 0, place)}))"

    def _function(self, part: Part, place: _Place) -> str:
        return f"$#({self._slot(part, 0, place)})#h(0.167em)#({self._slot(part, 1, place)})$.body"


def _breakable(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, ...]]:
    """The pieces between the operators and relations at which a line may end."""
    part: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece, Letters) or piece.words:
            part.append(piece)
            continue
        start = 0
        for end, char in enumerate(piece.text, 1):
            if AS_WRITTEN.get(char, char) in SPACED:
                yield (*part, _with(piece, piece.text[start:end]))
                part, start = [], end
        part.append(_with(piece, piece.text[start:]))
    yield tuple(part)


def _is_set(char: str) -> bool:
    """Whether the typeface of formulas sets it; what it lacks another may have, as it may lend to text."""
    return char in SPACES or char == "&" or has(AS_WRITTEN.get(char, char))


def _is_mark(char: str) -> bool:
    return "\u0300" <= char <= "\u036f"


def _is_mathematical(chars: str) -> bool:
    """Whether these letters are of mathematics alone: what Word keeps of slanted, bold or open alphabets."""
    return all("\U0001d400" <= char <= "\U0001d7ff" or "\u2100" <= char <= "\u214f" for char in chars)


def _parted(pieces: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], tuple[Piece, ...] | None]:
    """What stands before and behind the first sign of alignment."""
    for index, piece in enumerate(pieces):
        if isinstance(piece, Letters) and "&" in piece.text:
            first, _, second = piece.text.partition("&")
            return (*pieces[:index], _with(piece, first)), (_with(piece, second), *pieces[index + 1 :])
    return pieces, None


def _with(letters: Letters, text: str) -> Letters:
    return Letters(text, letters.format, letters.upright, letters.words, letters.script)
