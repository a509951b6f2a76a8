"""Where tabs jump to: Typst has no tab stops, so each jump becomes a gap of the right width."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.layout.tree import Field, Inline, ParagraphFormat, Run, Tab, TabStop, TextFormat
from generator.pdf.measuring.tokens import tokens
from generator.records import record

_LEADERS = {"dot": ".", "hyphen": "-", "underscore": "_", "heavy": "_", "middleDot": "·"}
_FIELD_DIGITS = "00"
_SLACK = 0.02  # points left free, so that a line filled to its very end is not too long by a rounding
_NEAR = 0.05  # a stop this close to the text counts as passed
_AT_EDGE = 0.12  # a stop this little beyond the right edge, two twips, is meant to stand on it


@record(frozen=True)
class Jump:
    """One tab: the width of its gap, the character that fills it (or none), whether it starts a new line.

    ``start`` is where it begins, in points from the text margin, and ``room`` what is left of its line there.
    ``over`` says that it goes to a stop beyond the right edge, and takes the text up to the next break with it.
    ``align`` is that of its stop.
    """

    gap: float
    leader: str
    wraps: bool
    start: float = 0.0
    room: float = 0.0
    over: bool = False
    align: str = "left"


class TabPlacer:
    """Follows the text of one paragraph along its lines; positions are points from the text margin."""

    def __init__(
        self,
        form: ParagraphFormat,
        width: float,
        measure: Callable[[str, TextFormat], float],
        default_tab: float = 36.0,
        modern: bool = True,
    ) -> None:
        self._left = form.left
        self._right = form.left + width
        self._edge = form.left + width + form.right  # of the text, where the indents do not count
        self._measure = measure
        self._default, self._origin = default_tab, form.origin
        self._modern = modern
        self._stops = [stop for stop in form.tabs if stop.align != "bar"]
        if form.first_line < 0:
            self._stops.append(TabStop(form.left, "left", "none"))
            self._stops.sort(key=lambda stop: stop.position)
        self._x = form.left + form.first_line

    @property
    def x(self) -> float:
        """Where the text goes on, in points from the left indent."""
        return self._x - self._left

    def new_line(self) -> None:
        """A line break was set: the text goes on at the left indent."""
        self._x = self._left

    def _length(self, items: list[Inline]) -> float:
        total = 0.0
        for item in items:
            if isinstance(item, Run) and not item.format.hidden:
                # Typst sets letters closer only between them, not after the last one: a filled line would be too long.
                total += self._measure(item.text, item.format) - min(item.format.spacing, 0.0)
            elif isinstance(item, Field):
                total += self._measure(_FIELD_DIGITS, item.format)
        return total

    def is_past(self, items: list[Inline]) -> bool:
        """Whether items without tabs, and the spaces behind them, reach beyond the end of the line."""
        return self._x + self._length(items) > self._right + _NEAR

    def advance(self, items: list[Inline]) -> bool:
        """Moves past items without tabs; returns whether they ran over the end of the line."""
        if not self.is_past(items):
            self._x += self._length(items)
            return False
        wrapped = False
        for item in items:
            if not isinstance(item, Run):
                self._x += self._length([item])
                continue
            for token in tokens(item.text):
                width = self._measure(token, item.format)
                if self._x + width > self._right + _NEAR and token[0] != " " and self._x > self._left:
                    self._x, wrapped = self._left, True
                self._x += width
        return wrapped

    def jump(self, following: list[Inline], tab: Tab | None = None, ends: bool = False) -> Jump:
        """Where a tab here goes, given what stands after it up to the next tab or break.

        ``ends`` says that a break or the end of the paragraph comes next: its stop may lie beyond the margin. A tab
        that names its place goes there, whatever stops there are.
        """
        named = tab is not None and tab.stop is not None
        stop = self._placed(tab.stop, tab.indented) if tab is not None and tab.stop is not None else self._next_stop()
        beyond = stop.position > self._right + _AT_EDGE and not named
        over = beyond and ends and stop in self._stops and (stop.align != "left" or not self._modern)
        wraps = beyond and not over and self._x > self._left
        if wraps:  # no stop is left on this line: the tab itself moves to the next one
            self.new_line()
            stop = self._next_stop()
        text = self._length(following)
        taken = {"right": text, "center": text / 2, "decimal": self._before_comma(following)}.get(stop.align, 0.0)
        end = stop.position - taken
        # A line filled to its very end would be too long by a rounding, and a gap longer than its line is cut there.
        edge = end if over else self._right - _SLACK
        if stop.align == "right" and not over:
            end = min(stop.position, self._right) - taken - _SLACK
        start = self._x
        gap = max(min(end, edge) - start, 0.0)
        self._x += gap
        return Jump(
            gap, _LEADERS.get(stop.leader, ""), wraps, start, max(self._right - _SLACK - start, 0.0), over, stop.align
        )

    def _placed(self, stop: TabStop, indented: bool) -> TabStop:
        start, end = (self._left, self._right) if indented else (0.0, self._edge)
        return replace(stop, position=min(start + stop.position * (end - start), self._right))

    def _next_stop(self) -> TabStop:
        for stop in self._stops:
            if stop.position > self._x + _NEAR:
                return stop
        past = int((self._x - self._origin + _NEAR) / self._default) + 1
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
