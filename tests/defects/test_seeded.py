"""Every rule finds what is seeded against it, and one fault is told once: each way to make it wrong on one document.

``python -m tests.defects`` judges every fault on every document.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from generator.defects.seeding import Clean, Seeded, mutators, seed
from generator.rules.catalogue import ROOMS, form_rules
from generator.service.seeding import clean_documents
from tests.defects.harness import Outcome, base_document, base_documents, errors, mixed, outcome

_LARGE = 60_000  # bytes: a report full of charts is judged whole by the whole set
ENTRIES = form_rules()


@pytest.fixture(scope="module")
def documents() -> list[Clean]:
    return [one for one in clean_documents() if len(one.docx) < _LARGE]


@pytest.fixture(scope="module")
def seeded(documents: list[Clean]) -> Callable[[str], list[Seeded]]:
    """Each case of a rule on an example that it fits, another for each case; on a base where it fits none."""

    @cache
    def of(id_: str) -> list[Seeded]:
        found: list[Seeded] = []
        for mutator in mutators([ENTRIES[id_]]):
            own = base_document(mutator.case["nen"])
            choice = (*mixed(mutator, documents), *mixed(mutator, base_documents(), own), own)
            found += list(filter(None, [next(filter(None, (seed(document, mutator) for document in choice)), None)]))
        return found

    return of


@pytest.fixture(scope="module")
def outcomes(seeded: Callable[[str], list[Seeded]]) -> Callable[[str], list[Outcome]]:
    @cache
    def of(id_: str) -> list[Outcome]:
        return [outcome(one) for one in seeded(id_)]

    return of


@pytest.mark.parametrize("id_", ENTRIES)
def test_a_fault_is_told_once_by_the_rule_it_breaks(id_: str, outcomes: Callable[[str], list[Outcome]]) -> None:
    assert {one.number for one in outcomes(id_)} == {one.number for one in mutators([ENTRIES[id_]])}
    assert [str(one) for one in outcomes(id_) if one.others] == []


@pytest.mark.parametrize("room", ROOMS)
def test_all_but_one_in_a_hundred_are_found(room: str, outcomes: Callable[[str], list[Outcome]]) -> None:
    judged = [one for id_, entry in ENTRIES.items() if entry.rule.room == room for one in outcomes(id_)]
    assert judged
    assert [str(one) for one in judged if not one.found][len(judged) // 100 :] == []


def test_clean_documents_have_no_error(documents: list[Clean]) -> None:
    assert {one.name: errors(one.docx) for one in documents if errors(one.docx)} == {}


def test_no_fault_stays_on_paper(documents: list[Clean], seeded: Callable[[str], list[Seeded]]) -> None:
    """Nearly every rule has a fault that some example can have: the published set leaves out few."""
    names = {one.name for one in documents}
    unused = [id_ for id_ in ENTRIES if not any(one.clean.name in names for one in seeded(id_))]
    assert len(unused) < len(ENTRIES) / 5, unused
