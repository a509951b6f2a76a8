"""Every way of adding results up, computed a second time by month, and every printed subtraction read back."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import Any

import pytest

from generator.results import Row, Verdict
from generator.targets.measure import Adding, Comparison, Measure
from tests.results.cases import assessed, measuring

_WHY = {"nguyen_nhan": "a", "khac_phuc": "b"}
# First and last month of each period, written down by hand.
_MONTHS = {
    "quý I": (1, 3), "quý II": (4, 6), "quý III": (7, 9), "quý IV": (10, 12),
    "6 tháng": (1, 6), "6 tháng cuối": (7, 12), "9 tháng": (1, 9), "năm": (1, 12),
}  # fmt: skip
_SEEDS = range(60)

Piece = tuple[int, int] | Fraction | None  # a fraction, a value, nothing reported


def _measure(adding: Adding, **given: Any) -> Measure:
    return Measure(Comparison.AT_LEAST, Decimal(given.pop("value", 3)), adding=adding, **given)


def _row(measure: Measure, entries: list[dict[str, Any]], period: str) -> Row:
    with measuring({"≥ x": measure}):
        return assessed(entries, period, targets=["≥ x"]).rows[0]


def _entry(piece: Piece) -> dict[str, Any]:
    if isinstance(piece, tuple):
        return {"tu_so": piece[0], "mau_so": piece[1]}
    assert piece is not None
    return {"gia_tri": str(Decimal(piece.numerator) / Decimal(piece.denominator)).replace(".", ",")}


def _reported(pieces: Sequence[Piece]) -> list[dict[str, Any]]:
    """Twelve months or four quarters as results."""
    name = "tháng" if len(pieces) == 12 else "quý"
    return [
        {"ky": f"{name} {n}", **_entry(piece), **_WHY} for n, piece in enumerate(pieces, start=1) if piece is not None
    ]


def _within(pieces: Sequence[Piece], period: str) -> list[Piece]:
    first, last = _MONTHS[period]
    width = 12 // len(pieces)
    return [piece for n, piece in enumerate(pieces) if first <= n * width + 1 and (n + 1) * width <= last]


def _weighted(pieces: list[Piece]) -> Fraction | None:
    """The mean of the parts' own rates, each by its weight: the same rate reached from the other side."""
    if any(piece is None for piece in pieces):
        return None
    parts = [piece for piece in pieces if isinstance(piece, tuple) and piece[1]]
    weight = sum(below for _, below in parts)
    return sum((Fraction(above, below) * below for above, below in parts), Fraction(0)) / weight if weight else None


def _percent(pieces: list[Piece]) -> Fraction | None:
    rate = _weighted(pieces)
    return None if rate is None else 100 * rate


def _all(pieces: list[Piece]) -> Fraction | None:
    """The last of the running totals."""
    numbers = [piece for piece in pieces if isinstance(piece, Fraction)]
    return list(accumulate(numbers))[-1] if len(numbers) == len(pieces) else None


def _last(pieces: list[Piece]) -> Fraction | None:
    assert not isinstance(pieces[-1], tuple)
    return pieces[-1]


def _only(pieces: list[Piece]) -> Fraction | None:
    return _last(pieces) if len(pieces) == 1 else None


_WAYS: dict[str, tuple[Measure, bool, Callable[[list[Piece]], Fraction | None]]] = {
    "rates": (_measure(Adding.PARTS, unit="%", value=90), True, _percent),
    "means of scores": (_measure(Adding.NEVER, unit="điểm", out_of=Decimal(5), value=4), True, _weighted),
    "numbers": (_measure(Adding.SUM, unit="vụ"), False, _all),
    "stocks": (_measure(Adding.LAST, unit="tiêu chí"), False, _last),
    "averages": (_measure(Adding.NEVER, unit="ngày"), False, _only),
}  # fmt: skip


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize("seed", _SEEDS)
def test_a_period_is_what_its_parts_come_to(way: str, seed: int) -> None:
    measure, in_parts, oracle = _WAYS[way]
    chance = random.Random(f"{way} {seed}")
    full = chance.random() < 0.4
    pieces: list[Piece] = []
    for _ in range(chance.choice([4, 12])):
        below = chance.randint(0, 40)
        top = 5 * below if measure.out_of else below
        piece: Piece = (chance.randint(0, top), below) if in_parts else Fraction(chance.randint(0, 80), 10)
        pieces.append(piece if full or chance.random() < 0.9 else None)
    for period in _MONTHS:
        given = _within(pieces, period)
        row = _row(measure, _reported(pieces), period)
        expected = oracle(given)
        assert row.exact == expected, (period, pieces)
        if expected is None:
            assert row.verdict is Verdict.NO_DATA
        else:
            assert measure.value is not None
            assert row.verdict is (Verdict.MET if expected >= Fraction(measure.value) else Verdict.MISSED)


_SPANS = {1: ["quý I", "6 tháng", "năm"], 3: list(_MONTHS), 6: list(_MONTHS), 12: list(_MONTHS)}


