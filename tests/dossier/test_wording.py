"""What the words of a whole dossier call for, with the file and line of each."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.dossier import Dossier
from generator.dossier.reading.reader import build_dossier, read_dossier
from generator.dossier.words import dossier_texts, given_names
from generator.errors import DataError
from generator.findings import Finding, Level
from generator.resources import STARTER, example_folders
from generator.service import OpenDossier, review
from generator.typed.source import Source
from tests.samples import sample


def dossier_findings(dossier: Dossier, source: Source | None = None, data: Any = None) -> list[Finding]:
    """What every door says of the words, each with the place it was typed at."""
    judged = review(OpenDossier("", dossier, source or Source(), data or {}))
    return [replace(finding, place=finding.source) for finding in judged.wording]


def _findings(**document: object) -> list[tuple[str, str]]:
    return [(one.rule, one.fix) for one in dossier_findings(build_dossier(sample(**document)))]


# What their authors wrote and the dossiers keep: halves of names, a missing comma, abbreviations never written out.
_AS_ISSUED = {
    "bau-bang-2024": {"LV30", "LV35", "LV37", "LV38"},
    "duyen-hai-2022": {"LV35", "LV36", "LV37", "ND30-C.14", "ND30-C.23"},
    "giong-rieng-2019": {"LV35", "LV36", "LV37"},
    "thuong-lo-2024": {"LV18", "LV19", "LV23", "LV29", "LV37", "LV38"},
}


@pytest.mark.parametrize("folder", [STARTER, *example_folders()], ids=lambda folder: folder.name)
def test_the_examples_draw_only_what_is_there(folder: Path) -> None:
    read = read_dossier(folder)
    found = dossier_findings(read.dossier, read.source, read.data)
    assert {one.rule for one in found} == _AS_ISSUED.get(folder.name, set())
    assert all("Hệ thống Quản lý" in one.what for one in found if one.rule == "LV19")


def test_a_fault_is_named_with_its_file_and_line(tmp_path: Path) -> None:
    folder = tmp_path / "ho-so"
    shutil.copytree(STARTER, folder)
    file = folder / "muc-tieu.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("noi_dung: ", "noi_dung: Uyr ban nhân dân, ", 1), "utf-8")
    line = next(n for n, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if "Uyr" in text)
    read = read_dossier(folder)
    found = dossier_findings(read.dossier, read.source, read.data)
    assert [(one.rule, one.place, one.level) for one in found] == [
        ("LV13", f"muc-tieu.yaml, dòng {line}", Level.WARNING)
    ]


def test_text_of_an_old_font_is_converted_and_said() -> None:
    data = sample(trich_yeu="VÒ viÖc ban hµnh môc tiªu chÊt l\u00adîng n¨m {nam}")
    dossier = build_dossier(data)
    assert dossier.documents[0].subject == "Về việc ban hành mục tiêu chất lượng năm {nam}"
    assert [(one.rule, one.place) for one in dossier_findings(dossier, data=data)] == [("LV03", "van_ban.1.trich_yeu")]


def test_a_mixture_of_fonts_is_refused() -> None:
    with pytest.raises(DataError, match="phông cũ"):
        build_dossier(sample(trich_yeu="Về việc ban hµnh môc tiªu"))


def test_one_name_two_ways_and_mixed_signs_are_found_across_texts() -> None:
    content = [
        {"dieu": "Phòng Văn hóa - Xã hội xã Bàu Bàng"},
        {"dieu": "Phòng Văn hóa – Xã hội xã Bầu Bàng"},
    ]
    assert _findings(noi_dung=content) == [
        ("LV19", "viết một cách trong cả hồ sơ"),
        ("LV18", "dùng một loại trong cả hồ sơ"),
    ]


def test_codes_and_references_are_not_words() -> None:
    texts = {path[-1]: text for path, text in dossier_texts(build_dossier(sample()))}
    assert "ho_ten" in texts
    assert not {"id", "loai", "viet_tat", "ten_tep", "nguoi"} & set(texts)


def test_of_a_listed_unit_the_name_is_a_word_and_not_what_else_it_is_called() -> None:
    data = sample()
    data["co_quan"]["don_vi_bao_cao"] = ["Trung tâm Phục vụ hành chính công = TTPVHCC; Mot cua", "Phòng Nội vụ"]
    texts = [text for path, text in dossier_texts(build_dossier(data)) if "don_vi_bao_cao" in path]
    assert texts == ["Trung tâm Phục vụ hành chính công", "Phòng Nội vụ"]


def test_names_the_agency_gives_are_kept() -> None:
    assert {"Ủy ban nhân dân xã Mẫu", "xã Mẫu", "Nguyễn Văn A"} <= set(given_names(build_dossier(sample())))


def test_the_agency_chooses_its_wording() -> None:
    data = sample()
    data["cai_dat"] = {"loi_van": {"bon": "tư", "linh": "lẻ", "dau_thanh": "hoà"}}
    wording = build_dossier(data).settings.wording.to_wording()
    assert (wording.four, wording.zero_tens, wording.thousand, wording.tones) == ("tư", "lẻ", "nghìn", "hoà")
