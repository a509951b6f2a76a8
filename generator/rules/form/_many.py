"""Findings of like words told once, with everything that puts them right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.findings import Finding, Level, Unjudged
from generator.rules.form._reading import Said


def together(said: Iterable[Finding | Unjudged]) -> Said:
    """The findings of the same words and gravity as one that says at how many places; the first place is told."""
    found: dict[tuple[str, Level], list[Finding]] = {}
    for one in said:
        if isinstance(one, Unjudged):
            yield one
        else:
            found.setdefault((one.what, one.level), []).append(one)
    for met in found.values():
        if len(met) == 1:
            yield met[0]
            continue
        repairs = tuple(edit for one in met for edit in one.repairs)
        yield replace(met[0], what=f"{met[0].what} (ở {len(met)} chỗ)", repairs=repairs)
