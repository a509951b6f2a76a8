"""What clerks type as a result, blind table: the amount it is read as, or that it is refused or held back.

Of 66 typed values four were first taken for another amount: «12%» of files for 12, «9,500», «9.5» and «1.2345» files.
"""

from __future__ import annotations

import json
from datetime import date

import pytest

from generator.errors import DataError
from generator.findings import Level
from generator.service import open_dossier, review
from tests.rules.bases import BASES

_TARGETS = {
    "%": "≥ 90%",
    "hồ sơ": "≥ 10 hồ sơ",
    "tỷ": "≥ 1 tỷ đồng",
    "điểm": "≥ 4/5 điểm",
    "ngày": "không quá 3 ngày làm việc",
}
_TABLE = """
% | 98,5 | 98.5
% | 98.5 | 98.5
% | 98,5% | 98.5
% | 98,565% | 98.565
% | 95 % | 95
% | 95 | 95
% | 95,0 | 95.0
% | 0 | 0
% | 100 | 100
% | 98.565% | refused
% | 0,95 | refused
% | 106,65 | held
% | -5 | refused
% | khoảng 95% | refused
% | >95% | refused
% | trên 95% | refused
% | 95-98% | refused
% | đạt | refused
% | - | refused
% | chưa có | refused
% | 95%. | refused
% | 9 5 | refused
% | 95O | refused
% | 95,5,5 | refused
% | 490/500 | refused
% | 12/10 | refused
hồ sơ | 9.500 | 9500
hồ sơ | 9 500 | 9500
hồ sơ | 1.234.567 | 1234567
hồ sơ | 012 | 12
hồ sơ | 0 | 0
hồ sơ | 9,500 | held
hồ sơ | 9.5 | held
hồ sơ | 1.2345 | held
hồ sơ | 12,5 | held
hồ sơ | 12% | refused
hồ sơ | 12 hồ sơ | refused
hồ sơ | không phát sinh | refused
hồ sơ | mười hai | refused
hồ sơ | 1e5 | refused
hồ sơ | -3 | refused
tỷ | 1,5 | 1.5
tỷ | 1,5 tỷ | refused
tỷ | 1.500 triệu | refused
tỷ | 12% | refused
điểm | 4,5 | 4.5
điểm | 4,5/5 | refused
điểm | 6 | held
ngày | 2,5 | 2.5
""".strip().splitlines()
_ROWS = [tuple(cell.strip() for cell in line.split(" | ")) for line in _TABLE]


@pytest.mark.parametrize("row", _ROWS, ids=" ".join)
def test_a_typed_value_is_read_refused_or_held(row: tuple[str, str, str]) -> None:
    unit, typed, expected = row
    data = BASES["bao-cao"]()
    data["muc_tieu"][0]["chi_tieu"] = [_TARGETS[unit]]
    data["ket_qua"] = [{"muc_tieu": data["muc_tieu"][0]["id"], "ky": "6 tháng", "gia_tri": typed}]
    raw = json.dumps(data, ensure_ascii=False).encode()
    if expected == "refused":
        with pytest.raises(DataError) as caught:
            open_dossier(raw)
        assert "gia_tri" in str(caught.value)
        return
    opened = open_dossier(raw)
    held = [
        finding
        for finding in review(opened, today=date(2026, 11, 20)).findings
        if finding.rule == "so-lieu-vo-ly" and finding.level is Level.ERROR
    ]
    assert bool(held) == (expected == "held")
    if expected != "held":
        assert str(opened.dossier.results[0].value) == expected
