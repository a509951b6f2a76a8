"""What the command line prints of findings: a list gravest last read first, totals, the judgement of each basis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import click
from rich.console import Console
from rich.text import Text

from generator.errors import ExitCode, Problem
from generator.findings import Finding, Level
from generator.service import Review
from generator.service.reviewing import DocumentReview

_STYLES = {Level.FINE: "green", Level.NOTE: "cyan", Level.WARNING: "yellow", Level.ERROR: "bold red"}


def print_notes(notes: Iterable[Finding]) -> None:
    """What was forgiven while a dossier was read, a line each on standard error."""
    for note in notes:
        click.echo(f"Lưu ý: {note.what}", err=True)


def print_review(review: Review) -> None:
    """Everything found, on standard error: words with file and line, then document by document."""
    print_notes(review.opened.notes)
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    if review.wording:
        console.print(Text(f"Lời văn ({totals(review.wording)}):", style="bold"))
        print_findings(console, review.wording)
    for document in review.documents:
        _print_document(console, document)


def _print_document(console: Console, review: DocumentReview) -> None:
    """One line a basis with its verdict, then what else was found, gravest first."""
    draft = "bản dự thảo, xét theo ngày" if review.is_draft else "xét theo ngày ký"
    console.print(Text(f"{review.name}: căn cứ ({draft} {review.day:%d/%m/%Y})", style="bold"))
    said: set[int] = set()
    for label, findings in review.bases:
        gravest = max(findings, key=lambda finding: finding.level, default=None)
        level = gravest.level if gravest else Level.NOTE
        console.print(Text(f"  [{level.label}] ", style=_STYLES[level]).append(label, style="default"))
        for finding in findings:
            said.add(id(finding))
            if finding.level > Level.FINE:
                _print_message(console, finding)
    rest = [finding for finding in review.findings if id(finding) not in said and finding.level > Level.FINE]
    print_findings(console, sorted(rest, key=lambda finding: -finding.level))


def print_findings(console: Console, findings: Iterable[Finding]) -> None:
    """Each finding with its level and its places."""
    for finding in findings:
        places = list(dict.fromkeys(place for place in (finding.source, finding.place) if place))
        where = f"{places[0]} ({places[1]})" if len(places) > 1 else "".join(places)
        console.print(Text(f"  [{finding.level.label}] ", style=_STYLES[finding.level]).append(where, style="default"))
        _print_message(console, finding)


def _print_message(console: Console, finding: Finding) -> None:
    said = Problem(finding.place, finding.what, finding.fix)  # made fit for a terminal: it may quote any file
    console.print(Text(f"      {said.what} [{finding.rule}]"))
    if said.fix:
        console.print(Text(f"      → {said.fix}", style="green"))
    if finding.accepted:
        console.print(Text(f"      (bỏ qua: {Problem('', finding.accepted).what})", style="cyan"))


def totals(findings: Sequence[Finding]) -> str:
    """How many findings of each level, gravest first, e.g. ``1 lỗi, 2 cảnh báo``."""
    counts = Counter(finding.level for finding in findings if finding.level > Level.FINE and not finding.accepted)
    return (
        ", ".join(f"{counts[level]} {level.label}" for level in sorted(counts, reverse=True)) or "không có gì phải sửa"
    )


def exit_if_errors(findings: Iterable[Finding]) -> None:
    """Leave with the exit code of findings when one of them is an error nobody accepted."""
    if any(finding.holds for finding in findings):
        raise click.exceptions.Exit(int(ExitCode.FINDINGS))
