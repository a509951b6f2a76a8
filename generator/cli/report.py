"""What the command line prints: errors as a list, results as a table, what a reader of a PDF should know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import print_table, say, styled
from generator.errors import VanthuError

if TYPE_CHECKING:
    from generator.service import RenderedDocument
    from generator.service.checking.issued import Issued
    from generator.service.converting import PdfResult

_ENGINES = {"typst": "Typst", "libreoffice": "LibreOffice"}


def print_error(error: VanthuError) -> None:
    """Every problem of the error on standard error, each with its place and what to do."""
    say(styled(f"{error.heading} ({len(error.problems)} lỗi):", "bold red"), err=True)
    for problem in error.problems:
        say("  • ", styled(f"{problem.place}: ", "bold") if problem.place else "", problem.what, err=True)
        if problem.fix:
            say(styled(f"    → {problem.fix}", "green"), err=True)


def print_kept(files: Iterable[Path]) -> None:
    """The names under which files that someone has changed were kept, on standard error."""
    for file in files:
        click.echo(f"Tệp đã sửa tay hoặc đã ký được giữ lại: {file}", err=True)


def print_results(results: Iterable[tuple[str, RenderedDocument]], folder: Path) -> None:
    """The table of documents made: name, pages, seconds, fonts embedded; below it what each PDF differs in."""
    rows, remarks = [], []
    for name, document in results:
        pages = str(document.pdf.pages) if document.pdf else "–"
        fonts = _families(document.pdf.fonts_embedded) if document.pdf else "–"
        rows.append((name, pages, f"{document.seconds:.2f}".replace(".", ","), fonts))
        remarks += [f"{name}: {remark}" for remark in _remarks(document.pdf)] if document.pdf else []
    print_table(f"Kết quả trong {folder}", ("Văn bản", "Số trang", "Giây", "Phông nhúng"), rows, right=(1, 2))
    for remark in remarks:
        say(remark)


def print_form(issued: Iterable[Issued]) -> None:
    """What the rules of form say of the documents made, page by page; nothing where nothing is to be said."""
    from generator.cli.findings import print_pages, totals

    for one in issued:
        of = f"{one.name}: " if one.name else ""
        if one.unread:
            say(f"{of}chưa kiểm được thể thức: {one.unread}")
            continue
        say(styled(f"{of}thể thức của tệp Word ({totals(one.findings)}):", "bold"))
        for note in one.notes:
            say(styled("  Lưu ý: ", "cyan"), f"{note}")
        print_pages(one.findings)


def print_conversion(target: Path, result: PdfResult) -> None:
    """One PDF made: pages, standards and engine, then fonts and remarks, a line each."""
    standards = " + ".join(result.standards)
    say(f"{target}: {result.pages} trang, {standards}, bộ dựng {_ENGINES[result.engine]}")
    say(f"  Phông yêu cầu: {', '.join(result.fonts_asked) or 'không'}")
    say(f"  Phông nhúng: {_families(result.fonts_embedded) or 'không'}")
    if result.fonts_equal:
        pairs = ", ".join(f"{asked} vẽ bằng {drawn}" for asked, drawn in result.fonts_equal)
        say(f"  Phông cùng độ rộng chữ: {pairs}; dòng, trang giữ nguyên")
    for remark in _remarks(result):
        say(f"  {remark}")


def _remarks(result: PdfResult) -> Iterator[str]:
    for asked, drawn in result.fonts_missing:
        yield f"Phông thiếu: máy không có {asked}, vẽ bằng {drawn or 'phông khác'}; dòng, trang có thể khác"
    for note in result.notes:
        yield f"Lưu ý: {note}"


def _families(faces: Iterable[str]) -> str:
    """The families of the embedded faces, each with how many faces of it, e.g. ``LiberationSerif (4 kiểu)``."""
    counts = Counter(face.partition("-")[0] for face in faces)
    return ", ".join(f"{family} ({count} kiểu)" for family, count in counts.items())
