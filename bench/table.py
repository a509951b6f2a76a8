"""The one table: a line for each measurement, with its ratio to ours and the bar it is held against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from bench.timing import spread

NOT_HERE = "không có"
_TITLES = ("Việc", "Trên", "Bằng", "Trung vị", "Dao động", "Số lần", "Tỉ lệ", "Ngưỡng", "Kết quả")


@dataclass(frozen=True, slots=True)
class Bar:
    """What a ratio must reach, or stay within when ``most``."""

    limit: float
    most: bool = False

    def met(self, ratio: float) -> bool:
        """Whether the ratio is good enough."""
        return ratio <= self.limit if self.most else ratio >= self.limit

    def __str__(self) -> str:
        return f"{'≤' if self.most else '≥'} {_figure(self.limit)}"


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement: what was done on what by whom, the figure as printed, and what is asked of its ratio."""

    work: str
    subject: str
    by: str
    figure: str = NOT_HERE
    noise: str = ""
    runs: str = ""
    ratio: float | None = None
    bar: Bar | None = None

    @property
    def verdict(self) -> str:
        """``đạt``, ``không đạt``, or nothing where no bar is set or nothing was measured."""
        if self.bar is None or self.ratio is None:
            return ""
        return "đạt" if self.bar.met(self.ratio) else "không đạt"

    def cells(self) -> tuple[str, ...]:
        """The line as printed."""
        ratio = "" if self.ratio is None else _figure(self.ratio)
        bar = "" if self.bar is None else str(self.bar)
        return (self.work, self.subject, self.by, self.figure, self.noise, self.runs, ratio, bar, self.verdict)


def timed(
    work: str, subject: str, by: str, times: list[float], ours: float | None = None, bar: Bar | None = None
) -> Line:
    """The line of a contestant's times; the ratio is how many times ours it takes."""
    if not times:
        return Line(work, subject, by, bar=bar)
    middle = median(times)
    noise = f"±{spread(times) * 100:.0f} %" if len(times) > 3 else ""
    ratio = middle / ours if ours else None
    return Line(work, subject, by, milliseconds(middle), noise, str(len(times)), ratio, bar)


def milliseconds(time: float) -> str:
    """A time as printed."""
    return f"{_figure(time * 1000)} ms"


def printed(lines: Iterable[Line]) -> str:
    """The lines as a table of plain text."""
    rows = [_TITLES, *(line.cells() for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_TITLES))]
    right = {3, 4, 5, 6, 7}
    made = []
    for row in rows:
        cells = (
            text.rjust(width) if column in right else text.ljust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        made.append("  ".join(cells).rstrip())
    made.insert(1, "  ".join("─" * width for width in widths))
    return "\n".join(made)


def _figure(value: float) -> str:
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{digits}f}".replace(".", ",")