@pytest.mark.parametrize("months", _SPANS)
@pytest.mark.parametrize("seed", _SEEDS)
@pytest.mark.parametrize("few", [False, True])
def test_a_number_in_every_span_is_judged_when_the_span_is_over(months: int, seed: int, few: bool) -> None:
    chance = random.Random(f"{months} {seed} {few}")
    counts = [chance.choice([0, 0, 1, 2, None] if seed % 3 else [0, 1, 2]) for _ in range(12 if months == 1 else 4)]
    asked = chance.randint(0 if few else 1, 4)
    kind = Comparison.AT_MOST if few else Comparison.AT_LEAST
    measure = Measure(kind, Decimal(asked), unit="lần", adding=Adding.SUM, months=months)
    width = 12 // len(counts)
    for period in _SPANS[months]:
        first, last = _MONTHS[period]
        results: list[str] = []
        for start in range(1, 13, months):
            end = start + months - 1
            if end < first or start > last:
                continue
            known = [
                counts[n] for n in range(len(counts)) if start <= n * width + 1 and (n + 1) * width <= min(end, last)
            ]
            some = [count for count in known if count is not None]
            whole = len(some) == len(known)
            if end <= last:
                met = sum(some) <= asked if few else sum(some) >= asked
                results.append("lacking" if not whole else "met" if met else "missed")
            else:
                results.append("missed" if few and whole and sum(some) > asked else "open")
        order = {"missed": Verdict.MISSED, "lacking": Verdict.NO_DATA, "open": Verdict.NOT_DUE, "met": Verdict.MET}
        expected = next(verdict for word, verdict in order.items() if word in results)
        entries = _reported([None if count is None else Fraction(count) for count in counts])
        row = _row(measure, entries, period)
        assert row.verdict is expected, (period, counts, asked, row)


def test_four_times_a_year_given_by_quarters() -> None:
    measure = Measure(Comparison.AT_LEAST, Decimal(4), unit="lần/năm", adding=Adding.SUM, months=12)
    entries = _reported([Fraction(count) for count in (2, 1, 1, 0)])
    last, third = _row(measure, entries, "quý IV"), _row(measure, entries, "quý III")
    assert (last.verdict, last.result and last.result.text) == (Verdict.MET, "4 lần")
    assert last.arithmetic == "lũy kế năm 2024: 2 + 1 + 1 + 0 = 4 lần; ≥ 4 lần/năm → Đạt"
    assert last.in_period is not None
    assert last.in_period.text == "0 lần"
    assert (third.verdict, third.result and third.result.text) == (Verdict.NOT_DUE, "4 lần")
    assert third.reason == "chưa đến hạn: chỉ tiêu tính theo năm, đến hết quý III năm 2024 được 4 lần"
    assert third.of_plan is not None
    assert third.of_plan.text == "100,00%"


def test_what_is_over_for_the_year_is_missed_before_its_end() -> None:
    measure = Measure(Comparison.AT_MOST, Decimal(3), unit="vụ/năm", adding=Adding.SUM, months=12)
    assert _row(measure, _reported([Fraction(2), Fraction(2), None, None]), "6 tháng").verdict is Verdict.MISSED
    assert _row(measure, _reported([Fraction(2), Fraction(1), None, None]), "6 tháng").verdict is Verdict.NOT_DUE


@pytest.mark.parametrize(
    ("measure", "entries", "wanted"),
    [
        (
            _measure(Adding.NEVER, unit="điểm", out_of=Decimal(5)),
            [{"gia_tri": "3,5"}, {"gia_tri": "3,6"}],
            "của 6 tháng",
        ),
        (_measure(Adding.NEVER, unit="điểm", out_of=Decimal(5)), [{"gia_tri": "3,5"}], "của 6 tháng đầu năm 2024"),
        (_measure(Adding.PARTS, unit="%"), [{"gia_tri": "95%"}, {"gia_tri": "96%"}], "tử số và mẫu số"),
        (_measure(Adding.NEVER, unit="ngày"), [{"gia_tri": "5"}, {"gia_tri": "4"}], "của 6 tháng đầu năm 2024"),
    ],
)
def test_what_is_never_added_says_which_figure_to_give(
    measure: Measure, entries: list[dict[str, Any]], wanted: str
) -> None:
    given = [{"ky": f"quý {n}", **entry} for n, entry in enumerate(entries, start=1)]
    with measuring({"≥ x": measure}):
        found = assessed(given, "6 tháng", targets=["≥ x"])
    assert [(one.rule, one.source) for one in found.findings] == [("khong-cong-duoc", "kết quả thứ 1")]
    assert wanted in found.findings[0].fix
    assert (found.rows[0].verdict, found.rows[0].exact) == (Verdict.NO_DATA, None)


