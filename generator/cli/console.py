"""Lines and tables on a terminal, in colours where it has them.

Rich draws only the tables that need folding: its import takes longer than a document's layout.
"""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from collections.abc import Sequence

import click

_CONTROLS = dict.fromkeys((7, 8, 11, 12, 13))  # bell, backspace, vertical tab, form feed, return: never of a line
_COLOURLESS = ("dumb", "unknown")


def say(*pieces: str, err: bool = False) -> None:
    """Print one line of pieces, each plain or from ``styled``."""
    stream = sys.stderr if err else sys.stdout
    coloured = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "") not in _COLOURLESS
    click.echo("".join(pieces).translate(_CONTROLS), err=err, color=coloured)


def styled(text: str, style: str) -> str:
    """The text in a colour, after ``bold`` where it is bold: ``bold red``; without words it is as it was."""
    words = style.split()
    colour = next((word for word in words if word != "bold"), None)
    return click.style(text, fg=colour, bold="bold" in words or None) if words else text


def print_table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[int]) -> None:
    """Print a table below its title; ``right`` are the columns set to the right."""
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    whole = sum(widths) + 3 * len(widths) + 1
    texts = [title, *heads, *(cell for row in rows for cell in row)]
    if max(whole, len(title)) > shutil.get_terminal_size().columns or not all(map(_is_plain, texts)):
        _print_folded(title, heads, rows, right)
        return

    def line(cells: Sequence[str], edge: str, style: str = "") -> str:
        set_ = [
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        return edge + edge.join(f" {styled(cell, style)} " for cell in set_) + edge

    def rule(left: str, fill: str, between: str, end: str) -> str:
        return left + between.join(fill * (width + 2) for width in widths) + end

    say(click.style(title.ljust(whole), italic=True))
    say(rule("┏", "━", "┳", "┓"))
    say(line(heads, "┃", "bold"))
    say(rule("┡", "━", "╇", "┩"))
    for row in rows:
        say(line(row, "│"))
    say(rule("└", "─", "┴", "┘"))


def _is_plain(text: str) -> bool:
    """Whether every character takes one cell of a terminal."""
    return all(
        char.isprintable() and not unicodedata.combining(char) and unicodedata.east_asian_width(char) not in "WF"
        for char in text
    )


def _print_folded(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    # As Text: a name may hold brackets, which Rich would take for its own markup.
    table = Table(title=Text(title), title_justify="left")
    for at, head in enumerate(heads):
        if at in right:
            table.add_column(head, justify="right")
        else:
            table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    Console(highlight=False).print(table)
