"""Accents typed apart from their letters (NFD), as some keyboards and copied pages have them, change no value."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from generator.dossier import Dossier, load_dossier
from generator.resources import example_folders
from generator.workbook import folder_files, read_workbook_bytes, write_workbook

HELD = {"cac-loai-van-ban-2026", "khe-tre-2027", "tra-son-2026"}  # flags, choices, periods, types, parts of one's own


def apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.fixture(params=[path for path in example_folders() if path.name in HELD], ids=lambda path: path.name)
def dossier(request: pytest.FixtureRequest) -> Dossier:
    return load_dossier(request.param)


def test_files_typed_so_are_the_same_dossier(dossier: Dossier, tmp_path: Path) -> None:
    for name, text in folder_files(dossier).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(apart(text), encoding="utf-8")
    assert load_dossier(tmp_path).model_dump() == dossier.model_dump()


def test_a_workbook_typed_so_is_the_same_dossier(dossier: Dossier) -> None:
    book = openpyxl.load_workbook(BytesIO(write_workbook(dossier)))
    for cell in (cell for sheet in book for row in sheet.iter_rows() for cell in row):
        if isinstance(cell.value, str) and cell.data_type == "s":
            cell.value = apart(cell.value)
    book.save(saved := BytesIO())
    assert read_workbook_bytes(saved.getvalue(), "x.xlsx").dossier.model_dump() == dossier.model_dump()
