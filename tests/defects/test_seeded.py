"""Every rule finds what is seeded against it, and one fault is told once: on a fixed choice of documents.

``python -m tests.defects`` judges every fault on every document.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from zlib import crc32

import pytest

from generator.defects.seeding import Clean, Mutator, mutators, seed
from generator.rules.catalogue import form_rules
from generator.service.seeding import clean_documents
from tests.defects.harness import Outcome, base_document, base_documents, errors, outcome

_LARGE = 60_000  # bytes: a report full of charts is judged whole by the whole set
ENTRIES = form_rules()


@pytest.fixture(scope="module")
def documents() -> list[Clean]:
    return [one for one in clean_documents() if len(one.docx) < _LARGE]


@pytest.fixture(scope="module")
def outcomes(documents: list[Clean]) -> Callable[[str], list[Outcome]]:
    """Each case of a rule on its own base, on another base and on an example that it fits, judged once."""

    @cache
    def of(id_: str) -> list[Outcome]:
        found: list[Outcome] = []
        for mutator in mutators([ENTRIES[id_]]):
            own = base_document(mutator.case["nen"])
            for choice in ([own], _mixed(mutator, base_documents(), own), _mixed(mutator, documents)):
                seeded = next(filter(None, (seed(document, mutator) for document in choice)), None)
                found += [outcome(seeded)] if seeded is not None else []
        return found

    return of


def _mixed(mutator: Mutator, documents: list[Clean], own: Clean | None = None) -> list[Clean]:
    """The documents in an order of the mutator's own: faults of a rule meet different documents."""
    salt = f"{mutator.rule.id}-{mutator.number}"
    return sorted((one for one in documents if one is not own), key=lambda one: crc32(f"{salt}{one.name}".encode()))


@pytest.mark.parametrize("id_", ENTRIES)
def test_a_fault_is_told_once_by_the_rule_it_breaks(id_: str, outcomes: Callable[[str], list[Outcome]]) -> None:
    assert {one.number for one in outcomes(id_)} == {one.number for one in mutators([ENTRIES[id_]])}
    assert [str(one) for one in outcomes(id_) if not one.found or one.others] == []


def test_all_but_one_in_a_hundred_are_found(outcomes: Callable[[str], list[Outcome]]) -> None:
    judged = [one for id_ in ENTRIES for one in outcomes(id_)]
    assert len(judged) > 2 * len(ENTRIES)
    assert sum(one.found for one in judged) >= 0.99 * len(judged)


def test_clean_documents_have_no_error(documents: list[Clean]) -> None:
    assert {one.name: errors(one.docx) for one in documents if errors(one.docx)} == {}


def test_no_fault_stays_on_paper(documents: list[Clean]) -> None:
    """Every rule has a fault that some example can have: the published set leaves out none."""
    unused = [
        id_
        for id_, entry in ENTRIES.items()
        if not any(seed(document, mutator) for mutator in mutators([entry]) for document in documents)
    ]
    assert unused == []
