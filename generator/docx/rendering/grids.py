"""The columns of tables whose cells a template repeats, leaves out or spans: as many as their rows have."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from generator.docx.word.ooxml import find, w

_MARK, _VALUE = "vanthu", "grid"
MARKED = f'{_MARK}="{_VALUE}"'


def mark_tables(texts: Iterable[etree._Element]) -> None:
    """Marks the table around each of the texts, so that ``fit_grids`` knows it once it is rendered."""
    for text in texts:
        table = next(text.iterancestors(w("tbl")), None)
        if table is not None:
            table.set(_MARK, _VALUE)


def fit_grids(root: etree._Element) -> None:
    """Give each marked table, in place, the columns its rows have, in the width it had; the marks go.

    Programs that take a column's width from the grid draw cells without one beyond the page's edge.
    """
    for table in root.iter(w("tbl")):
        if _MARK in table.attrib:
            del table.attrib[_MARK]
            _fit(table)


def _fit(table: etree._Element) -> None:
    grid, rows = table.find(w("tblGrid")), find(table, "./w:tr | ./w:sdt/w:sdtContent/w:tr")
    if grid is None or not rows:
        return
    columns = grid.findall(w("gridCol"))
    wanted, name = max(map(_columns, rows)), w("w")
    widths = [float(column.get(name, "0")) for column in columns]
    if not widths or wanted < 1 or wanted == len(widths):
        return
    share = len(widths) / wanted
    if share < 1:
        fitted = [width * share for width in widths] + [sum(widths) / wanted] * (wanted - len(widths))
    else:
        fitted = [width + sum(widths[wanted:]) / wanted for width in widths[:wanted]]
    for column in columns:
        grid.remove(column)
    grid[:0] = [grid.makeelement(w("gridCol"), {name: str(int(width))}) for width in fitted]


def _columns(row: etree._Element) -> int:
    own = [cell for cell in row.iter(w("tc")) if next(cell.iterancestors(w("tr"))) is row]
    spans = find(row, "./w:trPr/w:gridBefore | ./w:trPr/w:gridAfter")
    spans += [span for cell in own for span in cell.findall(f"{w('tcPr')}/{w('gridSpan')}")]
    spanned = sum(span.tag == w("gridSpan") for span in spans)
    return len(own) - spanned + sum(int(span.get(w("val"), "1")) for span in spans)
