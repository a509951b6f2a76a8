"""Tables from data: headings on one or two levels, cells merged as the data's groups are nested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from generator.compose.inline import Inline
from generator.content import Alignment, Block, Cell, Column, Rich, Row, RowGroup, Table
from generator.dossier.documents.tables import ColumnChoice, DataColumn, DataRow, DataTable
from generator.dossier.quality.columns import ColumnKind
from generator.patterns import late
from generator.values import Texts

_KEPT_ROWS = 6
_LABEL = late(r"^((?:[IVXLC]+|[A-ZĐ]|\d{1,2})\.?) +(?=\w)")
_ALIGNMENTS: dict[str, Alignment] = {"trai": "left", "giua": "center", "phai": "right", "deu": "both"}


def data_table(table: DataTable, inline: Inline) -> Table:
    """The free table of a body."""
    leaves = table.leaves
    depth = max(column.depth for column in table.columns)
    rows = [row for data_row in table.rows for row in _rows(data_row, len(leaves), inline)]
    return Table(
        columns=tuple(Column(leaf.width, _ALIGNMENTS[leaf.align]) for leaf in leaves),
        header=tuple(_header_row(table.columns, level, depth, inline) for level in range(depth)),
        body=tuple(rows),
        description=table.description or "",
    )


def _header_row(columns: Sequence[DataColumn], level: int, depth: int, inline: Inline) -> Row:
    """The headings that start on the given level; a column without columns below reaches down to the last."""
    level_columns: list[DataColumn] = list(columns)
    for _ in range(level):
        level_columns = [child for column in level_columns for child in column.columns]
    return Row(
        tuple(
            header_cell(
                inline.cell(column.heading),
                columns=len(column.leaves),
                rows=1 if column.columns else depth - level,
            )
            for column in level_columns
        )
    )


def header_cell(text: Rich, *, columns: int = 1, rows: int = 1) -> Cell:
    """A heading cell: bold, centred both ways."""
    return Cell((text,), columns=columns, rows=rows, align="center", bold=True, middle=True)


def _rows(row: DataRow, width: int, inline: Inline) -> Iterator[Row]:
    if row.heading:
        paragraphs = tuple(inline.rich(text) for text in row.heading)
        yield Row((Cell(paragraphs, columns=width, bold=True),), keep_with_next=True)
        return
    yield from kept_together(Row(tuple(cells)) for cells in _grid(row, inline, row.bold))


def kept_together(rows: Iterable[Row]) -> list[Row]:
    """The rows of one group, kept on one page unless they are many: a merged cell reads badly across a break."""
    group = list(rows)
    if len(group) > _KEPT_ROWS:
        return group
    return [replace(row, keep_with_next=True) for row in group[:-1]] + group[-1:]


def _grid(row: DataRow, inline: Inline, bold: bool) -> list[list[Cell]]:
    """The cells starting in each line of the row: shared cells span all lines of the rows they enclose."""
    bold = bold or row.bold
    inner = [line for child in row.rows for line in _grid(child, inline, bold)] or [[]]
    shared = [[_cell(texts, inline, len(inner), bold) for texts in part] for part in (row.cells, row.after)]
    inner[0] = [*shared[0], *inner[0], *shared[1]]
    return inner


def _cell(texts: tuple[str, ...], inline: Inline, rows: int, bold: bool) -> Cell:
    return Cell(tuple(inline.cell(text) for text in texts), rows=rows, bold=bold)


def chosen_columns(
    choices: Sequence[ColumnChoice] | None, kinds: dict[str, ColumnKind], default: Iterable[str]
) -> list[tuple[str, ColumnKind]]:
    """The columns to print, by key, each with the heading, width and group the dossier asks for."""
    if choices is None:
        return [(key, kinds[key]) for key in default]
    chosen = []
    for choice in choices:
        kind = kinds[choice.field]
        usual_group = "" if choice.heading else kind.group  # a heading of one's own stands alone unless grouped
        chosen.append(
            (
                choice.field,
                ColumnKind(
                    heading=choice.heading or choice.unit or choice.time or kind.heading,
                    width=choice.width or kind.width,
                    align=kind.align,
                    group=usual_group if choice.group is None else choice.group,
                    unit=choice.unit or "",
                    time=choice.time or "",
                ),
            )
        )
    return chosen


def kind_headers(columns: Sequence[tuple[str, ColumnKind]]) -> tuple[Row, ...]:
    """The heading rows of chosen columns: neighbours of one group share a heading above their own."""
    if not any(kind.group for _, kind in columns):
        return (Row(tuple(header_cell(Rich.plain(kind.heading)) for _, kind in columns)),)
    upper: list[Cell] = []
    lower: list[Cell] = []
    for group, members in groupby((kind for _, kind in columns), key=lambda kind: kind.group):
        kinds = list(members)
        if group:
            upper.append(header_cell(Rich.plain(group), columns=len(kinds)))
            lower += [header_cell(Rich.plain(kind.heading)) for kind in kinds]
        else:
            upper += [header_cell(Rich.plain(kind.heading), rows=2) for kind in kinds]
    return (Row(tuple(upper)), Row(tuple(lower)))


def group_row(lines: Sequence[str], columns: Sequence[tuple[str, ColumnKind]], inline: Inline) -> Row:
    """The row that heads a group in its own words: a number they begin with stands in the column of numbers."""
    numbered = columns[0][0] == "stt" and len(columns) > 1
    label = _LABEL.match(lines[0]) if numbered and len(lines) == 1 else None
    texts = [lines[0][label.end() :]] if label else lines
    title = tuple(inline.rich(text, bold=True) for text in texts)
    text = Cell(title, columns=len(columns) - bool(label), align="both")
    number = (Cell((Rich.plain(label[1], bold=True),), align="center"),) if label else ()
    return Row((*number, text), keep_with_next=True)


def typed_headings(choices: Sequence[ColumnChoice] | None) -> tuple[str, ...]:
    """The headings of columns, and of groups of them, that the dossier words itself."""
    return tuple(text for choice in choices or () for text in (choice.heading, choice.group) if text)


Rows = tuple[Row | None, Sequence[Row]]
"""The row that heads others, if there is one, and those."""


def block_of(
    source: str,
    table: Table,
    headings: Sequence[tuple[str, str]],
    groups: Iterable[Rows],
    fixed: Sequence[str] = (),
    more: Iterable[Mapping[str, Iterable[Rich]]] = (),
) -> Block:
    """The table as a block whose rows a template can draw itself: ``headings`` by the fields its columns show.

    ``groups`` are all rows of its body, ``more`` what each row has besides; for ``fixed`` headings no others can stand.
    """
    rest = iter(more)
    said = {key: Rich.plain(heading) for key, heading in headings}
    keys = [key for key, _ in headings]  # a dossier may show one field in two columns
    made = tuple(_group(heading, rows, keys, rest) for heading, rows in groups)
    own = {key: Rich.plain(heading) for key, heading in headings if heading in fixed}
    return Block("bang", bang=table, nguon=source, cot=said, nhom=made, ten_cot=tuple(fixed), cot_rieng=own)


def _group(
    heading: Row | None, rows: Sequence[Row], keys: Sequence[str], more: Iterator[Mapping[str, Iterable[Rich]]]
) -> RowGroup:
    *number, title = (Texts(cell.paragraphs) for cell in heading.cells) if heading is not None else (Texts(),)
    texts = [Texts()] * len(keys)
    covered = [0] * len(keys)  # rows from this one on, by the cell of the column that began above
    said = []
    for row in rows:
        cells = iter(row.cells)
        for n in range(len(keys)):
            if not covered[n]:
                cell = next(cells)
                covered[n], texts[n] = cell.rows, Texts(cell.paragraphs)
            covered[n] -= 1
        others = {key: Texts(found) for key, found in next(more, {}).items()}
        said.append(others | dict(zip(keys, texts, strict=True)))
    return RowGroup(number[0] if number else Texts(), title, tuple(said))
