"""``judge``: what all rules of form say of a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from generator.checking.scope import outside
from generator.findings import Finding, Level, Unjudged
from generator.rules.base import Entry
from generator.rules.catalogue import form_rules
from generator.rules.form._reading import FileReading, Said


def judge(reading: FileReading, entries: Iterable[Entry] | None = None) -> tuple[list[Finding], list[Unjudged]]:
    """The findings, the gravest first, and what could not be judged, each said once.

    A file the decree's form does not hold for has one entry in place of them all. Where it holds only as far as it
    suits nothing is an error.
    """
    if why := outside(reading.parts):
        return [], [Unjudged("ND30", why)]
    findings: list[Finding] = []
    unjudged: dict[Unjudged, None] = {}
    for entry in form_rules().values() if entries is None else entries:
        if entry.check is None or entry.rule.edition != reading.edition.id:
            continue
        for said in cast(Said, entry.check(reading)):
            if isinstance(said, Unjudged):
                unjudged[said] = None
            else:
                findings.append(said if not reading.profile.by_suitability else _as_it_suits(said))
    return sorted(findings, key=lambda finding: -finding.level), list(unjudged)


def _as_it_suits(finding: Finding) -> Finding:
    return replace(finding, level=min(finding.level, Level.WARNING))
