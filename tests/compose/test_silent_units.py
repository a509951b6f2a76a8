"""Units that sent nothing of a period stand in its report by name, as an office says it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

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
