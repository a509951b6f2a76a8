"""(a) Filling a template's table: ours, docxtpl and docxtemplater on the same layout and data."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median

from docxtpl import DocxTemplate

from bench.samples import JINJA, MUSTACHE, SIZES, context, template
from bench.table import Bar, Line, timed
from bench.timing import seconds, take_turns
from bench.tools import has_docxtemplater, node_command
from generator.docx import Template
from generator.wording.numerals.figures import thousands

OURS, UNCACHED, DOCXTPL, DOCXTEMPLATER = "vanthu", "vanthu, biên dịch lại mẫu", "docxtpl", "docxtemplater"
WORK = "trộn"
_DOCXTPL_BAR, _DOCXTEMPLATER_BAR = Bar(4), Bar(1)


class Docxtemplater:
    """A node process that stays, so that its code is as warm as ours."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        command, environment = node_command()
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment)
        self._template = folder / "docxtemplater.docx"
        self._template.write_bytes(template(MUSTACHE))

    def render(self, rows: int, output: Path | None = None) -> float:
        """The seconds one document takes; the document goes into ``output``."""
        data = self._folder / f"{rows}.json"
        if not data.exists():
            data.write_text(json.dumps(context(rows)), encoding="utf-8")
        job = {"template": str(self._template), "data": str(data), "output": str(output) if output else None}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        said = self._process.stdout.readline()
        if not said:
            raise RuntimeError("docxtemplater: tiến trình node đã dừng")
        result: float = json.loads(said)["seconds"]
        return result

    def close(self) -> None:
        """End the process."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait(timeout=30)


def render_ours(rows: int) -> bytes:
    """The document as the program's own interface makes it: the template is compiled the first time only."""
    return Template.compile(template(JINJA), "bang.docx").render(context(rows))


def render_uncached(rows: int) -> bytes:
    """The document with the template compiled anew."""
    return Template(template(JINJA), "bang.docx").render(context(rows))


def render_docxtpl(rows: int) -> bytes:
    """The document as docxtpl's users make it: every document begins with the template file."""
    document, buffer = DocxTemplate(BytesIO(template(JINJA))), BytesIO()
    document.render(context(rows))
    document.save(buffer)
    return buffer.getvalue()


def measure(folder: Path, sizes: tuple[int, ...] = SIZES, rounds: int = 15) -> list[Line]:
    """The lines of the table for the merge."""
    rival = Docxtemplater(folder) if has_docxtemplater() else None
    try:
        return [line for rows in sizes for line in _measure_size(rows, rival, rounds)]
    finally:
        if rival is not None:
            rival.close()


def _measure_size(rows: int, rival: Docxtemplater | None, rounds: int) -> list[Line]:
    work: dict[str, Callable[[], float]] = {
        OURS: lambda: seconds(lambda: render_ours(rows)),
        UNCACHED: lambda: seconds(lambda: render_uncached(rows)),
        DOCXTPL: lambda: seconds(lambda: render_docxtpl(rows)),
    }
    if rival is not None:
        work[DOCXTEMPLATER] = lambda: rival.render(rows)
    least = 5 if rows <= 1_000 else 3
    turns = max(least, min(rounds, rounds * 300 // rows))
    counts = dict.fromkeys(work, turns)
    if rows > 3_000:
        counts[DOCXTPL] = 1
    for name, run in work.items():  # once unmeasured: imports, caches, the other side's compiler
        if counts[name] > 1:
            run()
    times = take_turns(work, counts)
    ours = median(times[OURS])
    bars = {DOCXTPL: _DOCXTPL_BAR, DOCXTEMPLATER: _DOCXTEMPLATER_BAR}
    subject = f"{thousands(rows)} hàng"
    names = (OURS, UNCACHED, DOCXTPL, DOCXTEMPLATER)
    return [timed(WORK, subject, name, times.get(name, []), ours, bars.get(name)) for name in names]
