"""A dossier made of a few objectives and results, and its assessment of a period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest

from generator.dossier.quality.targets import Target
from generator.dossier.reading.reader import build_dossier
from generator.results import Assessment, Row, assess
from generator.targets.measure import Measure
from generator.wording.times.periods import parse_period
from tests.samples import sample


def assessed(
    results: list[dict[str, Any]], period: str, *, targets: Any = ("≥ 95%",), plan: Any = (), objectives: Any = None
) -> Assessment:
    """The assessment of one objective ``m`` with these targets, or of the objectives given, in 2024."""
    stated = objectives or [{"id": "m", "noi_dung": "Mục tiêu", "chi_tieu": list(targets)}]
    entries = [{"muc_tieu": "m", **result} for result in results]
    data = {**sample(), "nam": 2024, "muc_tieu": stated, "ke_hoach": list(plan), "ket_qua": entries}
    return assess(build_dossier(data), parse_period(period))


def row_of(results: list[dict[str, Any]], period: str = "quý I", *, targets: Any = ("≥ 95%",)) -> Row:
    """The first row of that assessment."""
    return assessed(results, period, targets=targets).rows[0]


@contextmanager
def measuring(measures: Mapping[str, Measure]) -> Iterator[None]:
    """Targets of these words ask for these measures, however words are read."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Target, "measure", property(lambda target: measures[target.text]))
        yield