def test_stocks_of_units_are_not_added_and_the_agency_may_say_its_own() -> None:
    measure = _measure(Adding.LAST, unit="tiêu chí", value=15)
    units = [{"ky": "quý I", "don_vi": name, "gia_tri": count} for name, count in (("A", 14), ("B", 17))]
    assert _row(measure, units, "quý I").exact is None
    row = _row(measure, [*units, {"ky": "quý I", "gia_tri": 15}], "quý I")
    assert (row.exact, row.verdict) == (Fraction(15), Verdict.MET)


@pytest.mark.parametrize(
    ("measure", "quarters", "total", "said"),
    [
        (_measure(Adding.SUM, unit="vụ"), ["2", "1", "1", "1"], "6", "cộng các kỳ ngắn hơn được 5"),
        (_measure(Adding.LAST, unit="tiêu chí"), ["2", "3", "4", "5"], "6", "nơi khác ghi 5"),
        (_measure(Adding.PARTS, unit="%"), ["95%", "96%", "97%", "96%"], "98%", "cao nhất là 97"),
        (_measure(Adding.NEVER, unit="điểm", out_of=Decimal(5)), ["3,5", "3,6", "4", "4"], "3,4", "thấp nhất là 3,5"),
    ],
)
@pytest.mark.parametrize("period", ["năm", "quý I"])
def test_a_total_that_its_parts_cannot_come_to_is_an_error(
    measure: Measure, quarters: list[str], total: str, said: str, period: str
) -> None:
    entries = [{"ky": f"quý {n}", "gia_tri": value, **_WHY} for n, value in enumerate(quarters, start=1)]
    with measuring({"≥ x": measure}):
        found = assessed([*entries, {"ky": "năm", "gia_tri": total, **_WHY}], period, targets=["≥ x"])
        right = assessed([*entries, {"ky": "năm", "gia_tri": quarters[-1], **_WHY}], period, targets=["≥ x"])
    assert [problem.place for problem in found.problems] == ["kết quả thứ 5"]
    assert said in found.problems[0].what
    if measure.adding is not Adding.SUM:
        assert not right.problems


_EQUATION = re.compile(r"([-+]?[\d.]+(?:,\d+)?)[^-=≈]*? - ([\d.]+(?:,\d+)?)[^=≈]*? ([=≈]) ([-+]?[\d.]+(?:,\d+)?)")


def _number(text: str) -> Fraction:
    return Fraction(text.replace(".", "").replace(",", ".").replace("+", ""))


def _equations(row: Row) -> list[str]:
    formulas = [row.difference.formula] if row.difference else []
    return formulas + [one.change.formula for one in (row.year_ago, row.previous) if one and one.change]


@pytest.mark.parametrize("seed", range(12))
def test_what_is_printed_adds_up_as_printed(seed: int) -> None:
    chance = random.Random(seed)
    checked = unequal = 0
    for _ in range(25):
        asked = chance.choice(["90", "99,5", "0,53", "66,667", "100"])
        scale = chance.choice([1000, 10**5, 10**7])
        belows = [chance.randint(1, scale) for _ in range(3)]
        pairs = [(chance.randint(0, below), below) for below in belows]
        entries = [
            {"ky": ky, "tu_so": above, "mau_so": below, **_WHY}
            for ky, (above, below) in zip(("quý II", "quý I", "quý II/2023"), pairs, strict=True)
        ]
        row = assessed(entries, "quý II", targets=[f"≥ {asked}%"]).rows[0]
        for formula in _equations(row):
            match = _EQUATION.match(formula)
            assert match, formula
            left = _number(match[1]) - _number(match[2])
            checked += 1
            unequal += match[3] == "≈"
            assert (left == _number(match[4])) is (match[3] == "="), formula
    assert checked == 75
    assert unequal <= 1


@pytest.mark.parametrize(
    ("pairs", "target", "printed"),
    [
        ([(99_995, 100_000)], "100%", "99,995% - 100,00% = -0,005 điểm phần trăm"),
        ([(98_465, 10**7), (53_494, 10**7)], "≤ 5%", "0,98% - 0,53% = +0,45 điểm phần trăm"),
        ([(9_755, 10**6), (5_312, 10**6)], "≤ 5%", "0,9755% - 0,5312% = +0,4443 điểm phần trăm"),
        ([(2, 3), (1, 3)], "≥ 50%", "66,67% - 33,33% ≈ +33,33 điểm phần trăm"),
    ],
)
def test_the_subtractions_that_did_not_add_up(pairs: list[tuple[int, int]], target: str, printed: str) -> None:
    entries = [
        {"ky": "quý I", "nam": 2024 - n, "tu_so": above, "mau_so": below, **_WHY}
        for n, (above, below) in enumerate(pairs)
    ]
    row = assessed(entries, "quý I", targets=[target]).rows[0]
    assert printed in _equations(row)


def test_nearly_all_is_not_printed_as_all() -> None:
    row = assessed([{"ky": "quý I", "tu_so": 99_996, "mau_so": 100_000}], "quý I").rows[0]
    assert row.result is not None
    assert row.result.text == "99,996%"
