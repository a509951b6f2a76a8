"""A result is judged by its typed target exactly, and prints so that a reader sees why."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Level
from generator.results import Verdict
from generator.results.judging.levels import compare_levels
from generator.results.printing import decimal_text, percent
from tests.results.cases import assessed, row_of

_WHY = {"nguyen_nhan": "a", "khac_phuc": "b"}
_MET, _MISSED, _NONE = Verdict.MET, Verdict.MISSED, Verdict.NO_DATA


@pytest.mark.parametrize(
    ("target", "result", "verdict", "arithmetic"),
    [
        ("≥ 95 %", {"tu_so": 285, "mau_so": 300}, _MET, "285/300 = 95,00%; ≥ 95% → Đạt"),
        ("≥ 95%", {"tu_so": 2374, "mau_so": 2500}, _MISSED, "2.374/2.500 = 94,96%; ≥ 95% → Không đạt"),
        ("≥ 95%", {"tu_so": 94_996, "mau_so": 100_000}, _MISSED, "94.996/100.000 = 94,996%; ≥ 95% → Không đạt"),
        ("trên 90%", {"tu_so": 90_001, "mau_so": 100_000}, _MET, "90.001/100.000 = 90,001%; > 90% → Đạt"),
        ("trên 90%", {"tu_so": 9, "mau_so": 10}, _MISSED, "9/10 = 90,00%; > 90% → Không đạt"),
        ("100%", {"tu_so": 7, "mau_so": 7}, _MET, "7/7 = 100,00%; 100% → Đạt"),
        ("100%", {"tu_so": 105, "mau_so": 100}, _MET, "105/100 = 105,00%; 100% → Đạt"),
        ("100%", {"tu_so": 99_999, "mau_so": 100_000}, _MISSED, "99.999/100.000 = 99,999%; 100% → Không đạt"),
        ("99%", {"tu_so": 199, "mau_so": 200}, _MET, "199/200 = 99,50%; 99% → Đạt"),
        ("Đạt 95% trở lên", {"gia_tri": "95,5%"}, _MET, "95,50%; ≥ 95% → Đạt"),
        (
            "không quá 5%",
            {"tu_so": 50_001, "mau_so": 1_000_000},
            _MISSED,
            "50.001/1.000.000 = 5,0001%; ≤ 5% → Không đạt",
        ),
        ("≥ 95,125%", {"gia_tri": "95,125"}, _MET, "95,125%; ≥ 95,125% → Đạt"),
        ("0 vụ", {"gia_tri": 1}, _MISSED, "1 vụ; 0 vụ → Không đạt"),
        ("không quá 3 vụ", {"gia_tri": 3}, _MET, "3 vụ; ≤ 3 vụ → Đạt"),
        ("xếp loại xuất sắc", {"muc": "Tốt"}, _MISSED, "Tốt; xếp loại xuất sắc → Không đạt"),
        ("loại tốt", {"muc": "xuất sắc"}, _MET, "xuất sắc; loại tốt → Đạt"),
        ("top 3 của huyện", {"muc": "hạng 2"}, _MET, "hạng 2; top 3 của huyện → Đạt"),
        ("top 3 của huyện", {"gia_tri": 4}, _MISSED, "4; top 3 của huyện → Không đạt"),
        ("Gia đình văn hóa", {"muc": "đạt"}, _MET, "đạt; Gia đình văn hóa → Đạt"),
    ],
)
def test_each_kind_of_target(target: str, result: dict[str, Any], verdict: Verdict, arithmetic: str) -> None:
    row = row_of([{"ky": "quý I", **result}], targets=[target])
    assert (row.verdict, row.arithmetic) == (verdict, arithmetic)


@pytest.mark.parametrize(
    ("times", "verdict"), [(0, _MISSED), (1, _MET), (2, _MET), (3, _MISSED)], ids=lambda value: str(value)
)
def test_a_number_per_year_is_judged_on_the_year(times: int, verdict: Verdict) -> None:
    entries = [{"ky": "6 tháng", "gia_tri": min(times, 1)}, {"ky": "6 tháng cuối", "gia_tri": times - min(times, 1)}]
    target = ["từ 01 - 02 lần/năm"]
    assert row_of(entries, "năm", targets=target).verdict is verdict
    half = row_of(entries, "6 tháng", targets=target)
    assert half.verdict is Verdict.NOT_DUE
    assert half.reason.startswith("chưa đến hạn: chỉ tiêu tính theo năm")


def test_a_number_per_quarter_is_judged_on_every_quarter() -> None:
    entries: list[dict[str, Any]] = [{"ky": "quý I", "gia_tri": 2}, {"ky": "quý II", "gia_tri": 0, **_WHY}]
    half = row_of(entries, "6 tháng", targets=["01 lần/quý"])
    assert half.verdict is Verdict.MISSED
    assert half.arithmetic == "quý I năm 2024: 2 lần; quý II năm 2024: 0 lần; 1 lần/quý → Không đạt"
    assert row_of(entries, "quý I", targets=["01 lần/quý"]).verdict is Verdict.MET
    typed = row_of([{"ky": "6 tháng", "gia_tri": 2}], "6 tháng", targets=["01 lần/quý"])
    assert typed.reason == "chỉ tiêu tính theo quý, thiếu số liệu quý I năm 2024, quý II năm 2024"


@pytest.mark.parametrize(
    ("now", "before", "verdict", "said"),
    [
        ({"tu_so": 2, "mau_so": 100}, {"tu_so": 3, "mau_so": 100}, _MET, "giảm 1,00 điểm phần trăm; giảm ≥ 1%"),
        ({"tu_so": 21, "mau_so": 1000}, {"tu_so": 3, "mau_so": 100}, _MISSED, "giảm 0,90 điểm phần trăm"),
        ({"gia_tri": 99}, {"gia_tri": 100}, _MET, "cùng kỳ 100; kỳ này 99; giảm 1,00%"),
        ({"gia_tri": 100}, {"gia_tri": 100}, _MISSED, "không đổi"),
        ({"gia_tri": 101}, {"gia_tri": 100}, _MISSED, "tăng 1,00%"),
    ],
)
def test_a_decrease_is_judged_by_last_year(now: Any, before: Any, verdict: Verdict, said: str) -> None:
    entries = [{"ky": "quý I", **now}, {"ky": "quý I", "nam": 2023, **before}]
    row = row_of(entries, targets=["giảm 1 % so với cùng kỳ"])
    assert row.verdict is verdict
    assert said in row.arithmetic
    alone = row_of(entries[:1], targets=["giảm 1 % so với cùng kỳ"])
    assert (alone.verdict, alone.reason) == (_NONE, "chưa có số liệu cùng kỳ năm trước để so sánh")


@pytest.mark.parametrize(
    ("target", "result", "reason", "told"),
    [
        (
            "≥ 95%",
            None,
            "chưa nhận được số liệu quý I năm 2024",
            "",
        ),
        ("≥ 95%", {"tu_so": 0, "mau_so": 0}, "không phát sinh trong kỳ (0/0)", ""),
        (
            "≥ 95%",
            {"muc": "tốt"},
            "chưa có số liệu để so với chỉ tiêu",
            "ket-qua-khac-kieu: kết quả ghi mức «tốt», chỉ tiêu là số (≥ 95%)",
        ),
        (
            "loại tốt",
            {"muc": "ổn"},
            "chưa xác định được mức đạt so với chỉ tiêu",
            "muc-khong-so-duoc: không so được «ổn» với mức «loại tốt»",
        ),
        (
            "không quá 3 vụ",
            {"tu_so": 1, "mau_so": 2},
            "kết quả chưa cùng đơn vị tính với chỉ tiêu",
            "ket-qua-khac-kieu: kết quả ghi tử số, mẫu số, chỉ tiêu không phải là tỷ lệ (≤ 3 vụ)",
        ),
    ],
)
def test_what_cannot_be_judged_says_why(target: str, result: dict[str, Any] | None, reason: str, told: str) -> None:
    found = assessed([{"ky": "quý I", **result}] if result else [], "quý I", targets=[target])
    (row,) = found.rows
    assert row.verdict is Verdict.NO_DATA
    assert row.reason == reason
    assert [f"{finding.rule}: {finding.what}" for finding in found.findings] == ([told] if told else [])
    assert all(finding.source == "kết quả thứ 1" and finding.place == "mục tiêu 1" for finding in found.findings)


def test_more_than_there_are_is_told_to_the_clerk_and_not_printed() -> None:
    found = assessed([{"ky": "quý I", "tu_so": 105, "mau_so": 100}], "quý I", targets=["100%"])
    assert [(finding.rule, finding.source) for finding in found.findings] == [("tu-so-lon-hon-mau-so", "kết quả thứ 1")]
    assert found.rows[0].notes == ()


@pytest.mark.parametrize(
    ("target", "number", "period", "told"),
    [
        ("ít nhất 12 lớp", 10, "9 tháng", True),
        ("trên 12 lớp", 12, "quý I", True),
        ("ít nhất 12 lớp", 12, "9 tháng", False),
        ("ít nhất 12 lớp", 10, "năm", False),
        ("ít nhất 12 lớp/năm", 10, "9 tháng", False),
        ("ít nhất 12 lớp/quý", 10, "quý I", False),
        ("ít nhất 2 buổi/tuần", 1, "quý I", False),
        ("không quá 3 vụ", 4, "quý I", False),
        ("≥ 4,0 điểm", 3, "quý I", False),
    ],
)
def test_a_number_short_of_one_that_may_be_the_years_is_told(target: str, number: int, period: str, told: bool) -> None:
    found = assessed([{"ky": period, "gia_tri": number, **_WHY}], period, targets=[target])
    assert ("khong-ro-khoang-tinh" in {finding.rule for finding in found.findings}) is told


def test_an_objective_without_target_is_told() -> None:
    found = assessed([], "quý I", objectives=[{"id": "m", "noi_dung": "M"}])
    assert [(finding.rule, finding.source) for finding in found.findings] == [
        ("muc-tieu-khong-chi-tieu", "mục tiêu thứ 1")
    ]


_WHOLE = st.integers(0, 10**6)


@given(_WHOLE, st.integers(1, 10**6), st.decimals(0, 120, places=2), st.sampled_from(["≥ ", "trên ", "≤ ", "dưới "]))
def test_what_is_printed_stands_on_the_same_side_of_the_target_as_what_was_reached(
    numerator: int, denominator: int, asked: Decimal, sign: str
) -> None:
    row = row_of(
        [{"ky": "quý I", "tu_so": numerator, "mau_so": denominator, "nguyen_nhan": "a", "khac_phuc": "b"}],
        targets=[f"{sign}{str(asked).replace('.', ',')}%"],
    )
    assert row.result is not None
    printed = Fraction(row.result.text.removesuffix("%").replace(".", "").replace(",", "."))
    # An independent computation: whole numbers only, both sides multiplied out.
    left, right = numerator * 100 * 100, int(asked * 100) * denominator
    met = {"≥ ": left >= right, "trên ": left > right, "≤ ": left <= right, "dưới ": left < right}[sign]
    assert row.verdict is (Verdict.MET if met else Verdict.MISSED)
    side = (left > right) - (left < right)
    assert side == (printed > Fraction(asked)) - (printed < Fraction(asked))
    assert abs(printed - Fraction(left, 100 * denominator)) <= Fraction(1, 200)


@given(st.fractions(-1000, 1000), st.integers(0, 4))
def test_a_number_is_printed_to_the_nearest_digit_with_vietnamese_signs(value: Fraction, decimals: int) -> None:
    text = decimal_text(value, decimals=decimals, most=decimals)
    assert len(text.partition(",")[2]) == decimals
    read = Fraction(text.replace(".", "").replace(",", "."))
    assert abs(read - value) <= Fraction(1, 2 * 10**decimals)


def test_thousands_are_parted_by_dots() -> None:
    assert decimal_text(Fraction(1234567, 2)) == "617.283,5"
    assert str(percent(Fraction(2, 3))) == "0,67%"


@pytest.mark.parametrize(
    ("reached", "asked", "order"),
    [
        ("Tốt", "loại tốt trở lên", 0),
        ("khá", "loại tốt", -1),
        ("Hoàn thành xuất sắc nhiệm vụ", "hoàn thành tốt nhiệm vụ", 1),
        ("tập thể lao động tiên tiến", "tập thể lao động tiên tiến trở lên", 0),
        ("không đạt", "xuất sắc", -1),
        ("top 5", "nằm trong top 3 của huyện", -1),
        ("xuất sắc", "tốt về cải cách hành chính", 1),
        ("đỏ", "tốt", None),
        ("đạt", "loại tốt", None),
        ("Đạt yêu cầu", "xếp loại xuất sắc", None),
        ("đạt", "top 3 của huyện", None),
        ("đạt", "Gia đình văn hóa", 0),
        ("đã hoàn thành", "Ban hành quy chế", 0),
        ("chưa hoàn thành", "Ban hành quy chế", -1),
        ("đạt", "đạt", 0),
    ],
)
def test_levels_are_ordered_on_their_scale(reached: str, asked: str, order: int | None) -> None:
    found = compare_levels(reached, asked)
    assert found is None if order is None else (found is not None and (found > 0) - (found < 0) == order)


@pytest.mark.parametrize("given_fields", [{}, {"nguyen_nhan": "Thiếu người"}, {"khac_phuc": "Bổ sung người"}])
def test_a_miss_without_cause_and_corrective_action_is_an_error(given_fields: dict[str, str]) -> None:
    found = assessed([{"ky": "quý I", "tu_so": 1, "mau_so": 2, **given_fields}], "quý I")
    (problem,) = found.problems
    assert problem.place == "kết quả thứ 1"
    assert ("nguyen_nhan" in problem.what) is ("nguyen_nhan" not in given_fields)
    assert ("khac_phuc" in problem.what) is ("khac_phuc" not in given_fields)
    assert "1/2 = 50,00%; ≥ 95% → Không đạt" in problem.what


def test_the_cause_of_a_miss_is_asked_for_at_the_unit_that_missed() -> None:
    """The report prints it with the name of the line's unit."""
    figures = [(90, 100), (10, 20), (0, 0), (99, 100)]
    entries = [
        {"ky": "quý I", "don_vi": f"Phòng {n}", "tu_so": of, "mau_so": out} for n, (of, out) in enumerate(figures)
    ]
    asked = {target: assessed(entries, "quý I", targets=[target]).problems for target in ("≥ 95%", "≤ 5%")}
    assert [one.place for one in asked["≥ 95%"]] == ["kết quả thứ 2"]
    assert [one.place for one in asked["≤ 5%"]] == ["kết quả thứ 4"]


