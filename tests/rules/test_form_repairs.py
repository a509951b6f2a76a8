"""What rules of form offer to put right is right afterwards, one fault at a time and all together."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from generator.checking.fixing import fix
from generator.checking.judging import judge
from generator.checking.reading import read_file
from generator.defects.making import changed
from generator.findings import Finding
from generator.rules.base import Entry
from generator.rules.catalogue import form_rules
from tests.rules.form_cases import base, changed_file
from tests.rules.judging import cases

MOMENT = datetime(2026, 11, 20)
MANY: list[dict[str, Any]] = [
    {"trang": {"tren": 10, "rong": 215.9, "cao": 279.4}},
    {"phan": "Quốc hiệu", "co": 15, "sau": 6, "phong": "Arial", "mau": "FF0000"},
    {"phan": "Tiêu ngữ", "co": 12, "canh": "trái"},
    {"phan": "Tiêu ngữ", "chu": "Độc Lập – Tự Do – Hạnh Phúc."},
    {"phan": "số, ký hiệu", "co": 12, "dam": True, "canh": "trái", "phong": "Arial"},
    {"phan": "số, ký hiệu", "chu": "SỐ : 5/qđ-UBND"},
    {"phan": "địa danh, thời gian", "nghieng": False, "canh": "phải", "phong": "Arial"},
    {"phan": "địa danh, thời gian", "chu": "Mẫu, ngày 3 tháng 2 năm 2026"},
]


def _given() -> list[Any]:
    return [
        pytest.param(entry, case, id=f"{entry.rule.id}-{n}")
        for entry in form_rules().values()
        for n, case in enumerate(cases(entry, "sai"), start=1)
    ]


@pytest.mark.parametrize(("entry", "case"), _given())
def test_what_is_put_right_is_not_found_again(entry: Entry, case: Any) -> None:
    def judged(docx: bytes) -> list[Finding]:
        return judge(read_file(docx), [entry])[0]

    docx = changed_file(case)
    fixed = fix(docx, judged(docx), judged, tracked=True, moment=MOMENT)
    assert [finding for finding in fixed.remaining if finding.repairs] == []


@pytest.mark.parametrize("tracked", [True, False])
def test_many_faults_are_put_right_together(tracked: bool) -> None:
    docx = base("quyet-dinh")
    reading = read_file(docx)
    wrong = changed(docx, MANY, reading.document, reading.parts, MOMENT)
    found, _ = judge(read_file(wrong))
    assert len(found) > len(MANY)

    def judge_again(changed_once: bytes) -> list[Finding]:
        return judge(read_file(changed_once))[0]

    fixed = fix(wrong, found, judge_again, tracked=tracked, moment=MOMENT)
    assert judge_again(fixed.docx) == []
