"""Every rule on its own cases: what must be found is, at the level said; what must draw nothing does."""

from __future__ import annotations

from typing import Any

import pytest

from generator.rules.base import Entry
from generator.rules.catalogue import all_rules, cases_file
from tests.rules.judging import JUDGES, Kind, cases

ENTRIES = [entry for entry in all_rules().values() if cases_file(entry).exists()]


def _given(kind: Kind) -> list[Any]:
    return [
        pytest.param(entry, case, id=f"{entry.rule.id}-{n}")
        for entry in ENTRIES
        for n, case in enumerate(cases(entry, kind), start=1)
    ]


@pytest.mark.parametrize(("entry", "case"), _given("sai"))
def test_what_is_wrong_is_found(entry: Entry, case: Any) -> None:
    found = JUDGES[entry.rule.group](entry, case)
    assert found
    if isinstance(case, dict) and "muc" in case:
        assert {finding.level.label for finding in found} == {case["muc"]}


@pytest.mark.parametrize(("entry", "case"), _given("dung"))
def test_what_is_right_draws_nothing(entry: Entry, case: Any) -> None:
    assert JUDGES[entry.rule.group](entry, case) == []
