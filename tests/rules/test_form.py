"""Every rule of form on its own cases, and on every base as it is: nothing of severity «lỗi»."""

from __future__ import annotations

from typing import Any

import pytest

from generator.checking.judging import judge
from generator.checking.reading import read_file
from generator.findings import Level
from generator.rules.base import Entry
from generator.rules.catalogue import form_rules
from tests.rules.bases import BASES
from tests.rules.form_cases import base, judge_form
from tests.rules.judging import Kind, cases

ENTRIES = list(form_rules().values())


def _given(kind: Kind) -> list[Any]:
    return [
        pytest.param(entry, case, id=f"{entry.rule.id}-{n}")
        for entry in ENTRIES
        for n, case in enumerate(cases(entry, kind), start=1)
    ]


@pytest.mark.parametrize(("entry", "case"), _given("sai"))
def test_what_is_wrong_is_found(entry: Entry, case: Any) -> None:
    found = judge_form(entry, case)
    assert found
    if "muc" in case:
        assert {finding.level.label for finding in found} == {case["muc"]}


@pytest.mark.parametrize(("entry", "case"), _given("dung"))
def test_what_is_right_draws_nothing(entry: Entry, case: Any) -> None:
    assert judge_form(entry, case) == []


@pytest.mark.parametrize("name", [*BASES, "ban-sao"])
def test_what_the_program_makes_has_no_error_of_form(name: str) -> None:
    findings, _ = judge(read_file(base(name)))
    assert [finding for finding in findings if finding.level is Level.ERROR] == []
