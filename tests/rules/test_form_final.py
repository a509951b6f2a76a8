"""What is judged as a final document has its number and its day; the same paper as a draft need not."""

from __future__ import annotations

import pytest

from generator.checking.judging import judge
from generator.checking.reading import read_file
from generator.findings import Level
from generator.law.form.profiles import Asked, State
from tests.rules.form_cases import changed_file

_BLANK = [
    {"phan": "số, ký hiệu", "chu": "Số:        /{ky_hieu}"},
    {"phan": "địa danh, thời gian", "chu": "Mẫu, ngày     tháng     năm 2026"},
]


@pytest.mark.parametrize(("state", "count"), [("chinh-thuc", 2), ("du-thao", 0), (None, 0)])
def test_a_final_document_has_number_and_day(state: State | None, count: int) -> None:
    docx = changed_file({"nen": "quyet-dinh", "sua": _BLANK})
    findings, _ = judge(read_file(docx, Asked(state=state)))
    found = [finding for finding in findings if finding.rule == "ND30-A.15.4"]
    assert [finding.level for finding in found] == [Level.ERROR] * count
