"""Which decree on the form of documents held on a day, and its figures.

A successor is an edition more here, with figures of its own; rules name the edition they belong to.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date

from generator.law import figures as nd30
from generator.law.figures import Component, Limits, Page
from generator.records import record


@record(frozen=True)
class Edition:
    """One decree: how findings name it, the days between which it holds, what it asks for. Lengths are millimetres."""

    id: str
    name: str
    since: date
    until: date | None = None
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


ND30 = Edition("ND30", "Nghị định số 30/2020/NĐ-CP", date(2020, 3, 5))
EDITIONS: tuple[Edition, ...] = (ND30,)


def edition_on(day: date, editions: tuple[Edition, ...] = EDITIONS) -> Edition | None:
    """The decree that held on the day; ``None`` before the first known."""
    return next((edition for edition in editions if edition.holds_on(day)), None)
