"""``vanthu defects``: a set that measures any checker, in a folder of its own."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from generator.service.checking.checked import CheckOptions
from generator.service.checking.many import check_files
from tests.cli.test_commands import run, tree


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bo") / "loi-biet-truoc"
    assert run("defects", folder, "--rule", "ND30-I.2.1b5", "--rule", "ND30-I.2.4b2") == 0
    return folder


def test_the_answers_are_of_the_files_that_are_there(written: Path) -> None:
    answers = json.loads((written / "truth.json").read_text(encoding="utf-8"))
    named = [*answers["sach"], *(one["tep"] for one in answers["loi"])]
    assert sorted([*named, "README.txt", "truth.json", "truth.schema.json"]) == sorted(tree(written))
    assert {one["quy_tac"] for one in answers["loi"]} == {"ND30-I.2.1b5", "ND30-I.2.4b2"}
    assert {one["goc"] for one in answers["loi"]} <= set(answers["sach"])
    assert all(one["sua"] and one["noi"] for one in answers["loi"])
    assert f"Có {len(answers['loi'])} văn bản" in (written / "README.txt").read_text(encoding="utf-8")


def test_the_answers_are_of_the_form_that_is_told(written: Path) -> None:
    answers = json.loads((written / "truth.json").read_text(encoding="utf-8"))
    schema = json.loads((written / "truth.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(answers)] == []
    assert "Nghị định 30/2020/NĐ-CP" in answers["quy_tac"]["ND30-I.2.4b2"]["quy_dinh"]


def test_a_checker_finds_what_the_answers_say(written: Path) -> None:
    answers = json.loads((written / "truth.json").read_text(encoding="utf-8"))["loi"]
    chosen = {written / one["tep"]: one["quy_tac"] for one in answers[::40]}
    for checked in check_files(chosen, CheckOptions(pages=False)):
        assert chosen[checked.file] in {finding.rule for finding in checked.findings}


def test_nothing_of_the_users_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "ghi-chu.txt"
    own.write_text("của tôi")
    assert run("defects", tmp_path) == 2
    assert "thư mục đã có tệp" in capsys.readouterr().err
    assert run("defects", own) == 2
    assert "đây là tệp" in capsys.readouterr().err
    assert tree(tmp_path) == {"ghi-chu.txt": "của tôi".encode()}


def test_a_rule_there_is_not_is_named_with_the_nearest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("defects", tmp_path / "bo", "--rule", "ND30-I.2.1b55") == 2
    assert "«ND30-I.2.1b5»" in capsys.readouterr().err
    assert not (tmp_path / "bo").exists()
