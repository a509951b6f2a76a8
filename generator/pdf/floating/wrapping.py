"""Text beside drawings: its lines, broken at the width that is left of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import cast

from generator.layout.tree import (
    Box,
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
from generator.pdf.floating.obstacles import Obstacle, Taken
from generator.pdf.measuring.line_metrics import ITALIC_SHARE, SCRIPT_SIZE
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
_OVERHANG = 1.149 / ITALIC_SHARE  # of the size: the room behind italic text in a line of Times New Roman


@record(frozen=True)
class Measures:
    """How wide text is, how far it reaches above and below its baseline, and what places its tabs.

    ``modern`` is Word 2013 and later, which leaves room behind italic text.
    """

    width: Callable[[str, TextFormat], float]
    edges: Callable[[TextFormat], tuple[float, float]]
    placer: Callable[[], TabPlacer]
    modern: bool = True


def spacer(length: float) -> list[Inline]:
    """Room in a line where the picture stands: an empty drawing without height; nothing for no length."""
    return [Drawing(Box(), length, 0.0)] if length > 0 else []


def is_spacer(drawing: Drawing) -> bool:
    """Whether the drawing is room beside a picture."""
    return drawing.content == Box() and not drawing.height


def break_beside(
    items: list[Inline], form: ParagraphFormat, width: float, base: TextFormat, obstacle: Obstacle, measures: Measures
) -> tuple[list[Inline], float] | None:
    """The items with a break after every line beside the obstacle, and how tall they are down to its foot.

    ``width`` is that between the indents. ``None`` where the lines cannot be told.
    """
    if form.borders or form.shading or form.align == "distribute":
        return None
    lines = _Lines(form, width, base, obstacle, measures)
    for index, item in enumerate(items):
        if not lines.take(item, items[index + 1 :]):
            return None
    return lines.ended()


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
    made: list[Inline] = field(default_factory=list)
    line: list[tuple[str, Inline]] = field(default_factory=list)
    word: _Word | None = None
    y: float = 0.0
    x: float = 0.0
    tall: tuple[float, float] = (0.0, 0.0)
    first: bool = True
    fresh: bool = True
    passed: bool = False  # a picture in the middle of its lines, behind which this one goes on
    held: bool = False  # by a tab whose text ends or stands about its stop

    def __post_init__(self) -> None:
        self.x = self.form.first_line

    def take(self, item: Inline, following: list[Inline]) -> bool:
        """Adds one item; ``False`` where it cannot be told how its line ends."""
        if self.y >= self.obstacle.foot:
            return self._placed() and self._pass(item)
        if isinstance(item, Run) and not item.format.hidden:
            return self._run(item)
        if isinstance(item, Field):
            return self._join("", item, self.measures.width(FIELD_DIGITS, item.format), item.format)
        if isinstance(item, Note):
            return self._join("", item, self.measures.width(item.label, item.format) * SCRIPT_SIZE, item.format)
        if isinstance(item, LineBreak):
            return self._placed() and self._end(item)
        if isinstance(item, Tab):
            return self._placed() and self._tab(item, following)
        if isinstance(item, Drawing) and isinstance(item.content, Formula):
            return False  # how wide it is only Typst knows
        if isinstance(item, Drawing) and item.anchor is None:
            return self._join("", item, item.width, None, item.height)
        self.line.append(("", item))
        return True

    def ended(self) -> tuple[list[Inline], float] | None:
        """What was made, when the last line is as well."""
        if not self._placed():
            return None
        if self.y >= self.obstacle.foot:
            self.made += _runs(self.line)
            return self.made, self.y
        return (self.made, self.y) if self._end(None) else None

    def _pass(self, item: Inline) -> bool:
        self.made += _runs(self.line)
        self.line = []
        self.made.append(item)
        return True

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

    def _join(self, text: str, item: Inline, width: float, look: TextFormat | None, height: float = 0.0) -> bool:
        """Adds to the word that is open: what follows without a space stays with it."""
        word = self.word = self.word or _Word([], 0.0, (0.0, 0.0))
        word.parts.append((text, item))
        word.width += width
        word.tall = _larger(word.tall, self._edges(look) if look is not None else (height, 0.0))
        italic = look is not None and look.italic and self.measures.modern
        word.overhang = look.size * _OVERHANG if italic and look is not None else 0.0
        return True

    def _placed(self) -> bool:
        """Puts the open word on this line or on the next; ``False`` where no line holds it."""
        word, self.word = self.word, None
        if word is None:
            return True
        if self.y < self.obstacle.foot and self.x + word.width + word.overhang > self._room(word.tall):
            if not self._pass_by(word) and (self.fresh or self.held or not self._end(LineBreak(self.base), wraps=True)):
                return False
            if self.y < self.obstacle.foot and self.x + word.width > self._room(word.tall):
                return False  # Word would go on below, where there is room
        self.line += word.parts
        self.x, self.fresh = self.x + word.width, False
        self.tall = _larger(self.tall, word.tall)
        return True

    def _pass_by(self, word: _Word) -> bool:
        """Goes on behind a picture in the middle of the line; ``False`` where there is none, or no room for the word.

        Text aligned otherwise stands about the middle of either part.
        """
        behind = self._taken(_larger(self.tall, word.tall)).behind - self.form.left
        if self.form.align != "left" or self.held or behind <= 0 or behind + word.width > self.width:
            return False
        while self.line and self.line[-1][0].isspace():
            text, run = self.line.pop()
            self.x -= self._wide(text, cast(Run, run).format)
        if behind < self.x:
            return False
        self.line += [("", item) for item in spacer(behind - self.x)]
        self.x, self.passed = behind, True
        return True

    def _tab(self, tab: Tab, following: list[Inline]) -> bool:
        """Moves on to the stop of a tab; ``False`` where that stands beyond the room of the line."""
        until = next((n for n, item in enumerate(following) if isinstance(item, Tab | LineBreak)), len(following))
        ends = until == len(following) or isinstance(following[until], LineBreak)
        placer = self.measures.placer()
        self.tall = _larger(self.tall, self._edges(tab.format))
        placer.stand(max(self._taken(self.tall).left, self.form.left) + self.x)
        jump = placer.jump(following[:until], tab, ends)
        room = self._room(self.tall)
        self.x += jump.gap
        if jump.wraps or jump.over or self.x > room:
            return False
        self.line.append(("", tab))
        self.fresh, self.held = False, self.held or jump.align != "left"
        return True

    def _end(self, end: LineBreak | None, *, wraps: bool = False) -> bool:
        """Ends the line, before ``end``; ``False`` where Word would go on behind the drawing, or begin elsewhere."""
        tall = self.tall if any(self.tall) else self._edges(self.base)
        taken = self._taken(tall)
        hangs = self.first and self.form.first_line < 0 and 0 < taken.left > self.form.left + self.form.first_line
        if hangs or (wraps and taken.parted) or (self.held and self.x > self._room(tall)):
            return False
        kept, spaces = list(self.line), list[tuple[str, Inline]]()
        while kept and kept[-1][0].isspace():
            spaces.insert(0, kept.pop())
        self.made += spacer(taken.left - self.form.left if taken.left else 0.0)
        self.made += _runs(kept)
        self.made += spacer(taken.right - self.form.right if taken.right else 0.0)
        self.made += _runs(spaces)
        if end is not None:
            self.made.append(end)
        self.y, self.x, self.tall, self.line = self.y + sum(tall), 0.0, (0.0, 0.0), []
        self.first, self.fresh, self.held, self.passed = False, True, False, False
        return True

    def _taken(self, tall: tuple[float, float]) -> Taken:
        return self.obstacle.taken(self.y, self.y + sum(tall), passed=self.passed)

    def _room(self, tall: tuple[float, float]) -> float:
        left, right, *_ = self._taken(_larger(self.tall, tall))
        return self.width - max(left - self.form.left, 0.0) - max(right - self.form.right, 0.0)

    def _wide(self, text: str, look: TextFormat) -> float:
        return self.measures.width(text, look) * (1.0 if look.vertical == "baseline" else SCRIPT_SIZE)

    def _edges(self, look: TextFormat) -> tuple[float, float]:
        return self.measures.edges(look) if look.vertical == "baseline" else (0.0, 0.0)


def _larger(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return max(one[0], other[0]), max(one[1], other[1])


def _runs(parts: list[tuple[str, Inline]]) -> list[Inline]:
    """The parts as items; text of one run that follows one another is one run again."""
    made: list[Inline] = []
    last: Inline | None = None
    for text, item in parts:
        if isinstance(item, Run) and text:
            if item is last and isinstance(open_run := made[-1], Run):
                open_run.text += text
            else:
                made.append(Run(text, item.format, item.link))
        else:
            made.append(item)
        last = item
    return made
