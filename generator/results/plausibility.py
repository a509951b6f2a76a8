"""Figures no result can have: more than all, fewer than none, rates above the whole, too many noughts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from generator.dossier.model import Dossier
from generator.dossier.quality.objectives import Objective
from generator.dossier.quality.results import Result, meant_rate, typed_figure
from generator.dossier.quality.target_lines import TargetLine, whose
from generator.findings import Finding
from generator.patterns import late
from generator.records import record
from generator.results.amounts import Places
from generator.results.printing import decimal_text
from generator.results.remarks import Remark, more_than_all, more_than_planned, out_of_range, too_large
from generator.results.telling import bounds_of
from generator.targets.adding import is_whole
from generator.targets.measure import Adding, Comparison, Measure
from generator.wording.numerals.figures import thousands

_LARGE = 10**12  # more than any agency counts; money in đồng alone is more
_MONEY = late(r"đồng|ngân sách|dự toán|vốn|kinh phí|doanh thu|giá trị|tiền|thuế", re.I)
_OF_A_PLAN = late(
    r"(?:%|so với)\s*(?:của\s+|tổng\s+|so với\s+)*(?:số\s+|mức\s+)?(?:dự toán|kế hoạch|chỉ tiêu|cùng kỳ|năm trước)"
    r"|vượt\s+(?:mức\s+)?(?:thu|chỉ tiêu|kế hoạch|dự toán)|(?:thu|dự toán)\s+(?:ngân sách|nội địa|thuế)",
    re.I,
)


@record(frozen=True)
class _Asked:
    """What the target of a result asks for, and whether its rate may be more than the whole."""

    measure: Measure | None
    of_a_plan: bool
    of_money: bool

    @property
    def is_rate(self) -> bool:
        return self.measure is not None and self.measure.is_rate

    @property
    def more_is_asked(self) -> bool:
        """Whether the target itself asks for more than the whole."""
        return any(bound > 100 for bound in bounds_of(self.measure))


def implausible(dossier: Dossier, lines: Iterable[TargetLine | None], place: Places) -> Iterator[Finding]:
    """A finding for each figure of the dossier that cannot be, at the field it was typed in.

    ``lines`` is the line each result belongs to, in the order of the results.
    """
    numbers = dossier.objective_numbers
    known: dict[tuple[str, int | None], _Asked] = {}
    for index, (result, line) in enumerate(zip(dossier.results, lines, strict=True)):
        key = (result.objective, line.position if line else None)
        if key not in known:
            known[key] = _asked(dossier.objectives[numbers[result.objective] - 1], line)
        for field, remark in _of(result, known[key]):
            yield remark.finding(place(("ket_qua", index, field)), whose(numbers[result.objective], result.unit))


def _asked(objective: Objective, line: TargetLine | None) -> _Asked:
    said = [words for target in line.targets for words in (target.text, target.typed or "")] if line else []
    words = " ; ".join([*said, objective.text])
    measure = line.targets[-1].measure if line else None
    return _Asked(measure, _OF_A_PLAN.search(words) is not None, _MONEY.search(words) is not None)


def _of(result: Result, asked: _Asked) -> Iterator[tuple[str, Remark]]:
    numerator, denominator, value = result.numerator, result.denominator, result.value
    if numerator is not None and denominator:
        yield from _of_fraction(numerator, denominator, asked)
    if value is not None:
        yield from (("gia_tri", remark) for remark in _of_value(value, asked))
    if not asked.of_money:
        figures = (("tu_so", numerator), ("mau_so", denominator), ("gia_tri", None if value is None else int(value)))
        for field, number in figures:
            if number is not None and abs(number) > _LARGE:
                yield field, too_large(thousands(number))


def _of_fraction(numerator: int, denominator: int, asked: _Asked) -> Iterator[tuple[str, Remark]]:
    said = f"{thousands(numerator)}/{thousands(denominator)}"
    top = asked.measure.out_of if asked.measure else None
    if top is not None:
        if Fraction(numerator, denominator) > Fraction(top):
            fix = "tử số là tổng điểm, mẫu số là số phiếu (số lần chấm); sửa số gõ nhầm"
            yield "tu_so", out_of_range(f"điểm bình quân {said} cao hơn thang {decimal_text(Fraction(top))} điểm", fix)
    elif numerator > denominator and not asked.more_is_asked:
        yield "tu_so", more_than_planned(said) if asked.of_a_plan else more_than_all(said)


def _of_value(value: Decimal, asked: _Asked) -> Iterator[Remark]:
    measure, typed = asked.measure, typed_figure(value)
    if measure is None or measure.is_change or measure.comparison is Comparison.UNREAD:
        return
    if asked.is_rate and value < 0:
        yield out_of_range(f"tỷ lệ âm ({typed}%)", "ghi tỷ lệ từ 0% đến 100%")
    elif asked.is_rate and value > 100 and not asked.more_is_asked:
        yield more_than_planned(f"{typed}%") if asked.of_a_plan else _above_the_whole(value)
    elif value < 0 and not any(bound < 0 for bound in bounds_of(measure)):
        yield out_of_range(f"số âm ({typed})", "ghi số từ 0 trở lên")
    elif measure.adding in (Adding.SUM, Adding.LAST) and value != int(value) and is_whole(measure.noun):
        fix = "ghi số nguyên; hàng nghìn ngăn bằng dấu chấm, ví dụ 9.500"
        yield out_of_range(f"{typed} {measure.noun}: đếm mà có phần lẻ", fix)
    elif measure.out_of is not None and value > measure.out_of:
        top = decimal_text(Fraction(measure.out_of))
        yield out_of_range(f"{typed} điểm cao hơn thang {top} điểm", f"ghi điểm từ 0 đến {top}")


def _above_the_whole(value: Decimal) -> Remark:
    fix = "sửa số gõ nhầm; chỉ tiêu so với kế hoạch, dự toán thì ghi rõ ở chỉ tiêu, ví dụ: 100% dự toán"
    near = meant_rate(value)
    if near:
        fix = f"có phải là {near}%? phần lẻ viết sau dấu phẩy; ô định dạng % gõ 95% hoặc 0,95"
    return out_of_range(f"tỷ lệ {decimal_text(Fraction(value), most=10)}% lớn hơn 100%", fix)
