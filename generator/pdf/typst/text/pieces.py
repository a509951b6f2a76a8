"""Text of one look as Typst code."""

from __future__ import annotations

from dataclasses import replace

from generator.layout.tree import ParagraphFormat, TextFormat
from generator.pdf.measuring import tokens
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.line_metrics import edges
from generator.pdf.measuring.paragraph_parts import Piece
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.measuring.widths import STEPS, text_steps, word_width
from generator.pdf.typst.literals import pt, string
from generator.pdf.typst.palette import Palette
from generator.pdf.typst.setting import Setting
from generator.records import record

_HAIR = 0.001  # points: sums of steps of the grid are no whole numbers
_COLUMN = 0.15  # points by which a column may be too narrow for the word that it was made for: lengths are rounded
_FEW = 2  # words
_LINKS = ("http://", "https://", "mailto:")


@record()
class Line:
    """What the text of one paragraph needs to know: its format, its base look, the width for its lines, its place.

    ``labelled`` says that it begins with the number or bullet of a list.
    """

    format: ParagraphFormat
    base: TextFormat
    width: float
    setting: Setting
    labelled: bool = False


def room_of(line: Line, words: list[str]) -> float:
    """How long a word may be that its line holds; in a cell of one or two words a column made for them holds them."""
    more = _COLUMN if line.setting.cell is not None and len(words) <= _FEW else 0.0
    return line.width + line.setting.spare + more + _HAIR


def widest(form: TextFormat) -> float:
    """How much of a line a letter of this look takes at most, in points."""
    return form.size * form.stretch + max(form.spacing, 0.0)


