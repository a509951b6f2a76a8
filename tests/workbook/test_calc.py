"""Workbooks saved by LibreOffice Calc, as .xlsx and by way of .ods, are the same dossier; one is filled there."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from filelock import FileLock
from openpyxl import load_workbook

from generator.dossier import Dossier, load_dossier
from generator.dossier.reading.reader import build_dossier
from generator.resources import STARTER, WORKBOOK_STARTERS, example_folders
from generator.workbook import empty_workbook, read_workbook, write_workbook
from tests.agreement.references import place
from tests.conftest import made_once
from tests.rendering import render_dossier
from tests.workbook.books import FIRST, HEADING_ROW, at, changed, put, saved
from tests.workbook.conftest import Convert

SOURCES = {path.stem: path for path in [STARTER, *example_folders(), *sorted(WORKBOOK_STARTERS.glob("*.yaml"))]}
BY_ODS = ("bau-bang-2024", "duyen-hai-2022", "bao-cao")  # results, free tables, days


@pytest.fixture(scope="module")
def saved_by_calc(calc: Convert, soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every example as Calc saves it: ``xlsx/``, and ``ods/`` for those saved as .ods in between."""

    def make(folder: Path) -> None:
        ours = {f"{name}.xlsx": write_workbook(load_dossier(path)) for name, path in SOURCES.items()}
        ours["cong-thuc.xlsx"] = changed(put("Kết quả", "Tử số", "=400+12"))
        ours["nhieu-bang.xlsx"] = write_workbook(_with_tables())
        ours["xa.xlsx"] = _filled_for_a_commune()
        kept = place(soffice, b"".join(map(_said, ours.values()))).with_suffix(".calc")
        with FileLock(kept.with_suffix(".lock")):  # the same workbooks are saved the same in every run
            if not kept.exists():
                _save_by_calc(calc, ours, folder / "making")
                shutil.move(folder / "making", kept)
            shutil.copytree(kept, folder, dirs_exist_ok=True)

    return made_once("calc", tmp_path_factory, make)


def _said(workbook: bytes) -> bytes:
    """All that Calc is given of a workbook but the hour it was written."""
    package = zipfile.ZipFile(io.BytesIO(workbook))
    return b"".join(package.read(name) for name in package.namelist() if name != "docProps/core.xml")


def _save_by_calc(calc: Convert, ours: dict[str, bytes], folder: Path) -> None:
    (folder / "ours").mkdir(parents=True)
    for name, data in ours.items():
        (folder / "ours" / name).write_bytes(data)
    calc([folder / "ours" / name for name in ours], "xlsx", folder / "xlsx")
    calc([folder / "xlsx" / f"{name}.xlsx" for name in BY_ODS], "ods", folder / "between")
    calc(sorted((folder / "between").glob("*.ods")), "xlsx", folder / "ods")
    assert len(list((folder / "xlsx").iterdir())) == len(ours)
    assert len(list((folder / "ods").iterdir())) == len(BY_ODS)


@pytest.mark.parametrize(("way", "name"), [*(("xlsx", n) for n in SOURCES), *(("ods", n) for n in BY_ODS)])
def test_what_calc_saves_is_the_same_dossier(way: str, name: str, saved_by_calc: Path) -> None:
    read = read_workbook(saved_by_calc / way / f"{name}.xlsx")
    assert read.dossier.model_dump() == load_dossier(SOURCES[name]).model_dump()
    assert not read.notes


def test_formulas_computed_by_calc_are_read(saved_by_calc: Path) -> None:
    assert read_workbook(saved_by_calc / "xlsx" / "cong-thuc.xlsx").dossier.results[0].numerator == 412


def test_rates_and_verdicts_compute_themselves_in_calc(saved_by_calc: Path) -> None:
    """Judged by the exact fraction: 40 of 41 miss 100%, 455 of 460 reach 98%."""
    book = load_workbook(saved_by_calc / "xlsx" / "bao-cao.xlsx", data_only=True)
    rows = range(FIRST, FIRST + 6)
    assert [at(book, "Kết quả", "Đánh giá", row).value for row in rows] == [*["Đạt"] * 3, "Không đạt", *["Đạt"] * 2]
    rates = [at(book, "Kết quả", "Tỷ lệ %", row).value for row in rows]
    assert rates == pytest.approx([412 / 418, 455 / 460, 1, 40 / 41, 193 / 200, 204 / 210])
    assert at(book, "Kết quả", "Đánh giá", FIRST + 6).value in (None, "")


