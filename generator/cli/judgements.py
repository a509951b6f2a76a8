"""What the command line prints of legal bases: findings as a list, and the judgement that may hold a final back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import click
from rich.console import Console
from rich.text import Text

from generator.compose import document_name
from generator.dossier import Dossier
from generator.errors import ExitCode, Problem, VanthuError
from generator.findings import Finding, Level
from generator.review.judgement import Judgement, judge_document

_STYLES = {Level.FINE: "green", Level.NOTE: "cyan", Level.WARNING: "yellow", Level.ERROR: "bold red"}


class BasisError(VanthuError):
    """A final document rests on bases, or names an issuer or signer, that are wrong on its day."""

    exit_code = ExitCode.FINDINGS
    heading = "Văn bản đã có số, ngày nhưng còn lỗi về căn cứ, cơ quan; chưa tạo văn bản nào (--force để vẫn tạo)"


def judge_dossier(dossier: Dossier, only: Sequence[str] = (), today: date | None = None) -> list[Judgement]:
    """The judgement of each document asked for, in order."""
    named = [(document_name(dossier, document), document) for document in dossier.documents]
    return [judge_document(dossier, doc, name, today) for name, doc in named if not only or name in only]


def print_and_hold(judgements: Sequence[Judgement], *, force: bool) -> dict[str, str]:
    """Print the judgement of every basis; raise BasisError when a final document has an error and is not forced.

    Returns, by document and for the properties of its files, the errors that ``force`` overrides.
    """
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for judgement in judgements:
        print_judgement(console, judgement)
    held = [judgement for judgement in judgements if judgement.blocks]
    if held and not force:
        raise BasisError(
            Problem(f"{judgement.name}, {finding.place}", finding.what, finding.fix)
            for judgement in held
            for finding in judgement.errors
        )
    return {
        judgement.name: "; ".join(f"{finding.place}: {finding.what}" for finding in judgement.errors)
        for judgement in held
    }


def print_wording(findings: Sequence[Finding]) -> None:
    """What is to be said of the words of a dossier, with file and line; nothing where there is nothing to say."""
    if findings:
        console = Console(stderr=True, highlight=False, soft_wrap=True)
        console.print(Text(f"Lời văn ({totals(findings)}):", style="bold"))
        print_findings(console, findings)


def print_judgement(console: Console, judgement: Judgement) -> None:
    """One line a basis with its verdict, then what else was found, gravest first."""
    draft = "bản dự thảo, xét theo ngày" if judgement.is_draft else "xét theo ngày ký"
    console.print(Text(f"{judgement.name}: căn cứ ({draft} {judgement.day:%d/%m/%Y})", style="bold"))
    said: set[int] = set()
    for label, findings in judgement.bases:
        gravest = max(findings, key=lambda finding: finding.level, default=None)
        level = gravest.level if gravest else Level.NOTE
        console.print(Text(f"  [{level.label}] ", style=_STYLES[level]).append(label, style="default"))
        for finding in findings:
            said.add(id(finding))
            if finding.level > Level.FINE:
                _print_message(console, finding, "      ")
    rest = [finding for finding in judgement.findings if id(finding) not in said and finding.level > Level.FINE]
    print_findings(console, sorted(rest, key=lambda finding: -finding.level))


def print_findings(console: Console, findings: Iterable[Finding]) -> None:
    """Each finding with its level and place."""
    for finding in findings:
        console.print(Text(f"  [{finding.level.label}] ", style=_STYLES[finding.level]).append(finding.place))
        _print_message(console, finding, "      ")


def _print_message(console: Console, finding: Finding, indent: str) -> None:
    said = Problem(finding.place, finding.what, finding.fix)  # made fit for a terminal: it may quote any file
    console.print(Text(f"{indent}{said.what}"))
    if said.fix:
        console.print(Text(f"{indent}→ {said.fix}", style="green"))


def totals(findings: Sequence[Finding]) -> str:
    """How many findings of each level, gravest first, e.g. ``1 lỗi, 2 cảnh báo``."""
    counts = Counter(finding.level for finding in findings if finding.level > Level.FINE)
    return (
        ", ".join(f"{counts[level]} {level.label}" for level in sorted(counts, reverse=True)) or "không có gì phải sửa"
    )


def exit_if_errors(findings: Sequence[Finding]) -> None:
    """Leave with the exit code of findings when one of them is an error."""
    if any(finding.level is Level.ERROR for finding in findings):
        raise click.exceptions.Exit(int(ExitCode.FINDINGS))