class PieceWriter:
    """Writes and measures pieces of text."""

    def __init__(self, palette: Palette, faces: Faces, coverage: Coverage) -> None:
        self._palette, self._faces, self._coverage = palette, faces, coverage
        self._levels: dict[TextFormat, TextFormat] = {}
        self._drawn: dict[int, tuple[set[str], TextFormat]] = {}  # the characters known to be drawn in each look

    def width(self, text: str, form: TextFormat) -> float:
        """The width of text on one line, in points."""
        return word_width(self._faces, text, form)

    def on_grid(self, pieces: list[Piece]) -> float:
        """The width of pieces that stand on the grid of letters, without the room behind the last one, in points."""
        steps = sum(text_steps(self._faces, text, form) for text, form, _ in pieces)
        return steps / STEPS - (pieces[-1][1].spacing if pieces else 0.0)

    def tall(self, form: TextFormat, line: Line, alone: bool) -> str:
        """The height of a tab that is taller than the text of its line, as arguments of a box.

        It makes its line taller where it stands ``alone``; else a multiple of single spacing counts it in, no more.
        """
        if form.size <= line.base.size or form.vertical != "baseline":
            return ""
        more = max(self._palette.share(form, line.format) - self._palette.share(line.base, line.format), 0.0)
        if alone:
            above, below = edges(self._faces.face(form.font), form.size, line.format)
        elif more:
            above, below = 0.0, edges(self._faces.face(line.base.font), line.base.size, line.format)[1]
        else:
            return ""
        return f", height: {pt(above + below + more)}, baseline: {pt(below + more)}"

    def check(self, text: str, form: TextFormat) -> None:
        """Notes the characters of the text that its typeface lacks."""
        drawn = self._drawn.get(id(form))
        if drawn is None:
            known = self._coverage.known(self._faces.face(form.font), form.bold, form.italic)
            drawn = self._drawn[id(form)] = known, form
        if not drawn[0].issuperset(text):
            self._coverage.check(text, self._faces.face(form.font), form.bold, form.italic)

    @staticmethod
    def line_break(line: Line) -> str:
        """The end of a line that a justified paragraph stretches."""
        return "linebreak(justify: true)" if line.format.align == "both" else "linebreak()"

    def write(self, text: str, form: TextFormat, link: str | None, line: Line) -> str:
        """One piece as an expression."""
        literal = string(text)
        if form.gaps != 1.0:
            made = self.write(text, self._level(form), link, line)
            narrowed = " " in text and not form.spacing and form.stretch == 1.0
            return f"text(spacing: {100 * form.gaps:g}%, {made})" if narrowed else made
        made = literal
        if form.stretch != 1.0:
            made = self._stretched(text, form, line)
        elif form.spacing and text.isspace():  # Typst spaces out letters from the next one, so not the last of a run
            level = replace(form, spacing=0.0)
            made = f"{self._palette.text(level, line.format, line.base)}({literal})"
            made = f"text(spacing: 100% + {pt(form.spacing)}, {made})"
        elif (form is not line.base and form != line.base) or not self._palette.is_plain(form):
            made = f"{self._palette.text(form, line.format, line.base)}({literal})"
        if link is not None and line.setting.links and link.startswith(_LINKS):
            made = f"link({string(link)}, {made})"
        return made

    def _level(self, form: TextFormat) -> TextFormat:
        """The look with spaces of their own width."""
        known = self._levels.get(form)
        if known is None:
            known = self._levels[form] = replace(form, gaps=1.0)
        return known

    def write_all(self, pieces: list[Piece], line: Line) -> list[str]:
        """The pieces, one behind the other: the room behind the last letter of spaced text goes to the next space.

        Typst spaces the letters of a piece between them only, Word after the last one too (17.3.2.35).
        """
        if not any(form.spacing for _, form, _ in pieces):
            return [self.write(text, form, link, line) for text, form, link in pieces]
        pieces = evened(pieces)
        parts: list[str] = []
        owed = 0.0
        for text, form, link in pieces:
            if owed and text[0] == " ":
                kept = text.lstrip(" ")
                parts.append(self._spaces(text[: len(text) - len(kept)], form, link, line, owed))
                text = kept
            owed = 0.0
            if not text:
                continue
            if form.stretch != 1.0 or not form.spacing or text.isspace():
                parts.append(self.write(text, form, link, line))
                continue
            kept = text.rstrip(" ")
            parts.append(self.write(kept, form, link, line))
            if kept != text:
                parts.append(self._spaces(text[len(kept) :], form, link, line, form.spacing))
            else:
                owed = form.spacing
        return parts

    def _spaces(self, text: str, form: TextFormat, link: str | None, line: Line, more: float) -> str:
        """Spaces that are ``more`` points wider in all than their look says."""
        spacing = form.spacing + more / len(text)
        return self.write(text, replace(form, spacing=spacing), link, line)

    def _stretched(self, text: str, form: TextFormat, line: Line) -> str:
        """Text drawn wider or narrower than its typeface is: word by word, so that lines may end between them."""
        share, level = f"{100 * form.stretch:g}%", replace(form, stretch=1.0, spacing=0.0)
        parts: list[str] = []
        for token in tokens.tokens(text):
            if token[0] == " ":
                spaces = self.write(token, level, None, line)
                parts.append(f"text(spacing: {share} + {pt(form.spacing)}, {spaces})")
                continue
            # The room between letters is in points: what the scale makes of it is taken back.
            letters = self.write(token, replace(level, spacing=form.spacing / form.stretch), None, line)
            parts.append(f"box(scale(x: {share}, reflow: true, origin: left + top, {letters}))")
            parts += [f"h({pt(form.spacing)})"] if form.spacing else []
        return parts[0] if len(parts) == 1 else "{" + ";".join(parts) + "}"


def evened(pieces: list[Piece]) -> list[Piece]:
    """The pieces, the room behind the last letter of one that ends inside a word shared out between its letters."""
    made: list[Piece] = []
    owed = 0.0
    for number, (text, form, link) in enumerate(pieces):
        follows = pieces[number + 1][0] if number + 1 < len(pieces) else " "
        inside = follows[0] != " " and text[-1:] != " "
        if form.stretch == 1.0:
            owed += form.spacing if inside else 0.0
            if owed and len(text) > 1:
                form, owed = replace(form, spacing=form.spacing + owed / (len(text) - 1)), 0.0
        made.append((text, form, link))
        owed = owed if inside else 0.0
    return made
