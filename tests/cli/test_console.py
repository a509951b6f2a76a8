"""Tables printed without Rich look as Rich prints them."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from rich.table import Table
from rich.text import Text

from generator.cli.console import print_table

HEADS = ("Văn bản", "Số trang", "Phông nhúng")


@pytest.mark.parametrize(
    "rows",
    [
        [("quyet-dinh", "2", "LiberationSerif (4 kiểu)")],
        [("a[b]", "12", "–"), ("ke-hoach", "8", "LiberationSerif (4 kiểu), DejaVu (1 kiểu)")],
        [],
        [("tên tách dấu e\u0302", "1", "–")],
        [("文", "1", "–")],
        [("x" * 100, "1", "–")],
    ],
)
def test_a_table_looks_as_rich_prints_it(
    rows: list[tuple[str, str, str]], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    table = Table(title=Text("Kết quả trong output"), title_justify="left")
    table.add_column(HEADS[0], overflow="fold")
    table.add_column(HEADS[1], justify="right")
    table.add_column(HEADS[2], overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    expected = io.StringIO()
    Console(highlight=False, file=expected, width=80).print(table)
    print_table("Kết quả trong output", HEADS, rows, right=(1,))
    assert capsys.readouterr().out == expected.getvalue()
