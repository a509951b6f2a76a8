"""A rate with its fraction beside it is read once, where both say the same."""

from __future__ import annotations

import pytest
from pydantic_core import ValidationError

from generator.dossier.quality.results import Result
from generator.targets.fractions import rate_of_fraction
from generator.targets.measure import Comparison
from generator.targets.reading import parse_measure


@pytest.mark.parametrize(
    ("typed", "part", "whole"),
    [
        ("100% (5/5 hồ sơ)", 5, 5),
        ("99,2% (992/1.000 hồ sơ)", 992, 1000),
        ("66,7 % [2/3]", 2, 3),
        ("66,6% (2/3)", 2, 3),
        ("đạt 95% (19/20 cuộc họp)", 19, 20),
        ("5/5 hồ sơ (100%)", 5, 5),
    ],
)
def test_a_result_is_its_fraction(typed: str, part: int, whole: int) -> None:
    result = Result.model_validate({"muc_tieu": "mt1", "ky": "quý I", "gia_tri": typed})
    assert (result.numerator, result.denominator, result.value) == (part, whole, None)


@pytest.mark.parametrize("typed", ["90% (5/5 hồ sơ)", "0% (0/0)"])
def test_a_rate_that_its_fraction_does_not_make_is_told(typed: str) -> None:
    with pytest.raises(ValidationError, match="không phải"):
        Result.model_validate({"muc_tieu": "mt1", "ky": "quý I", "gia_tri": typed})


@pytest.mark.parametrize("typed", ["5/5 hồ sơ", "100%", "100% (tháng 5/2026)", "98% trên 5/6 đơn vị"])
def test_other_words_say_no_rate_of_a_fraction(typed: str) -> None:
    assert rate_of_fraction(typed) is None


def test_a_target_with_its_fraction_asks_for_the_rate() -> None:
    measure = parse_measure("100% (5/5 hồ sơ)")
    assert (measure.comparison, measure.value, measure.is_rate) == (parse_measure("100%").comparison, 100, True)
    assert parse_measure("90% (5/5 hồ sơ)").comparison is Comparison.UNREAD
