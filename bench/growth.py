"""(d) How the time grows with the table: the exponent e of time = c · rows^e."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from statistics import median

from bench.merge import render_ours
from bench.pdf import forget
from bench.table import Bar, Line
from bench.timing import seconds, take_turns
from generator.layout import read
from generator.pdf import convert
from generator.pdf.typst.source import write_source
from generator.wording.numerals.figures import thousands

SIZES = (100, 300, 1_000, 3_000, 10_000)
WORK = "độ tăng"
_BAR = Bar(1.1, most=True)


def measure(sizes: tuple[int, ...] = SIZES) -> list[Line]:
    """The lines of the table for the growth of the merge, of the PDF, and of our own share of the PDF."""
    merge: dict[int, float] = {}
    translated: dict[int, float] = {}
    whole: dict[int, float] = {}
    for rows in sizes:
        docx = render_ours(rows)
        rounds = 1 if rows > 3_000 else 3
        work = {
            "merge": _timed(partial(render_ours, rows)),
            "translated": _timed(partial(_translated, docx)),
            "whole": _timed(partial(convert, docx)),
        }
        forget()
        times = take_turns(work, {"merge": 5, "translated": rounds, "whole": rounds})
        merge[rows], translated[rows], whole[rows] = (median(times[name]) for name in ("merge", "translated", "whole"))
    subject = f"{sizes[0]}–{thousands(sizes[-1])} hàng"
    named = (("vanthu, trộn", merge), ("vanthu, đọc + viết mã Typst", translated), ("vanthu, PDF", whole))
    return [
        Line(WORK, subject, name, _figures(times), "", str(len(times)), exponent(times), _BAR) for name, times in named
    ]


def exponent(times: dict[int, float]) -> float:
    """The slope of the line that fits the points best when both axes are logarithmic."""
    points = [(math.log(rows), math.log(taken)) for rows, taken in times.items()]
    middle_x = sum(x for x, _ in points) / len(points)
    middle_y = sum(y for _, y in points) / len(points)
    return sum((x - middle_x) * (y - middle_y) for x, y in points) / sum((x - middle_x) ** 2 for x, _ in points)


def _translated(docx: bytes) -> object:
    return write_source(read(docx))


def _timed(work: Callable[[], object]) -> Callable[[], float]:
    return lambda: seconds(work)


def _figures(times: dict[int, float]) -> str:
    first, last = min(times), max(times)
    return f"{times[first] / first * 1e6:.0f} → {times[last] / last * 1e6:.0f} µs/hàng"
