"""The decree's own Mẫu, typed in Word as anyone would: nothing in them is an error."""

from __future__ import annotations

import pytest

from generator.checking.judging import judge
from generator.checking.reading import read_file
from generator.findings import Level
from tests.rules.samples import samples

SAMPLES = samples()


@pytest.mark.parametrize("name", SAMPLES)
def test_the_decree_errs_in_nothing(name: str) -> None:
    reading = read_file(SAMPLES[name])
    findings, _ = judge(reading)
    assert reading.parts.kind in ("type", "letter")
    assert [finding for finding in findings if finding.level is Level.ERROR] == []
