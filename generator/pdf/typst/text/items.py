"""Runs, breaks, fields, notes and drawings in a line as Typst code."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from generator.layout.tree import (
    Block,
    Box,
    Drawing,
    Field,
    Inline,
    LineBreak,
    Note,
    Paragraph,
    Ruby,
    Run,
    TextFormat,
)
from generator.layout.tree.formulas import Formula
from generator.pdf.floating.rooms import is_room
from generator.pdf.measuring import tokens
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.line_metrics import edges
from generator.pdf.measuring.paragraph_parts import Piece, alike, ends_framed, shows_spaces
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.measuring.widths import FIELD_DIGITS, cased
from generator.pdf.typst.drawings import DrawingWriter
from generator.pdf.typst.literals import pt
from generator.pdf.typst.notes import NoteWriter
from generator.pdf.typst.palette import Palette, coloured, unset
from generator.pdf.typst.text.held import HeldWriter
from generator.pdf.typst.text.pieces import Line, PieceWriter, room_of, widest

_PLAIN = TextFormat()
SPARE = 6.0
"""Points by which a box is longer than what it holds, so that no rounding breaks its line."""
_MORE = 1.35  # a formula this much higher than its line has parts one above the other
_PAGE_FORMATS = {
    "decimal": "1", "upperRoman": "I", "lowerRoman": "i", "upperLetter": "A", "lowerLetter": "a",
    "numberInDash": "- 1 -", "decimalHalfWidth": "1", "decimalZero": "1", "decimalFullWidth": "1",
    "decimalFullWidth2": "1", "decimalEnclosedCircle": "①", "decimalEnclosedCircleChinese": "①",
}  # fmt: skip
_WIDE_DIGITS, _CIRCLED = "０１２３４５６７８９", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def end_line(parts: list[str], made: str) -> None:
    """Adds a break; an empty line gets something to hold, else Typst leaves a first or last line alone beside it."""
    parts += ["box()", made] if parts and parts[-1].startswith("linebreak") else [made]


class ItemWriter:
    """Writes what stands in lines, tabs apart."""

    def __init__(
        self, palette: Palette, faces: Faces, coverage: Coverage, drawings: DrawingWriter, notes: NoteWriter
    ) -> None:
        self._palette, self._faces, self._coverage = palette, faces, coverage
        self._drawings, self._notes = drawings, notes
        self.pieces = PieceWriter(palette, faces, coverage)
        self._held = HeldWriter(self.pieces)
        self.width = self.pieces.width
        """The width of text on one line, in points."""

    def run(self, run: Run, line: Line) -> str:
        """One visible run as an expression."""
        parts: list[str] = []
        self._runs([run], line, parts)
        return parts[0] if len(parts) == 1 else "{" + ";".join(parts) + "}"

    def length(self, items: list[Inline]) -> float:
        """The width of items on one line, in points; tabs count nothing, numbers of pages two digits."""
        total = 0.0
        for item in items:
            if isinstance(item, Run) and not item.format.hidden:
                total += self.width(item.text, item.format)
            elif isinstance(item, Field):
                total += self.width(FIELD_DIGITS, item.format)
            elif isinstance(item, Drawing) and item.anchor is None:
                total += item.width
        return total

    def parts(self, items: list[Inline], line: Line, ends: bool = False, after_tab: bool = False) -> list[str]:
        """The items as Typst expressions, one after the other; there must be no tabs among them.

        ``ends`` says that the paragraph ends with them: spaces there take no room, which Typst would ask for.
        ``after_tab`` says that a line may end before them, whatever they begin with.
        """
        parts: list[str] = []
        runs: list[Run] = []
        for index, item in enumerate(items):
            if isinstance(item, Run):
                if not item.format.hidden and item.text:
                    runs.append(item)
                continue
            hanging = self.take_hanging_spaces(runs) if isinstance(item, LineBreak) else []
            self._runs(runs, line, parts, after_tab and not parts)
            runs = []
            parts += self.hanging(hanging, line)
            if isinstance(item, LineBreak):
                stretched = item.full or line.setting.stretch_breaks
                made = self.pieces.line_break(line) if stretched else "linebreak()"
                if index + 1 < len(items) and self._stands_on_foot(items, index, line):
                    made = f"text(bottom-edge: 0pt, {made})"
                end_line(parts, made)
            elif isinstance(item, Field):
                parts.append(self._field(item, line))
            elif isinstance(item, Drawing) and isinstance(item.content, Box) and item.content.ruby:
                parts.append(self._ruby(item.content.ruby, item.content.blocks, line))
            elif isinstance(item, Drawing) and isinstance(item.content, Formula):
                parts.append(self._formula(item, item.content, line))
            elif isinstance(item, Drawing):
                alone = _without_text(items, index)
                host = Paragraph([], line.format, line.base)
                drawn = self._drawings.inline(item, host, alone, line.width, line.setting)
                undone = unset(_PLAIN, line.base)  # else text inside would look like the text around it
                parts.append(f"text({', '.join(undone)}, {drawn})" if undone else drawn)
            elif isinstance(item, Note):
                look = self._notes.flat(item.format)
                self.pieces.check(item.label, look)
                parts.append(self._notes.write(item, self._palette.text(look, line.format, line.base), line.setting))
        hanging = self.take_hanging_spaces(runs) if ends else []
        self._runs(runs, line, parts, after_tab and not parts)
        parts += self.hanging(hanging, line)
        if parts and parts[-1].startswith("linebreak"):
            end_line(parts, parts[-1])  # Typst drops the empty line after a last break, Word prints it
        return parts

    @staticmethod
    def _stands_on_foot(items: list[Inline], index: int, line: Line) -> bool:
        """Whether the line that the break at this index ends holds drawings alone, and so has no depth."""
        before = next((item for item in reversed(items[:index]) if not is_room(item)), None)
        return (
            isinstance(before, Drawing)
            and not isinstance(before.content, Formula)
            and line.format.line_rule == "auto"
            and _without_text(items, index - 1)
        )

    def _ruby(self, place: Ruby, blocks: list[Block], line: Line) -> str:
        from generator.pdf.typst.shapes.readings import ruby  # here: few documents hold any

        form = line.format
        depth = edges(self._faces.face(line.base.font), line.base.size, form)[1] if form.line_rule == "exact" else None

        def write(runs: list[Run]) -> str:
            whole = replace(line, width=max(line.width, self.length([*runs]) + SPARE))  # no line parts such a text
            return "{" + ";".join(self.parts([*runs], whole)) + "}"

        return ruby(place, blocks, write, self.length, depth)

    @staticmethod
    def take_hanging_spaces(items: list[Run] | list[Inline]) -> list[Run]:
        """The spaces at the end of a line, taken off its items: they are text, but take no room on the line."""
        taken: list[Run] = []
        while items and isinstance(last := items[-1], Run) and last.text.endswith(" "):
            items.pop()
            kept = last.text.rstrip(" ")
            taken.insert(0, Run(last.text[len(kept) :], last.format, last.link))
            if kept:
                items.append(Run(kept, last.format, last.link))
        return taken

    def hanging(self, spaces: list[Run], line: Line) -> list[str]:
        """Spaces at the end of a line as expressions."""
        if not spaces:
            return []
        looks = [replace(run.format, border=None) if run.format.border else run.format for run in spaces]
        drawn = [self.pieces.write(run.text, look, None, line) for run, look in zip(spaces, looks, strict=True)]
        if not any(shows_spaces(run.format) for run in spaces):
            return [f"box(width: 0pt, {piece})" for piece in drawn]
        width = self.length(list(spaces)) + SPARE  # a line to write on: it begins where the text ends
        return [f"box(width: 0pt, align(left, box(width: {width:.3f}pt, {{{';'.join(drawn)}}})))"]

    def _runs(self, runs: list[Run], line: Line, parts: list[str], after_tab: bool = False) -> None:
        if not runs:
            return
        pieces: list[Piece] = []
        for run in alike(runs):
            text = run.text
            if not unicodedata.is_normalized("NFC", text):
                text = unicodedata.normalize("NFC", text)
            form = run.format
            self.pieces.check(text.upper() if form.caps or form.small_caps else text, form)
            text = self._coverage.drawn(text, self._faces.face(form.font), form.bold, form.italic)
            if not (form.caps or form.small_caps) and text.isascii():  # no capitals to make, no coloured signs
                pieces.append((text, form, run.link))
                continue
            for shown, look in cased(text, form):
                pieces.extend((part, own, run.link) for part, own in coloured(shown, look))
        if any(form.border for _, form, _ in pieces):
            pieces = ends_framed(pieces)
        joined = pieces[0][0] if len(pieces) == 1 else "".join(piece[0] for piece in pieces)
        largest = widest(pieces[0][1]) if len(pieces) == 1 else max(widest(form) for _, form, _ in pieces)
        most = line.width / largest  # no letters as few as this are too long
        if line.format.first_line > 0:
            most -= line.format.first_line / largest
        is_long = len(joined) > most and not self._all_fit(joined.split(" "), most, pieces, line)
        parted = after_tab and tokens.is_held_back(joined)
        # Words drawn wider or narrower are boxes, between which Typst would end lines.
        several = len(pieces) > 1 or "-" in joined
        stretched = several and any(form.stretch != 1.0 for _, form, _ in pieces)
        if is_long or parted or stretched or tokens.needs_care(joined):
            self._held.write(pieces, joined, line, parts, parted, begins=not parts and not after_tab)
        else:
            parts.extend(self.pieces.write_all(pieces, line))

    def _all_fit(self, words: list[str], most: float, pieces: list[Piece], line: Line) -> bool:
        """Whether every word has room on a line; words of several looks only when they are short."""
        if max(map(len, words)) <= most:
            return True
        if len(pieces) > 1:
            return False
        form = pieces[0][1]
        room = room_of(line, words) - max(line.format.first_line, 0.0)
        return all(self.pieces.on_grid([(word, form, None)]) <= room for word in words if len(word) > most)

    def _formula(self, drawing: Drawing, formula: Formula, line: Line) -> str:
        from generator.pdf.typst.equations.writer import EquationWriter  # here: few documents hold formulas

        if line.format.line_rule == "exact" and drawing.height > line.format.line * _MORE:
            self._coverage.cannot("công thức toán cao hơn dòng có chiều cao cố định")
        self._coverage.embeds = True
        lines = edges(self._faces.face(formula.format.font), formula.format.size, line.format)
        wide = drawing.width if formula.boxed else line.width
        made = EquationWriter(self._coverage).write(drawing, formula, wide, lines)
        if formula.boxed:
            return f"box(width: {pt(wide)}, align(center, {made}))"
        return f"box(width: {pt(line.width)}, align({formula.aligned}, {made}))" if drawing.fills else made

    def _field(self, field: Field, line: Line) -> str:
        self.pieces.check("0123456789", field.format)
        asked = field.numerals or (line.setting.page_format if field.kind == "PAGE" else "decimal")
        pattern = _PAGE_FORMATS.get(asked)
        if pattern is None:
            self._coverage.cannot(f"kiểu số trang “{asked}”")
            pattern = "1"
        number = "counter(page).get().first()" if field.kind == "PAGE" else "locate(<vanthu-end>).page()"
        digits = 2 if asked == "decimalZero" else field.digits
        if digits > 1:
            zeros = f'"0" * calc.max({digits} - s.len(), 0)'
            made = f"context {{let s = str({number}); {zeros} + s}}"
        elif asked.startswith("decimalFullWidth"):
            self.pieces.check(_WIDE_DIGITS, field.format)
            wide = f'"{_WIDE_DIGITS}".clusters().at(int(d))'
            made = f"context str({number}).clusters().map(d => {wide}).join()"
        elif pattern == "①":  # behind twenty they are plain figures
            self.pieces.check(_CIRCLED, field.format)
            made = f'context {{let n = {number}; if n > 20 {{str(n)}} else {{numbering("①", n)}}}}'
        else:
            made = f'context numbering("{pattern}", {number})'
        if field.kind == "PAGE" and line.setting.chapters is not None:
            from generator.pdf.typst.text import chapters  # here: few documents hold any

            made = chapters.numbered(made, line.setting.chapters)
            self.pieces.check(line.setting.chapters[1], field.format)
        return f"{self._palette.text(field.format, line.format, line.base)}({made})"


def _without_text(items: list[Inline], index: int) -> bool:
    """Whether nothing but drawings stands between the breaks around an item."""
    for way in (reversed(items[:index]), items[index + 1 :]):
        for other in way:
            if isinstance(other, LineBreak):
                break
            if isinstance(other, Run | Field | Note):
                return False
    return True