def _filled_for_a_commune() -> bytes:
    """The empty workbook, typed in as a clerk would, below the examples."""
    book = load_workbook(io.BytesIO(empty_workbook()))
    form = {"Năm": "2027", "Tên cơ quan": "Ủy ban nhân dân\nxã Suối Trong", "Chữ viết tắt tên cơ quan": "UBND",
            "Địa danh": "Suối Trong", "Chức vụ người đứng đầu": "Chủ tịch"}  # fmt: skip
    for row in book["Cơ quan"].iter_rows(min_row=HEADING_ROW + 1):
        if row[0].value in form:
            row[1].value = form[row[0].value]
    lines = {
        "Người ký": [{"Mã người ký": "ct", "Họ và tên": "Lê Văn Suối", "Chức vụ": "Chủ tịch"}],
        "Văn bản": [
            {"Tên tệp": "quyet-dinh", "Tên loại": "Quyết định", "Trích yếu": "Về việc ban hành mục tiêu năm {nam}",
             "Người ký": "ct"},
            {"Tên tệp": "ke-hoach", "Tên loại": "Kế hoạch", "Trích yếu": "Thực hiện mục tiêu năm {nam}",
             "Người ký": "ct"},
        ],
        "Nội dung": [
            {"Thuộc văn bản": "quyet-dinh", "Loại": "Điều", "Nội dung": "Ban hành mục tiêu chất lượng."},
            {"Loại": "Điều", "Nội dung": "Quyết định này có hiệu lực kể từ ngày ký."},
            {"Loại": "Phụ lục", "Nội dung": "Mục tiêu chất lượng năm {nam}"},
            {"Loại": "In mục tiêu của hồ sơ", "Nội dung": "bảng"},
            {"Thuộc văn bản": "ke-hoach", "Loại": "Mục", "Nội dung": "Nội dung thực hiện"},
            {"Loại": "In kế hoạch của hồ sơ", "Nội dung": "bảng"},
        ],
        "Mục tiêu": [
            {"Mã mục tiêu": "mt1", "Nội dung": "Hồ sơ đúng hạn", "Mục tiêu đề ra": "≥ 98%"},
            {"Mục tiêu đề ra": 1, "Áp dụng từ ngày": None},
        ],
        "Kế hoạch": [
            {"Mục tiêu": "mt1", "Nội dung công việc": "Rà soát quy trình", "Thời gian thực hiện": "Quý I"},
            {"Nội dung công việc": "Báo cáo quý", "Hạn hoàn thành": "30/6/2027"},
        ],
        "Nơi nhận": [{"Thuộc văn bản": "quyet-dinh", "Nơi nhận": "Đảng ủy xã"},
                     {"Thuộc văn bản": "ke-hoach", "Nơi nhận": "Các phòng thuộc xã"}],
    }  # fmt: skip
    for sheet, rows in lines.items():
        for number, cells in enumerate(rows, start=FIRST + 3):
            for heading, value in cells.items():
                at(book, sheet, heading, number).value = value
    at(book, "Mục tiêu", "Mục tiêu đề ra", FIRST + 4).number_format = "0%"
    return saved(book)


def test_an_empty_workbook_filled_for_a_commune_makes_its_decision_and_plan(
    saved_by_calc: Path, pdftotext: str, tmp_path: Path
) -> None:
    dossier = read_workbook(saved_by_calc / "xlsx" / "xa.xlsx").dossier
    texts = {}
    for document in render_dossier(dossier, bundled_fonts=True):
        assert document.pdf
        file = tmp_path / f"{document.name}.pdf"
        file.write_bytes(document.pdf.pdf)
        done = subprocess.run([pdftotext, "-layout", file, "-"], capture_output=True, text=True, check=True)
        texts[document.name] = re.sub(r"\s+", " ", done.stdout)
    assert "Điều 2. Quyết định này có hiệu lực" in texts["quyet-dinh"]
    assert "≥ 98%" in texts["quyet-dinh"]
    assert "100%" in texts["quyet-dinh"]
    assert "Rà soát quy trình" in texts["ke-hoach"]
    assert "Báo cáo quý" in texts["ke-hoach"]


def _with_tables() -> Dossier:
    typed = load_dossier(STARTER).model_dump(by_alias=True, mode="json", exclude_defaults=True)
    group = {"o": ["1", ""], "dong": [{"o": ["", "a"]}, {"o": ["b", ""]}], "o_sau": [""]}
    typed["van_ban"][0]["noi_dung"].append(
        {"bang": {"cot": list("abcde"), "dong": [group, list("vwxyz"), ["", *"abc", ""]]}}
    )
    return build_dossier(typed)


def test_many_tables_keep_their_empty_cells(saved_by_calc: Path) -> None:
    read = read_workbook(saved_by_calc / "xlsx" / "nhieu-bang.xlsx").dossier
    assert read.model_dump() == _with_tables().model_dump()
