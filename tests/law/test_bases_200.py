"""Two hundred lines of bases and what a reader marks in each: how much of it is found, how much found is right.

The lines are of issued documents as a scanner read them, of public documents, and made up after every kind of document
that is cited. What is expected was judged by hand, line by line: the form NĐ 30 gives a basis, the calendar, and what
the registry and the list of ministries know. That a document is not in the registry, or its force not verified, is no
fault of the line and is not counted.

``bases_blind.tsv`` was judged by hand before the program was asked. First run, of 195 lines: no error wrong, seven
warnings wrong on five right lines, 16 faults of 83 missed (a plan under the symbol of a decision or of the other local
body, numbers blank or glued, «thàng», «ngay»).
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.findings import Finding, Level
from generator.judgement.auditing import audit
from generator.law.loading.shared import law_of, shared_registry, territory
from generator.law.paragraphs import paragraphs_of_text

OF_THE_REGISTRY = {"chua-biet", "can-xac-minh", "sua-doi", "ten-tinh-cu"}
TABLE = [
    tuple(line.split("\t"))
    for name in ("bases_200.tsv", "bases_blind.tsv")
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
]


@cache
def _found(day: str, line: str) -> list[Finding]:
    law = law_of(shared_registry())
    done = audit(paragraphs_of_text(line), law, day=date.fromisoformat(day), territory=territory())
    return [finding for finding in done.findings if finding.rule not in OF_THE_REGISTRY]


def _expected(said: str) -> set[str]:
    return set(filter(None, said.split(",")))


def test_two_hundred_lines_of_every_origin() -> None:
    assert len(TABLE) >= 200
    assert len({line for _, _, line, _ in TABLE}) == len(TABLE)
    origins = Counter(origin for origin, *_ in TABLE)
    assert origins["bản quét"] >= 20
    assert origins["công khai"] >= 70


def test_of_what_is_found_hardly_anything_is_wrong_and_hardly_anything_is_missed() -> None:
    right = wrong = missed = 0
    for _, day, line, said in TABLE:
        found, expected = {finding.rule for finding in _found(day, line)}, _expected(said)
        right, wrong, missed = (
            right + len(found & expected),
            wrong + len(found - expected),
            missed + len(expected - found),
        )
    assert right / (right + wrong) >= 0.95
    assert right / (right + missed) >= 0.95


@pytest.mark.parametrize(("origin", "day", "line", "said"), TABLE, ids=range(1, len(TABLE) + 1))
def test_no_error_is_wrong(origin: str, day: str, line: str, said: str) -> None:
    errors = {finding.rule for finding in _found(day, line) if finding.level is Level.ERROR}
    assert errors <= _expected(said)
