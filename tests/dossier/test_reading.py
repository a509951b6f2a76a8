"""What is typed is what is read."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from generator.dossier import load_dossier
from generator.dossier.reading.reader import build_dossier
from generator.errors import DataError
from generator.resources import STARTER, example_folders
from tests.samples import sample


def test_one_json_file_is_the_same_dossier(tmp_path: Path) -> None:
    file = tmp_path / "ho-so.json"
    file.write_text(json.dumps(sample(), ensure_ascii=True), encoding="utf-8")
    assert load_dossier(file) == build_dossier(sample())


def test_broken_json_names_the_line(tmp_path: Path) -> None:
    file = tmp_path / "ho-so.json"
    file.write_text('{"nam": 2027,\n "co_quan": }', encoding="utf-8")
    with pytest.raises(DataError, match=r"ho-so.json, dòng 2.*JSON"):
        load_dossier(file)


def test_scalars_stay_as_written(tmp_path: Path) -> None:
    data = sample(noi_dung=["012", "1e3", "yes", "22/3/2024", "0x1F", "100%"])
    lines = [json.dumps(data, ensure_ascii=False)]
    file = tmp_path / "ho-so.yaml"
    file.write_text("\n".join(lines).replace('"012"', "012").replace('"yes"', "yes").replace('"1e3"', "1e3"), "utf-8")
    blocks = load_dossier(file).documents[0].content
    assert [block.paragraph for block in blocks] == ["012", "1e3", "yes", "22/3/2024", "0x1F", "100%"]


@pytest.mark.parametrize(
    ("number", "meant"),
    [("1.234", "1,234"), ("12.50", "12,50"), ("25e-1", "2,5"), ("1234", "1234"), ('"1.234"', "1.234")],
)
def test_the_point_of_a_number_of_json_is_no_thousand(number: str, meant: str, tmp_path: Path) -> None:
    file = tmp_path / "ho-so.json"
    file.write_text(json.dumps(sample(noi_dung=["NUMBER"])).replace('"NUMBER"', number), encoding="utf-8")
    assert load_dossier(file).documents[0].content[0].paragraph == meant


def test_decomposed_text_is_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "Ủy ban nhân dân xã Mẫu")
    dossier = build_dossier(sample(trich_yeu=decomposed))
    assert dossier.documents[0].subject == "Ủy ban nhân dân xã Mẫu"


@pytest.mark.parametrize("folder", [STARTER, *example_folders()], ids=lambda folder: folder.name)
def test_what_travels_with_the_program_is_valid(folder: Path) -> None:
    assert load_dossier(folder).documents