def test_a_miss_explained_in_one_of_its_quarters_is_explained() -> None:
    entries: list[dict[str, Any]] = [
        {"ky": "quý I", "tu_so": 1, "mau_so": 2, "nguyen_nhan": "Thiếu người", "khac_phuc": "Bổ sung người"},
        {"ky": "quý II", "tu_so": 2, "mau_so": 2},
    ]
    found = assessed(entries, "6 tháng")
    assert not found.problems
    assert (found.misses[0].causes, found.misses[0].actions) == (("Thiếu người",), ("Bổ sung người",))
    of_its_own = assessed([*entries, {"ky": "6 tháng", "nguyen_nhan": "Cả hai quý", "khac_phuc": "Rà soát"}], "6 tháng")
    assert of_its_own.misses[0].causes == ("Cả hai quý",)


@pytest.mark.parametrize(
    ("target", "results", "period", "verdict", "state"),
    [
        ("≥ 95%", [], "quý I", _NONE, "Chưa có số liệu"),
        ("≥ 95%", [{"ky": "quý I", "tu_so": 0, "mau_so": 0}], "quý I", _NONE, "Không phát sinh trong kỳ"),
        ("≥ 95%", [{"ky": "quý I", "muc": "tốt"}], "quý I", _NONE, "Chưa đánh giá được"),
        ("02 lần/năm", [{"ky": "quý I", "gia_tri": 1}], "quý I", Verdict.NOT_DUE, "Chưa đến hạn"),
        ("02 lần/năm", [], "quý I", Verdict.NOT_DUE, "Chưa đến hạn"),
        ("trước ngày 30/9/2024", [], "6 tháng", Verdict.NOT_DUE, "Chưa đến hạn"),
        ("trước ngày 30/9/2024", [], "năm", _NONE, "Chưa có số liệu"),
        ("loại tốt", [], "6 tháng", Verdict.YEAR_END, "Đánh giá cuối năm"),
        ("top 3 của huyện", [], "9 tháng", Verdict.YEAR_END, "Đánh giá cuối năm"),
        ("loại tốt", [], "năm", _NONE, "Chưa có số liệu"),
        ("loại tốt", [{"ky": "quý I", "muc": "tốt"}], "quý II", _NONE, "Chưa có số liệu"),
        ("loại tốt", [{"ky": "quý I", "muc": "đạt"}], "quý I", _NONE, "Chưa đánh giá được"),
        ("Duy trì hệ thống quản lý", [{"ky": "quý I", "muc": "đã thực hiện"}], "quý I", _MET, "Đạt"),
        ("khoảng 95%", [{"ky": "quý I", "gia_tri": "96%"}], "quý I", _NONE, "Chưa đánh giá được"),
    ],
)
def test_states_before_and_without_a_verdict_are_told_apart(
    target: str, results: list[dict[str, Any]], period: str, verdict: Verdict, state: str
) -> None:
    found = assessed(results, period, targets=[target])
    (row,) = found.rows
    assert (row.verdict, row.state) == (verdict, state)
    assert found.objectives[0].state == state
    counts = (found.met, found.missed, found.undecided, found.not_due, found.at_year_end)
    assert sum(int(figure.text) for figure in counts) == 1
    assert (found.undecided.text == "1") is (verdict is _NONE)


