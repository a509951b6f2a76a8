"""Seeded defects judged: whether the rule that is broken says so, and which others do besides."""

from __future__ import annotations

from functools import cache
from zlib import crc32

from generator.checking.judging import judge
from generator.checking.reading import read_file
from generator.defects.seeding import Clean, Mutator, Seeded, clean
from generator.findings import Finding, Level
from generator.records import record
from tests.rules.bases import BASES
from tests.rules.form_cases import base


@record(frozen=True)
class Outcome:
    """What became of one seeded document; ``others`` are rules that speak though the fault does not break them.

    ``unjudged``: the rule says that it cannot tell in this document.
    """

    rule: str
    number: int
    document: str
    found: bool
    others: tuple[str, ...]
    unjudged: bool = False

    @property
    def missed(self) -> bool:
        """Whether the rule is silent."""
        return not self.found and not self.unjudged

    def __str__(self) -> str:
        said = [] if self.found else ["unjudged" if self.unjudged else "missed"]
        return f"{self.rule}, case {self.number}, {self.document}: {', '.join([*said, *self.others])}"


@cache
def base_document(name: str) -> Clean:
    """A base of the cases of rules."""
    return clean(name, base(name))


def base_documents() -> list[Clean]:
    """Every base whose first document is its own, and a copy."""
    return [base_document(name) for name in (*BASES, "ban-sao") if name != "hai-van-ban"]


@cache
def _said(docx: bytes) -> tuple[Finding, ...]:
    return tuple(judge(read_file(docx))[0])


def errors(docx: bytes) -> list[Finding]:
    """What is said of the file of severity «lỗi»."""
    return [finding for finding in _said(docx) if finding.level is Level.ERROR]


def outcome(seeded: Seeded) -> Outcome:
    """The seeded document judged against what is said of the clean one."""
    mutator, before = seeded.mutator, {(one.rule, one.what) for one in _said(seeded.clean.docx)}
    findings, unjudged = judge(read_file(seeded.docx))
    new = [one for one in findings if (one.rule, one.what) not in before]
    expected = {mutator.rule.id, *mutator.also}
    others = {one.rule for one in new if one.rule not in expected}
    found = any(one.rule == mutator.rule.id for one in new)
    untold = any(one.rule in (mutator.rule.id, "ND30") for one in unjudged)
    return Outcome(mutator.rule.id, mutator.number, seeded.clean.name, found, tuple(sorted(others)), untold)


def mixed(mutator: Mutator, documents: list[Clean], own: Clean | None = None) -> list[Clean]:
    """The documents in an order of the mutator's own: faults of a rule meet different documents."""
    salt = f"{mutator.rule.id}-{mutator.number}"
    return sorted((one for one in documents if one is not own), key=lambda one: crc32(f"{salt}{one.name}".encode()))
