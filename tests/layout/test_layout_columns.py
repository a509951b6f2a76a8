"""The widths of a table's columns: from its grid, from what its cells ask for, from nothing."""

from __future__ import annotations

import pytest

from generator.layout import read
from tests.layout.test_layout_tables import first_table
from tests.layout.word_maker import cell, make, row, table


def test_a_missing_grid_is_made_from_the_cells() -> None:
    widths = [cell("a", '<w:tcW w:w="2000" w:type="dxa"/>'), cell("b", '<w:tcW w:w="4000" w:type="dxa"/>')]
    body = table([], row(*widths)).replace("<w:tblGrid></w:tblGrid>", "")
    assert first_table(body).columns == [100.0, 200.0]


def _asking(*widths: int | str) -> list[str]:
    kinds = ((str(w), "pct" if str(w).endswith("%") else "dxa") for w in widths)
    return [cell("a", f'<w:tcW w:w="{width}" w:type="{kind}"/>') for width, kind in kinds]


def _automatic(widths: list[int], *rows: str, width: str) -> str:
    said = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
    return table(widths, *rows).replace('<w:tblLayout w:type="fixed"/>', "").replace(said, width)


def test_cells_of_a_fixed_table_widen_columns_that_its_grid_says_otherwise() -> None:
    """The columns of a fixed table are as wide as the widest cell of each asks for (17.18.87)."""
    head = table([4535, 4535], row(*_asking(4536, 5670)), row(*_asking(4535, 4535)))
    assert first_table(head.replace('w:w="9070"', 'w:w="10206"')).columns == [226.8, 283.5]
    assert first_table(head).columns == pytest.approx([201.5556, 251.9444])  # no wider than the table asks for
    whole = cell("Chung", '<w:tcW w:w="3000" w:type="dxa"/><w:gridSpan w:val="2"/>')
    spanned = table([1000, 1000], row(*_asking(1000, 1000)), row(whole)).replace('w:w="2000" w:type="dxa"', 'w:w="0"')
    assert first_table(spanned).columns == [50.0, 100.0]
    assert first_table(table([1000, 1010], row(*_asking(1010, 1000)))).columns == [50.0, 50.5]  # rounding alone


@pytest.mark.parametrize(
    ("cells", "width", "columns"),
    [
        (("40%", "60%"), '<w:tblW w:w="100%" w:type="pct"/>', [0.4, 0.6]),
        (("2000", "3000"), '<w:tblW w:w="2500" w:type="pct"/>', [0.2, 0.3]),
        ((3000, 1000), '<w:tblW w:w="0" w:type="auto"/>', None),
    ],
)
def test_a_grid_that_nobody_laid_out_gives_way_to_the_cells(
    cells: tuple[int | str, ...], width: str, columns: list[float] | None
) -> None:
    body = _automatic([100, 100], row(*_asking(*cells)), width=width)
    text = read(make(body)).sections[0].page.text_width
    assert first_table(body).columns == pytest.approx([text * share for share in columns] if columns else [150.0, 50.0])


_AUTO = '<w:tblW w:w="0" w:type="auto"/>'


@pytest.mark.parametrize(
    ("grid", "cells", "width", "columns"),
    [
        ([1384, 1384, 1384], (512, 2500, 1140), "", [25.6, 125.0, 57.0]),
        ([1384, 1385, 1384], (512, 2500, 1140), "", [25.6, 125.0, 57.0]),  # even but for rounding
        ([2420, 2420], (2338, 2338), "", [116.9, 116.9]),  # no wider than it says
        ([3000, 3000], (4000, 8000), _AUTO, [9071 / 60, 9071 / 30]),  # no wider than the text
        ([601, 601], (522, 485), _AUTO, [30.05, 30.05]),  # grew with words of one width
        ([4536, 4536], (4788, 4788), _AUTO, [226.8, 226.8]),  # made narrower alike
        ([2000, 2020], (1000, 3020), "", [100.0, 101.0]),
    ],
)
def test_an_even_grid_of_cells_that_ask_for_uneven_widths_was_never_laid_out(
    grid: list[int], cells: tuple[int, ...], width: str, columns: list[float]
) -> None:
    width = width or f'<w:tblW w:w="{sum(cells)}" w:type="dxa"/>'
    assert first_table(_automatic(grid, row(*_asking(*cells)), width=width)).columns == pytest.approx(columns)


def test_a_grid_that_word_laid_out_is_kept_whatever_the_cells_prefer() -> None:
    body = _automatic([4340, 4311], row(*_asking(3235, 5416)), width='<w:tblW w:w="8651" w:type="dxa"/>')
    assert first_table(body).columns == [217.0, 215.55]
    grown = _automatic([9600], row(*_asking(9072)), width='<w:tblW w:w="9072" w:type="dxa"/>')
    assert first_table(grown).columns == [480.0]