def test_each_target_and_unit_that_lacks_figures_is_told() -> None:
    objectives = [
        {"id": "m", "noi_dung": "M", "chi_tieu": [{"in_ra": "≥ 95%", "don_vi": unit} for unit in ("A", "B", "C")]},
        {"id": "k", "noi_dung": "K", "chi_tieu": [{"in_ra": "loại tốt", "don_vi": "A"}]},
    ]
    entries = [
        {"ky": f"quý {n}", "don_vi": unit, "tu_so": 1, "mau_so": 1} for n, unit in ((1, "A"), (2, "A"), (1, "B"))
    ]
    told = [
        (one.rule, one.level, one.place, one.what)
        for one in assessed(entries, "6 tháng", objectives=objectives).findings
    ]
    assert told == [
        ("thieu-so-lieu", Level.WARNING, "mục tiêu 1, B", "thiếu số liệu quý II năm 2024"),
        ("thieu-so-lieu", Level.WARNING, "mục tiêu 1, C", "chưa nhận được số liệu 6 tháng đầu năm 2024"),
    ]
    assert assessed([], "6 tháng", objectives=objectives).findings == ()  # said once, by bao-cao-khong-so-lieu


def test_a_target_that_is_not_understood_holds_a_report_whether_it_has_figures() -> None:
    for results in ([], [{"ky": "quý I", "gia_tri": "96%"}]):
        found = assessed(results, "quý I", targets=["khoảng 95%"])
        unread = [finding for finding in found.findings if finding.rule == "chi-tieu-chua-hieu"]
        assert [(finding.level, finding.place) for finding in unread] == [(Level.ERROR, "mục tiêu 1")]
