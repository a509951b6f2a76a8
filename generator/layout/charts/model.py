"""What a chart says: its series, axes, titles and looks. Lengths are points."""

from __future__ import annotations

from dataclasses import field
from typing import Literal, TypeAlias

from generator.layout.tree import Border, Gradient
from generator.records import record

Fill: TypeAlias = str | Gradient | None
Kind: TypeAlias = Literal["bar", "line", "area", "pie", "doughnut", "scatter"]


@record(frozen=True)
class Look:
    """How a text of a chart looks."""

    size: float = 10.0
    bold: bool = False
    italic: bool = False
    color: str | None = None


@record(frozen=True)
class Labels:
    """What stands beside each value, and where; ``format`` is the code of its numbers, empty for that of the data."""

    value: bool = False
    category: bool = False
    series: bool = False
    percent: bool = False
    place: str = ""
    look: Look = Look()
    format: str = ""
    separator: str = ", "
    without: frozenset[int] = frozenset()


@record()
class Series:
    """One row of values; ``across`` are those of the other axis of a scatter chart, ``points`` fills by number."""

    name: str
    values: list[float | None]
    across: list[float | None] = field(default_factory=list)
    fill: Fill = None
    line: Border | None = None
    format: str = "General"
    labels: Labels | None = None
    points: dict[int, tuple[Fill, Border | None]] = field(default_factory=dict)
    marker: bool = False
    smooth: bool = False


@record()
class Axis:
    """An axis; ``low``, ``high`` and ``step`` are what the file fixes of its scale.

    ``place`` says where its labels stand; one ``at_end`` crosses the other axis there; every ``skip``th label is shown.
    """

    shown: bool = True
    labelled: bool = True
    title: list[str] = field(default_factory=list)
    title_look: Look = Look(bold=True)
    look: Look = Look()
    low: float | None = None
    high: float | None = None
    step: float | None = None
    reversed: bool = False
    format: str = ""
    line: Border | None = None
    grid: Border | None = None
    between: bool = True
    place: str = "nextTo"
    at_end: bool = False
    ticked: bool = False
    skip: int = 0


@record()
class Plot:
    """Series drawn in one way; lines go on over missing values where it ``spans`` them."""

    kind: Kind
    series: list[Series]
    horizontal: bool = False
    grouping: Literal["clustered", "stacked", "percentStacked", "standard"] = "clustered"
    gap: float = 1.5
    overlap: float = 0.0
    hole: float = 0.5
    first: float = 0.0
    spans: bool = False


@record()
class Chart:
    """A whole chart."""

    plots: list[Plot]
    categories: list[str]
    across: Axis | None = None
    up: Axis | None = None
    title: list[str] = field(default_factory=list)
    title_look: Look = Look(size=18.0, bold=True)
    legend: str = ""
    legend_look: Look = Look()
    unlisted: frozenset[int] = frozenset()
    fill: Fill = None
    line: Border | None = None
    plot_fill: Fill = None
