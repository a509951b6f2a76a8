"""(e) The most memory one document takes, each measured in a process of its own."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bench.merge import render_docxtpl, render_ours
from bench.samples import MUSTACHE, context, template
from bench.table import Line
from bench.tools import convert_command, has_docxtemplater, node_command, peak_memory, soffice

WORK = "bộ nhớ đỉnh"
_MERGE_ROWS, _PDF_ROWS = 10_000, 3_000
_MEGABYTE = 1024 * 1024


def measure(folder: Path, merge_rows: int = _MERGE_ROWS, pdf_rows: int = _PDF_ROWS) -> list[Line]:
    """The lines of the table for memory; the ratio is to ours of the same work."""
    merge = {
        "vanthu": _peak("ours", merge_rows),
        "docxtpl": _peak("docxtpl", merge_rows),
        "docxtemplater": _peak_of_node(folder, merge_rows) if has_docxtemplater() else None,
    }
    pdf = {
        "vanthu": _peak("pdf", pdf_rows),
        "Typst, mã viết tay": _peak("lean", pdf_rows),
        "soffice": _peak_of_soffice(folder, pdf_rows) if soffice() else None,
    }
    return _lines(f"trộn {merge_rows} hàng", merge) + _lines(f"PDF {pdf_rows} hàng", pdf)


def _peak(work: str, rows: int) -> int:
    return peak_memory([sys.executable, "-m", "bench.memory", work, str(rows)])


def _peak_of_node(folder: Path, rows: int) -> int:
    (folder / "memory.docx").write_bytes(template(MUSTACHE))
    (folder / "memory.json").write_text(json.dumps(context(rows)), encoding="utf-8")
    command, environment = node_command()
    job = {"template": str(folder / "memory.docx"), "data": str(folder / "memory.json")}
    return peak_memory(command, given=json.dumps(job) + "\n", environment=environment)


def _peak_of_soffice(folder: Path, rows: int) -> int:
    file = folder / "memory.docx"
    file.write_bytes(render_ours(rows))
    return peak_memory(convert_command(folder / "soffice-profile", folder / "memory", [file]))


def _lines(subject: str, peaks: dict[str, int | None]) -> list[Line]:
    ours = peaks["vanthu"] or 1
    return [
        Line(WORK, subject, name)
        if peak is None
        else Line(WORK, subject, name, f"{peak / _MEGABYTE:.0f} MB", "", "1", peak / ours)
        for name, peak in peaks.items()
    ]


def _work(name: str, rows: int) -> None:
    if name == "ours":
        render_ours(rows)
    elif name == "docxtpl":
        render_docxtpl(rows)
    else:
        from bench.lean import table_source
        from bench.pdf import compile_lean
        from generator.pdf import convert

        compile_lean(table_source(rows)) if name == "lean" else convert(render_ours(rows))


if __name__ == "__main__":
    _work(sys.argv[1], int(sys.argv[2]))
