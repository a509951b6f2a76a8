"""Every rule finds what is seeded against it, and one fault is told once: on a fixed choice of documents.

``python -m tests.defects`` judges every fault on every document.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from generator.defects.seeding import Clean, mutators, seed
from generator.rules.catalogue import form_rules
from generator.service.seeding import clean_documents
from tests.defects.harness import Outcome, base_document, base_documents, errors, mixed, outcome

_LARGE = 60_000  # bytes: a report full of charts is judged whole by the whole set
ENTRIES = form_rules()
SETTLED = ("page", "page_number", "national", "issuer", "number", "place_date")
"""The rooms of the head and of the page: there no fault is told twice."""
MEASURED = (*SETTLED, "title", "bases", "levels", "signature", "recipients", "annex")
"""Those whose cases say in which documents they are faults."""


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
            for choice in ([own], mixed(mutator, base_documents(), own), mixed(mutator, documents)):
                seeded = next(filter(None, (seed(document, mutator) for document in choice)), None)
                found += [outcome(seeded)] if seeded is not None else []
        return found

    return of


@pytest.mark.parametrize("id_", [id_ for id_, entry in ENTRIES.items() if entry.rule.room in SETTLED])
def test_a_fault_is_told_once_by_the_rule_it_breaks(id_: str, outcomes: Callable[[str], list[Outcome]]) -> None:
    assert {one.number for one in outcomes(id_)} == {one.number for one in mutators([ENTRIES[id_]])}
    assert [str(one) for one in outcomes(id_) if one.missed or one.others] == []


@pytest.mark.parametrize("room", MEASURED)
def test_all_but_one_in_a_hundred_are_found(room: str, outcomes: Callable[[str], list[Outcome]]) -> None:
    judged = [one for id_, entry in ENTRIES.items() if entry.rule.room == room for one in outcomes(id_)]
    assert [str(one) for one in judged if one.missed][len(judged) // 100 :] == []


def test_clean_documents_have_no_error(documents: list[Clean]) -> None:
    assert {one.name: errors(one.docx) for one in documents if errors(one.docx)} == {}


def test_no_fault_stays_on_paper(documents: list[Clean]) -> None:
    """Nearly every rule has a fault that some example can have: the published set leaves out few."""
    unused = [
        id_
        for id_, entry in ENTRIES.items()
        if not any(seed(document, mutator) for mutator in mutators([entry]) for document in documents)
    ]
    assert len(unused) < len(ENTRIES) / 5, unused
