"""What a comment, a report or a list says of a finding besides what the finding says: the clause it rests on."""

from __future__ import annotations

from functools import cache

from generator.findings import Finding
from generator.rules.base import Entry
from generator.rules.catalogue import published


@cache
def _rules() -> dict[str, Entry]:
    return published()


def entry_of(finding: Finding) -> Entry | None:
    """The rule of the finding with its page, where it has one."""
    return _rules().get(finding.rule)


def title_of(rule: str) -> str:
    """The rule with what it asks for, as its page begins: «ND30-I.1.3c: Lề trái …»; its id alone where it has none."""
    entry = _rules().get(rule)
    return f"{rule}: {entry.title}" if entry is not None else rule


def basis_of(finding: Finding) -> str:
    """The rule of the finding and the clause it comes from: «quy-tac (ND30-I.1)»."""
    entry = entry_of(finding)
    clause = entry.rule.clause if entry is not None else ""
    return f"{finding.rule} ({clause})" if clause and clause != finding.rule else finding.rule


def comment_on(finding: Finding) -> tuple[str, ...]:
    """The paragraphs of a Word comment on the finding: level and what is wrong, where, what to do, by which rule."""
    level = finding.level.label
    said = [f"{level[:1].upper()}{level[1:]}: {finding.what}"]
    if finding.place:
        said.append(f"Vị trí: {finding.place}")
    if finding.fix:
        said.append(f"Cách sửa: {finding.fix}")
    if finding.offers or finding.successors:
        said += [f"Viện dẫn: {one}" for one in (*finding.successors, *finding.offers)]
    return (*said, f"Quy tắc: {basis_of(finding)}")
