"""What the command line prints: errors as a list, results as a table, what a reader of a PDF should know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from generator.errors import VanthuError
from generator.service import RenderedDocument
from generator.service.converting import PdfResult

_ENGINES = {"typst": "Typst", "libreoffice": "LibreOffice"}


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


def print_kept(files: Iterable[Path]) -> None:
    """The names under which files that someone has changed were kept, on standard error."""
    for file in files:
        click.echo(f"Tệp đã sửa tay hoặc đã ký được giữ lại: {file}", err=True)


def print_results(results: Iterable[tuple[str, RenderedDocument]], folder: Path) -> None:
    """The table of documents made: name, pages, seconds, fonts embedded; below it what each PDF differs in."""
    # As Text: a name may hold brackets, which Rich would take for its own markup.
    table = Table(title=Text(f"Kết quả trong {folder}"), title_justify="left")
    table.add_column("Văn bản", overflow="fold")
    table.add_column("Số trang", justify="right")
    table.add_column("Giây", justify="right")
    table.add_column("Phông nhúng", overflow="fold")
    remarks = []
    for name, document in results:
        pages = str(document.pdf.pages) if document.pdf else "–"
        fonts = _families(document.pdf.fonts_embedded) if document.pdf else "–"
        table.add_row(Text(name), pages, f"{document.seconds:.2f}".replace(".", ","), Text(fonts))
        remarks += [f"{name}: {remark}" for remark in _remarks(document.pdf)] if document.pdf else []
    Console(highlight=False).print(table)
    for remark in remarks:
        Console(highlight=False, soft_wrap=True).print(Text(remark))


def print_conversion(target: Path, result: PdfResult) -> None:
    """One PDF made: pages, standards and engine, then fonts and remarks, a line each."""
    console = Console(highlight=False, soft_wrap=True)
    standards = " + ".join(result.standards)
    console.print(Text(f"{target}: {result.pages} trang, {standards}, bộ dựng {_ENGINES[result.engine]}"))
    console.print(Text(f"  Phông yêu cầu: {', '.join(result.fonts_asked) or 'không'}"))
    console.print(Text(f"  Phông nhúng: {_families(result.fonts_embedded) or 'không'}"))
    for remark in _remarks(result):
        console.print(Text(f"  {remark}"))


def _remarks(result: PdfResult) -> Iterator[str]:
    for asked, drawn in result.fonts_missing:
        yield f"Phông thiếu: máy không có {asked}, vẽ bằng {drawn or 'phông khác'}; dòng, trang có thể khác"
    for note in result.notes:
        yield f"Lưu ý: {note}"


def _families(faces: Iterable[str]) -> str:
    """The families of the embedded faces, each with how many faces of it, e.g. ``LiberationSerif (4 kiểu)``."""
    counts = Counter(face.partition("-")[0] for face in faces)
    return ", ".join(f"{family} ({count} kiểu)" for family, count in counts.items())
