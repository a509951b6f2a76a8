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
    suits nothing is an error, and of a document older than any decree known it is for information only.
    """
    if why := outside(reading.parts):
        return [], [Unjudged("ND30", why)]
    most = _gravest(reading)
    findings: list[Finding] = []
    unjudged: dict[Unjudged, None] = {}
    for entry in form_rules().values() if entries is None else entries:
        if entry.check is None or not reading.edition.has(entry.rule.edition, entry.rule.id):
            continue
        for said in cast(Said, entry.check(reading)):
            if isinstance(said, Unjudged):
                unjudged[said] = None
            else:
                findings.append(said if said.level <= most else replace(said, level=most))
    return sorted(findings, key=lambda finding: -finding.level), list(unjudged)


def _gravest(reading: FileReading) -> Level:
    """How grave a finding can be."""
    if reading.older:
        return Level.NOTE
    return Level.WARNING if reading.profile.by_suitability else Level.ERROR
