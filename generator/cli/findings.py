"""What the command line prints of findings: a list gravest last read first, totals, the judgement of each basis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from generator.cli.console import say, styled
from generator.errors import ExitCode, Problem
from generator.findings import Finding, Level

if TYPE_CHECKING:
    from generator.service import Review
    from generator.service.reviewing import DocumentReview

_STYLES = {Level.FINE: "green", Level.NOTE: "cyan", Level.WARNING: "yellow", Level.ERROR: "bold red"}


def print_notes(notes: Iterable[Finding]) -> None:
    """What was forgiven while a dossier was read and how its targets are, a line each on standard error."""
    for note in notes:
        accepted = f" (bỏ qua: {note.accepted})" if note.accepted else ""
        fix = f" ({Problem('', note.fix).what})" if note.fix else ""
        source = f"{note.source}: " if note.source else ""
        lead = "Lưu ý: " if note.level <= Level.NOTE else f"[{note.level.label}] "
        click.echo(f"{lead}{source}{Problem('', note.what).what}{fix}{accepted}", err=True)


def print_review(review: Review) -> None:
    """Everything found, on standard error: words with file and line, then document by document."""
    print_notes(review.opened.notes)
    if review.wording:
        say(styled(f"Lời văn ({totals(review.wording)}):", "bold"), err=True)
        print_findings(review.wording, err=True)
    for document in review.documents:
        _print_document(document)


def _print_document(review: DocumentReview) -> None:
    """One line a basis with its verdict, then what else was found, gravest first."""
    draft = "bản dự thảo, xét theo ngày" if review.is_draft else "xét theo ngày ký"
    say(styled(f"{review.name}: căn cứ ({draft} {review.day:%d/%m/%Y})", "bold"), err=True)
    said: set[Finding] = set()
    for label, findings in review.bases:
        gravest = max(findings, key=lambda finding: finding.level, default=None)
        level = gravest.level if gravest else Level.NOTE
        where = f" ({gravest.source})" if gravest and gravest.source else ""
        say(styled(f"  [{level.label}] ", _STYLES[level]), f"{label}{where}", err=True)
        for finding in findings:
            said.add(finding)
            if finding.level > Level.FINE:
                _print_message(finding, err=True)
    rest = [finding for finding in review.findings if finding not in said and finding.level > Level.FINE]
    print_findings(sorted(rest, key=lambda finding: -finding.level), err=True)


def print_findings(findings: Iterable[Finding], *, err: bool = False) -> None:
    """Each finding with its level and its places, on standard error if asked."""
    for finding in findings:
        places = list(dict.fromkeys(place for place in (finding.source, finding.place) if place))
        where = f"{places[0]} ({places[1]})" if len(places) > 1 else "".join(places)
        say(styled(f"  [{finding.level.label}] ", _STYLES[finding.level]), where, err=err)
        _print_message(finding, err=err)


def print_pages(findings: Iterable[Finding]) -> None:
    """Findings that go down the pages of a file, under the page each is on."""
    for leaf, found in groupby(findings, key=lambda finding: finding.leaf):
        say(styled(f" {leaf}", "bold"))
        print_findings(found)


def _print_message(finding: Finding, *, err: bool) -> None:
    said = Problem(finding.place, finding.what, finding.fix)  # made fit for a terminal: it may quote any file
    say(f"      {said.what} [{finding.rule}]", err=err)
    if said.fix:
        say(styled(f"      → {said.fix}", "green"), err=err)
    if finding.accepted:
        say(styled(f"      ({Problem('', finding.acceptance).what})", "cyan"), err=err)
    if finding.lowered and finding.ruled:
        why = Problem("", finding.lowered).what
        say(styled(f"      (cơ quan hạ từ «{finding.ruled.label}»: {why})", "cyan"), err=err)


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
