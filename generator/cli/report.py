"""What the command line prints: errors as a list, results as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from generator.errors import VanthuError
from generator.render import RenderedDocument


def print_error(error: VanthuError) -> None:
    """Every problem of the error on standard error, each with its place and what to do."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    console.print(Text(f"{error.heading} ({len(error.problems)} lỗi):", style="bold red"))
    for problem in error.problems:
        line = Text("  • ")
        if problem.place:
            line.append(f"{problem.place}: ", style="bold")
        line.append(problem.what)
        console.print(line)
        if problem.fix:
            console.print(Text(f"    → {problem.fix}", style="green"))


def print_results(results: Iterable[tuple[str, RenderedDocument]], folder: Path) -> None:
    """The table of documents made: name, pages, seconds, fonts embedded."""
    table = Table(title=f"Kết quả trong {folder}", title_justify="left")
    table.add_column("Văn bản", overflow="fold")
    table.add_column("Số trang", justify="right")
    table.add_column("Giây", justify="right")
    table.add_column("Phông nhúng", overflow="fold")
    for name, document in results:
        pages = str(document.pdf.pages) if document.pdf else "–"
        fonts = _families(document.pdf.fonts_embedded) if document.pdf else "–"
        table.add_row(name, pages, f"{document.seconds:.2f}".replace(".", ","), fonts)
    Console(highlight=False).print(table)


def _families(faces: Iterable[str]) -> str:
    """The families of the embedded faces, each with how many faces of it, e.g. ``LiberationSerif (4 kiểu)``."""
    counts = Counter(face.partition("-")[0] for face in faces)
    return ", ".join(f"{family} ({count} kiểu)" for family, count in counts.items())
