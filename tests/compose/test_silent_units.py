"""Units that sent nothing of a period stand in its report by name, as an office says it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.errors import DataError
from generator.service.opening import open_dossier
from generator.service.reviewing import review
from tests.samples import sample


def _report(path: Path, objectives: list[dict[str, Any]], results: list[dict[str, Any]], **agency: Any) -> Any:
    data = sample(loai="báo cáo", ky_bao_cao="quý I", so=None, noi_dung=None, theo_de_nghi=None, can_cu=None)
    data["co_quan"] |= agency
    path.mkdir()
    text = yaml.safe_dump({**data, "muc_tieu": objectives, "ket_qua": results}, allow_unicode=True)
    (path / "ho-so.yaml").write_text(text, encoding="utf-8")
    found = review(open_dossier(path))
    (document,) = found.documents
    return document


def _texts(document: Any) -> str:
    return " ".join(text.text for text in document.reading.texts).replace("\u00a0", " ")


COMMON = [{"id": "mt1", "noi_dung": "Hồ sơ đúng hạn", "chi_tieu": ["≥ 50%"]}]


def _of(unit: str, period: str = "quý I") -> dict[str, Any]:
    return {"muc_tieu": "mt1", "ky": period, "don_vi": unit, "tu_so": 9, "mau_so": 10}


def test_listed_units_without_results_are_named(tmp_path: Path) -> None:
    listed = ["Sở Số 05 = SO SO 05", "Sở Số 06", "Sở Số 07"]
    document = _report(tmp_path / "a", COMMON, [_of("Sở Số 05")], don_vi_bao_cao=listed)
    assert "chưa nhận được báo cáo của 02 đơn vị: Sở Số 06, Sở Số 07." in _texts(document)
    (found,) = [finding for finding in document.findings if "chưa nhận được báo cáo" in finding.what]
    assert found.rule == "thieu-so-lieu"
    assert "không có trong danh sách" not in found.fix


def test_a_sender_that_is_not_listed_is_told_to_the_clerk(tmp_path: Path) -> None:
    document = _report(tmp_path / "a", COMMON, [_of("VP Sở"), _of("Sở B")], don_vi_bao_cao=["Văn phòng Sở", "Sở B"])
    (found,) = [finding for finding in document.findings if "chưa nhận được báo cáo" in finding.what]
    assert found.fix.endswith("ví dụ: Văn phòng Sở = VP Sở")


@pytest.mark.parametrize("written", ["SNV", "Sở Nội vụ", "snv"])
@pytest.mark.parametrize("bound", [None, "SNV", "Sở Nội vụ"])
def test_a_unit_called_by_another_of_its_names_has_sent(tmp_path: Path, written: str, bound: str | None) -> None:
    targets = [{"in_ra": "≥ 50%", "don_vi": bound}] if bound else ["≥ 50%"]
    document = _report(
        tmp_path / "a", [{**COMMON[0], "chi_tieu": targets}], [_of(written)], don_vi_bao_cao=["Sở Nội vụ = SNV"]
    )
    assert "chưa nhận được báo cáo" not in _texts(document)
    assert not [finding for finding in document.findings if finding.rule == "thieu-so-lieu"]


def test_a_result_of_the_unit_its_target_binds_has_sent_it(tmp_path: Path) -> None:
    result = {key: value for key, value in _of("").items() if key != "don_vi"}
    bound = {**COMMON[0], "chi_tieu": [{"in_ra": "≥ 50%", "don_vi": "Sở Nội vụ"}]}
    document = _report(tmp_path / "a", [bound], [result], don_vi_bao_cao=["Sở Nội vụ"])
    assert "chưa nhận được báo cáo" not in _texts(document)


def test_figures_of_one_unit_under_two_names_are_not_added_up(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="đã ghi ở"):
        _report(tmp_path / "a", COMMON, [_of("SNV"), _of("Sở Nội vụ")], don_vi_bao_cao=["Sở Nội vụ = SNV"])


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        (["Văn phòng Sở; VP"], "«Văn phòng Sở; VP» là hai tên trong một dòng"),
        (["Sở Nội vụ = SN", "Sở Nông nghiệp = SN"], "«SN» đã là tên của «Sở Nội vụ»"),
        (["Sở Nội vụ = Sở Y tế", "Sở Y tế"], "«Sở Y tế» đã là tên của «Sở Nội vụ»"),
    ],
)
def test_a_list_of_units_that_cannot_be_told_apart_is_refused(tmp_path: Path, listed: list[str], said: str) -> None:
    with pytest.raises(DataError) as caught:
        _report(tmp_path / "a", COMMON, [_of(listed[0].partition(" =")[0])], don_vi_bao_cao=listed)
    assert any(said in problem.what for problem in caught.value.problems)


def test_units_that_targets_bind_are_named_once(tmp_path: Path) -> None:
    bound = [{"in_ra": "≥ 50%", "don_vi": name} for name in ("Sở Số 05", "Sở Số 06")]
    document = _report(tmp_path / "a", [{**COMMON[0], "chi_tieu": bound}], [_of("Sở Số 05")])
    assert "chưa nhận được báo cáo của 01 đơn vị: Sở Số 06." in _texts(document)
    assert "chưa gửi đủ số liệu" not in _texts(document)


def test_nothing_is_said_when_all_have_sent(tmp_path: Path) -> None:
    listed = ["Sở Số 05", "Sở Số 06"]
    document = _report(tmp_path / "a", COMMON, [_of("SỞ SỐ 05"), _of("Sở Số 06")], don_vi_bao_cao=listed)
    assert "chưa nhận được báo cáo" not in _texts(document)
    assert not [finding for finding in document.findings if "chưa nhận được" in finding.what]
