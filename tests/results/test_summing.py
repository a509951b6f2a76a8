"""Periods and units are summed by numerators and denominators, never by percentages, and every sum is traceable."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dossier.reading.reader import build_dossier
from generator.results import Verdict, assess
from generator.results.periods import previous, splits, year_ago
from generator.wording.times.periods import Period, parse_period
from tests.results.cases import assessed, row_of
from tests.samples import sample

_PAIR = st.integers(0, 500).flatmap(lambda below: st.tuples(st.integers(0, below), st.just(below)))
_ALL = {"tu_so": 1, "mau_so": 1}
_EXPLAINED = {"nguyen_nhan": "a", "khac_phuc": "b"}


@given(st.lists(_PAIR, min_size=12, max_size=12), st.sampled_from(["quý II", "6 tháng", "9 tháng", "năm"]))
def test_any_period_is_the_sum_of_its_months(months: list[tuple[int, int]], period: str) -> None:
    entries = [
        {"ky": f"tháng {number}", "tu_so": above, "mau_so": below, **_EXPLAINED}
        for number, (above, below) in enumerate(months, start=1)
    ]
    first, last = {"quý II": (4, 6), "6 tháng": (1, 6), "9 tháng": (1, 9), "năm": (1, 12)}[period]
    counted = months[first - 1 : last]
    above, below = sum(pair[0] for pair in counted), sum(pair[1] for pair in counted)
    row = row_of(entries, period)
    assert (row.numerator, row.denominator) == (above, below)
    assert row.exact == (Fraction(above * 100, below) if below else None)
    if not below:
        assert row.verdict is Verdict.NO_DATA
    else:
        assert row.verdict is (Verdict.MET if above * 100 >= 95 * below else Verdict.MISSED)
    assert row.result is not None
    assert len(row.result.sources) == 2 * len(counted)


@given(st.lists(_PAIR, min_size=1, max_size=8))
def test_a_common_target_is_the_sum_of_the_units(units: list[tuple[int, int]]) -> None:
    entries = [
        {"ky": "quý I", "don_vi": f"Thôn {number}", "tu_so": above, "mau_so": below, **_EXPLAINED}
        for number, (above, below) in enumerate(units, start=1)
    ]
    row = row_of(entries)
    assert (row.numerator, row.denominator) == (sum(pair[0] for pair in units), sum(pair[1] for pair in units))
    assert [(part.unit, part.verdict) for part in row.parts] == [(f"Thôn {n}", None) for n in range(1, len(units) + 1)]


def test_the_formula_shows_every_term_and_its_place() -> None:
    entries = [{"ky": "quý I", "tu_so": 95, "mau_so": 100}, {"ky": "quý II", "tu_so": 190, "mau_so": 200}]
    data = {
        **sample(),
        "nam": 2024,
        "muc_tieu": [{"id": "m", "noi_dung": "M", "chi_tieu": ["≥ 95%"]}],
        "ke_hoach": [],
        "ket_qua": [{"muc_tieu": "m", **entry} for entry in entries],
    }
    dossier = build_dossier(data)
    row = assess(dossier, parse_period("6 tháng"), lambda path: "/".join(str(step) for step in path)).rows[0]
    assert row.result is not None
    assert row.result.formula == "(95 + 190)/(100 + 200) = 285/300 = 95,00%"
    assert [(source.place, source.what) for source in row.result.sources] == [
        ("ket_qua/0/tu_so", "tử số 95"),
        ("ket_qua/0/mau_so", "mẫu số 100"),
        ("ket_qua/1/tu_so", "tử số 190"),
        ("ket_qua/1/mau_so", "mẫu số 200"),
    ]
    assert row.difference is not None
    assert row.difference.sources[-1].place == "muc_tieu/0/chi_tieu/0"


def test_a_typed_total_that_contradicts_its_quarters_is_an_error() -> None:
    quarters: list[dict[str, Any]] = [{"ky": f"quý {n}", "tu_so": 9, "mau_so": 10, **_EXPLAINED} for n in (1, 2)]
    (problem,) = assessed([*quarters, {"ky": "6 tháng", "tu_so": 19, "mau_so": 20}], "năm").problems
    assert problem.place == "kết quả thứ 3"
    assert "ghi 19/20" in problem.what
    assert "cộng các kỳ ngắn hơn được 18/20" in problem.what
    assert not assessed([*quarters, {"ky": "6 tháng", "tu_so": 18, "mau_so": 20}], "6 tháng").problems


def test_a_typed_total_that_contradicts_its_units_is_an_error() -> None:
    units: list[dict[str, Any]] = [{"ky": "quý I", "don_vi": f"Thôn {n}", "tu_so": 10, "mau_so": 10} for n in (1, 2)]
    (problem,) = assessed([*units, {"ky": "quý I", "tu_so": 21, "mau_so": 21}], "quý I").problems
    assert "cộng các đơn vị được 20/20" in problem.what


@pytest.mark.parametrize(
    ("entries", "period", "reason"),
    [
        ([{"ky": "quý I", "tu_so": 1, "mau_so": 1}], "6 tháng", "thiếu số liệu quý II năm 2024"),
        ([{"ky": "6 tháng", "tu_so": 1, "mau_so": 1}], "năm", "thiếu số liệu 6 tháng cuối năm 2024"),
        ([{"ky": "quý I", "gia_tri": "95%"}, {"ky": "quý II", "gia_tri": "97%"}], "6 tháng", "chưa tổng hợp được"),
        ([{"ky": "quý I", "don_vi": "A", **_ALL}, {"ky": "quý II", "don_vi": "B", **_ALL}], "quý I", "số liệu của B"),
    ],
)  # fmt: skip
def test_what_is_missing_is_named(entries: list[dict[str, Any]], period: str, reason: str) -> None:
    row = row_of(entries, period)
    assert row.verdict is Verdict.NO_DATA
    assert reason in row.reason


@pytest.mark.parametrize(
    ("entries", "targets", "told", "source"),
    [
        ([{"gia_tri": "95%"}, {"gia_tri": "97%"}], ["≥ 95%"], "giá trị đã tính sẵn", 1),
        ([{"muc": "tốt"}, {"muc": "khá"}], ["loại tốt"], "mức xếp loại", 1),
        ([{"tu_so": 1, "mau_so": 1}, {"gia_tri": "97%"}], ["≥ 95%"], "nơi ghi tử số", 2),
        ([{"gia_tri": 3}, {"muc": "tốt"}], ["không quá 3 vụ"], "nơi ghi tử số", 2),
    ],
)
@pytest.mark.parametrize("by_unit", [False, True])
def test_what_cannot_be_added_is_told_with_its_place(
    entries: list[dict[str, Any]], targets: list[str], told: str, source: int, by_unit: bool
) -> None:
    given = [
        {**entry, "ky": "6 tháng", "don_vi": f"Thôn {n}"} if by_unit else {**entry, "ky": f"quý {n}"}
        for n, entry in enumerate(entries, start=1)
    ]
    found = assessed(given, "6 tháng", targets=targets)
    (finding,) = found.findings
    assert finding.rule == "khong-cong-duoc"
    assert told in finding.what
    assert finding.fix
    assert (finding.source, finding.place) == (f"kết quả thứ {source}", "mục tiêu 1")
    assert found.rows[0].reason == "chưa tổng hợp được số liệu của kỳ"


def test_what_one_unit_cannot_add_is_told_with_the_unit() -> None:
    given = [{"ky": f"quý {n}", "don_vi": "Thôn 1", "gia_tri": "95%"} for n in (1, 2)]
    given.append({"ky": "6 tháng", "don_vi": "Thôn 2", "gia_tri": "95%"})
    found = assessed(given, "6 tháng")
    assert [(finding.rule, finding.place) for finding in found.findings] == [("khong-cong-duoc", "mục tiêu 1, Thôn 1")]
    assert found.rows[0].reason == "thiếu số liệu của Thôn 1"


def test_nothing_is_told_of_a_sum_nobody_needs() -> None:
    given = [{"ky": f"quý {n}", "gia_tri": "95%"} for n in (1, 2)] + [{"ky": "6 tháng", "gia_tri": "95%"}]
    assert assessed(given, "6 tháng").findings == ()


def test_a_target_changed_in_the_year_binds_from_its_day() -> None:
    targets = [{"in_ra": "≥ 95%", "don_vi": "A"}, {"in_ra": "≥ 97%", "don_vi": "A", "tu": "01/7/2024"}]
    entries = [{"ky": f"quý {n}", "tu_so": 96, "mau_so": 100, **_EXPLAINED} for n in range(1, 5)]
    verdicts = [row_of(entries, f"quý {n}", targets=targets).verdict for n in range(1, 5)]
    assert verdicts == [Verdict.MET, Verdict.MET, Verdict.MISSED, Verdict.MISSED]
    year = row_of(entries, "năm", targets=targets)
    assert year.verdict is Verdict.MISSED
    assert year.notes == ("chỉ tiêu đổi từ ngày 01/7/2024: trước là ≥ 95%, nay ≥ 97%",)


def test_a_target_that_binds_later_does_not_judge_earlier_periods() -> None:
    row = row_of([{"ky": "quý I", "tu_so": 1, "mau_so": 2}], targets=[{"in_ra": "≥ 95%", "tu": "01/7/2024"}])
    assert (row.verdict, row.target, row.reason) == (None, None, "chỉ tiêu áp dụng từ ngày 01/7/2024")
    assert row.result is not None
    assert row.result.text == "50,00%"


def test_a_unit_without_a_target_is_shown_and_not_judged() -> None:
    objectives = [
        {"id": "m", "noi_dung": "M", "chi_tieu": [{"in_ra": "100%", "don_vi": "Phòng A"}]},
        {"id": "k", "noi_dung": "K", "chi_tieu": [{"in_ra": "100%", "don_vi": "Phòng B"}]},
    ]
    entries = [
        {"ky": "quý I", "don_vi": "Phòng A", "tu_so": 1, "mau_so": 1},
        {"ky": "quý I", "don_vi": "Phòng B", "tu_so": 1, "mau_so": 2},
    ]
    found = assessed(entries, "quý I", objectives=objectives)
    rows = found.objectives[0].rows
    assert [(row.unit, row.verdict) for row in rows] == [("Phòng A", Verdict.MET), ("Phòng B", None)]
    assert found.objectives[0].verdict is Verdict.MET
    assert not found.problems


def test_an_objective_is_met_when_all_its_targets_are() -> None:
    targets = [{"in_ra": "100%", "don_vi": unit} for unit in ("A", "B", "C")]
    met, nothing = {"tu_so": 3, "mau_so": 3}, {"tu_so": 0, "mau_so": 0}

    def overall(*results: dict[str, Any]) -> tuple[str, str, str]:
        entries = [{"ky": "quý I", "don_vi": unit, **result} for unit, result in zip("ABC", results, strict=False)]
        found = assessed(entries, "quý I", targets=targets)
        assert found.total.text == "1"
        return found.met.text, found.missed.text, found.undecided.text

    assert overall(met, met, met) == ("1", "0", "0")
    assert overall(met, met, nothing) == ("1", "0", "0")
    assert overall(met, met) == ("0", "0", "1")
    assert overall(met, {"tu_so": 2, "mau_so": 3, **_EXPLAINED}) == ("0", "1", "0")
    assert overall(nothing, nothing, nothing) == ("0", "0", "1")


def test_the_units_of_an_objective_are_added_by_their_parts() -> None:
    targets = [{"in_ra": "100%", "don_vi": "A"}, {"in_ra": "98%", "don_vi": "B"}]
    entries = [{"ky": "quý I", "don_vi": "A", "tu_so": 10, "mau_so": 10}, {"ky": "quý I", "don_vi": "B", **_ALL}]
    entries[1] |= {"tu_so": 45, "mau_so": 90, **_EXPLAINED}
    together = assessed(entries, "quý I", targets=targets).objectives[0].together
    assert together is not None
    assert together.formula == "(10 + 45)/(10 + 90) = 55/100 = 55,00%"
    assert len(together.sources) == 4
    other_matter = [targets[0], {"in_ra": "98% hồ sơ đất đai", "don_vi": "B"}]
    assert assessed(entries, "quý I", targets=other_matter).objectives[0].together is None


def test_a_result_is_compared_with_last_year_and_the_period_before() -> None:
    entries: list[dict[str, Any]] = [
        {"ky": "quý I", "tu_so": 96, "mau_so": 100},
        {"ky": "quý I", "nam": 2023, "tu_so": 97, "mau_so": 100},
        {"ky": "quý IV/2023", "gia_tri": "94%"},
        {"ky": "tháng 12/2023", "tu_so": 1, "mau_so": 1},
    ]
    row = row_of(entries)
    assert row.year_ago is not None
    assert row.year_ago.change is not None
    assert (row.year_ago.change.text, row.year_ago.trend, row.year_ago.better) == (
        "-1,00 điểm phần trăm",
        "giảm",
        False,
    )
    assert row.previous is None  # a fraction beside a typed percentage is not the same kind


def test_fewer_is_better_where_the_target_asks_for_few() -> None:
    entries = [{"ky": "quý I", "gia_tri": 2}, {"ky": "quý II", "gia_tri": 1}]
    row = row_of(entries, "quý II", targets=["không quá 3 vụ"])
    assert row.previous is not None
    assert (row.previous.trend, row.previous.better) == ("giảm", True)


@pytest.mark.parametrize(
    ("period", "before", "parts"),
    [
        ("tháng 1/2024", "tháng 12/2023", []),
        ("quý I/2024", "quý IV/2023", ["tháng 1/2024", "tháng 2/2024", "tháng 3/2024"]),
        ("6 tháng cuối năm 2024", "6 tháng đầu năm 2024", ["quý III/2024", "quý IV/2024"]),
        ("9 tháng 2024", None, ["6 tháng 2024", "quý III/2024"]),
        ("năm 2024", "năm 2023", ["6 tháng 2024", "6 tháng cuối năm 2024"]),
        ("đột xuất 01/3 - 30/6/2024", None, ["tháng 3/2024", "quý II/2024"]),
        ("đột xuất 02/3 - 30/6/2024", None, []),
    ],
)
def test_periods_are_made_of_shorter_ones(period: str, before: str | None, parts: list[str]) -> None:
    parsed = parse_period(period)
    found = previous(parsed)
    assert found == (parse_period(before) if before else None)
    assert list(splits(parsed)[0] if splits(parsed) else []) == [parse_period(part) for part in parts]


def test_a_year_ago_of_the_last_day_of_february() -> None:
    ago = year_ago(parse_period("đột xuất 29/02/2024 - 15/4/2024"))
    assert ago == Period("đột xuất", 0, 2023, date(2023, 2, 28), date(2023, 4, 15))


def test_ad_hoc_days_are_summed_from_whole_months() -> None:
    entries = [{"ky": f"tháng {n}", "tu_so": 1, "mau_so": 1} for n in (3, 4)]
    assert row_of(entries, "đột xuất 01/3 - 30/4/2024").numerator == 2


def _calls(work: Callable[[], object]) -> int:
    """How many functions the work calls: its cost, whatever the machine is doing besides."""
    count = 0

    def seen(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("own_targets", [True, False])
def test_the_work_grows_with_the_results_and_no_faster(own_targets: bool) -> None:
    def work(size: int) -> None:
        units = [f"Đơn vị {number}" for number in range(size)]
        targets = [{"in_ra": "≥ 95%", "don_vi": unit} for unit in units] if own_targets else ["≥ 95%"]
        entries = [{"don_vi": unit, "ky": f"quý {number}", **_ALL} for unit in units for number in range(1, 5)]
        found = assessed(entries, "năm", targets=targets)
        assert found.met.text == "1"
        assert len(list(found.figures())) > size

    work(1)
    assert _calls(lambda: work(400)) < 4.2 * _calls(lambda: work(100))
