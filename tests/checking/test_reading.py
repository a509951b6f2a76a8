"""The day by which a Word file is judged that bears none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.checking import profiling, reading
from generator.checking.reading import read_file
from generator.service.checking.checked import CheckOptions, FileCheck, check_bytes
from generator.service.checking.terms import Terms
from tests.rules.form_cases import changed_file

TODAY = date(2026, 11, 20)


class _Today(date):
    @classmethod
    def today(cls) -> date:
        return TODAY


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "date", _Today)
    monkeypatch.setattr(profiling, "date", _Today)


def _file(dated: str) -> bytes:
    return changed_file({"nen": "quyet-dinh", "sua": [{"phan": "địa danh, thời gian", "chu": f"Mẫu, {dated}"}]})


def _checked(dated: str, day: date | None = None) -> FileCheck:
    return check_bytes(Path("a.docx"), _file(dated), CheckOptions(day=day, pages=False), Terms())


@pytest.mark.parametrize(
    ("dated", "presumed"),
    [
        ("ngày     tháng 5 năm 2026", date(2026, 5, 31)),
        ("ngày ... tháng 02 năm 2024", date(2024, 2, 29)),
        ("ngày …… tháng …… năm 2025", date(2025, 12, 31)),
        ("ngày     tháng     năm 2026", TODAY),  # a draft
        ("ngày     tháng 11 năm 2026", TODAY),
        ("ngày     tháng 12 năm 2026", TODAY),
        ("ngày     tháng 01 năm 2027", TODAY),
        ("ngày     tháng 15 năm 2025", TODAY),  # no month
        ("ngày 12 tháng 5 năm 2026", date(2026, 5, 12)),
    ],
)
def test_a_file_without_its_day_is_judged_by_the_end_of_its_month_or_by_today(dated: str, presumed: date) -> None:
    assert read_file(_file(dated)).presumed == presumed


def test_the_day_that_was_taken_is_said() -> None:
    issued, draft = _checked("ngày     tháng 5 năm 2026"), _checked("ngày     tháng     năm 2026")
    assert "31/05/2026" in issued.judged_as
    assert any(one.rule == "khong-ro-ngay-ky" and "31/05/2026" in one.what for one in issued.findings)
    assert "xét vào" not in draft.judged_as
    assert "xét vào" not in _checked("ngày     tháng 5 năm 2026", date(2026, 6, 1)).judged_as
