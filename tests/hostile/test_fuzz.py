"""A short run of the fuzzer: the same few hundred damaged files every time."""

from __future__ import annotations

import sys

import pytest

from tests.hostile import fuzz

CASES = 200


@pytest.mark.skipif(sys.platform == "win32", reason="its limits of memory are POSIX")
def test_damaged_files_convert_or_are_refused() -> None:
    outcomes = fuzz.run(seed=2026, numbers=range(CASES), jobs=2, seconds=120)
    assert len(outcomes) == CASES
    assert [f"{number}: {said}" for number, said in outcomes.items() if said.startswith(("crash", "hang"))] == []
    assert {"ok", "refused CONVERSION", "refused DATA", "refused TEMPLATE"} <= set(outcomes.values())


def test_a_case_is_the_same_each_time() -> None:
    assert [fuzz.run_case(7, number) for number in range(4)] == [fuzz.run_case(7, number) for number in range(4)]
