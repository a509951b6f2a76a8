"""``vanthu rollup``: whose dossier each is, what its objectives mean, what is wrong with any of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import app
from generator.dossier import load_dossier
from generator.errors import DataError, UsageError
from generator.workbook import write_workbook
from tests.samples import sample

OBJECTIVE = {"id": "mt1", "noi_dung": "Hồ sơ giải quyết đúng hạn", "chi_tieu": ["≥ 98%"]}


def _folder(
    path: Path,
    name: str,
    objectives: Sequence[dict[str, Any]] = (OBJECTIVE,),
    results: Sequence[dict[str, Any]] | None = None,
    **agency: Any,
) -> Path:
    data = sample(loai="báo cáo", ky_bao_cao="quý I", so=None, noi_dung=None, theo_de_nghi=None, can_cu=None)
    data["co_quan"] = {**data["co_quan"], "ten": [name], **agency}
    own = [{"muc_tieu": "mt1", "ky": "quý I", "tu_so": 9, "mau_so": 10}] if results is None else list(results)
    path.mkdir()
    data |= {"muc_tieu": list(objectives), **({"ket_qua": own} if own else {})}
    text = yaml.safe_dump(data, allow_unicode=True)
    (path / "ho-so.yaml").write_text(text, encoding="utf-8")
    return path


def _office(path: Path, units: Sequence[str] = (), objective: dict[str, Any] = OBJECTIVE, **agency: Any) -> Path:
    bound = [{"in_ra": objective["chi_tieu"][0], "don_vi": unit} for unit in units]
    return _folder(
        path, "Ủy ban nhân dân tỉnh X", [{**objective, "chi_tieu": bound or objective["chi_tieu"]}], [], **agency
    )


def _run(*args: object) -> Any:
    return CliRunner().invoke(app, [str(arg) for arg in args])


def _units(tmp_path: Path, *names: str) -> list[Path]:
    return [_folder(tmp_path / f"dv{number}", name) for number, name in enumerate(names, start=1)]


def _written(path: Path) -> list[str]:
    return [entry["don_vi"] for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("spelling", ["SO SO 05", "Sở số 5", "Sở Số 05 tỉnh X", "Sơ Số 05"])
def test_another_spelling_of_a_unit_is_asked_about(tmp_path: Path, spelling: str) -> None:
    own, out = _office(tmp_path / "tren", ["Sở Số 05", "Sở Số 06"]), tmp_path / "gop.yaml"
    units = _units(tmp_path, spelling, "Sở Số 06")
    asked = _run("rollup", *units, "--into", own, "-o", out)
    assert isinstance(asked.exception, DataError)
    (problem,) = asked.exception.problems
    assert problem.place.startswith(f"{units[0]}: ho-so.yaml, dòng")
    assert f"«{spelling}»" in problem.what
    assert f"«Sở Số 05» ở {own}: ho-so.yaml, dòng" in problem.what
    assert "có phải là một đơn vị?" in problem.what
    assert not out.exists()
    joined = _run("rollup", *units, "--into", own, "-o", out, "--la", f"{spelling}=Sở Số 05")
    assert joined.exit_code == 0, joined.output
    assert _written(out) == ["Sở Số 05", "Sở Số 06"]
    assert f"«{spelling}» ghi là «Sở Số 05»" in joined.output


@pytest.mark.parametrize("spelling", ["SỞ SỐ 05", unicodedata.normalize("NFD", "Sở  Số 05")])
def test_capitals_and_spaces_are_no_other_name(tmp_path: Path, spelling: str) -> None:
    own, out = _office(tmp_path / "tren", ["Sở Số 05"]), tmp_path / "gop.yaml"
    done = _run("rollup", *_units(tmp_path, spelling), "--into", own, "-o", out)
    assert done.exit_code == 0, done.output
    assert _written(out) == ["Sở Số 05"]


def test_two_spellings_nobody_names_are_asked_about_with_both_places(tmp_path: Path) -> None:
    own, units = _office(tmp_path / "tren"), _units(tmp_path, "Sở Số 05", "SO SO 05", "Sở Số 06")
    asked = _run("rollup", *units, "--into", own)
    assert isinstance(asked.exception, DataError)
    (problem,) = asked.exception.problems
    assert problem.place.startswith(str(units[1]))
    assert f"«Sở Số 05» ở {units[0]}: ho-so.yaml" in problem.what
    assert not (own / "ket-qua.yaml").exists()


def test_the_office_says_itself_what_its_units_are_called(tmp_path: Path) -> None:
    listed = ["Sở Số 05 = SO SO 05; Sở 5", "Sở Số 06", "Sở Số 07"]
    own = _office(tmp_path / "tren", don_vi_bao_cao=listed)
    done = _run("rollup", *_units(tmp_path, "Sở 5", "Sở Số 06"), "--into", own)
    assert done.exit_code == 0, done.output
    assert _written(own / "ket-qua.yaml") == ["Sở Số 05", "Sở Số 06"]
    assert "Chưa có hồ sơ của đơn vị: Sở Số 07" in done.output
    stranger = _run("rollup", *[_folder(tmp_path / "la", "Sở Số 08")], "--into", own, "-o", tmp_path / "gop.yaml")
    assert "không có trong danh sách đơn vị báo cáo" in str(stranger.exception)


def test_one_unit_under_two_names_is_not_counted_twice(tmp_path: Path) -> None:
    own, units = _office(tmp_path / "tren", ["Sở Số 05"]), _units(tmp_path, "Sở Số 05", "SO SO 05")
    twice = _run("rollup", *units, "--into", own, "--la", "SO SO 05=Sở Số 05")
    assert "hồ sơ thứ hai của «Sở Số 05»" in str(twice.exception)


@pytest.mark.parametrize(
    "names", [("Sở Số 05", "Sở Số 06"), ("xã An Bình", "xã Ân Bình"), ("Phường 1", "Phường 11")], ids=str
)
@pytest.mark.parametrize("bound", [True, False])
def test_different_units_are_not_asked_about(tmp_path: Path, names: tuple[str, str], bound: bool) -> None:
    own = _office(tmp_path / "tren", names if bound else ())
    done = _run("rollup", *_units(tmp_path, *names), "--into", own)
    assert done.exit_code == 0, done.output
    assert _written(own / "ket-qua.yaml") == list(names)


def test_two_spellings_in_the_office_s_own_targets(tmp_path: Path) -> None:
    own = _office(tmp_path / "tren", ["Sở Số 05", "Sở số 5"])
    asked = _run("rollup", *_units(tmp_path, "Sở Số 05"), "--into", own)
    assert "«Sở số 5» ở đây và «Sở Số 05» ở" in str(asked.exception)
    assert isinstance(_run("rollup", own, "--into", own, "-o", tmp_path / "x", "--la", "abc").exception, UsageError)


SAME_MEANING = [
    {"noi_dung": "hồ sơ  giải quyết đúng hạn."},
    {"noi_dung": "HỒ SƠ GIẢI QUYẾT ĐÚNG HẠN"},
    {"noi_dung": "- Hồ sơ giải quyết đúng hạn;"},
    {"chi_tieu": ["từ 98% trở lên"]},
    {"chi_tieu": ["≥98 %"]},
    {"chi_tieu": ["ít nhất 98%"]},
    {"chi_tieu": ["đạt 98% trở lên"]},
    {"chi_tieu": [{"in_ra": "≥ 98,0%", "don_vi": "Bộ phận Một cửa"}]},
    {"ten_goi": "Đúng hạn"},
    {"theo_doi": "Bộ phận Một cửa"},
]
OTHER_MEANING = [
    {"noi_dung": "Hồ sơ giải quyết trễ hạn"},
    {"noi_dung": "Ho so giai quyet dung han"},
    {"noi_dung": "Hồ sơ giải quyết đúng hạn qua mạng"},
    {"noi_dung": "Mức độ hài lòng của người dân"},
    {"chi_tieu": ["≤ 98%"]},
    {"chi_tieu": ["không quá 98%"]},
    {"chi_tieu": ["≥ 95%"]},
    {"chi_tieu": ["> 98%"]},
    {"chi_tieu": ["98%"]},
    {"chi_tieu": ["≥ 98 hồ sơ"]},
    {"chi_tieu": ["98% - 99%"]},
    {"chi_tieu": ["loại tốt"]},
    {"chi_tieu": ["≥ 98 hồ sơ/quý"]},
    {"chi_tieu": ["giảm ≥ 98% so với cùng kỳ"]},
    {"chi_tieu": [{"in_ra": "≥ 98%", "cach_cong": "không cộng"}]},
    {"chi_tieu": []},
]


def _unlike(tmp_path: Path, change: dict[str, Any]) -> Any:
    own = _office(tmp_path / "tren")
    unit = _folder(tmp_path / "dv", "Sở Số 05", [{**OBJECTIVE, **change}])
    results = yaml.safe_load((unit / "ho-so.yaml").read_text(encoding="utf-8"))
    bound = next((one["don_vi"] for one in change.get("chi_tieu", ()) if isinstance(one, dict) and "don_vi" in one), "")
    if bound:
        results["ket_qua"][0]["don_vi"] = bound
        (unit / "ho-so.yaml").write_text(yaml.safe_dump(results, allow_unicode=True), encoding="utf-8")
    return _run("rollup", unit, "--into", own), own, unit


@pytest.mark.parametrize("change", SAME_MEANING, ids=str)
def test_small_differences_are_the_same_objective(tmp_path: Path, change: dict[str, Any]) -> None:
    done, own, _ = _unlike(tmp_path, change)
    assert done.exit_code == 0, done.exception or done.output
    (result,) = load_dossier(own).results
    assert (result.numerator, result.denominator, result.unit) == (9, 10, "Sở Số 05")


@pytest.mark.parametrize("change", OTHER_MEANING, ids=str)
def test_another_objective_or_target_under_one_id_is_refused(tmp_path: Path, change: dict[str, Any]) -> None:
    done, own, unit = _unlike(tmp_path, change)
    assert isinstance(done.exception, DataError), done.output
    (problem,) = done.exception.problems
    assert problem.place.startswith(f"{unit}: ho-so.yaml, dòng")
    assert "mục tiêu mt1" in problem.what
    assert str(own) in problem.what
    assert not (own / "ket-qua.yaml").exists()


def test_every_bad_dossier_is_named_at_once_and_left_out_on_request(tmp_path: Path) -> None:
    own, out = _office(tmp_path / "tren"), tmp_path / "gop.yaml"
    good, mistyped, other = _units(tmp_path, "Sở Số 01", "Sở Số 02", "Sở Số 03")
    (mistyped / "ho-so.yaml").write_text("nam: [", encoding="utf-8")
    (other / "ho-so.yaml").write_text(
        (other / "ho-so.yaml").read_text(encoding="utf-8").replace("≥ 98%", "≤ 98%"), encoding="utf-8"
    )
    book, garbage = tmp_path / "so.xlsx", tmp_path / "hong.xlsx"
    fourth = _folder(tmp_path / "dv4", "Sở Số 04", results=[
        {"muc_tieu": "mt1", "ky": "quý I", "tu_so": 11, "mau_so": 10, "nguyen_nhan": "a", "khac_phuc": "b"}
    ])  # fmt: skip
    book.write_bytes(write_workbook(load_dossier(fourth)))
    garbage.write_bytes(b"PK\x03\x04 not a workbook")
    paths = [good, mistyped, garbage, other, book]
    refused = _run("rollup", *paths, "--into", own, "-o", out)
    assert isinstance(refused.exception, DataError)
    said = str(refused.exception)
    for path in (mistyped, garbage, other, book):
        assert f"{path}: " in said
    assert str(good) not in said
    assert "Sheet Kết quả, ô" in said
    assert not out.exists()
    done = _run("rollup", *paths, "--into", own, "-o", out, "--bo-qua-loi")
    assert done.exit_code == 0, done.output
    assert _written(out) == ["Sở Số 01"]
    assert done.output.count("Để ngoài vì có lỗi") >= 4
    assert f"Để ngoài vì có lỗi - {mistyped}" in out.read_text(encoding="utf-8")


def test_many_dossiers_are_read_by_several_processes_in_order(tmp_path: Path) -> None:
    own, names = _office(tmp_path / "tren"), [f"Sở Số {number:02d}" for number in range(1, 65)]
    units = _units(tmp_path, *names)
    (units[40] / "ho-so.yaml").write_text("nam: [", encoding="utf-8")
    done = _run("rollup", *units, "--into", own, "--bo-qua-loi")
    assert done.exit_code == 0, done.output
    assert _written(own / "ket-qua.yaml") == [*names[:40], *names[41:]]
    assert f"{units[40]}: ho-so.yaml, dòng" in done.output


@pytest.mark.parametrize("name", ["sở\u200b 1", "sở {dam: 1", "sở {Nam}", "sở\n1", "sở \u202a\ufeff1", "QuyÕt xã ®Þnh"])
def test_a_workbook_may_be_called_anything(tmp_path: Path, name: str) -> None:
    (unit,), own = _units(tmp_path, "Sở Số 01"), _office(tmp_path / "tren")
    book = tmp_path / f"{name}.xlsx"
    book.write_bytes(write_workbook(load_dossier(unit)))
    done = _run("rollup", book, "--into", own)
    assert done.exit_code == 0, done.output
    (result,) = load_dossier(own).results
    assert (result.note or "").endswith(".xlsx: Sheet Kết quả, ô F4; Sheet Kết quả, ô G4")
