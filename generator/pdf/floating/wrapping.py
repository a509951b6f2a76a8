"""Text beside drawings: its lines, broken at the width that is left of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from math import inf
from typing import cast

from generator.layout.tree import (
    Drawing,
    Field,
    Inline,
    LineBreak,
    Note,
    ParagraphFormat,
    Run,
    Tab,
    TextFormat,
)
from generator.layout.tree.formulas import Formula
from generator.pdf.floating.obstacles import WALL, Obstacle, Taken
from generator.pdf.floating.rooms import MARK, TURNED, runs_of, spacer, strut
from generator.pdf.measuring.line_metrics import ITALIC_SHARE, SCRIPT_SIZE, drawn_reach
from generator.pdf.measuring.tab_stops import TabPlacer
from generator.pdf.measuring.tokens import pieces, tokens
from generator.pdf.measuring.widths import FIELD_DIGITS
from generator.records import record

BESIDE = "đoạn văn mà chữ chảy quanh ảnh ở cả hai bên, hoặc có viền, nền, tab hay chữ dài hơn chỗ trống"
"""What cannot be broken beside a drawing, as a user is told."""
AROUND = "đoạn văn nhiều dòng mà một hình vẽ chen giữa các dòng"
"""The same of a drawing that no line may stand beside."""
TABLE_BESIDE = "bảng đứng cạnh ảnh mà chữ chảy quanh"
"""The same of a table."""
_NEAR = 0.05
_HAIR = 0.3  # points left free, so that no line made to fill its column goes on in the next
_OVERHANG = 1.149 / ITALIC_SHARE  # of the size: the room behind italic text in a line of Times New Roman


@record(frozen=True)
class Measures:
    """How wide text is, how far it reaches above and below its baseline, and what places its tabs.

    ``modern`` is Word 2013 and later, which leaves room behind italic text. Tabs are placed in lines moved so far.
    """

    width: Callable[[str, TextFormat], float]
    edges: Callable[[TextFormat], tuple[float, float]]
    placer: Callable[[float], TabPlacer]
    modern: bool = True


class BlockedError(Exception):
    """The first line of a paragraph has no room for its first word beside the drawings: it stands below."""


def break_beside(
    items: list[Inline],
    form: ParagraphFormat,
    width: float,
    base: TextFormat,
    obstacle: Obstacle,
    measures: Measures,
    number: int = 0,
    turn: float = inf,
) -> tuple[list[Inline], float] | None:
    """The items with a break after every line beside the obstacle, and how tall they are down to its foot.

    ``width`` is that between the indents, ``number`` that of the paragraph, as they are written. Lines that begin
    ``turn`` points or more below the first stand on the next page, beside nothing. ``None`` where the lines cannot be
    told.
    Raises ``BlockedError``.
    """
    if form.shading or form.align == "distribute" or _crosses(form, obstacle):
        return None
    lines = _Lines(form, width, base, obstacle.above(turn), measures, number, turn)
    for index, item in enumerate(items):
        if not lines.take(item, items[index + 1 :]):
            return None
    return lines.ended()


def _crosses(form: ParagraphFormat, obstacle: Obstacle) -> bool:
    """Whether a border of the paragraph may run over a drawing: one above its text runs over none that hangs lower."""
    return any(side != "top" for side, _ in form.borders) or (
        bool(form.borders) and any(one.top < 0 for one in obstacle.each())
    )


@record()
class _Word:
    """Text that no line end may part, in one look or several; ``tall`` is its reach above and below."""

    parts: list[tuple[str, Inline]]
    width: float
    tall: tuple[float, float]
    overhang: float = 0.0


@record()
class _Lines:
    form: ParagraphFormat
    width: float
    base: TextFormat
    obstacle: Obstacle
    measures: Measures
    number: int
    turn: float = inf  # where its next page begins
    made: list[Inline] = field(default_factory=list)
    line: list[tuple[str, Inline]] = field(default_factory=list)
    word: _Word | None = None
    y: float = 0.0
    x: float = 0.0
    tall: tuple[float, float] = (0.0, 0.0)
    first: bool = True
    fresh: bool = True
    passed: bool = False  # a picture in the middle of its lines, behind which this one goes on
    behind: int = 0  # how many parts of the line stand before that
    held: bool = False  # by a tab whose text ends or stands about its stop
    drop: float = 0.0  # how far this line was brought down to where it has room
    below: float = 0.0  # how far the line before reaches below its baseline
    following: list[Inline] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.x = self.form.first_line

    def take(self, item: Inline, following: list[Inline]) -> bool:
        """Adds one item; ``False`` where it cannot be told how its line ends."""
        self.following = following
        if self.y >= self.obstacle.foot:
            return self._placed() and self._pass(item)
        if isinstance(item, Run) and not item.format.hidden:
            return self._run(item)
        if isinstance(item, Field):
            return self._join("", item, self.measures.width(FIELD_DIGITS, item.format), item.format)
        if isinstance(item, Note):
            return self._join("", item, self.measures.width(item.label, item.format) * SCRIPT_SIZE, item.format)
        if isinstance(item, LineBreak):
            return self._placed() and self._stand() and self._end(item) and self._clear(item)
        if isinstance(item, Tab):
            return self._placed() and self._tab(item, following)
        if isinstance(item, Drawing) and isinstance(item.content, Formula):
            return False  # how wide it is only Typst knows
        if isinstance(item, Drawing) and item.anchor is None:
            return self._join("", item, item.width, None)
        self.line.append(("", item))
        return True

    def ended(self) -> tuple[list[Inline], float] | None:
        """What was made, when the last line is as well."""
        if not self._placed():
            return None
        if not self._stand():
            return None
        if self.drop and not self.line and self.y >= self.obstacle.foot:  # an empty line below the drawing
            self.tall = sum(self._edges(self.base)), 0.0  # nothing else gives the line its depth
            return (self.made, self.y) if self._end(None) else None
        if self.y >= self.obstacle.foot:
            return (self.made, self.y) if self._passes() else None
        return (self.made, self.y) if self._end(None) else None

    def _pass(self, item: Inline) -> bool:
        if not self._passes(item, *self.following):
            return False
        self.made.append(item)
        return True

    def _passes(self, *items: Inline) -> bool:
        """Hands over the line that goes on below the drawings, ``items`` after it; ``False`` where that cannot be told.

        One that was brought down must be as tall as its first item: where it ends only Typst knows.
        """
        if self.drop:
            until = next((n for n, item in enumerate(items) if isinstance(item, LineBreak)), len(items))
            reaches = [self._reach(item) for item in (*(item for _, item in self.line), *items[:until])]
            tall = next((reach for reach in reaches if any(reach)), self._edges(self.base))
            if any(reach[0] > tall[0] or reach[1] > tall[1] for reach in reaches):
                return False
            self._bring_down(tall)
        self.made += runs_of(self.line)
        self.line = []
        return True

    def _reach(self, item: Inline) -> tuple[float, float]:
        """How far an item reaches above and below its baseline; what hangs on the paragraph takes nothing."""
        if isinstance(item, Run | Field | Tab | Note):
            return self._edges(item.format)
        if isinstance(item, Drawing) and item.anchor is None:
            return (inf, inf) if isinstance(item.content, Formula) else drawn_reach(item)
        return (0.0, 0.0)

    def _bring_down(self, tall: tuple[float, float]) -> None:
        """Puts before a line of this height what brings it down to where it has room."""
        self.made.append(strut(self.drop, tall[0], self.below + sum(tall), self.number))
        self.drop = 0.0

    def _clear(self, end: LineBreak) -> bool:
        """Goes on below the drawings that a break clears; ``False`` for one of a single side."""
        if not end.clears or not self._here(self._edges(self.base)):
            return True
        if end.clears != "all":
            return False
        while here := self._here(self._edges(self.base)):
            self._down_to(min(one.bottom for one in here))
        return True

    def _sink(self, word: _Word) -> bool:
        """Brings a line down to where it has room for its first word; ``False`` where no line holds that."""
        if self._room(word.tall) == self.width:
            return False
        if not self.made:
            raise BlockedError
        while self._lacks(word):
            self._down_to(min(one.bottom for one in self._here(word.tall)))
        return True

    def _stand(self) -> bool:
        """Brings a line without text below drawings that let none beside them; ``False`` for the first line."""
        tall = self._edges(self.base)
        while not self.line and any(one.left == WALL for one in self._here(tall)):
            if not self.made:
                return False
            self._down_to(min(one.bottom for one in self._here(tall)))
        return True

    def _here(self, tall: tuple[float, float]) -> list[Obstacle]:
        """The drawings that a line of this height would stand beside."""
        return self.obstacle.beside(self.y, self.y + sum(tall))

    def _down_to(self, y: float) -> None:
        if not self.drop:
            # At the end of the line before, but ahead of its last spaces, which take no room there alone.
            spaced = len(self.made) > 1 and isinstance(last := self.made[-2], Run) and last.text.isspace()
            self.made.insert(-2 if spaced else -1, MARK)
        self.drop, self.y = self.drop + y - self.y, y

    def _lacks(self, word: _Word, overhang: float = 0.0) -> bool:
        """Whether there is no room left for the word in a line beside a drawing."""
        return self.y < self.obstacle.foot and self.x + word.width + overhang > self._room(word.tall)

    def _run(self, run: Run) -> bool:
        look = run.format
        for token in tokens(run.text):
            if token[0] == " ":
                if not self._placed():
                    return False
                self.x += self._wide(token, look)
                self.line.append((token, run))
                continue
            for number, (piece, _) in enumerate(pieces(token)):
                if number and not self._placed():
                    return False
                if not self._join(piece, run, self._wide(piece, look), look):
                    return False
        last = self.word.parts[-1][0] if self.word is not None and self.word.parts else ""
        return not last.endswith(("-", "–", "—")) or self._placed()

    def _join(self, text: str, item: Inline, width: float, look: TextFormat | None) -> bool:
        """Adds to the word that is open: what follows without a space stays with it."""
        word = self.word = self.word or _Word([], 0.0, (0.0, 0.0))
        word.parts.append((text, item))
        word.width += width
        word.tall = _larger(word.tall, self._edges(look) if look is not None else self._reach(item))
        italic = look is not None and look.italic and self.measures.modern
        word.overhang = look.size * _OVERHANG if italic and look is not None else 0.0
        return True

    def _placed(self) -> bool:
        """Puts the open word on this line or on the next; ``False`` where no line holds it."""
        word, self.word = self.word, None
        if word is None:
            return True
        if word.width > self.width and isinstance(word.parts[0][1], Run):  # where it is cut is not known
            return False
        if self._lacks(word, word.overhang) and not self._pass_by(word):
            if not self.fresh and (self.held or not self._end(LineBreak(self.base), wraps=word)):
                return False
            if self._lacks(word) and not self._pass_by(word) and not self._sink(word):
                return False
        self.line += word.parts
        self.x, self.fresh = self.x + word.width, False
        self.tall = _larger(self.tall, word.tall)
        return True

    def _pass_by(self, word: _Word) -> bool:
        """Goes on behind a picture in the middle of the line; ``False`` where it has none, or no room for the word."""
        tall = _larger(self.tall, word.tall)
        behind = self._taken(tall).behind - self.form.left
        if self.held or behind <= 0 or behind + word.width > self.width:
            return False
        while self.line and self.line[-1][0].isspace():
            text, run = self.line.pop()
            self.x -= self._wide(text, cast(Run, run).format)
        if behind < self.x or not self._align(self.line, self._room(tall) - self.x):
            return False
        self.line += self._gap(behind - self.x)
        self.x, self.passed, self.behind = behind, True, len(self.line)
        return True

    def _gap(self, length: float) -> list[tuple[str, Inline]]:
        return [("", item) for item in spacer(length, self.number, self.y)]

    def _align(self, line: list[tuple[str, Inline]], free: float, *, full: bool = True) -> bool:
        """Aligns the end of a line, behind ``self.behind``, in its part: each part of a line stands by itself.

        ``free`` points are left there; a part that is not ``full`` is not stretched. ``False`` where it cannot be.
        """
        start, align = self.behind, self.form.align
        if align in ("center", "right"):
            share = 1.0 if align == "right" else 0.5
            line[start:start] = self._gap(free * share)
            self.x += free * share
            return True
        if align == "left" or not full:
            return True
        runs = [(text, item) for text, item in line[start:] if isinstance(item, Run)]
        if any(run.format.spacing or run.format.stretch != 1.0 for _, run in runs):
            return False
        wide = sum(self._wide(" ", run.format) * text.count(" ") for text, run in runs)
        looks: dict[int, Inline] = {}
        for at in range(start, len(line)) if wide else ():
            text, item = line[at]
            if isinstance(item, Run):
                made = replace(item.format, gaps=(wide + free) / wide)
                line[at] = text, looks.setdefault(id(item), Run(item.text, made, item.link))
        self.x += free if wide else 0.0
        return True

    def _tab(self, tab: Tab, following: list[Inline]) -> bool:
        """Moves on to the stop of a tab; ``False`` where that stands beyond the room of the line."""
        until = next((n for n, item in enumerate(following) if isinstance(item, Tab | LineBreak)), len(following))
        ends = until == len(following) or isinstance(following[until], LineBreak)
        self.tall = _larger(self.tall, self._edges(tab.format))
        taken = self._taken(self.tall)
        moved = taken.indented(self.form)
        placer = self.measures.placer(moved)
        placer.stand(self.form.left + taken.aside(self.form, first=self.first) + self.x)
        jump = placer.jump(following[:until], tab, ends)
        room = self._room(self.tall)
        self.x += jump.gap
        if jump.wraps or jump.over or self.x > room:
            return False
        # The stop of a hanging indent is moved with the line.
        self.line += self._gap(jump.gap) if moved and abs(self.x) < _NEAR else [("", tab)]
        self.fresh, self.held = False, self.held or jump.align != "left"
        return True

    def _end(self, end: LineBreak | None, *, wraps: _Word | None = None) -> bool:
        """Ends the line, before ``end``; ``False`` where Word would go on behind the drawing, or begin elsewhere."""
        tall = self.tall if any(self.tall) else self._edges(self.base)
        taken = self._taken(tall)
        behind = taken.behind - self.form.left if taken.behind else 0.0
        goes_on = wraps is not None and taken.parted and behind + wraps.width <= self.width
        if taken.left == WALL or goes_on or (self.held and self.x > self._room(tall)):
            return False
        kept, spaces = list(self.line), list[tuple[str, Inline]]()
        while kept and kept[-1][0].isspace():
            spaces.insert(0, kept.pop())
        if self.passed:
            self.x -= sum(self._wide(text, cast(Run, run).format) for text, run in spaces)
            if self.form.align == "both" and end is not None and wraps is None:
                return False  # whether such a line is stretched the settings say
            if not self._align(kept, self._room(tall) - self.x - _HAIR, full=wraps is not None):
                return False
            if self.form.align == "center":  # which fills its line, so that nothing moves it
                kept += self._gap(self._room(tall) - self.x - _HAIR)
        if self.drop:
            self._bring_down(tall)
        self.made += spacer(taken.aside(self.form, first=self.first), self.number, self.y)
        self.made += runs_of(kept)
        self.made += spacer(taken.right - self.form.right if taken.right else 0.0, self.number, self.y)
        self.made += runs_of(spaces)
        if end is not None:
            self.made.append(end)
        self.y, self.x, self.tall, self.line = self.y + sum(tall), 0.0, (0.0, 0.0), []
        self.below = tall[1]
        if self.turn <= self.y + _NEAR:
            self.made.append(TURNED)
            self.turn = inf
        self.first, self.fresh, self.held, self.passed, self.behind = False, True, False, False, 0
        return True

    def _taken(self, tall: tuple[float, float]) -> Taken:
        return self.obstacle.taken(self.y, self.y + sum(tall), passed=self.passed)

    def _room(self, tall: tuple[float, float]) -> float:
        taken = self._taken(_larger(self.tall, tall))
        return self.width - taken.aside(self.form, first=self.first) - max(taken.right - self.form.right, 0.0)

    def _wide(self, text: str, look: TextFormat) -> float:
        return self.measures.width(text, look) * (1.0 if look.vertical == "baseline" else SCRIPT_SIZE)

    def _edges(self, look: TextFormat) -> tuple[float, float]:
        return self.measures.edges(look) if look.vertical == "baseline" else (0.0, 0.0)


def _larger(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return max(one[0], other[0]), max(one[1], other[1])
