"""What ``vanthu render`` has made is held against the rules of form, and what they find is in its summary."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Mm, Pt

from generator.pdf import convert
from generator.resources import DATA, TEMPLATES
from generator.service import example_folders, issue, open_dossier, review
from generator.service.checking.issued import check_issued
from tests.cli.test_commands import run
from tests.samples import sample

Capture = pytest.CaptureFixture[str]
SAID = "thể thức của tệp Word"
SILENT = {"ma": "ND30-I.1.3c", "muc": "bỏ qua", "ly_do": "đóng quyển"}


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """An office's own template of a decision, its left margin too wide."""
    folder = tmp_path / "mau"
    folder.mkdir()
    shutil.copy(TEMPLATES / "quyet-dinh.docx", folder)
    made = docx.Document(str(folder / "quyet-dinh.docx"))
    made.sections[0].left_margin = Mm(45)
    made.save(str(folder / "quyet-dinh.docx"))
    return folder


def _dossier(tmp_path: Path, *choices: Any) -> Path:
    file = tmp_path / "ho-so.json"
    data = sample() | ({"quy_tac": list(choices)} if choices else {})
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return file


def test_a_template_of_the_office_that_breaks_a_rule_is_told_below_the_summary(
    templates: Path, tmp_path: Path, capsys: Capture
) -> None:
    words = ("render", _dossier(tmp_path), "-o", tmp_path / "ra", "--templates", templates)
    assert run(*words) == 0
    shown = capsys.readouterr().out
    summary, _, below = shown.partition(SAID)
    assert "Kết quả trong" in summary
    assert "Lề trái 45 mm [ND30-I.1.3c]" in below
    assert " Cả văn bản\n" in below
    assert list((tmp_path / "ra").glob("*.docx"))
    assert run(*words, "--no-check") == 0
    assert SAID not in capsys.readouterr().out


def test_the_layout_a_pdf_was_drawn_from_is_judged_as_the_file_is(templates: Path, tmp_path: Path) -> None:
    judged = review(open_dossier(_dossier(tmp_path)))
    made = issue(judged, templates=templates, keep_layouts=True)
    assert all(one.pdf is not None and one.pdf.layout is not None for one in made)
    told = list(check_issued(made, judged))
    assert told
    assert told == list(check_issued(issue(judged, templates=templates), judged))


def test_a_layout_that_drawing_may_change_is_not_handed_over() -> None:
    file, held = docx.Document(), io.BytesIO()
    table = file.add_table(1, 2)
    table.autofit = True
    file.save(held)
    assert convert(held.getvalue(), keep_layout=True).layout is None


def test_what_the_dossier_silences_is_not_told(templates: Path, tmp_path: Path, capsys: Capture) -> None:
    file = _dossier(tmp_path, SILENT)
    assert run("render", file, "-o", tmp_path / "ra", "--templates", templates, "--format", "docx") == 0
    shown = capsys.readouterr()
    assert SAID not in shown.out
    assert "không có quy tắc" not in shown.err


def test_findings_of_a_document_made_are_told_page_by_page(templates: Path, tmp_path: Path, capsys: Capture) -> None:
    made = docx.Document(str(templates / "quyet-dinh.docx"))
    made.tables[0].cell(0, 1).paragraphs[0].runs[0].font.size = Pt(20)
    made.save(str(templates / "quyet-dinh.docx"))
    assert run("render", _dossier(tmp_path), "-o", tmp_path / "ra", "--templates", templates, "--format", "docx") == 0
    below = capsys.readouterr().out.partition(SAID)[2]
    assert "ND30-I.2.1a2" in below.partition(" Trang 1\n")[2]


def test_what_is_set_where_the_files_are_written_holds_for_them(
    templates: Path, tmp_path: Path, capsys: Capture
) -> None:
    words = ("render", _dossier(tmp_path), "-o", tmp_path / "ra", "--templates", templates, "--format", "docx")
    settings = tmp_path / ".vanthu.toml"
    settings.write_text('[[quy_tac]]\nma = "ND30-I.1.3c"\nmuc = "bỏ qua"\nly_do = "giấy in sẵn"\n', encoding="utf-8")
    assert run(*words) == 0
    assert SAID not in capsys.readouterr().out
    settings.write_text('[[quy_tac]]\nma = "ND30-X"\nmuc = "lỗi"\n', encoding="utf-8")
    assert run(*words) == 0
    shown = capsys.readouterr().out
    assert shown.count("chưa kiểm được thể thức") == 1
    assert ".vanthu.toml, dòng 2: không có quy tắc «ND30-X»" in shown


def test_what_was_accepted_of_a_file_is_not_told_again_when_it_is_made_again(
    templates: Path, tmp_path: Path, capsys: Capture
) -> None:
    words = ("render", _dossier(tmp_path), "-o", tmp_path / "ra", "--templates", templates, "--format", "docx")
    assert run(*words) == 0
    (file,) = (tmp_path / "ra").glob("*.docx")
    said = ("--accept", "ND30-I.1.3c", "--reason", "giấy in sẵn", "--by", "Lê Thị Bình")
    run("check", file, *said)
    capsys.readouterr()
    assert run(*words) == 0
    assert SAID not in capsys.readouterr().out


def test_a_rule_of_form_that_is_not_there_is_told_with_the_nearest(tmp_path: Path, capsys: Capture) -> None:
    assert run("render", _dossier(tmp_path, SILENT | {"ma": "ND30-I.1.3z"}), "-o", tmp_path / "ra") == 0
    assert "không có quy tắc «ND30-I.1.3z»" in capsys.readouterr().err


@pytest.mark.parametrize("folder", example_folders(), ids=lambda folder: folder.name)
def test_of_an_example_nothing_is_said(folder: Path) -> None:
    judged = review(open_dossier(folder))
    assert list(check_issued(issue(judged, formats=("docx",)), judged)) == []


def test_a_clean_document_adds_nothing_to_the_summary(tmp_path: Path, capsys: Capture) -> None:
    assert run("render", DATA / "giong-rieng-2019", "-o", tmp_path / "ra", "--format", "docx") == 0
    assert capsys.readouterr().out.rstrip().endswith("┘")
