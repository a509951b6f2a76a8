"""A dossier written as a workbook, and as a folder again, is the same dossier."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.dossier import Dossier, load_dossier
from generator.dossier.reading.reader import build_dossier
from generator.errors import DataError
from generator.resources import STARTER, WORKBOOK_STARTERS, example_folders
from generator.workbook import folder_files, read_workbook_bytes, write_workbook
from tests.workbook.books import read
from tests.workbook.dossiers import dossiers

ALL = [STARTER, *example_folders(), *sorted(WORKBOOK_STARTERS.glob("*.yaml"))]


def _as_folder(dossier: Dossier, folder: Path) -> Dossier:
    for name, text in folder_files(dossier).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return load_dossier(folder)


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_examples_come_back_from_a_workbook_and_from_a_folder(path: Path, tmp_path: Path) -> None:
    dossier = load_dossier(path)
    again = read_workbook_bytes(write_workbook(dossier), "x.xlsx")
    assert again.dossier.model_dump() == dossier.model_dump()
    assert not again.notes
    assert _as_folder(dossier, tmp_path).model_dump() == dossier.model_dump()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_random_dossiers_come_back(data: Any) -> None:
    typed = data.draw(dossiers())
    try:
        dossier = build_dossier(typed)
    except DataError:
        return  # the models refuse some texts; what they accept must survive
    assert read(write_workbook(dossier)).model_dump() == dossier.model_dump()


@pytest.mark.parametrize("printed", ["0", "1", "12", "5.", "A", "II"])
def test_a_target_that_looks_like_the_number_of_a_group_comes_back(printed: str) -> None:
    typed = load_dossier(STARTER).model_dump(by_alias=True, mode="json", exclude_defaults=True)
    typed["muc_tieu"][0]["chi_tieu"] = [{"in_ra": "≥ 98%"}, {"in_ra": printed, "don_vi": "Văn phòng"}]
    typed.pop("ket_qua", None)
    dossier = build_dossier(typed)
    assert read(write_workbook(dossier)).model_dump() == dossier.model_dump()


def test_what_no_cell_can_hold_is_refused_not_cut(tmp_path: Path) -> None:
    typed = load_dossier(STARTER).model_dump(by_alias=True, mode="json", exclude_defaults=True)
    typed["van_ban"][0]["trich_yeu"] = "x"
    typed["muc_tieu"][0]["noi_dung"] = "chữ " * 10_000
    with pytest.raises(DataError, match=r"Sheet Mục tiêu, ô B4: đoạn chữ dài 39999 ký tự"):
        write_workbook(build_dossier(typed))
