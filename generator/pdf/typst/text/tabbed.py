"""The inside of a paragraph as Typst code: its tabs are followed once, and what stands between them written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.layout.tree import Drawing, Field, Inline, LineBreak, Run, Tab, TextFormat
from generator.layout.tree.formulas import Formula
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.line_ends import LineEnder
from generator.pdf.measuring.line_metrics import edges
from generator.pdf.measuring.paragraph_parts import has_words, split_lead
from generator.pdf.measuring.tab_stops import Jump, TabPlacer
from generator.pdf.measuring.tokens import pieces
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.drawings import DrawingWriter
from generator.pdf.typst.literals import pt
from generator.pdf.typst.notes import NoteWriter
from generator.pdf.typst.palette import Palette
from generator.pdf.typst.text.blanks import is_alone, levelled
from generator.pdf.typst.text.items import SPARE, ItemWriter, end_line
from generator.pdf.typst.text.pieces import Line
from generator.records import record

_ROUNDING = 0.01  # points, less than what a tab leaves free at the end of a line
_MORE_DIGITS = "000"  # that a number of pages may have beyond the two it is given
_NEARLY = 3.0  # points: nearer to the margin than this, italic text or the grid of letters may leave no room
_MOST_LEADERS = 1000  # dots in one tab; a line of the widest paper holds 600


@record()
class Followed:
    """Where the tabs of a paragraph go, to be taken one by one, each with whether the text before it fits its line.

    ``x`` is where text begins behind the last of them, in points from the left indent; ``None`` unless that stands
    left. ``spills`` says whether the last line goes on beyond the right edge.
    """

    jumps: Iterator[tuple[Jump, bool]]
    x: float | None
    spills: bool


class TextWriter(ItemWriter):
    """Writes all that paragraphs hold."""

    def __init__(
        self, palette: Palette, faces: Faces, coverage: Coverage, drawings: DrawingWriter, notes: NoteWriter
    ) -> None:
        super().__init__(palette, faces, coverage, drawings, notes)
        self._ender = LineEnder(faces)

    def content(self, items: list[Inline], line: Line, tabs: Followed | None = None) -> str:
        """The items as one Typst expression; ``tabs`` are those among them and behind them."""
        parts = self.tabbed(items, line, tabs) if tabs is not None else self.parts(items, line, ends=True)
        if line.format.align == "distribute":
            parts.append("linebreak(justify: true)")  # its last line is stretched as well
        if len(parts) == 1:
            return parts[0]
        return "{" + ";".join(parts) + "}"

    def broken(self, items: list[Inline], line: Line) -> tuple[list[Inline], float, Followed | None]:
        """The items with the breaks their lines need, by how much these must be longer in points, and their tabs."""
        items = levelled(items, line.base, self._faces, self.width)
        wide = line.width + line.setting.spare
        squeezes = line.format.align == "both" and line.setting.squeezes
        last = -1
        for index, item in enumerate(items):
            if isinstance(item, Tab):
                last = index
        if last < 0:
            return *self._ender.end(items, wide, line.format.first_line, line.setting.modern, squeezes=squeezes), None
        items, last, slack, tabs = self._follow(_boxed(items, last, line), last, line)
        if tabs.x is None:
            return items, slack, tabs
        broken, more = self._ender.end(items[last + 1 :], wide, tabs.x, line.setting.modern, True, squeezes)
        return [*items[: last + 1], *broken], max(slack, more), tabs

    def _follow(self, items: list[Inline], last: int, line: Line) -> tuple[list[Inline], int, float, Followed]:
        """Where the tabs go among the items, of which the one at ``last`` is the last.

        Returns the items with the breaks that those before it need, where it is among them, and by how much the lines
        must be longer, in points.
        """
        setting = line.setting
        placer = TabPlacer(line.format, line.width, self.width, setting.default_tab, setting.modern, setting.cut)
        heads = line.format.outline_level is not None and setting.headings
        head = len(split_lead(items)[0]) if heads else 0
        jumps: list[tuple[Jump, bool]] = []
        items, chunk = list(items), list[Inline]()
        x, is_left, slack, index = 0.0, True, 0.0, -1
        while (index := index + 1) < len(items):
            item = items[index]
            if not isinstance(item, Tab | LineBreak):
                chunk.append(item)
                continue
            if index <= last and is_left and not heads and placer.is_past(chunk, _NEARLY):
                begin = index - len(chunk)
                behind = begin > 0 and isinstance(items[begin - 1], Tab)
                wide = line.width + setting.spare
                broken, more = self._ender.end(chunk, wide, placer.x, setting.modern, behind)
                slack = max(slack, more)
                if len(broken) > len(chunk):
                    items[begin:index] = broken
                    last, index = last + len(broken) - len(chunk), index + len(broken) - len(chunk)
                    chunk = broken[_last_line(broken) :]
                    placer.new_line()
            fits = index > last or not placer.advance(chunk)
            is_left, chunk = is_left and fits, []
            if isinstance(item, LineBreak):
                placer.new_line()
                continue
            after = _until_break(items, index + 1)
            stop = index + 1 + len(after)
            # What goes over the margin is written as one: not where it is the end of a heading and what follows that.
            ends = (stop == len(items) or not isinstance(items[stop], Tab)) and not index < head < stop
            jump = placer.jump(after, item, ends)
            jumps.append((jump, fits))
            is_left = is_left and not jump.over and (index < last or jump.align == "left")
            x = placer.x
        spills = line.format.align in ("center", "right") and placer.is_past(chunk)
        return items, last, slack, Followed(iter(jumps), x if is_left else None, spills)

    def tabbed(
        self, items: list[Inline], line: Line, tabs: Followed, *, goes_on: bool = False, spoken: str = ""
    ) -> list[str]:
        """The items as Typst expressions; ``spoken`` stands behind tabs after words.

        ``goes_on`` says that more of the paragraph follows.
        """
        parts: list[str] = []
        chunk: list[Inline] = []
        taken = 0  # items of a tab over the margin, written with it
        is_blank = True  # so far, what stands on this line
        for index, item in enumerate(items):
            if index < taken:
                continue
            if isinstance(item, Tab):
                jump, fits = next(tabs.jumps)
                hanging = self.take_hanging_spaces(chunk) if jump.wraps else []  # else they would ask for room
                self._add(chunk, line, parts, before_tab=fits)
                parts += self.hanging(hanging, line)
                bare_number = line.labelled and index == 1 and len(items) == 2  # which asks for no second line
                is_blank = not bare_number and (jump.wraps or (is_blank and not chunk))
                if jump.wraps:
                    parts.append("linebreak()")
                if jump.over:
                    after = _until_break(items, index + 1)
                    parts.append(self._over(jump, after, item.format, line))
                    taken = index + 1 + len(after)
                elif _has_numbers(jump, after := _until_break(items, index + 1)):
                    parts.append(self._flush(jump, after, item.format, line))
                    taken = index + 1 + len(after)
                else:
                    alone = item.format.size > line.base.size and is_alone(items, index)
                    parts.append(self._gap(jump, item.format, line, alone=alone))
                    is_last = index + 1 == len(items) or not isinstance(items[index + 1], Tab)
                    if is_blank and is_last and self._leaves(_until_break(items, index + 1), jump.room - jump.gap):
                        parts.append(self._height(line))
                if spoken and has_words(items[:index]):
                    parts.append(spoken)
            elif _is_break(item):
                hanging = self.take_hanging_spaces(chunk)
                self._add(chunk, line, parts)
                parts += self.hanging(hanging, line)
                end_line(parts, self.parts([item], line)[0])
                is_blank = True
            else:
                chunk.append(item)
                continue
            chunk = []
        # Behind a tab, centred text that fits keeps its spaces: the gap before it was measured with them.
        hang = not goes_on and (line.format.align not in ("center", "right") or tabs.spills)
        self._add(chunk, line, parts, ends=hang)
        if not goes_on and items and _is_break(items[-1]):
            end_line(parts, parts[-1])  # Typst drops the empty line after a last break, Word prints it
        return parts

    def _add(
        self, chunk: list[Inline], line: Line, parts: list[str], *, before_tab: bool = False, ends: bool = False
    ) -> None:
        """Adds what stands between tabs and breaks, ``before_tab`` the last line of it on one line with that."""
        if before_tab and (start := _last_line(chunk)):
            above = chunk[: start - 1]
            hanging = self.take_hanging_spaces(above)
            parts.extend(self.parts(above, line, after_tab=bool(parts)))
            parts += self.hanging(hanging, line)
            end_line(parts, self.parts([chunk[start - 1]], line)[0])
            chunk = chunk[start:]
        written = self.parts(chunk, line, ends, after_tab=bool(parts)) if chunk else []
        # Word does not stretch the spaces before a tab when it justifies the line.
        if (
            before_tab
            and line.format.align == "both"
            and any(isinstance(item, Run) and " " in item.text for item in chunk)
        ):
            parts.append("box({" + ";".join(written) + "})")
        else:
            parts.extend(written)

    def _over(self, jump: Jump, after: list[Inline], form: TextFormat, line: Line) -> str:
        """The gap of a tab to a stop beyond the margin and the text behind it, in a box no longer than the line."""
        inner = ";".join([self._gap(jump, form, line), *self.parts(after, line)])
        more = sum(self.width(_MORE_DIGITS, item.format) for item in after if isinstance(item, Field))
        length = jump.gap + self.length(after) + more + SPARE
        return f"box(width: {jump.room:.3f}pt, box(width: {length:.3f}pt, {{{inner}}}))"

    def _flush(self, jump: Jump, after: list[Inline], form: TextFormat, line: Line) -> str:
        """The gap of a tab to a right stop and the text behind it, which ends there however long its numbers are.

        How many digits the number of a page has is known when it is set: a gap of fixed width would push the last
        of them to a line of its own.
        """
        tall = self.pieces.tall(form, line, False)
        inner = ";".join([*([f"box(width: 0pt{tall})"] if tall else []), "h(1fr)", *self.parts(after, line)])
        return f"box(width: {jump.gap + self.length(after) + _ROUNDING:.3f}pt, {{{inner}}})"

    def _leaves(self, after: list[Inline], room: float) -> bool:
        """Whether what stands behind a tab begins on the next line, as it has no room beside it."""
        length = 0.0
        for item in after:
            if not isinstance(item, Run):
                return isinstance(item, LineBreak) or length + self.length([item]) > room
            text = item.text.lstrip(" ") if not length else item.text
            word = pieces(text.partition(" ")[0])
            length += self.width(word[0][0], item.format) if word else 0.0
            if length > room:
                return True
            if len(word) > 1 or " " in text:
                return False
        return not after

    def _height(self, line: Line) -> str:
        """The height of a line of tabs alone, which are but room."""
        above, below = edges(self._faces.face(line.base.font), line.base.size, line.format)
        return f"box(height: {pt(above + below)}, baseline: {pt(below)})"

    def _gap(self, jump: Jump, form: TextFormat, line: Line, *, alone: bool = False) -> str:
        gap, leader = jump.gap, jump.leader
        width = self.width(leader, form) if leader else 0.0
        if not leader or width <= 0 or gap < width:
            return f"box(width: {gap:.3f}pt{self.pieces.tall(form, line, alone)})"
        self.pieces.check(leader, form)
        # Leaders stand on one grid, whose origin is the text margin, so that they lie below one another.
        lead = -jump.start % width
        count = min(int((gap - lead) / width + 1e-6), _MOST_LEADERS)
        if not count:
            return f"box(width: {gap:.3f}pt{self.pieces.tall(form, line, alone)})"
        dots = self.pieces.write(leader * count, form, None, line)
        if form.size > line.base.size and not alone:  # which makes its line no taller
            tall = self.pieces.tall(form, line, alone) or ", height: 0pt"
            above, _ = edges(self._faces.face(form.font), form.size, line.format)
            return f"box(width: {gap:.3f}pt{tall}, place(top + left, dx: {lead:.3f}pt, dy: {pt(-above)}, {dots}))"
        return f"box(width: {gap:.3f}pt, box(width: {gap + SPARE:.3f}pt, {{h({lead:.3f}pt);{dots}}}))"


def _has_numbers(jump: Jump, after: list[Inline]) -> bool:
    """Whether text that ends at a right stop has numbers of pages in it, and nothing but text beside them."""
    numbers = any(isinstance(item, Field) for item in after)
    return numbers and jump.align == "right" and not jump.leader and all(isinstance(i, Run | Field) for i in after)


def _is_break(item: Inline) -> bool:
    """Whether the file itself ends the line here."""
    return isinstance(item, LineBreak) and not item.full


def _last_line(items: list[Inline]) -> int:
    """Where the last line of the items begins that were given breaks for their full lines."""
    breaks = [at for at, item in enumerate(items, 1) if isinstance(item, LineBreak)]
    return breaks[-1] if breaks else 0


def _until_break(items: list[Inline], start: int) -> list[Inline]:
    found: list[Inline] = []
    for item in items[start:]:
        if isinstance(item, Tab) or _is_break(item):
            break
        found.append(item)
    return found


def _boxed(items: list[Inline], last: int, line: Line) -> list[Inline]:
    """The items, formulas as wide as they are said to be where the place of a tab depends on that."""
    if not any(isinstance(item, Drawing) and isinstance(item.content, Formula) for item in items):
        return items
    aligned = any(stop.align != "left" for stop in line.format.tabs)
    return [
        replace(item, content=replace(item.content, boxed=True), fills=False)
        if isinstance(item, Drawing) and isinstance(item.content, Formula) and (aligned or index < last)
        else item
        for index, item in enumerate(items)
    ]
