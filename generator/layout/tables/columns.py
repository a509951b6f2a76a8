"""How wide a table's columns are: its grid, what its cells ask for where the grid says otherwise, its own width.

Word writes into the grid how it laid the columns out. Programs that make files often leave a grid that nobody laid
out, and say the widths in the cells: Word then goes by the cells (17.18.87).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from generator.layout.limits import MAX_COLUMNS, MAX_GRID, refuse
from generator.layout.names import Element, W, leading, local, points, value

_LEAST = 20.0
_EVEN = 0.15  # points by which even columns differ at most, as each is a whole number of twips
_GROWN = 1.05  # of the width a table asks for: one that is wider grew with its words
_NEAR = 1.0  # points by which the cells of a table laid out by Word differ from its grid at most
_LAID_OUT = 0.97  # of the width a table asks for: a narrower grid was never laid out


Wish: TypeAlias = tuple[str | None, str | None]
"""The width a ``w:tcPr`` names, as it stands, and in what."""


class Asking(NamedTuple):
    """A cell's place among the columns, and the width it asks for, if it does."""

    at: int
    span: int
    wish: Wish | None


def wish_of(properties: Element | None) -> Wish | None:
    """The width that the properties of a cell ask for."""
    wanted = leading(properties, W + "tcW") if properties is not None else None
    return None if wanted is None else (wanted.get(W + "w"), wanted.get(W + "type"))


def column_widths(
    table: Element,
    properties: Element | None,
    rows: list[tuple[int, list[Asking]]],
    text_width: Callable[[], float],
    *,
    nested: bool,
    beside: float = 0.0,
) -> list[float]:
    """The width of each column in points, for rows of so many columns; a ``nested`` table's shares are not known.

    Shares are those of the text's width and the ``beside`` points by which a table may hang out of it.
    """
    grid = table.find(W + "tblGrid")
    columns = [
        max(points(col.get(W + "w")) or 0.0, 0.0)
        for col in (grid if grid is not None else ())
        if local(col) == "gridCol"
    ]
    count = max((width for width, _ in rows), default=0)
    if max(count, len(columns)) > MAX_COLUMNS or count * len(rows) > MAX_GRID:
        raise refuse("có bảng quá nhiều cột hoặc quá nhiều ô", "chia bảng đó thành nhiều bảng")
    share = None if nested else _share(properties)
    wanted = share * (text_width() + beside) if share is not None else _length(properties)
    cells = [cell for _, asked in rows for cell in asked]
    total = sum(columns)
    if len(columns) >= count and all(columns[:count]):
        made = _asked_for(columns, cells, wanted or total)
        differs = any(abs(new - old) > _NEAR for new, old in zip(made, columns, strict=True))
        is_fixed = value(properties, "tblLayout", W + "type") == "fixed"
        is_narrow = total < (wanted * _LAID_OUT if wanted else sum(made) / 2)
        if differs and (is_fixed or is_narrow or _never_laid_out(columns, made, wanted)):
            columns, total = made, sum(made)
            if not wanted and not is_fixed and not nested:  # grows up to the text's width
                wanted = min(total, text_width() + beside)
            if wanted and (total > wanted + _NEAR or not is_fixed):
                columns = [column * wanted / total for column in columns]
    columns = _completed(columns, count, cells, text_width)
    total = sum(columns)
    if share is None or not total:
        return columns
    return [column * (wanted or total) / total for column in columns]


def says_width(properties: Element | None) -> bool:
    """Whether the table says how wide it is, in points or as a share."""
    return bool(_share(properties) or _length(properties))


def _never_laid_out(columns: list[float], asked: list[float], wanted: float | None) -> bool:
    """Whether the grid has even columns while the cells ask for uneven ones, or for others that fill the table.

    Programs write such grids; Word lays out what the cells prefer, and evens nothing out but what grew alike.
    """
    if len(columns) == 1 or max(columns) - min(columns) > _EVEN or sum(columns) > _GROWN * (wanted or sum(asked)):
        return False
    return max(asked) - min(asked) > _NEAR or bool(wanted and abs(sum(asked) - wanted) <= _NEAR)


def _share(properties: Element | None) -> float | None:
    """The share of the text's width that the table asks for."""
    wanted = properties.find(W + "tblW") if properties is not None else None
    if wanted is None or wanted.get(W + "type") != "pct":
        return None
    return _portion(wanted.get(W + "w"))


def _length(properties: Element | None) -> float | None:
    """The width in points that the table asks for."""
    if value(properties, "tblW", W + "type") not in ("dxa", None):
        return None
    length = points(value(properties, "tblW", W + "w"))
    return length if length and length > 0 else None


def _portion(said: str | None) -> float | None:
    text = said or ""
    portion = points(text.rstrip("%"), 100.0 if text.endswith("%") else 5000.0)
    return portion if portion and portion > 0 else None


def _preferred(wish: Wish | None, whole: float) -> float:
    """The width in points a cell asks for, 0 for none."""
    if wish is None:
        return 0.0
    length, kind = wish
    if kind == "pct":
        return (_portion(length) or 0.0) * whole
    return max(points(length) or 0.0, 0.0) if kind in ("dxa", None) else 0.0


def _wishes(cells: Iterable[Asking], whole: float) -> Iterator[tuple[Asking, float]]:
    known: dict[Wish | None, float] = {}
    for cell in cells:
        wish = known.get(cell.wish)
        if wish is None:
            wish = known[cell.wish] = _preferred(cell.wish, whole)
        if wish:
            yield cell, wish


def _asked_for(columns: list[float], cells: list[Asking], whole: float) -> list[float]:
    """The columns as wide as the widest cell of each asks for, those that span several last."""
    wishes = list(_wishes(cells, whole))
    single: dict[int, float] = {}
    for cell, wish in wishes:
        if cell.span == 1:
            single[cell.at] = max(single.get(cell.at, 0.0), wish)
    made = [single.get(index, column) for index, column in enumerate(columns)]
    for cell, wish in wishes:
        end = cell.at + cell.span
        lacking = wish - sum(made[cell.at : end])
        if cell.span > 1 and lacking > _NEAR:
            free = [index for index in range(cell.at, end) if index not in single] or [end - 1]
            for index in free:
                made[index] += lacking / len(free)
    return made


def _completed(columns: list[float], count: int, cells: list[Asking], text_width: Callable[[], float]) -> list[float]:
    """The columns with those the grid leaves out: as their cells ask, the rest shared out."""
    made = columns + [0.0] * (count - len(columns))
    unsaid = {index for index in range(count) if not made[index]}
    for cell in cells:
        if not unsaid:
            break
        length, kind = cell.wish or (None, None)
        width = points(length) if kind in ("dxa", None) else None
        if width and width > 0:
            for index in unsaid.intersection(range(cell.at, cell.at + cell.span)):
                made[index] = width / cell.span
                unsaid.remove(index)
    missing = sum(1 for width in made if not width)
    if missing:
        rest = max(text_width() - sum(made), _LEAST * missing)
        made = [width or rest / missing for width in made]
    return made
