"""How targets are understood is told at every door, and what is not understood holds back what judges by it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.dossier.quality.targets import Target
from generator.findings import Finding, Level
from generator.service import open_dossier, review
from generator.service.workbooks import export_workbook, import_workbook
from generator.targets.measure import Adding
from tests.rules.bases import BASES

_UNREAD, _READ = "chi-tieu-chua-hieu", "chi-tieu-hieu-la"


def _dossier(base: str, *targets: object) -> dict[str, Any]:
    data = BASES[base]()
    data["muc_tieu"][0]["chi_tieu"] = list(targets)
    return data


def _found(data: dict[str, Any], rule: str) -> list[Finding]:
    judged = review(open_dossier(json.dumps(data, ensure_ascii=False).encode()), today=date(2026, 11, 20))
    return [finding for finding in judged.findings if finding.rule == rule]


def test_a_reading_that_is_not_what_was_typed_is_said_back_once() -> None:
    units = [{"in_ra": "05 vụ trở xuống", "don_vi": f"Phòng {name}"} for name in "ABC"]
    (found,) = _found(_dossier("ke-hoach", *units), _READ)
    assert found.level is Level.NOTE
    assert "«05 vụ trở xuống» (và 2 chỉ tiêu nữa ghi như thế) hiểu là: không quá 5 vụ" in found.what


@pytest.mark.parametrize(("base", "level"), [("ke-hoach", Level.WARNING), ("bao-cao", Level.ERROR)])
def test_what_is_not_understood_holds_only_what_judges_by_it(base: str, level: Level) -> None:
    data = _dossier(base, "khoảng 95%")
    (found,) = _found(data, _UNREAD)
    assert found.level is level
    judged = review(open_dossier(json.dumps(data, ensure_ascii=False).encode()), today=date(2026, 11, 20))
    assert all(
        any(one.rule == _UNREAD for one in document.errors) == (base == "bao-cao") for document in judged.documents
    )


def test_a_workbook_says_the_cell_when_it_is_taken_in_and_given_out(tmp_path: Path) -> None:
    source, book = tmp_path / "ho-so.json", tmp_path / "ho-so.xlsx"
    source.write_text(json.dumps(_dossier("ke-hoach", "khoảng 95%", "2% trở xuống"), ensure_ascii=False))
    given = export_workbook(source, book)
    _, taken = import_workbook(book, tmp_path / "lai")
    for notes in (given, taken):
        assert {(note.rule, note.level) for note in notes} >= {(_UNREAD, Level.WARNING), (_READ, Level.NOTE)}
    assert any("Sheet Mục tiêu, ô" in note.source and "«Giá trị so sánh»" in note.fix for note in taken)


@pytest.mark.parametrize(
    ("typed", "chosen", "adding"),
    [
        ("≥ 12 tiêu chí", None, Adding.LAST),
        ("≥ 12 tiêu chí", "cộng", Adding.SUM),
        ("không quá 5 con", None, Adding.NEVER),
        ("không quá 5 con", "cộng", Adding.SUM),
        ("≥ 95%", "không cộng", Adding.NEVER),
    ],
)
def test_a_person_decides_what_is_added(typed: str, chosen: str | None, adding: Adding) -> None:
    measure = Target.model_validate({"in_ra": typed, "cach_cong": chosen}).measure
    assert measure.adding is adding
    assert not (chosen and measure.unsure)


def test_targets_that_differ_in_their_numbers_alone_are_said_once() -> None:
    units = [{"in_ra": f"{number}0 vụ trở xuống", "don_vi": f"Phòng {number}"} for number in (1, 2, 3)]
    (found,) = _found(_dossier("ke-hoach", *units), _READ)
    assert "«10 vụ trở xuống» (và 2 chỉ tiêu nữa ghi như thế)" in found.what


@pytest.mark.parametrize(
    ("content", "target", "fix"),
    [
        ("Tỷ lệ hồ sơ đúng hạn", "100", "100%"),
        ("Tỉ lệ hài lòng", "từ 95 trở lên", "95%"),
        ("Tỷ lệ hài lòng", {"in_ra": "97,5", "gia_tri": "≥ 97,5%"}, "97,5%"),
        ("Tỷ lệ hồ sơ đúng hạn", "100%", ""),
        ("Tỷ lệ hồ sơ đúng hạn", "≥ 95 %", ""),
        ("Số lớp tập huấn", "12", ""),
        ("Tỷ lệ chi phí trên doanh thu", "0,5 lần", ""),
    ],
)
def test_the_target_of_a_rate_without_its_sign_is_a_warning(content: str, target: object, fix: str) -> None:
    data = _dossier("ke-hoach", target)
    data["muc_tieu"][0]["noi_dung"] = content
    warned = [found.fix for found in _found(data, _READ) if found.level is Level.WARNING]
    assert warned == ([f"là phần trăm thì ghi {fix}"] if fix else [])
