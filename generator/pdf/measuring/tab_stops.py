"""Where tabs jump to: Typst has no tab stops, so each jump becomes a gap of the right width."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import floor

from generator.layout.tree import Drawing, Field, Inline, Note, ParagraphFormat, Run, Tab, TabStop, TextFormat
from generator.pdf.measuring.paragraph_parts import alike
from generator.pdf.measuring.tokens import pieces, tokens
from generator.pdf.measuring.widths import FIELD_DIGITS
from generator.records import record

_LEADERS = {"dot": ".", "hyphen": "-", "underscore": "_", "heavy": "_", "middleDot": "·"}
_SLACK = 0.02  # points left free, so that a line filled to its very end is not too long by a rounding
_NEAR = 0.05  # a stop this close to the text counts as passed
_BREAKS = ("-", "–", "—")
_AT_EDGE = 0.12  # two twips


@record(frozen=True)
class Jump:
    """One tab: the width of its gap, the character that fills it (or none), whether it starts a new line.

    ``start`` is where it begins, in points from the text margin, and ``room`` what is left of its line there.
    ``over`` says that it goes to a stop beyond the right edge, and takes the text up to the next break with it.
    ``align`` says how the text behind it stands at its stop.
    """

    gap: float
    leader: str
    wraps: bool
    start: float = 0.0
    room: float = 0.0
    over: bool = False
    align: str = "left"


class TabPlacer:
    """Follows the text of one paragraph along its lines; positions are points from the text margin.

    The right edge may have been ``cut`` points further out when the stops were set.
    """

    def __init__(
        self,
        form: ParagraphFormat,
        width: float,
        measure: Callable[[str, TextFormat], float],
        default_tab: float = 36.0,
        modern: bool = True,
        cut: float = 0.0,
    ) -> None:
        self._left = form.left
        self._right = form.left + width
        self._edge = form.left + width + form.right  # of the text, where the indents do not count
        self._measure = measure
        self._default, self._origin = default_tab, form.origin
        self._modern = modern
        self._at_edge = _AT_EDGE + cut  # a stop this little beyond the right edge is meant to stand on it
        self._stops = [self._on_edge(stop) for stop in form.tabs if stop.align != "bar"]
        if form.first_line < 0:
            self._stops.append(TabStop(form.left, "left", "none"))
            self._stops.sort(key=lambda stop: stop.position)
        self._x = self._start = form.left + form.first_line
        self._grace = max(form.first_line, 0.0) if modern else 0.0
        self._tabbed = -1.0  # where the last tab went

    @property
    def x(self) -> float:
        """Where the text goes on, in points from the left indent."""
        return self._x - self._left

    def _on_edge(self, stop: TabStop) -> TabStop:
        """The stop, where the right edge is if it is meant to stand on it: else a next tab would go there once more."""
        near = self._right < stop.position <= self._right + self._at_edge
        return replace(stop, position=self._right) if near else stop

    def new_line(self) -> None:
        """A line break was set: the text goes on at the left indent."""
        self._x = self._start = self._left
        self._grace = 0.0

    def stand(self, x: float) -> None:
        """The text has come this far."""
        self._x = x

    def _length(self, items: list[Inline]) -> float:
        joined = _joined(items)
        return sum(map(self._width, joined)) - _undrawn(joined)

    def _width(self, item: Inline) -> float:
        if isinstance(item, Run):
            return self._measure(item.text, item.format)
        if isinstance(item, Field):
            return self._measure(FIELD_DIGITS, item.format)
        if isinstance(item, Note):
            return self._measure(item.label, item.format)
        return item.width if isinstance(item, Drawing) and item.anchor is None else 0.0

    def is_past(self, items: list[Inline], free: float = 0.0) -> bool:
        """Whether items without tabs, and the spaces behind them, leave less than ``free`` at the end of the line."""
        return self._x + self._length(items) > self._right + _NEAR - free

    def advance(self, items: list[Inline]) -> bool:
        """Moves past items without tabs; returns whether they ran over the end of the line."""
        end = self._x + self._length(items)
        if end <= self._right + _NEAR:
            self._x = end
            return False
        wrapped = False
        word = 0.0  # the width of the unbroken text so far, which may have begun in a run before
        joined = _joined(items)
        for item in joined:
            for text, width in self._pieces(item):
                if text.isspace():
                    self._x, word = self._x + width, 0.0
                    continue
                if self._x + width > self._right + _NEAR and self._x - word > self._start:
                    self.new_line()
                    self._x, wrapped = self._left + word, True
                if self._x + width > self._right + _NEAR and isinstance(item, Run):
                    self._x, word, wrapped = self._broken(text, item.format), 0.0, True
                    continue
                self._x, word = self._x + width, 0.0 if text.endswith(_BREAKS) else word + width
        self._x -= _undrawn(joined)
        return wrapped

    def _fitting(self, items: list[Inline]) -> list[Inline]:
        """What of the items still fits on the line: the tab places that, and the rest goes to the next line."""
        x = self._x
        if x + self._length(items) <= self._right + _NEAR:
            return items
        made: list[Inline] = []
        kept = 0  # items up to the last place where the line may end
        for item in _joined(items):
            for text, width in self._pieces(item):
                if not text.isspace() and x + width > self._right + _NEAR:
                    return _unended(made[:kept])
                if text.isspace():
                    kept = len(made)
                made.append(Run(text, item.format) if isinstance(item, Run) else item)
                if text.endswith(_BREAKS):
                    kept = len(made)
                x += width
        return _unended(made)

    def _pieces(self, item: Inline) -> list[tuple[str, float]]:
        """What a line may end between, with the widths; the text is empty for what is no text."""
        if not isinstance(item, Run):
            return [("", self._width(item))]
        texts = (piece for token in tokens(item.text) for piece, _ in pieces(token))
        return [(text, self._measure(text, item.format)) for text in texts]

    def _broken(self, text: str, form: TextFormat) -> float:
        """Where a word ends that is longer than its line, and so is broken between its letters."""
        x = self._x
        for letter in text:
            width = self._measure(letter, form)
            x = (self._left if x + width > self._right + _NEAR else x) + width
        self.new_line()
        return x

    def jump(self, following: list[Inline], tab: Tab | None = None, ends: bool = False) -> Jump:
        """Where a tab here goes, given what stands after it up to the next tab or break.

        ``ends`` says that a break or the end of the paragraph comes next: its stop may lie beyond the margin. A tab
        that names its place goes there, whatever stops there are.
        """
        named = tab is not None and tab.stop is not None
        stop = self._placed(tab.stop, tab.indented) if tab is not None and tab.stop is not None else self._next_stop()
        fits = stop.align == "left" or not self.is_past(_unended(following))
        beyond = stop.position > self._right + self._at_edge and not named
        over = beyond and ends and fits and stop in self._stops and (stop.align != "left" or not self._modern)
        # As LibreOffice, which counts the indent of a first line once more; what Word does here is not known.
        short = stop in self._stops and stop.align == "left" and stop.position < self._right + self._grace
        past = beyond and not over and not short and stop.align == "left"
        # A last tab that no stop is left for stays behind its text, as page ends that Word left show.
        is_last = ends and not following and stop not in self._stops and self._x != self._tabbed
        hangs = past and is_last and self._x < self._right - _NEAR
        wraps = self._x > self._left and not hangs and (past or not (fits or named or self._fitting(following)))
        if wraps:  # no stop is left on this line, or no room for a word: the tab itself moves to the next one
            self.new_line()
            stop = self._next_stop()
        end = self._text_start(stop, following, over)
        # A line filled to its very end would be too long by a rounding, and a gap longer than its line is cut there.
        edge = end if over else self._right - _SLACK
        start = self._x
        gap = max(min(end, edge) - start, 0.0)
        self._x += gap
        self._tabbed = self._x
        return Jump(
            gap, _LEADERS.get(stop.leader, ""), wraps, start, max(self._right - _SLACK - start, 0.0), over, stop.align
        )

    def _text_start(self, stop: TabStop, following: list[Inline], over: bool) -> float:
        """Where the text behind a tab begins that goes to this stop, ``over`` the right edge if need be."""
        if stop.align not in ("right", "center", "decimal"):
            return stop.position
        held = following if over else self._fitting(following)
        if stop.align == "decimal":
            return stop.position - self._before_comma(held)
        text = self._length(held)
        if stop.align == "right":
            return stop.position - text if over else min(stop.position, self._right) - text - _SLACK
        end = stop.position - text / 2
        # Text that would run over the edge ends there.
        return end if over else min(end, self._right - _SLACK - self._length(_unended(held)))

    def _placed(self, stop: TabStop, indented: bool) -> TabStop:
        start, end = (self._left, self._right) if indented else (0.0, self._edge)
        return replace(stop, position=min(start + stop.position * (end - start), self._right))

    def _next_stop(self) -> TabStop:
        near = _NEAR if self._x != self._start else 0.0  # a hanging indent may be a twip
        for stop in self._stops:
            if stop.position > self._x + near:
                return stop
        past = floor((self._x - self._origin + _NEAR) / self._default) + 1
        return TabStop(self._origin + past * self._default, "left", "none")

    def _before_comma(self, items: list[Inline]) -> float:
        total = 0.0
        for item in items:
            if isinstance(item, Run):
                whole, comma, _ = item.text.partition(",")
                total += self._measure(whole, item.format)
                if comma:
                    return total
        return total


def _joined(items: list[Inline]) -> list[Inline]:
    """The items without hidden text, and with the runs of one look made one."""
    made: list[Inline] = []
    for item in items:
        if not isinstance(item, Run):
            made.append(item)
        elif not item.format.hidden:
            last = made[-1] if made else None
            made[-1:] = alike([last, item]) if isinstance(last, Run) else [*made[-1:], item]
    return made


def _undrawn(items: list[Inline]) -> float:
    """The room that Typst leaves out behind the last letter, none where it is set apart, in points."""
    # Letters come closer only between them, not behind the last one: a filled line would be too long.
    return min(items[-1].format.spacing, 0.0) if items and isinstance(items[-1], Run) else 0.0


def _unended(items: list[Inline]) -> list[Inline]:
    """The items without the spaces at their end."""
    made = list(items)
    while made and isinstance(last := made[-1], Run) and last.text.endswith(" "):
        made[-1:] = [replace(last, text=kept)] if (kept := last.text.rstrip(" ")) else []
    return made
