"""On what terms a Word file is checked: what was asked, what its office has set, what was accepted of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import Problem, UsageError
from generator.findings import Finding, Level
from generator.law.form.profiles import Asked
from generator.records import record
from generator.service.checking.acceptances import Accepted, read_acceptances
from generator.service.checking.settings import Settings, read_settings, settings_file

if TYPE_CHECKING:
    from generator.dossier.rule_choices import RuleChoice


@record(frozen=True)
class Terms:
    """As what a file is judged, by whose list of law, which rules how, and what was accepted of it."""

    asked: Asked = Asked()
    registry: Path | None = None
    choices: tuple[RuleChoice, ...] = ()
    accepted: Accepted = Accepted()

    def chosen(self, file: Path, findings: Iterable[Finding]) -> list[Finding]:
        """The findings at the levels set; a choice for this file goes before one for all."""
        if not self.choices:
            return list(findings)
        from generator.judgement.choices import decided  # here: most offices set nothing

        general_first = sorted(self.choices, key=lambda choice: choice.document is not None)
        ours = (None, file.name, file.stem)
        choices = {choice.rule: choice for choice in general_first if choice.document in ours}
        return [
            decided(one, choices[one.rule]) if one.rule in choices and one.level > Level.FINE else one
            for one in findings
        ]


def terms_of(files: Iterable[Path], asked: Asked, registry: Path | None) -> dict[Path, Terms]:
    """The terms of each file, what was asked before what is set; UsageError with all that is wrong with them."""
    settings: dict[Path, Settings] = {}
    found: dict[Path, Path | None] = {}
    problems: list[Problem] = []
    terms = {}
    for file in files:
        if file.parent not in found:
            found[file.parent] = settings_file(file.parent)
        source = found[file.parent]
        if source is not None and source not in settings:
            settings[source], wrong = read_settings(source)
            problems += wrong
        own = settings[source] if source is not None else Settings()
        accepted, wrong = read_acceptances(file)
        problems += wrong
        terms[file] = Terms(asked.over(own.asked), registry or own.registry, own.choices, accepted)
    if problems:
        raise UsageError(problems)
    return terms
