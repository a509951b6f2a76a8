"""Seeded defects judged: whether the rule that is broken says so, and which others do besides."""

from __future__ import annotations

from functools import cache

from generator.checking.judging import judge
from generator.checking.reading import read_file
from generator.defects.seeding import Clean, Seeded, clean
from generator.findings import Finding, Level
from generator.records import record
from tests.rules.bases import BASES
from tests.rules.form_cases import base


@record(frozen=True)
class Outcome:
    """What became of one seeded document; ``others`` are rules of severity «lỗi» that the fault does not break."""

    rule: str
    number: int
    document: str
    found: bool
    others: tuple[str, ...]

    def __str__(self) -> str:
        said = [] if self.found else ["missed"]
        return f"{self.rule}, case {self.number}, {self.document}: {', '.join([*said, *self.others])}"


@cache
def base_document(name: str) -> Clean:
    """A base of the cases of rules."""
    return clean(name, base(name))


def base_documents() -> list[Clean]:
    """Every base whose first document is its own."""
    return [base_document(name) for name in BASES if name != "hai-van-ban"]


@cache
def _said(docx: bytes) -> tuple[Finding, ...]:
    return tuple(judge(read_file(docx))[0])


def errors(docx: bytes) -> list[Finding]:
    """What is said of the file of severity «lỗi»."""
    return [finding for finding in _said(docx) if finding.level is Level.ERROR]


def outcome(seeded: Seeded) -> Outcome:
    """The seeded document judged against what is said of the clean one."""
    mutator, before = seeded.mutator, {(one.rule, one.what) for one in _said(seeded.clean.docx)}
    new = [one for one in judge(read_file(seeded.docx))[0] if (one.rule, one.what) not in before]
    expected = {mutator.rule.id, *mutator.also}
    others = {one.rule for one in new if one.level is Level.ERROR and one.rule not in expected}
    found = any(one.rule == mutator.rule.id for one in new)
    return Outcome(mutator.rule.id, mutator.number, seeded.clean.name, found, tuple(sorted(others)))
