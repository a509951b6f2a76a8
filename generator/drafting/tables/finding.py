"""The tables of the old document that are sure to show objectives, the plan or results, with what each column is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from generator.docx.word.ooxml import w
from generator.drafting.old import Old
from generator.drafting.regions import is_empty
from generator.drafting.tables.results import result_columns
from generator.drafting.words import Element
from generator.layout.tree import Table
from generator.records import record
from generator.recovering.quality.headings import Column, objective_columns, plan_columns
from generator.recovering.quality.objectives import objectives_of_table
from generator.recovering.quality.plan import group_row, plan_of_table, tasks_of_table, wide_row
from generator.recovering.tables.grid import Grid, Slot, goes_on, grid_of, without_heads_again
from generator.recovering.tables.walking import paragraphs


@record()
class Found:
    """A table: its element, the dossier's records that it shows, its columns, its grid; cells of slots by their place.

    ``groups`` are the rows of the grid that head others, ``row`` the first that shows a record. ``rest`` are tables
    behind it that only go on with it, ``gap`` the empty paragraphs below.
    """

    element: Element
    source: str
    columns: list[Column]
    grid: Grid
    cells: dict[str, Element]
    groups: list[int]
    row: int
    place: str
    rest: list[Element]
    gap: list[Element]

    def cell(self, slot: Slot) -> Element:
        """The element of a cell."""
        return self.cells[slot.place]


def tables_found(old: Old, inside: Sequence[Element]) -> list[Found]:
    """Those among the elements of the body, in order."""
    held = {id(item) for item in inside if item.tag == w("tbl")}
    runs: list[_Run] = []
    for number, table in enumerate(_tables(old)):
        element = _element(old, table)
        if element is None or id(element) not in held:
            continue
        grid = grid_of(table, f"{number}")
        cells = dict(_cells(old, table, f"{number}"))
        last = runs[-1] if runs else None
        if last is not None and _directly_below(element, last.elements[-1]):
            whole = goes_on(last.grid, grid)
            if whole is not None:
                last.elements.append(element)
                last.grid, last.cells = whole, last.cells | cells
                continue
        without_heads_again(grid)
        runs.append(_Run([element], grid, cells))
    places = {id(old.element(line)): line.place for line in reversed(old.lines) if line.paragraph.origin}
    return [found for run in runs if (found := _found(run, places)) is not None]


@record()
class _Run:
    """A table with those that only go on with it, as one grid."""

    elements: list[Element]
    grid: Grid
    cells: dict[str, Element]


def _tables(old: Old) -> Iterator[Table]:
    for section in old.document.sections:
        yield from (block for block in section.blocks if isinstance(block, Table))


def _element(old: Old, table: Table) -> Element | None:
    """The element of the body that the table is."""
    for paragraph in paragraphs(block for row in table.rows for cell in row.cells for block in cell.blocks):
        if paragraph.origin:
            element = old.paragraphs[paragraph.origin[0]][paragraph.origin[1] - 1]
            return next((one for one in element.iterancestors(w("tbl")) if one.getparent() is old.body), None)
    return None


def _directly_below(element: Element, above: Element) -> bool:
    """Whether only paragraphs without words stand between the two tables."""
    at = element.getprevious()
    while at is not None and at.tag == w("p") and not "".join(one.text or "" for one in at.iter(w("t"))).strip():
        at = at.getprevious()
    return at is above


def _found(run: _Run, places: Mapping[int, str]) -> Found | None:
    grid, known = run.grid, _columns(run.grid)
    if known is None or any(len(list(one.iter(w("tbl")))) > 1 for one in run.elements):
        return None
    source, columns = known
    body = range(grid.heading, len(grid.rows))
    row_of = wide_row if source == "muc_tieu" else group_row
    heads = [n for n in body if row_of(grid, n, columns)]
    row = next((n for n in body if n not in heads and len(grid.rows[n]) == len(columns)), None)
    if row is None or any(slot.place not in run.cells for at in grid.rows for slot in at):
        return None
    element, *rest = run.elements
    place = next((places[id(one)] for one in element.iter(w("p")) if id(one) in places), "").partition(", hàng")[0]
    gap = list(takewhile(is_empty, run.elements[-1].itersiblings()))
    return Found(element, source, columns, grid, run.cells, heads, row, place, rest, gap)


def _columns(grid: Grid) -> tuple[str, list[Column]] | None:
    if not grid.heading:
        return None
    objectives = objective_columns(grid)
    if objectives and objectives_of_table(grid):
        return "muc_tieu", objectives
    tasks = plan_columns(grid)
    if tasks and not any(column.time for column in tasks) and (plan_of_table(grid) or tasks_of_table(grid)):
        return "ke_hoach", tasks
    return result_columns(grid)


def _cells(old: Old, table: Table, place: str) -> Iterator[tuple[str, Element]]:
    """The elements of the cells, by the places that a grid at that place gives them."""
    for n, row in enumerate(table.rows, start=1):
        for c, cell in enumerate(row.cells, start=1):
            first = next((one for one in paragraphs(cell.blocks, boxes=False) if one.origin), None)
            if first is not None and first.origin:
                element = old.paragraphs[first.origin[0]][first.origin[1] - 1]
                yield f"{place}, hàng {n}, cột {c}", next(element.iterancestors(w("tc")))


def elements_of(found: Iterable[Found]) -> set[int]:
    """The identities of all elements that the tables take up."""
    return {id(one) for table in found for one in (table.element, *table.rest)}
