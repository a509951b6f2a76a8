"""The inside of a paragraph as Typst code."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from generator.layout.tree import (
    Drawing,
    Field,
    Inline,
    LineBreak,
    Note,
    Paragraph,
    ParagraphFormat,
    Run,
    Tab,
    TextFormat,
)
from generator.pdf.measuring import tokens
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.line_ends import LineEnder
from generator.pdf.measuring.line_metrics import edges
from generator.pdf.measuring.paragraph_parts import alike, ends_framed, has_words, shows_spaces
from generator.pdf.measuring.tab_stops import FIELD_DIGITS, Jump, TabPlacer
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.measuring.widths import STEPS, cased, text_steps, text_width
from generator.pdf.typst.drawings import DrawingWriter
from generator.pdf.typst.literals import pt, string
from generator.pdf.typst.notes import NoteWriter
from generator.pdf.typst.palette import Palette, coloured, unset
from generator.pdf.typst.setting import Setting
from generator.records import record

Cut: TypeAlias = Callable[[int, int], list[tuple[str, TextFormat, str | None]]]  # the pieces from here to there
_PLAIN = TextFormat()
_SPARE = 6.0  # points by which a box is longer than what it holds, so that no rounding breaks its line
_HAIR = 0.001  # points: sums of steps of the grid are no whole numbers
_COLUMN = 0.15  # points by which a column may be too narrow for the word that it was made for: lengths are rounded
_FEW = 2  # words
_MORE_DIGITS = "000"  # that a number of pages may have beyond the two it is given
_MOST_LEADERS = 1000  # dots in one tab; a line of the widest paper holds 600
_LINKS = ("http://", "https://", "mailto:")
_PAGE_FORMATS = {
    "decimal": "1", "upperRoman": "I", "lowerRoman": "i", "upperLetter": "A", "lowerLetter": "a",
    "numberInDash": "- 1 -",
}  # fmt: skip


@record()
class Line:
    """What the text of one paragraph needs to know: its format, its base look, the width for its lines, its place."""

    format: ParagraphFormat
    base: TextFormat
    width: float
    setting: Setting


class TextWriter:
    """Writes runs, breaks, tabs and fields."""

    def __init__(
        self, palette: Palette, faces: Faces, coverage: Coverage, drawings: DrawingWriter, notes: NoteWriter
    ) -> None:
        self._palette, self._faces, self._coverage = palette, faces, coverage
        self._drawings, self._notes = drawings, notes
        self._widths: dict[tuple[str, int], tuple[float, TextFormat]] = {}
        self._ender = LineEnder(faces)

    def placer(self, items: list[Inline], line: Line) -> TabPlacer | None:
        """What places the tabs of the paragraph, ``None`` when it has none."""
        if not any(isinstance(item, Tab) for item in items):
            return None
        return TabPlacer(line.format, line.width, self.width, line.setting.default_tab, line.setting.modern)

    def content(self, items: list[Inline], line: Line, placer: TabPlacer | None = None) -> str:
        """The items as one Typst expression; ``placer`` has followed what stands before them in their paragraph."""
        placer = placer or self.placer(items, line)
        parts = self.tabbed(items, line, placer) if placer is not None else self.parts(items, line, ends=True)
        if line.format.align == "distribute":
            parts.append("linebreak(justify: true)")  # its last line is stretched as well
        if len(parts) == 1:
            return parts[0]
        return "{" + ";".join(parts) + "}"

    def run(self, run: Run, line: Line) -> str:
        """One visible run as an expression."""
        parts: list[str] = []
        self._runs([run], line, parts)
        return parts[0] if len(parts) == 1 else "{" + ";".join(parts) + "}"

    def broken(self, items: list[Inline], line: Line) -> tuple[list[Inline], float]:
        """The items with the breaks their lines need, and by how much these must be longer, in points."""
        wide = line.width + line.setting.spare
        last = max((index for index, item in enumerate(items) if isinstance(item, Tab)), default=-1)
        if last < 0:
            return self._ender.end(items, wide, line.format.first_line, line.setting.modern)
        placer = self.placer(items, line)
        x = self._after_tabs(items[: last + 1], items[last + 1 :], placer) if placer is not None else None
        if x is None:
            return items, 0.0
        broken, slack = self._ender.end(items[last + 1 :], wide, x, line.setting.modern, after_tab=True)
        return [*items[: last + 1], *broken], slack

    @staticmethod
    def _after_tabs(items: list[Inline], then: list[Inline], placer: TabPlacer) -> float | None:
        """Where text begins after the last tab, in points from the left indent; ``None`` unless that stands left."""
        chunk: list[Inline] = []
        for index, item in enumerate(items):
            if not isinstance(item, Tab | LineBreak):
                chunk.append(item)
                continue
            if placer.advance(chunk):
                return None
            chunk = []
            if isinstance(item, LineBreak):
                placer.new_line()
                continue
            jump = placer.jump(_until_break([*items[index + 1 :], *then]), item, ends=True)
            if jump.over or (index == len(items) - 1 and jump.align != "left"):
                return None
        return placer.x

    def width(self, text: str, form: TextFormat) -> float:
        """The width of text on one line, in points."""
        known = self._widths.get((text, id(form)))
        if known is None:  # the format is kept alive, so that no id comes twice
            known = self._widths[text, id(form)] = text_width(self._faces, text, form), form
        return known[0]

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
        for item in items:
            if isinstance(item, Run):
                if not item.format.hidden and item.text:
                    runs.append(item)
                continue
            hanging = self._take_hanging_spaces(runs) if isinstance(item, LineBreak) else []
            self._runs(runs, line, parts, after_tab and not parts)
            runs = []
            parts += self._hanging(hanging, line)
            if isinstance(item, LineBreak):
                stretched = item.full or line.setting.stretch_breaks
                parts.append(self._line_break(line) if stretched else "linebreak()")
            elif isinstance(item, Field):
                parts.append(self._field(item, line))
            elif isinstance(item, Drawing):
                alone = not any(isinstance(other, Run | Field | Note) for other in items)
                host = Paragraph([], line.format, line.base)
                drawn = self._drawings.inline(item, host, alone, line.width, line.setting)
                undone = unset(_PLAIN, line.base)  # else text inside would look like the text around it
                parts.append(f"text({', '.join(undone)}, {drawn})" if undone else drawn)
            elif isinstance(item, Note):
                look = self._notes.flat(item.format)
                self._check(item.label, look)
                parts.append(self._notes.write(item, self._palette.text(look, line.format, line.base), line.setting))
        hanging = self._take_hanging_spaces(runs) if ends else []
        self._runs(runs, line, parts, after_tab and not parts)
        parts += self._hanging(hanging, line)
        if parts and parts[-1].startswith("linebreak"):
            parts.append(parts[-1])  # Typst drops the empty line after a last break, Word prints it
        return parts

    @staticmethod
    def _take_hanging_spaces(items: list[Run] | list[Inline]) -> list[Run]:
        """The spaces at the end of a line, taken off its items: they are text, but take no room on the line."""
        taken: list[Run] = []
        while items and isinstance(last := items[-1], Run) and last.text.endswith(" "):
            items.pop()
            kept = last.text.rstrip(" ")
            taken.insert(0, Run(last.text[len(kept) :], last.format, last.link))
            if kept:
                items.append(Run(kept, last.format, last.link))
        return taken

    def _hanging(self, spaces: list[Run], line: Line) -> list[str]:
        if not spaces:
            return []
        drawn = [self._piece(run.text, replace(run.format, border=None), None, line) for run in spaces]
        if not any(shows_spaces(run.format) for run in spaces):
            return [f"box(width: 0pt, {piece})" for piece in drawn]
        width = self.length(list(spaces)) + _SPARE  # a line to write on: it begins where the text ends
        return [f"box(width: 0pt, align(left, box(width: {width:.3f}pt, {{{';'.join(drawn)}}})))"]

    def _runs(self, runs: list[Run], line: Line, parts: list[str], after_tab: bool = False) -> None:
        if not runs:
            return
        pieces: list[tuple[str, TextFormat, str | None]] = []
        for run in alike(runs):
            text = run.text
            if not unicodedata.is_normalized("NFC", text):
                text = unicodedata.normalize("NFC", text)
            form = run.format
            self._check(text.upper() if form.caps or form.small_caps else text, form)
            text = self._coverage.drawn(text, self._faces.face(form.font), form.bold, form.italic)
            for shown, look in cased(text, form):
                pieces.extend((part, own, run.link) for part, own in coloured(shown, look))
        if any(form.border for _, form, _ in pieces):
            pieces = ends_framed(pieces)
        joined = pieces[0][0] if len(pieces) == 1 else "".join(piece[0] for piece in pieces)
        largest = pieces[0][1].size if len(pieces) == 1 else max(form.size for _, form, _ in pieces)
        most = line.width / largest  # no letters as few as this are too long
        if line.format.first_line > 0:
            most -= line.format.first_line / largest
        is_long = len(joined) > most and not self._all_fit(joined.split(" "), most, pieces, line)
        parted = after_tab and tokens.is_held_back(joined)
        if is_long or parted or tokens.needs_care(joined):
            indent = line.format.first_line if not parts and not after_tab else 0.0
            begins = not parts and not after_tab
            self._carefully(pieces, joined, line, parts, parted, begins, line.width - indent)
        else:
            parts.extend(self._written(pieces, line))

    def _written(self, pieces: list[tuple[str, TextFormat, str | None]], line: Line) -> list[str]:
        """The pieces, one behind the other: the room behind the last letter of spaced text goes to the next space.

        Typst spaces the letters of a piece between them only, Word after the last one too (17.3.2.35).
        """
        if not any(form.spacing for _, form, _ in pieces):
            return [self._piece(text, form, link, line) for text, form, link in pieces]
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
                parts.append(self._piece(text, form, link, line))
                continue
            kept = text.rstrip(" ")
            parts.append(self._piece(kept, form, link, line))
            if kept != text:
                parts.append(self._spaces(text[len(kept) :], form, link, line, form.spacing))
            else:
                owed = form.spacing
        return parts

    def _spaces(self, text: str, form: TextFormat, link: str | None, line: Line, more: float) -> str:
        """Spaces that are ``more`` points wider in all than their look says."""
        spacing = form.spacing + more / len(text)
        return self._piece(text, replace(form, spacing=spacing), link, line)

    def _all_fit(
        self, words: list[str], most: float, pieces: list[tuple[str, TextFormat, str | None]], line: Line
    ) -> bool:
        """Whether every word has room on a line; words of several looks only when they are short."""
        if max(map(len, words)) <= most:
            return True
        if len(pieces) > 1:
            return False
        form = pieces[0][1]
        room = _room(line, words) - max(line.format.first_line, 0.0)
        return all(self._on_grid([(word, form, None)]) <= room for word in words if len(word) > most)

    def _check(self, text: str, form: TextFormat) -> None:
        self._coverage.check(text, self._faces.face(form.font), form.bold, form.italic, form.font)

    def _piece(self, text: str, form: TextFormat, link: str | None, line: Line) -> str:
        literal = string(text)
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

    def _stretched(self, text: str, form: TextFormat, line: Line) -> str:
        """Text drawn wider or narrower than its typeface is: word by word, so that lines may end between them."""
        share, level = f"{100 * form.stretch:g}%", replace(form, stretch=1.0, spacing=0.0)
        parts: list[str] = []
        for token in tokens.tokens(text):
            if token[0] == " ":
                spaces = self._piece(token, level, None, line)
                parts.append(f"text(spacing: {share} + {pt(form.spacing)}, {spaces})")
                continue
            # The room between letters is in points: what the scale makes of it is taken back.
            letters = self._piece(token, replace(level, spacing=form.spacing / form.stretch), None, line)
            parts.append(f"box(scale(x: {share}, reflow: true, origin: left + top, {letters}))")
            parts += [f"h({pt(form.spacing)})"] if form.spacing else []
        return parts[0] if len(parts) == 1 else "{" + ";".join(parts) + "}"

    def _carefully(
        self,
        pieces: list[tuple[str, TextFormat, str | None]],
        joined: str,
        line: Line,
        parts: list[str],
        parted: bool,
        begins: bool,
        first: float,
    ) -> None:
        """Writes text with marks or over-long words at which Typst and Word would break differently.

        ``parted`` says that a line may end before its first word, which Unicode would hold back, ``begins`` that the
        paragraph begins with it; ``first`` is the room for that word.
        """
        bounds: list[int] = []
        end = 0
        for text, _, _ in pieces:
            end += len(text)
            bounds.append(end)
        plain_from = at = 0
        wide = _room(line, joined.split(" "))
        # No letters as few as this are too long.
        safe = min(first, line.width) / max(form.size for _, form, _ in pieces)

        def cut(start: int, stop: int) -> list[tuple[str, TextFormat, str | None]]:
            found = []
            index = bisect_right(bounds, start)
            begin = bounds[index - 1] if index else 0
            while index < len(pieces) and begin < stop:
                text, form, link = pieces[index]
                found.append((text[max(start - begin, 0) : stop - begin], form, link))
                begin = bounds[index]
                index += 1
            return found

        def flush(stop: int, hanging: bool = False) -> None:
            if hanging:  # the spaces before a break are text, but take no room on the line
                stripped = len(joined[plain_from:stop].rstrip(" ")) + plain_from
                spaces, stop = cut(stripped, stop), stripped
            else:
                spaces = []
            if plain_from < stop:
                parts.extend(self._written(cut(plain_from, stop), line))
            parts.extend(f"box(width: 0pt, {self._piece(text, form, None, line)})" for text, form, _ in spaces)

        for token in tokens.tokens(joined):
            if token[0] == " ":
                at += len(token)
                continue
            for piece, boxed in tokens.pieces(token):
                end = at + len(piece)
                room = wide if at else wide - line.width + first
                if len(piece) > safe and self._on_grid(cut(at, end)) > room:
                    flush(at, hanging=True)
                    if parts:  # Word gives an over-long word a line of its own to start on
                        parts.append(self._line_break(line))
                    for start, stop in tokens.long_pieces(joined, at, end, begins):
                        left = wide if start > at else room
                        held = self._on_grid(cut(start, stop)) <= left
                        if start > at and not held:
                            parts.append(self._line_break(line))
                        for span in [(start, stop)] if held else self._spans(cut, start, stop, left, wide):
                            parts += [self._line_break(line)] if span[0] > start else []
                            parts.append(self._box(cut(*span), line))
                    plain_from = end
                elif boxed or (parted and not at) or tokens.is_held(joined, at, end):
                    lost = _unspaced(cut(at - 1, at)[0][1]) if plain_from < at and joined[at - 1] != " " else 0.0
                    flush(at)
                    parts.append(self._box(cut(at, end), line, lost))
                    plain_from = end
                at = end
        flush(at)

    def _spans(self, cut: Cut, start: int, end: int, room: float, wide: float) -> list[tuple[int, int]]:
        """The spans of an over-long word that lines hold, the first of them with this ``room``."""
        spans: list[tuple[int, int]] = []
        for index in range(start + 1, end):
            if self._on_grid(cut(start, index + 1)) > room:
                spans.append((start, index))
                start, room = index, wide
        return [*spans, (start, end)]

    @staticmethod
    def _line_break(line: Line) -> str:
        return "linebreak(justify: true)" if line.format.align == "both" else "linebreak()"

    def _on_grid(self, pieces: list[tuple[str, TextFormat, str | None]]) -> float:
        """The width of text that stands on the grid of letters, without the room behind its last one."""
        steps = sum(text_steps(self._faces, text, form) for text, form, _ in pieces)
        return steps / STEPS - (pieces[-1][1].spacing if pieces else 0.0)

    def _box(self, pieces: list[tuple[str, TextFormat, str | None]], line: Line, lost: float = 0.0) -> str:
        """The pieces in a box, ``lost`` points behind the text before it.

        Typst spaces the letters of a text between them only, Word after the last one too (17.3.2.35).
        """
        inner = [self._piece(text.replace("\u2011", "-"), form, link, line) for text, form, link in pieces]
        spacing = _unspaced(pieces[-1][1])
        inner = [*([f"h({pt(lost)})"] if lost else []), *inner, *([f"h({pt(spacing)})"] if spacing else [])]
        return f"box({inner[0]})" if len(inner) == 1 else "box({" + ";".join(inner) + "})"

    def _field(self, field: Field, line: Line) -> str:
        self._check("0123456789", field.format)
        asked = field.numerals or (line.setting.page_format if field.kind == "PAGE" else "decimal")
        pattern = _PAGE_FORMATS.get(asked)
        if pattern is None:
            self._coverage.cannot(f"kiểu số trang “{asked}”")
            pattern = "1"
        number = "counter(page).get().first()" if field.kind == "PAGE" else "locate(<vanthu-end>).page()"
        if field.digits > 1:
            zeros = f'"0" * calc.max({field.digits} - s.len(), 0)'
            made = f"context {{let s = str({number}); {zeros} + s}}"
        else:
            made = f'context numbering("{pattern}", {number})'
        return f"{self._palette.text(field.format, line.format, line.base)}({made})"

    def tabbed(
        self, items: list[Inline], line: Line, placer: TabPlacer, then: Sequence[Inline] = (), spoken: str = ""
    ) -> list[str]:
        """The items as Typst expressions, ``then`` what follows them; ``spoken`` stands behind tabs after words."""
        parts: list[str] = []
        chunk: list[Inline] = []
        remaining = list(items)
        taken = 0  # items of a tab over the margin, written with it
        for index, item in enumerate(remaining):
            if index < taken:
                continue
            if not isinstance(item, Tab) and not _is_break(item):
                chunk.append(item)
                continue
            hanging = self._take_hanging_spaces(chunk) if isinstance(item, LineBreak) else []
            self._flush_chunk(chunk, line, placer, parts, tab_follows=isinstance(item, Tab))
            parts += self._hanging(hanging, line)
            chunk = []
            if isinstance(item, Tab):
                after = _until_break(remaining[index + 1 :])
                last = index + 1 + len(after)
                if then and last == len(remaining):
                    after += _until_break(list(then))
                ends = not then if last == len(remaining) else _is_break(remaining[last])
                jump = placer.jump(after, item, ends)
                if jump.wraps:
                    parts.append("linebreak()")
                if jump.over:
                    parts.append(self._over(jump, after, item.format, line))
                    taken = last
                else:
                    parts.append(self._gap(jump, item.format, line))
                if spoken and has_words(remaining[:index]):
                    parts.append(spoken)
            else:
                parts.extend(self.parts([item], line)[:1])
                placer.new_line()
        # Behind a tab, centred text that fits keeps its spaces: the gap before it was measured with them.
        hang = not then and (line.format.align not in ("center", "right") or placer.is_past(chunk))
        self._flush_chunk(chunk, line, placer, parts, tab_follows=False, ends=hang)
        return parts

    def _flush_chunk(
        self,
        chunk: list[Inline],
        line: Line,
        placer: TabPlacer,
        parts: list[str],
        *,
        tab_follows: bool,
        ends: bool = False,
    ) -> None:
        written = self.parts(chunk, line, ends, after_tab=bool(parts)) if chunk else []
        wrapped = placer.advance(chunk)
        # Word does not stretch the spaces before a tab when it justifies the line.
        spaced = any(isinstance(item, Run) and " " in item.text for item in chunk)
        if tab_follows and spaced and not wrapped and line.format.align == "both":
            parts.append("box({" + ";".join(written) + "})")
        else:
            parts.extend(written)

    def _over(self, jump: Jump, after: list[Inline], form: TextFormat, line: Line) -> str:
        """The gap of a tab to a stop beyond the margin and the text behind it, in a box no longer than the line."""
        inner = ";".join([self._gap(jump, form, line), *self.parts(after, line)])
        more = sum(self.width(_MORE_DIGITS, item.format) for item in after if isinstance(item, Field))
        length = jump.gap + self.length(after) + more + _SPARE
        return f"box(width: {jump.room:.3f}pt, box(width: {length:.3f}pt, {{{inner}}}))"

    def _gap(self, jump: Jump, form: TextFormat, line: Line) -> str:
        gap, leader = jump.gap, jump.leader
        width = self.width(leader, form) if leader else 0.0
        if not leader or width <= 0 or gap < width:
            return f"box(width: {gap:.3f}pt{self._tall(form, line)})"
        self._check(leader, form)
        # Leaders stand on one grid, whose origin is the text margin, so that they lie below one another.
        lead = -jump.start % width
        count = min(int((gap - lead) / width + 1e-6), _MOST_LEADERS)
        if not count:
            return f"box(width: {gap:.3f}pt{self._tall(form, line)})"
        dots = self._piece(leader * count, form, None, line)
        return f"box(width: {gap:.3f}pt, box(width: {gap + _SPARE:.3f}pt, {{h({lead:.3f}pt);{dots}}}))"

    def _tall(self, form: TextFormat, line: Line) -> str:
        """The height of a tab that is taller than the text of its line, as arguments of a box."""
        if form.size <= line.base.size or form.vertical != "baseline":
            return ""
        above, below = edges(self._faces.face(form.font), form.size, line.format)
        below += max(self._palette.share(form, line.format) - self._palette.share(line.base, line.format), 0.0)
        return f", height: {pt(above + below)}, baseline: {pt(below)}"


def _room(line: Line, words: list[str]) -> float:
    """How long a word may be that its line holds; in a cell of one or two words a column made for them holds them."""
    more = _COLUMN if line.setting.cell is not None and len(words) <= _FEW else 0.0
    return line.width + line.setting.spare + more + _HAIR


def _unspaced(form: TextFormat) -> float:
    """The room still to be left behind the last letter, in points; words drawn wider or narrower have theirs."""
    return form.spacing if form.stretch == 1.0 else 0.0


def _is_break(item: Inline) -> bool:
    """Whether the file itself ends the line here."""
    return isinstance(item, LineBreak) and not item.full


def _until_break(items: list[Inline]) -> list[Inline]:
    found: list[Inline] = []
    for item in items:
        if isinstance(item, Tab) or _is_break(item):
            break
        found.append(item)
    return found
