"""One decision in every layout that offices type it in: where its parts stand is no fault in two columns."""

from __future__ import annotations

import pytest

from generator.checking.judging import judge
from generator.checking.reading import read_file
from generator.parts import Part, read_parts
from tests.parts.heads import LAYOUTS, decision, one_below_another, with_tabs
from tests.parts.test_heads import EVERYWHERE

PLACES = {
    f"ND30-I.{number}"
    for number in ("2.1a3", "2.1a4", "2.1b3", "2.1c", "2.2b4", "2.2c", "2.3c1", "2.3c5", "2.4c1", "2.4c3", "2.4c4")
}
COLUMNS = sorted(name for name in EVERYWHERE if LAYOUTS.get(name) is not one_below_another)


def _faults(docx: bytes) -> set[str]:
    findings, _ = judge(read_file(docx))
    return {finding.rule for finding in findings}


@pytest.mark.parametrize("name", COLUMNS)
def test_places_in_two_columns_are_right(name: str) -> None:
    assert not _faults(EVERYWHERE[name]) & PLACES


def test_parts_one_below_another_are_out_of_place() -> None:
    found = _faults(decision(one_below_another()))
    assert found >= {"ND30-I.2.1a3", "ND30-I.2.2c", "ND30-I.2.4c1"}


def test_rules_typed_on_both_sides_of_a_tab_belong_to_both_names() -> None:
    parts = read_parts(read_file(decision(with_tabs())).document)
    for part in (Part.ISSUER, Part.MOTTO):
        component = parts.first(part)
        assert component is not None
        assert [drawn.kind for drawn in component.rules] == ["typed"]
