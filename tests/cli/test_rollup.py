"""``vanthu rollup`` and ``render --trace`` as a clerk runs them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from lxml import etree
from openpyxl import load_workbook

from generator.cli import app
from generator.dossier import load_dossier
from generator.errors import DataError, UsageError
from generator.results import assess
from generator.wording.times.periods import Period
from generator.workbook import write_workbook
from tests.samples import sample

_COMMON = [{"id": "mt1", "noi_dung": "Hồ sơ đúng hạn", "chi_tieu": ["≥ 98%"]}]


def _folder(path: Path, name: str, results: list[dict[str, Any]], objectives: list[dict[str, Any]] = _COMMON) -> Path:
    data = sample(loai="báo cáo", ky_bao_cao="6 tháng", so=None, noi_dung=None, theo_de_nghi=None, can_cu=None)
    data["co_quan"] = {**data["co_quan"], "ten": [name]}
    path.mkdir()
    (path / "ho-so.yaml").write_text(yaml.safe_dump({**data, "muc_tieu": objectives}), encoding="utf-8")
    if results:
        (path / "ket-qua.yaml").write_text(yaml.safe_dump(results), encoding="utf-8")
    return path


def _result(above: int, below: int, period: str, **more: Any) -> dict[str, Any]:
    return {"muc_tieu": "mt1", "ky": period, "tu_so": above, "mau_so": below, **more}


@pytest.fixture
def units(tmp_path: Path) -> list[Path]:
    first = _folder(tmp_path / "a", "Phòng Tư pháp", [_result(9, 10, "quý I"), _result(100, 100, "quý II")])
    second = _folder(tmp_path / "b", "Trung tâm Y tế", [_result(890, 890, "6 tháng")])
    book = tmp_path / "b.xlsx"
    book.write_bytes(write_workbook(load_dossier(second)))
    return [first, book]


def _run(*args: object) -> Any:
    return CliRunner().invoke(app, [str(arg) for arg in args])


def test_numerators_and_denominators_are_added_not_percentages(tmp_path: Path, units: list[Path]) -> None:
    own = _folder(tmp_path / "tren", "Ủy ban nhân dân huyện", [])
    done = _run("rollup", *units, "--into", own, "--ky", "6 tháng")
    assert done.exit_code == 0, done.output
    (row,) = assess(load_dossier(own), Period("6 tháng đầu")).rows
    assert (row.numerator, row.denominator) == (9 + 100 + 890, 10 + 100 + 890)  # 99,9%; the rates' mean is 99,55%
    written = yaml.safe_load((own / "ket-qua.yaml").read_text(encoding="utf-8"))
    assert [entry["don_vi"] for entry in written] == ["Phòng Tư pháp", "Trung tâm Y tế"]
    assert "ket-qua.yaml, dòng" in written[0]["ghi_chu"]
    assert "(9 + 100)/(10 + 100) = 109/110" in written[0]["ghi_chu"]
    assert "b.xlsx: Sheet Kết quả, ô" in written[1]["ghi_chu"]


def test_an_estimate_a_correction_and_an_action_stay_what_they_are(tmp_path: Path) -> None:
    why = {"nguyen_nhan": "Lỗi.", "khac_phuc": "Sửa.", "nguoi_khac_phuc": "Ông A", "han_khac_phuc": "30/9/2027"}
    changed = {"so_da_cong_bo": "99/100", "dinh_chinh": "Thống kê trùng."}
    unit = _folder(tmp_path / "a", "Phòng Tư pháp", [_result(90, 100, "quý II", uoc="có", **why, **changed)])
    own = _folder(tmp_path / "tren", "Ủy ban nhân dân huyện", [])
    done = _run("rollup", unit, "--into", own, "--ky", "quý II")
    assert done.exit_code == 0, done.output
    (result,) = load_dossier(own).results
    assert result.estimated
    assert (result.published, result.corrected) == ("99/100", "Thống kê trùng.")
    assert (result.action_by, str(result.action_due), result.action_done) == ("Ông A", "2027-09-30", None)


def test_missing_units_and_unmatched_objectives_are_said(tmp_path: Path, units: list[Path]) -> None:
    bound = [{"in_ra": "≥ 98%", "don_vi": name} for name in ("Phòng Tư pháp", "Thanh tra huyện")]
    objectives = [{**_COMMON[0], "chi_tieu": bound}, {"id": "mt2", "noi_dung": "Khác", "chi_tieu": ["100%"]}]
    own = _folder(tmp_path / "tren", "Ủy ban nhân dân huyện", [], objectives)
    done = _run("rollup", *units, "--into", own)
    assert done.exit_code == 0, done.output
    assert "Chưa có hồ sơ của đơn vị: Thanh tra huyện" in done.output
    assert "không có mục tiêu mt2" in done.output
    assert "mục tiêu mt1 không giao chỉ tiêu cho «Trung tâm Y tế», bỏ qua" in done.output
    assert [str(r.period) for r in load_dossier(own).results] == ["quý I", "quý II"]


def test_what_would_be_written_over_or_counted_twice_is_refused(tmp_path: Path, units: list[Path]) -> None:
    own = _folder(tmp_path / "tren", "Ủy ban nhân dân huyện", [_result(1, 1, "quý I")])
    assert isinstance(_run("rollup", *units, "--into", own).exception, UsageError)
    twice = _run("rollup", units[0], units[0], "--into", own, "-o", tmp_path / "gop.yaml")
    assert isinstance(twice.exception, DataError)
    assert "hồ sơ thứ hai của «Phòng Tư pháp»" in str(twice.exception)


def test_a_wrong_number_is_found_by_its_trace(tmp_path: Path) -> None:
    why = {"nguyen_nhan": "Thiếu người.", "khac_phuc": "Thêm người."}
    folder = _folder(tmp_path / "a", "Phòng Tư pháp", [_result(9, 10, "6 tháng", **why)])
    done = _run("render", folder, "-o", tmp_path / "ra", "--format", "docx", "--trace")
    assert done.exit_code == 0, done.output
    (sheet_file,) = (tmp_path / "ra").glob("*.so-lieu.xlsx")
    rows = list(load_workbook(sheet_file).worksheets[0].iter_rows(min_row=3, values_only=True))
    found = next(row for row in rows if row[0] == "90,00%")
    assert found[2] == "9/10 = 90,00%"
    line = int(str(found[3]).split("dòng ")[1].split(":")[0])
    assert "tu_so: 9" in (folder / "ket-qua.yaml").read_text(encoding="utf-8").splitlines()[line - 1]
    (document,) = (tmp_path / "ra").glob("*.docx")
    with zipfile.ZipFile(io.BytesIO(document.read_bytes())) as package:
        hidden = etree.fromstring(package.read("customXml/item1.xml"))
    assert [item.get("in") for item in hidden] == [row[0] for row in rows]


def test_objectives_of_a_unit_that_are_none_of_the_offices_are_named_in_its_order(tmp_path: Path) -> None:
    extra = [{"id": f"rieng-{n}", "noi_dung": f"Việc riêng {n}", "chi_tieu": ["≥ 98%"]} for n in (3, 1, 4, 2, 6, 5)]
    unit = _folder(tmp_path / "a", "Phòng Tư pháp", [_result(9, 10, "quý I")], [*_COMMON, *extra])
    own = _folder(tmp_path / "tren", "Ủy ban nhân dân huyện", [])
    done = _run("rollup", unit, "--into", own)
    told = [line.split("mục tiêu ")[1].split()[0] for line in done.output.splitlines() if "rieng-" in line]
    assert told == ["rieng-3", "rieng-1", "rieng-4", "rieng-2", "rieng-6", "rieng-5"]
