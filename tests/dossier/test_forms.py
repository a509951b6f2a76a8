"""A type's own fields are read like all others: with file, line and title."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.dossier import load_dossier
from generator.errors import DataError
from generator.resources import DATA


def test_a_mistake_in_a_types_own_fields_names_file_line_and_title(tmp_path: Path) -> None:
    folder = shutil.copytree(DATA / "suoi-trong-2026", tmp_path / "ho-so")
    file = folder / "van-ban" / "giay-moi.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("08:00 20/11/2026", "08:00 31/11/2026"), encoding="utf-8")
    line = next(n for n, line in enumerate(text.splitlines(), start=1) if "thoi_gian" in line)
    with pytest.raises(DataError) as caught:
        load_dossier(folder)
    (problem,) = caught.value.problems
    assert problem.place == f"van-ban/giay-moi.yaml, dòng {line}"
    assert problem.what == "«Thời gian» (thoi_gian): ngày «31/11/2026» không có trong lịch"


def test_what_is_written_as_json_is_read_back_the_same(tmp_path: Path) -> None:
    dossier = load_dossier(DATA / "suoi-trong-2026")
    file = tmp_path / "ho-so.json"
    file.write_text(dossier.model_dump_json(by_alias=True, exclude_none=True), encoding="utf-8")
    assert load_dossier(file) == dossier
