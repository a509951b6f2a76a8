"""Which decree on the form of documents held on a day, and its figures.

A successor is an edition more here, with figures of its own; the names of its rules' files begin with its id. What it
leaves as it was it takes over from the decree it follows.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date

from generator.law import figures as nd30
from generator.law.figures import Component, Limits, Page
from generator.records import record


@record(frozen=True)
class Edition:
    """One decree: how findings name it, the days between which it holds, what it asks for. Lengths are millimetres.

    ``follows`` is the decree whose rules go on holding under it, but for those in ``dropped``.
    """

    id: str
    name: str
    since: date
    until: date | None = None
    follows: Edition | None = None
    dropped: frozenset[str] = frozenset()
    paper: Page = nd30.PAGE
    margins: dict[str, Limits] = field(
        default_factory=lambda: {
            "top": nd30.MARGIN_TOP, "bottom": nd30.MARGIN_BOTTOM, "left": nd30.MARGIN_LEFT, "right": nd30.MARGIN_RIGHT,
        }
    )  # fmt: skip
    font: str = nd30.FONT
    first_line_indents: tuple[float, ...] = nd30.FIRST_LINE_INDENTS
    paragraph_gap: float = nd30.PARAGRAPH_GAP
    line_spacing: Limits = nd30.LINE_SPACING
    short_rule: Limits = nd30.SHORT_RULE
    full_rule: float = nd30.FULL_RULE_SHARE
    national_name: str = nd30.NATIONAL_NAME
    national_motto: str = nd30.NATIONAL_MOTTO
    components: dict[str, Component] = field(default_factory=lambda: nd30.COMPONENTS)

    def holds_on(self, day: date) -> bool:
        """Whether a document of that day is judged by it."""
        return self.since <= day and (self.until is None or day < self.until)

    def has(self, law: str, rule: str) -> bool:
        """Whether the rule of that law (both by id) holds under it: one of its own, or one that it took over."""
        if law == self.id:
            return True
        return self.follows is not None and rule not in self.dropped and self.follows.has(law, rule)


ND30 = Edition("ND30", "Nghị định số 30/2020/NĐ-CP", date(2020, 3, 5))
EDITIONS: tuple[Edition, ...] = (ND30,)


def edition_on(day: date) -> Edition | None:
    """The decree that held on the day, the latest where one begins before the last has ended; ``None`` before all."""
    return max((one for one in EDITIONS if one.holds_on(day)), key=lambda one: one.since, default=None)
